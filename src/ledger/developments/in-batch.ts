/** The developments of a batch: story by story what its new readings tell, then what was corrected. */
import { type Mention, mentionOf } from '../../stories/reading.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import type { Ledger } from '../open.ts'
import { nameOf, numberOf } from '../settled.ts'
import { storyTold } from '../told.ts'
import type { Batch } from './batch.ts'
import { denials } from './denials.ts'
import { type Fresh, newDrift, newRevisions } from './in-story.ts'
import { newClaims } from './new-claims.ts'
import { type Noticed, WORDLESS } from './noticed.ts'
import { articlesCorrected, claimsCorrected } from './retold.ts'

/** Developments of a story in one batch at most, the most serious: who brings an archive floods nobody. */
const MOST = 60
/** Articles of a story that is told as a whole; in a larger one origins, denials and corrections are noticed. */
const LARGEST = 400

/** What was noticed, with what the story of it is called. */
export interface InStory extends Noticed {
  readonly storyTitle: string | null
}

/** What is to be noticed in a batch, in the order in which it is told. */
export async function developmentsIn(ledger: Pick<Ledger, 'db'>, batch: Batch): Promise<InStory[]> {
  const { db } = ledger
  const corrected = [
    ...(await articlesCorrected(ledger, batch.readings)),
    ...(await claimsCorrected(ledger, batch.corrections)),
  ]
  const taken = new Set(corrected.map(({ claim }) => claim.number))
  const found: InStory[] = []
  for (const { story, readings } of await storiesOf(db, batch.readings)) {
    const whole = await storyReadings(db, story)
    const told = whole.length > LARGEST ? null : await storyTold(ledger, story)
    const own = await inStory(ledger, { batch, readings, whole, told, taken })
    found.push(...own.slice(0, MOST).map((one) => ({ ...one, storyTitle: told?.title ?? null })))
  }
  return [...corrected.map((one) => ({ ...one, storyTitle: null })), ...found]
}

interface Looked {
  readonly batch: Batch
  /** The story's new readings, and all that it has. */
  readonly readings: readonly number[]
  readonly whole: readonly number[]
  readonly told: StoryTold | null
  /** Claims that are told of already. */
  readonly taken: ReadonlySet<number>
}

/** What is new in a story, the most serious first: of one claim what is told more of is told. */
async function inStory(
  ledger: Pick<Ledger, 'db'>,
  { batch, readings, whole, told, taken }: Looked,
): Promise<Noticed[]> {
  const { db } = ledger
  const { origins } = await newClaims(ledger, readings, { after: batch.known, upTo: batch.readings.at(-1) ?? 0 })
  const names = await mentionsOf(db, whole)
  const isNew = new Set(readings.map(nameOf))
  const numbers = new Map([...names].map(([number, { mention }]) => [mention, number]))
  const articles = new Map(
    [...names.values()].map(({ mention, article }) => [mention.split('#')[0] as string, article]),
  )
  const fresh: Fresh = {
    isNew: (reading) => isNew.has(reading),
    claim: (mention) => numbers.get(mention),
    article: (reading) => articles.get(reading),
  }
  const told2 = told === null ? [] : [...newRevisions(told, fresh), ...newDrift(told, fresh)]
  const known = new Set([
    ...taken,
    ...told2.filter(({ kind }) => kind === 'figure changed').map(({ claim }) => claim.number),
  ])
  const others = origins
    .filter(({ fresh: own }) => !own.some((claim) => known.has(claim)))
    .flatMap(({ fresh: own }) => own.slice(0, 1))
    .filter((claim) => names.get(claim)?.isAnswered === true)
  const denied = await denials(
    ledger,
    whole,
    others.flatMap((claim) => names.get(claim)?.mention ?? []),
  )
  const origin = (claim: number): Noticed => {
    const mention = names.get(claim)?.mention
    const other = mention === undefined ? undefined : denied.get(mention)
    const before = other === undefined ? undefined : numbers.get(other)
    return before === undefined
      ? {
          ...WORDLESS,
          key: JSON.stringify(['new origin', claim]),
          kind: 'new origin',
          claim: { number: claim },
          before: null,
        }
      : {
          ...WORDLESS,
          key: JSON.stringify(['denial', claim]),
          kind: 'denial',
          claim: { number: claim },
          before: { number: before },
        }
  }
  const all = [...told2.filter(({ claim }) => !taken.has(claim.number)), ...others.map(origin)]
  return all
}

interface Named {
  readonly mention: Mention
  readonly article: number
  /** Whether somebody answers for it. */
  readonly isAnswered: boolean
}

/** The claims of readings by their numbers. */
async function mentionsOf(db: Ledger['db'], readings: readonly number[]): Promise<Map<number, Named>> {
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local', 'articleId', 'speaker'])
    .where('readingId', 'in', readings)
    .where('isHidden', '=', 0)
    .execute()
  return new Map(
    rows.map(({ id, readingId, local, articleId, speaker }) => [
      id,
      { mention: mentionOf(nameOf(readingId), local), article: articleId, isAnswered: speaker !== null },
    ]),
  )
}

/** The stories of readings, in the order in which these entered. */
async function storiesOf(
  db: Ledger['db'],
  readings: readonly number[],
): Promise<{ readonly story: number; readonly readings: readonly number[] }[]> {
  if (readings.length === 0) return []
  const rows = await db
    .selectFrom('storyMember')
    .select(['reading', 'storyId'])
    .where('reading', 'in', readings.map(nameOf))
    .execute()
  const placed = new Map(rows.map(({ reading, storyId }) => [numberOf(reading), storyId]))
  const standing = readings.filter((reading) => placed.has(reading))
  return [...Map.groupBy(standing, (reading) => placed.get(reading) as number)].map(([story, own]) => ({
    story,
    readings: own,
  }))
}

/** The readings of a story. */
async function storyReadings(db: Ledger['db'], story: number): Promise<number[]> {
  const rows = await db.selectFrom('storyMember').select('reading').where('storyId', '=', story).execute()
  return rows.map(({ reading }) => numberOf(reading))
}
