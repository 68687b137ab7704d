/**
 * Peculiarities: what two reports share that neither would come to alone - a name spelled as hardly anyone spells it, a
 * word doubled by mistake, a quotation with the same word dropped or changed. As in textual criticism (Maas, 1927), a
 * shared error tells kinship where agreement in what is right tells nothing.
 */
import type { Span } from '../../page/article.ts'
import { fold } from '../../page/fold.ts'
import { alteredQuotations } from './altered-quotation.ts'
import type { Overlap } from './copies.ts'
import { oddForms } from './odd-spelling.ts'
import { type Told, type Usage, usagesIn } from './usage.ts'

/** Where an article has it first. */
export interface Place extends Span {
  readonly article: string
}

export interface Peculiarity {
  readonly kind: 'odd spelling' | 'doubled word' | 'altered quotation'
  /** As printed: the odd form, and what most have; null where it is wrong by itself. */
  readonly text: string
  readonly instead: string | null
  /** How many articles have it right. */
  readonly usual: number
  readonly strength: 'strong' | 'fair'
  /** The articles that share it. */
  readonly places: readonly Place[]
}

/** A share of text from which two articles are no two witnesses of how a word is spelled. */
const ONE_TEXT = 0.2

/**
 * The peculiarities that at least two of some texts share.
 * @param overlaps which of them have text in common
 */
export function peculiaritiesOf(texts: readonly Told[], overlaps: Iterable<Overlap> = []): Peculiarity[] {
  if (texts.length < 2) return []
  const numberOf = textNumbers(texts, overlaps)
  return [...oddSpellings(texts, numberOf), ...doubledWords(texts), ...quotations(texts, numberOf)]
}

/** Texts with much in common numbered alike. */
function textNumbers(texts: readonly Told[], overlaps: Iterable<Overlap>): (id: string) => number {
  const parent = new Map(texts.map(({ id }) => [id, id]))
  const top = (id: string): string => {
    let at = id
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up
    parent.set(id, at)
    return at
  }
  for (const { one, other, share } of overlaps)
    if (share >= ONE_TEXT && parent.has(one) && parent.has(other)) parent.set(top(other), top(one))
  const numbers = new Map<string, number>()
  for (const { id } of texts) if (!numbers.has(top(id))) numbers.set(top(id), numbers.size)
  return (id) => numbers.get(top(id)) as number
}

const placesOf = (articles: ReadonlyMap<string, Span>): Place[] =>
  [...articles].map(([article, { start, end }]) => ({ article, start, end }))

function oddSpellings(texts: readonly Told[], numberOf: (id: string) => number): Peculiarity[] {
  const usages = usagesIn(texts, numberOf)
  return oddForms(usages).map(({ odd, usual }) => {
    const [those, most] = [usages.get(odd) as Usage, usages.get(usual) as Usage]
    return {
      kind: 'odd spelling',
      text: odd,
      instead: usual,
      usual: most.articles.size,
      strength: most.texts.size >= 3 * those.texts.size ? 'strong' : 'fair',
      places: placesOf(those.articles),
    }
  })
}

const DOUBLED = /(?<![\p{L}\p{N}-])(\p{L}{2,12}) \1(?![\p{L}\p{N}-])(?: \p{L}+){0,2}/giu
/** Words that are rightly doubled: had had, that that, and what is said for weight. */
const RIGHTLY = /^(?:had|that|very|so|no|bye|never|again|many|far|long)$/i

/** A word doubled by mistake before the same words; a name may be (New York New York, Duran Duran). */
function doubledWords(texts: readonly Told[]): Peculiarity[] {
  const users = new Map<string, { readonly text: string; readonly articles: Map<string, Span> }>()
  for (const { id, text } of texts)
    for (const match of text.matchAll(DOUBLED)) {
      const [words, word = ''] = match
      if (RIGHTLY.test(word) || /^\p{Lu}/u.test(words.slice(word.length + 1))) continue
      const user = users.get(fold(words)) ?? { text: words, articles: new Map<string, Span>() }
      users.set(fold(words), user)
      if (!user.articles.has(id)) user.articles.set(id, { start: match.index, end: match.index + words.length })
    }
  return [...users.values()]
    .filter(({ articles }) => articles.size >= 2)
    .map(({ text, articles }) => ({
      kind: 'doubled word',
      text,
      instead: null,
      usual: 0,
      strength: 'strong',
      places: placesOf(articles),
    }))
}

const quotations = (texts: readonly Told[], numberOf: (id: string) => number): Peculiarity[] =>
  alteredQuotations(texts, numberOf).map(({ text, instead, articles, usual }) => ({
    kind: 'altered quotation',
    text,
    instead,
    usual,
    strength: 'fair',
    places: placesOf(articles),
  }))
