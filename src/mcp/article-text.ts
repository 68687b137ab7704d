/** An article as an assistant reads it: what the page says between marks, and the numbers of its claims. */
import { articleAt } from '../publish/addresses.ts'
import { counted } from '../publish/numbers.ts'
import { articleAskedFor } from './ask-for.ts'
import { CLOSES, cut, marksOut, OPENS, visible } from './quotation.ts'
import type { Serving } from './serving.ts'
import { outletWords, publishedWords, titleWords } from './words.ts'

/** Characters of a text that are given at once: some 2,500 tokens. */
const MOST = 10_000
/** So many of its claims are named. */
const CLAIMS = 60

export async function articleText(serving: Serving, number: number): Promise<string> {
  const { article, claims, captures, isCurrent } = await articleAskedFor(serving, number)
  const most = Math.min(MOST, serving.excerpt ?? MOST)
  const [first] = captures
  const left = article.text.length - most
  return [
    `Article ${number}: ${outletWords(article.outlet)}, ${titleWords(article.headline)}, ${publishedWords(article.published)}`,
    `${serving.address}${articleAt(number)}${isCurrent ? '' : ' (not the version seen last)'}`,
    first === undefined ? 'No capture is kept.' : `Captured ${first.capturedAt}, SHA-256 ${first.sha256}.`,
    `${counted(claims.length, 'claim')}${
      claims.length === 0
        ? ''
        : `: ${claims
            .slice(0, CLAIMS)
            .map((claim) => claim.number)
            .join(', ')}${claims.length > CLAIMS ? ' ...' : ''}`
    }`,
    'The text, as the page has it, between marks:',
    OPENS,
    marksOut(visible(cut(article.text, most))),
    CLOSES,
    ...(left > 0 ? [`${left} characters are left out here; the original page has them.`] : []),
  ].join('\n')
}
