/**
 * Altered quotations: the words of a speaker that a few give with the same word dropped, put in or changed, where more
 * give them otherwise. What is cut off at a quotation's ends is a desk's choice, as is another country's spelling.
 */
import type { Span } from '../../page/article.ts'
import type { Told } from './usage.ts'

/** A quotation in one wording: who has it, and where. */
interface Wording {
  readonly text: string
  readonly words: readonly string[]
  readonly articles: Map<string, Span>
  readonly texts: Set<number>
}

interface AlteredQuotation {
  readonly text: string
  readonly instead: string
  readonly articles: ReadonlyMap<string, Span>
  readonly usual: number
}

/** Words of a quotation long enough to be known again with a word changed. */
const QUOTED_WORDS = 6
/** Longer ones are texts, not quotations. */
const LONGEST = 2000
/** Words by whose beginning or end a quotation is found. */
const ENDS = 3
/** Wordings under one beginning or end. */
const POSTED = 32

const QUOTED = /["“]([^"“”\n]{12,2000})["”]/g

/** The quotations that at least two give with the same change against what more give. */
export function alteredQuotations(texts: readonly Told[], numberOf: (id: string) => number): AlteredQuotation[] {
  const wordings = wordingsIn(texts, numberOf)
  const found = new Map<string, Wording[]>()
  const endsOf = ({ words }: Wording) => [`^${words.slice(0, ENDS).join(' ')}`, `$${words.slice(-ENDS).join(' ')}`]
  for (const wording of wordings)
    for (const end of endsOf(wording)) {
      const some = found.get(end)
      if (some === undefined) found.set(end, [wording])
      else if (some.length < POSTED) some.push(wording)
    }
  return wordings.flatMap((wording) => {
    if (wording.articles.size < 2) return []
    const usual = endsOf(wording)
      .flatMap((end) => found.get(end) ?? [])
      .find((other) => other.texts.size > wording.texts.size && isOneChange(wording.words, other.words))
    if (usual === undefined) return []
    return [{ text: wording.text, instead: usual.text, articles: wording.articles, usual: usual.articles.size }]
  })
}

function wordingsIn(texts: readonly Told[], numberOf: (id: string) => number): Wording[] {
  const wordings = new Map<string, Wording>()
  for (const { id, text } of texts)
    for (const match of text.matchAll(QUOTED)) {
      const quoted = match[1] as string
      if (quoted.length > LONGEST) continue
      const words = quoted.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
      if (words.length < QUOTED_WORDS) continue
      const key = words.join(' ')
      const wording = wordings.get(key) ?? { text: quoted, words, articles: new Map(), texts: new Set() }
      wordings.set(key, wording)
      const start = match.index + 1
      if (!wording.articles.has(id)) wording.articles.set(id, { start, end: start + quoted.length })
      wording.texts.add(numberOf(id))
    }
  return [...wordings.values()]
}

/** Words on either side of a change. */
const AROUND = 2

/** Whether two rows of words differ in one word within: left out, put in, or another. */
function isOneChange(one: readonly string[], other: readonly string[]): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  let tail = 0
  while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  const [a, b] = [one.length - head - tail, other.length - head - tail]
  if (Math.max(a, b) !== 1 || head < AROUND || tail < AROUND) return false
  return a === 0 || b === 0 || plainly(one[head] as string) !== plainly(other[head] as string)
}

/** A word without the marks of one country's spelling: colour, organise, centre. */
const plainly = (word: string): string =>
  word
    .replace(/our/g, 'or')
    .replace(/ys(?=[ei])|is(?=[ei])/g, 'iz')
    .replace(/tre$/, 'ter')
    .replace(/([lt])\1/g, '$1')
