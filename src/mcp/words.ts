/** Records in words for an assistant: every word of a page between its marks, what is not known said to be so. */

import { counted } from '../publish/numbers.ts'
import type { Anchor } from '../publish/records/anchor.ts'
import type { Claim } from '../publish/records/claim.ts'
import type { Figure } from '../publish/records/figure.ts'
import type { Link } from '../publish/records/link.ts'
import { numberWords } from '../publish/story/words.ts'
import { quotation } from './quotation.ts'

/** Characters of a name that are shown. */
const NAME = 100

/** A name as a page has it; `nobody named` for none. */
export const nameWords = (name: string | null | undefined): string =>
  name == null ? 'nobody named' : quotation(name, NAME)

/** An outlet; of some pages none is known. */
export const outletWords = (outlet: string | null): string =>
  outlet === null ? 'outlet not known' : quotation(outlet, NAME)

/** Where words stand: `text 206-246`. */
export const anchorWords = ({
  in: where,
  start,
  end,
}: {
  readonly in: string
  readonly start: number
  readonly end: number
}): string => `${where} ${start}-${end}`

/** A figure: `⟦up to 40⟧ (40 at most; people; hurt; of ⟦workers⟧)`. */
export function figureWords(figure: Figure): string {
  const { text, low, high, approximate, unit, measure, population } = figure
  const own = numberWords({ low, high, approximate })
  const parts = [
    own ?? 'in words, no number',
    unit,
    measure === null ? 'measure not known' : measure,
    population === null ? null : `of ${quotation(population, NAME)}`,
  ]
  return `${quotation(text, NAME)} (${parts.filter((part) => part !== null).join('; ')})`
}

const HOW: Readonly<Record<Link['link'], string>> = {
  wire: 'prints the copy of',
  quotes: 'quotes',
  cites: 'cites',
  told: 'was told by',
  'own reporting': 'by its own account',
  unnamed: 'cites somebody unnamed',
}

/**
 * A chain, a line for each link: who, how they have what follows, and where the article says so.
 * @param where the string of the article that its words stand in
 */
export function chainLines(chain: readonly Link[], where: Anchor['in']): string[] {
  if (chain.length === 0) return ['The article names nobody on whose word it is: the chain is unknown.']
  return chain.map(({ name, kind, link, anchor }, at) => {
    const isLast = at === chain.length - 1
    const how = isLast ? 'the innermost source that the article names' : HOW[link]
    const said = anchor === null ? '' : ` [${quotation(anchor.text, NAME)}, ${anchorWords({ in: where, ...anchor })}]`
    return `${at + 1}. ${quotation(name, NAME)} (${kind}) - ${how}${said}`
  })
}

/** What of a claim is told in a list. */
export type ClaimLine = Pick<
  Claim,
  | 'number'
  | 'speaker'
  | 'anchor'
  | 'type'
  | 'figures'
  | 'outlet'
  | 'headline'
  | 'published'
  | 'article'
  | 'saidTime'
  | 'permalink'
>

/** A claim in a list: who said what, where it stands, and its permalink. */
export function claimLines(claim: ClaimLine, most = 300): string[] {
  const { number, speaker, anchor, type, figures, outlet, headline, published, article, saidTime, permalink } = claim
  const who = type === 'none' ? `${outletWords(outlet)}, without naming a source` : nameWords(speaker?.name)
  return [
    `claim ${number}: ${who}: ${quotation(anchor.text, most)} (${anchorWords(anchor)})`,
    ...(figures.length === 0 ? [] : [`  figures: ${figures.map(figureWords).join('; ')}`]),
    `  said ${saidTime?.date ?? 'on a day not known'}; in ${outletWords(outlet)}, ${titleWords(headline)} (article ${article}), ${publishedWords(published)}`,
    `  ${permalink}`,
  ]
}

/** When a page was published, as it says. */
export const publishedWords = (published: string | null): string =>
  published === null ? 'date of publication not known' : `published ${quotation(published, 40)}`

/** A headline, of an article or of the article that a story is called by. */
export const titleWords = (title: string | null): string => (title === null ? 'no headline' : quotation(title, 160))

/** What was left out of an answer, and how to have it. @param what one of them */
export const leftWords = (left: number, what: string, cursor: string | null): string[] =>
  left === 0
    ? []
    : [`${counted(left, `more ${what}`)} left out: ask again with the same arguments and cursor "${cursor}".`]
