/**
 * What stands in the search index for a claim or an article: its words, then a term for each field's words and values. A
 * field's terms begin with a letter and `_`, which no word of a text has.
 */
import { surnameKey } from '../../language/keys.ts'
import { amountTerms } from './amounts.ts'
import { happenedTerms, saidTerms } from './calendar.ts'
import type { NameField, ValueField } from './fields.ts'
import { termsOf, type Word, wordsOf } from './words.ts'

/** Words of one entry beyond these are not looked for; PostgreSQL counts places to 16,383. */
const MOST_WORDS = 4000

/** Every entry has it: what only excludes is asked of all. */
export const EVERY = 'x_all'
/** The page does not say when it was published. */
export const UNDATED = 'x_undated'
/** A word as it is written, for beginnings of words whose stems have lost them. */
export const WRITTEN = 'r_'

const NAME: Readonly<Record<NameField, string>> = { speaker: 's_', outlet: 'o_', place: 'p_', of: 'n_' }
const VALUE: Readonly<Record<ValueField, string>> = {
  measure: 'm_',
  unit: 'u_',
  kind: 'k_',
  type: 't_',
  drift: 'y_',
  lang: 'l_',
}

/** Shorter names that sound alike are others: Lee and Li. */
const SPELLED_ALIKE = 5

/** A name's word in one spelling: Zelensky, Zelenskyy. */
function spellingOf(plain: string, least: number): string {
  const key = plain.length >= least ? surnameKey(plain) : plain
  return key === '' ? plain : key
}

/**
 * A word of a name as a field's term. What is counted is named in common words: of those the stem.
 * @param isBeginning it is the beginning of a longer word
 */
export const nameTerm = (field: NameField, { plain, term }: Word, isBeginning = false): string =>
  NAME[field] + (field === 'of' ? term : spellingOf(plain, isBeginning ? 0 : SPELLED_ALIKE))

const nameTerms = (field: NameField, name: string | null): string[] =>
  name === null ? [] : wordsOf(name, { most: MOST_WORDS }).map((word) => nameTerm(field, word))

/** A value as a term: its letters and digits. */
export const valueTerm = (field: ValueField, value: string): string => VALUE[field] + termsOf(value, 16).join('')

const valueTerms = (field: ValueField, value: string | null): string[] => {
  if (value === null) return []
  const term = valueTerm(field, value)
  return term === VALUE[field] ? [] : [term]
}

export const articleTerm = (id: number): string => `a_${id}`

/** A claim, as far as it is looked for. */
export interface ClaimEntry {
  readonly article: number
  readonly content: string
  readonly speaker: string | null
  readonly speakerKind: string | null
  readonly kinds: readonly string[]
  readonly type: string | null
  readonly place: string | null
  readonly saidOn: string | null
  readonly happenedFrom: string | null
  readonly happenedTo: string | null
  readonly figures: readonly {
    readonly low: number | null
    readonly high: number | null
    readonly measure: string | null
    readonly unit: string | null
    readonly population: string | null
  }[]
  readonly drift: readonly string[]
}

/** An article, as far as it is looked for. */
export interface ArticleEntry {
  readonly article: number
  readonly headline: string | null
  readonly deck: string | null
  readonly outlet: string | null
  readonly lang: string | null
  readonly isDated: boolean
  readonly drift: readonly string[]
}

/** A claim's terms by what they are of: for the claim itself, and for the article with its other claims. */
export interface ClaimTerms {
  readonly content: readonly string[]
  readonly speaker: readonly string[]
  readonly written: readonly string[]
  readonly fields: readonly string[]
}

/** What stands in the index for a claim, but for what its article says. */
export function termsOfClaim(claim: ClaimEntry): ClaimTerms {
  const content = wordsOf(claim.content, { most: MOST_WORDS })
  const speaker = wordsOf(claim.speaker ?? '', { most: MOST_WORDS })
  return {
    content: content.map(({ term }) => term),
    speaker: speaker.map(({ term }) => term),
    written: writtenOtherwise([...content, ...speaker]),
    fields: fieldTerms(claim),
  }
}

const writtenOtherwise = (words: readonly Word[]): string[] => [
  ...new Set(words.filter(({ plain, term }) => plain !== term).map(({ plain }) => WRITTEN + plain)),
]

/** The terms of a claim in their places, which phrases are looked for by. */
export const claimTerms = ({ content, speaker, written, fields }: ClaimTerms, article: ArticleEntry): string[] => [
  ...content,
  // Terms between words part them: no phrase goes across.
  EVERY,
  ...speaker,
  ...written,
  ...fields,
  ...placeTerms(article),
]

/** The terms of an article: its headline and deck, then all that its claims have. */
export function articleTerms(article: ArticleEntry, claims: readonly ClaimTerms[]): string[] {
  const lines = [article.headline, article.deck].map((line) => wordsOf(line ?? '', { most: MOST_WORDS }))
  const terms = [EVERY, ...lines.flatMap((words) => [...words.map(({ term }) => term), EVERY])]
  for (const { content, speaker } of claims) {
    if (terms.length > MOST_WORDS) break
    terms.push(...content, EVERY, ...speaker, EVERY)
  }
  return [
    ...terms,
    ...new Set([...writtenOtherwise(lines.flat()), ...claims.flatMap(({ written }) => written)]),
    ...claims.flatMap(({ fields }) => fields),
    ...article.drift.flatMap((kind) => valueTerms('drift', kind)),
    ...placeTerms(article),
  ]
}

function fieldTerms(claim: ClaimEntry): string[] {
  return [
    ...nameTerms('speaker', claim.speaker),
    ...valueTerms('type', claim.type),
    ...claim.kinds.flatMap((kind) => valueTerms('kind', kind)),
    ...nameTerms('place', claim.place),
    ...saidTerms(claim.saidOn),
    ...happenedTerms(claim.happenedFrom, claim.happenedTo),
    ...claim.figures.flatMap((figure) => [
      ...nameTerms('of', figure.population),
      'n_',
      ...valueTerms('measure', figure.measure),
      ...valueTerms('unit', figure.unit),
      ...amountTerms(figure),
    ]),
    ...claim.drift.flatMap((kind) => valueTerms('drift', kind)),
  ]
}

const placeTerms = (article: ArticleEntry): string[] => [
  articleTerm(article.article),
  ...nameTerms('outlet', article.outlet),
  ...valueTerms('lang', article.lang),
  ...(article.isDated ? [] : [UNDATED]),
]
