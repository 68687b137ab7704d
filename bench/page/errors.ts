// The pages that our reader tells worst, to be read by eye: what is missing from the body and what should not be in it,
// each passage with the words around it, and every field that came out otherwise.
import type { Reading } from './engine.ts'
import { type FactField, type Facts, factFields, linksInBody, scoreFacts } from './facts.ts'
import type { Gold } from './pages.ts'
import { bodyOf, closestTruth, type PageScore, type Tallied, tallied } from './score.ts'
import { f1Of, placedWords, shinglesOf, type Word } from './words.ts'

export interface Judged {
  readonly id: string
  readonly url: string
  readonly gold: Gold
  readonly reading: Reading | null
  readonly score: PageScore
  readonly facts: Facts | undefined
}

/** As much of a passage as is printed at either end, and as much of the words around it, in characters. */
const shownOfPassage = 200
const shownAround = 60

const textsOf = (words: readonly Word[]) => words.map(({ text }) => text)

/** The passages of a text of which no four words in a row stand in the other. */
function passagesNotIn(text: string, other: string): string[] {
  const words = placedWords(text)
  const known = new Set(shinglesOf(textsOf(placedWords(other))))
  const kept = new Set<number>()
  for (const [at, shingle] of shinglesOf(textsOf(words)).entries()) {
    if (known.has(shingle)) for (let word = at; word < at + 4; word++) kept.add(word)
  }
  const passages: string[] = []
  let from: number | null = null
  for (let at = 0; at <= words.length; at++) {
    const apart = at < words.length && !kept.has(at)
    if (apart) from ??= at
    else if (from !== null) {
      passages.push(inContext(text, words[from]?.start ?? 0, words[at - 1]?.end ?? text.length))
      from = null
    }
  }
  return passages
}

function inContext(text: string, start: number, end: number): string {
  const passage = text.slice(start, end)
  const shown =
    passage.length > shownOfPassage * 2 + 40
      ? `${passage.slice(0, shownOfPassage)} ...${passage.length - 2 * shownOfPassage} more... ${passage.slice(-shownOfPassage)}`
      : passage
  const around = `${text.slice(Math.max(0, start - shownAround), start)}[[${shown}]]${text.slice(end, end + shownAround)}`
  return around.replace(/\s*\n\s*/g, ' / ')
}

const pageF1 = ({ precision, recall }: PageScore) => f1Of(precision ?? 0, recall)

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/** The worst pages of a set, worst first. */
export function worstPages(pages: readonly Judged[], count: number): string {
  const worst = pages.toSorted((one, other) => pageF1(one.score) - pageF1(other.score)).slice(0, count)
  return worst
    .map(({ id, url, gold, reading, score }) => {
      const body = bodyOf(reading)
      const { text } = closestTruth(gold, body)
      return [
        `## ${id}  F1 ${pageF1(score).toFixed(3)}  P ${(score.precision ?? 0).toFixed(3)}  R ${score.recall.toFixed(3)}  words ${score.words.toFixed(3)}`,
        `   ${url}`,
        ...passagesNotIn(text, body).map((passage) => `  - missing: ${passage}`),
        ...passagesNotIn(body, text).map((passage) => `  + extra:   ${passage}`),
      ].join('\n')
    })
    .join('\n\n')
}

/** Every field that came out otherwise than marked up, at most so many a field. */
export function wrongFields(pages: readonly Judged[], count: number): string {
  const lines = (field: string, wrong: readonly string[]) =>
    wrong.length === 0 ? [] : [`### ${field}: ${wrong.length} wrong`, ...wrong.slice(0, count)]
  const asked = tallied.filter(
    (field): field is Exclude<Tallied, 'paragraphs' | 'day'> => field !== 'paragraphs' && field !== 'day',
  )
  const marked = asked.flatMap((field) =>
    lines(
      field,
      pages.flatMap(({ id, score }) =>
        score.answers[field]
          .filter(({ right }) => right === (field === 'leaks'))
          .map(
            ({ wanted, given }) => `  ${id}\n    wanted: ${wanted}${given === null ? '' : `\n    given:  ${given}`}`,
          ),
      ),
    ),
  )
  const authors = lines(
    'authors',
    pages
      .filter(({ score: { authors } }) => authors.agreed < Math.max(authors.given, authors.wanted))
      .map(
        ({ id, gold, reading }) =>
          `  ${id}\n    wanted: ${show(gold.authors ?? gold.author)}\n    given:  ${show(reading?.bylines)}`,
      ),
  )
  const facts = factFields.flatMap((field) =>
    lines(
      field,
      pages.flatMap((page) => wrongFact(page, field)),
    ),
  )
  return [...marked, ...authors, ...facts].join('\n')
}

function wrongFact({ id, url, reading, facts }: Judged, field: FactField): string[] {
  if (!facts) return []
  const { agreed, given, wanted } = scoreFacts(facts, reading, url)[field]
  if (agreed === Math.max(given, wanted)) return []
  const found = field === 'related' ? linksInBody(reading) : reading?.[field]
  return [`  ${id}\n    wanted: ${show(facts[field])}\n    given:  ${show(found)}`]
}
