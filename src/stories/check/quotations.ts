/**
 * Quotations of one statement that are not word for word the same. Words between quotation marks are the speaker's: what
 * is left out is marked, what is put in stands in brackets.
 */
import type { Claim } from '../../claims/claim.ts'
import { documentOf } from '../../language/document.ts'
import { type Anchor, type Found, type Matter, quoted, type Rule } from './rule.ts'

interface Word {
  readonly low: string
  readonly start: number
  readonly end: number
}

interface Quoted {
  readonly in: Anchor['in']
  readonly text: string
  readonly start: number
  readonly words: readonly Word[]
  readonly paragraph: number
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
/** A quotation that says itself that it was changed. */
const MARKED = /…|\.\.\.|\. \. \.|[[\]()]/
/** Shorter quotations are single expressions; longer ones are no quotation anybody repeats. */
const SHORTEST = 4
const LONGEST = 120
/** So much of the shorter quotation must stand in the other in order, */
const SHARED = 0.75
/** and so many words; within the text, where speakers repeat themselves, more. */
const LEAST = 4
const LEAST_IN_TEXT = 7
/** No more words than this may differ. */
const CHANGED = 3
/** As many quotations are held against each other. */
const MOST = 150

function wordsOf(text: string, from: number, to: number): Word[] {
  return Array.from(text.slice(from, to).matchAll(WORD), ({ index, 0: word }) => ({
    low: word.toLowerCase().replaceAll('’', "'"),
    start: from + index,
    end: from + index + word.length,
  }))
}

/** The quotations of a string of the article. */
function quotedIn(text: string, place: Anchor['in'], blocks?: Matter['article']['blocks']): Quoted[] {
  const { quotations, paragraphs } = documentOf(text, blocks)
  return quotations
    .filter(({ depth, closed, inner }) => depth === 0 && closed && !MARKED.test(text.slice(inner.start, inner.end)))
    .map(({ inner }) => ({
      in: place,
      text: text.slice(inner.start, inner.end),
      start: inner.start,
      words: wordsOf(text, inner.start, inner.end),
      paragraph: place === 'text' ? paragraphs.findIndex(({ end }) => inner.start < end) : -1,
    }))
    .filter(({ words }) => words.length >= SHORTEST && words.length <= LONGEST)
}

export const quoteAltered: Rule = {
  id: 'quote-altered',
  summary: 'a quotation in other words than another quotation of the same',
  severity: 'warning',
  find: ({ article: { headline, deck, text, blocks }, claims }) => {
    const own = quotedIn(text, 'text', blocks).slice(0, MOST)
    const above = [
      ...(headline === null ? [] : quotedIn(headline, 'headline')),
      ...(deck === null ? [] : quotedIn(deck, 'deck')),
    ]
    const said = ` ${wordsOf(text, 0, text.length)
      .map(({ low }) => low)
      .join(' ')} `
    const isVerbatim = ({ words }: Quoted) => said.includes(` ${words.map(({ low }) => low).join(' ')} `)
    const pairs = [
      ...above.filter((one) => !isVerbatim(one)).flatMap((one) => own.map((other) => [one, other] as const)),
      ...own.flatMap((other, i) => own.slice(i + 1).map((one) => [one, other] as const)),
    ]
    const found = pairs.flatMap(([one, other]): Found[] => {
      if (one.in === 'text' && (one.paragraph === other.paragraph || !isSpeakerSame(one, other, claims))) return []
      const change = changeBetween(one, other)
      return change === null ? [] : [change]
    })
    return found.filter(
      ({ at }, i) => !found.slice(0, i).some((earlier) => earlier.at.in === at.in && earlier.at.start === at.start),
    )
  },
}

/** Have both quotations the same speaker, as far as they are known? */
function isSpeakerSame(one: Quoted, other: Quoted, claims: readonly Claim[]): boolean {
  const speakerOf = ({ start, text, in: place }: Quoted) =>
    claims.find(({ in: own, content }) => own === place && content.start < start + text.length && start < content.end)
      ?.speaker ?? null
  const [a, b] = [speakerOf(one), speakerOf(other)]
  return a !== null && b !== null && (a.key ?? a.name) === (b.key ?? b.name)
}

/** What a quotation has otherwise than another of the same words, or null where they are the same or two statements. */
function changeBetween(one: Quoted, other: Quoted): Found | null {
  const [a, b] = [one.words.map(({ low }) => low), other.words.map(({ low }) => low)]
  const least = Math.max(one.in === 'text' ? LEAST_IN_TEXT : LEAST, Math.min(a.length, b.length) * SHARED)
  // Words in common in any order are counted first, which is far cheaper.
  const theirsAll = new Set(b)
  if (a.filter((word) => theirsAll.has(word)).length < least) return null
  const matched = commonOrder(a, b)
  if (matched.length < least) return null
  const [first, last] = [matched[0], matched.at(-1)]
  if (first === undefined || last === undefined) return null
  // the stretch of each that tells the same; what stands before and after it is only more of the statement
  const mine = a.slice(first[0], last[0] + 1)
  const theirs = b.slice(first[1], last[1] + 1)
  const changed = Math.max(mine.length, theirs.length) - matched.length
  // a word put for another at either end of the shorter one
  const edges = a.length <= b.length ? a.length - mine.length : b.length - theirs.length
  if (changed === 0 || changed + edges > CHANGED) return null
  const span = { start: (one.words[first[0]] as Word).start, end: (one.words[last[0]] as Word).end }
  const from = { start: (other.words[first[1]] as Word).start, end: (other.words[last[1]] as Word).end }
  const words = one.text.slice(span.start - one.start, span.end - one.start)
  const theirWords = other.text.slice(from.start - other.start, from.end - other.start)
  return {
    at: { in: one.in, ...span, text: words },
    message: `Quoted as ${quoted(words)} here, as ${quoted(theirWords)} ${one.in === 'text' ? 'elsewhere' : 'in the text'}`,
    other: { in: other.in, ...from, text: theirWords },
    advice:
      'Quote it word for word in both places; mark what is left out with an ellipsis, what is put in with brackets.',
  }
}

/** The longest run of words that both have in the same order: pairs of indices. */
function commonOrder(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const table = new Uint8Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] as number) + 1
          : Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number)) i++
    else j++
  }
  return pairs
}
