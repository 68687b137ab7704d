// How well a reading tells a page, against what people marked up. The body by 4-word shingles, precision and recall
// averaged over pages (article-extraction-benchmark), and by words (WCXB); Fundus's fields one by one. The body is the
// blocks other than captions; headline and deck stay out of it.
import type { Reading } from './engine.ts'
import type { Gold } from './pages.ts'
import { bagOf, f1Of, fold, meanOf, overlapOf, shinglesOf, sizeOf, wordsOf } from './words.ts'

/** So many right out of so many asked. */
export interface Tally {
  readonly right: number
  readonly of: number
}

/** Of so many given and so many to be found, so many agree. */
export interface Agreement {
  readonly agreed: number
  readonly given: number
  readonly wanted: number
}

export const tallied = ['paragraphs', 'leaks', 'captions', 'credits', 'title', 'day', 'instant'] as const
export type Tallied = (typeof tallied)[number]

/** One thing asked of a reading. */
interface Answer {
  readonly wanted: string
  readonly given: string | null
  readonly right: boolean
}

export interface PageScore {
  /** Null where nothing was given to be right or wrong. */
  readonly precision: number | null
  readonly recall: number
  readonly words: number
  readonly authors: Agreement
  readonly answers: Readonly<Record<Tallied, readonly Answer[]>>
  readonly empty: boolean
}

export interface SetScore extends Readonly<Record<Tallied, Tally>> {
  readonly pages: number
  readonly empty: number
  readonly precision: number
  readonly recall: number
  readonly shingles: number
  readonly words: number
  readonly authors: Agreement
}

export function bodyOf(reading: Reading | null): string {
  const blocks = reading?.blocks.filter(({ kind }) => kind !== 'caption') ?? []
  return blocks.map(({ start, end }) => reading?.text.slice(start, end)).join('\n')
}

/** The bodies that are right: a page with a summary is told well with it and without. */
function truthsOf({ body, text, main_content }: Gold): string[] {
  if (!body) return [text ?? main_content ?? '']
  const sections = body.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs])
  return [sections.join('\n'), [...body.summary, ...sections].join('\n')]
}

/** The right body that a given one comes closest to, with its precision and recall in shingles. */
export function closestTruth(gold: Gold, body: string): { text: string; precision: number; recall: number } {
  const given = bagOf(shinglesOf(wordsOf(body)))
  const size = sizeOf(given)
  const scored = truthsOf(gold).map((text) => {
    const wanted = bagOf(shinglesOf(wordsOf(text)))
    const shared = overlapOf(wanted, given)
    return { text, precision: size ? shared / size : 0, recall: wanted.size ? shared / sizeOf(wanted) : 1 }
  })
  return scored.reduce((best, next) =>
    f1Of(next.precision, next.recall) > f1Of(best.precision, best.recall) ? next : best,
  )
}

function wordF1(truth: string, body: string): number {
  const wanted = bagOf(wordsOf(truth.toLowerCase()))
  const given = bagOf(wordsOf(body.toLowerCase()))
  const size = sizeOf(wanted) + sizeOf(given)
  return size ? (2 * overlapOf(wanted, given)) / size : 1
}

/** Names as sets: a line of them is taken apart, a "by" before one dropped. */
function namesOf(names: readonly string[] | string | null | undefined): Set<string> {
  const list = typeof names === 'string' ? names.split(/\s*(?:;|,|\||\/|\band\b|&|\n)\s*/) : (names ?? [])
  return new Set(list.map((name) => fold(name).replace(/^(by|von|par|por) /, '')).filter((name) => name.length > 1))
}

const dayOf = (time: string | null | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0]

const answerTo = (
  wanted: string,
  given: string | null | undefined,
  same: (wanted: string, given: string) => boolean,
): Answer => ({ wanted, given: given ?? null, right: same(wanted, given ?? '') })

/** Times that are printed to the minute differ by less than this, in milliseconds, when they are the same. */
const minute = 61_000

export function scorePage(gold: Gold, reading: Reading | null): PageScore {
  const body = bodyOf(reading)
  const truth = closestTruth(gold, body)
  const printed = fold(body)
  const printedTruth = fold(truth.text)

  const images = reading?.images ?? []
  const captionsGiven = images.map(({ caption }) => fold(caption)).filter((caption) => caption !== '')
  const creditsGiven = images.map(({ credit }) => fold(credit))
  // A caption of a word or two proves nothing, nor does one that the article says too.
  const captions = (gold.images ?? [])
    .map(({ caption }) => fold(caption))
    .filter((caption) => caption.length > 15 && !printedTruth.includes(caption))
  const credits = (gold.images ?? []).flatMap(({ authors }) => authors ?? []).map(fold)

  const namesWanted = gold.authors ?? gold.author
  const wanted = namesOf(namesWanted)
  const given = namesWanted?.length ? namesOf(reading?.bylines) : new Set<string>()

  const published = gold.publishing_date ?? gold.publish_date
  const day = dayOf(published)

  return {
    precision: wordsOf(body).length ? truth.precision : null,
    recall: truth.recall,
    words: wordF1(truth.text, body),
    empty: wordsOf(body).length < 10,
    authors: { agreed: [...given].filter((name) => wanted.has(name)).length, given: given.size, wanted: wanted.size },
    answers: {
      paragraphs: (gold.body?.sections ?? [])
        .flatMap(({ paragraphs }) => paragraphs)
        .map((wanted) => ({ wanted, given: null, right: printed.includes(fold(wanted)) })),
      leaks: captions.map((wanted) => ({ wanted, given: null, right: printed.includes(wanted) })),
      captions: captions.map((wanted) => ({
        wanted,
        given: captionsGiven.join(' | '),
        right: captionsGiven.some(
          (given) => given.includes(wanted) || (wanted.includes(given) && given.length > wanted.length * 0.7),
        ),
      })),
      credits: credits
        .filter((wanted) => wanted.length > 3)
        .map((wanted) => ({
          wanted,
          given: creditsGiven.join(' | '),
          right: creditsGiven.some((given) => given.includes(wanted)),
        })),
      title: gold.title ? [answerTo(gold.title, reading?.headline, (one, other) => fold(one) === fold(other))] : [],
      day:
        published && day ? [answerTo(published, reading?.published, (one, other) => dayOf(one) === dayOf(other))] : [],
      instant:
        published && day && /[T ]\d/.test(published)
          ? [
              answerTo(
                published,
                reading?.published,
                (one, other) => Math.abs(Date.parse(one) - Date.parse(other)) < minute,
              ),
            ]
          : [],
    },
  }
}

export function scoreSet(pages: readonly PageScore[]): SetScore {
  const sum = (value: (page: PageScore) => number) => pages.reduce((total, page) => total + value(page), 0)
  const tallyFor = (name: Tallied): Tally => ({
    right: sum(({ answers }) => answers[name].filter(({ right }) => right).length),
    of: sum(({ answers }) => answers[name].length),
  })
  const precision = meanOf(pages.flatMap((page) => page.precision ?? []))
  const recall = meanOf(pages.map((page) => page.recall))
  return {
    pages: pages.length,
    empty: pages.filter((page) => page.empty).length,
    precision,
    recall,
    shingles: f1Of(precision, recall),
    words: meanOf(pages.map((page) => page.words)),
    authors: {
      agreed: sum(({ authors }) => authors.agreed),
      given: sum(({ authors }) => authors.given),
      wanted: sum(({ authors }) => authors.wanted),
    },
    paragraphs: tallyFor('paragraphs'),
    leaks: tallyFor('leaks'),
    captions: tallyFor('captions'),
    credits: tallyFor('credits'),
    title: tallyFor('title'),
    day: tallyFor('day'),
    instant: tallyFor('instant'),
  }
}

export const agreementF1 = ({ agreed, given, wanted }: Agreement): number => (2 * agreed) / (given + wanted)
