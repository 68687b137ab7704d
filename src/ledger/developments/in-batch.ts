/**
 * The developments of a batch: what was corrected, then story by story what its articles tell. They are taken as they stand
 * by now, whatever else entered meanwhile; that is new which no reading known before the batch had.
 */
import { type Mention, mentionOf } from '../../stories/reading.ts'
import type { Statement } from '../../stories/statement.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import * as shapes from '../neighbourhood/shapes.ts'
import type { Ledger } from '../open.ts'
import { nameOf } from '../settled.ts'
import { loaded } from '../story-rows.ts'
import type { Tables } from '../tables.ts'
import { storyTold } from '../told.ts'
import type { Batch } from './batch.ts'
import { denials } from './denials.ts'
import { type Fresh, newDrift, newRevisions } from './in-story.ts'
import { newClaims } from './new-claims.ts'
import { type Noticed, WORDLESS } from './noticed.ts'
import { articlesCorrected, claimsCorrected } from './retold.ts'
import { knownAmong, standingOf, storiesOf, storyReadings } from './standing.ts'
import { isWorthTelling } from './worth-telling.ts'

/** Developments of a story in one batch at most, the most serious: who brings an archive floods nobody. */
const MOST = 60
/** Articles of a story that is told as a whole; of a larger one drift and revisions are not looked for. */
const LARGEST = 400

/** What was noticed, with what the story of it is called. */
export interface InStory extends Noticed {
  readonly storyTitle: string | null
}

/** What is to be noticed in a batch, in the order in which it is told. */
export async function developmentsIn(ledger: Pick<Ledger, 'db'>, batch: Batch): Promise<InStory[]> {
  const standing = await standingOf(ledger.db, batch.articles)
  const corrected = [
    ...(await articlesCorrected(ledger, standing, batch.known)),
    ...(await claimsCorrected(ledger, batch.corrections)),
  ]
  const taken = new Set(corrected.map(({ claim }) => claim.number))
  const titles = await titlesOf(
    ledger,
    corrected.map(({ claim }) => claim.number),
  )
  const found: InStory[] = corrected.map((one) => ({ ...one, storyTitle: titles.get(one.claim.number) ?? null }))
  for (const { story, readings } of await storiesOf(ledger.db, standing)) {
    const whole = await storyReadings(ledger.db, story)
    const told = await toldWhole(ledger, story, whole.length)
    const own = await inStory(ledger, { batch, readings, whole, told, taken })
    const most = own.slice(0, MOST).sort((one, other) => one.claim.number - other.claim.number)
    found.push(...most.map((one) => ({ ...one, storyTitle: told?.title ?? null })))
  }
  return found
}

/** A story; null where it is too large to be told as a whole. */
const toldWhole = (ledger: Pick<Ledger, 'db'>, story: number, articles: number): Promise<StoryTold | null> =>
  articles > LARGEST ? Promise.resolve(null) : storyTold(ledger, story)

/** What the stories of claims are called. */
async function titlesOf(ledger: Pick<Ledger, 'db'>, claims: readonly number[]): Promise<Map<number, string | null>> {
  const titles = new Map<number, string | null>()
  if (claims.length === 0) return titles
  const rows = await ledger.db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.articleId')
    .innerJoin('reading', 'reading.versionId', 'article.versionId')
    .select(['claim.id', 'reading.id as reading'])
    .where('reading.isCurrent', '=', 1)
    .where('claim.id', 'in', claims)
    .execute()
  for (const { story, readings } of await storiesOf(
    ledger.db,
    rows.map(({ reading }) => reading),
  )) {
    const told = await toldWhole(ledger, story, (await storyReadings(ledger.db, story)).length)
    for (const { id } of rows.filter(({ reading }) => readings.includes(reading))) titles.set(id, told?.title ?? null)
  }
  return titles
}

interface Looked {
  readonly batch: Batch
  /** The readings of the batch's articles in the story, and all that it has. */
  readonly readings: readonly number[]
  readonly whole: readonly number[]
  /** The story; null where it is too large to be told as a whole. */
  readonly told: StoryTold | null
  /** Claims that are told of already. */
  readonly taken: ReadonlySet<number>
}

/** What is new in a story, the most serious first; of one origin what is told more of is told. */
async function inStory(
  ledger: Pick<Ledger, 'db'>,
  { batch, readings, whole, told, taken }: Looked,
): Promise<Noticed[]> {
  const { origins } = await newClaims(ledger, readings, { after: batch.known, upTo: batch.last })
  const named = await claimsNamed(ledger.db, whole)
  const byMention = new Map([...named.values()].map((one) => [one.mention, one]))
  const articles = new Map([...named.values()].map(({ readingId, articleId }) => [nameOf(readingId), articleId]))
  const known = told === null ? new Set() : await knownAmong(ledger.db, whole, batch.known)
  const fresh: Fresh = {
    isNew: (reading) => !known.has(reading),
    claim: (mention) => byMention.get(mention),
    article: (reading) => articles.get(reading),
  }
  const changed = told === null ? [] : [...newRevisions(told, fresh), ...newDrift(told, fresh)]
  const untaken = changed.filter(({ claim }) => !taken.has(claim.number))
  const revised = untaken.flatMap(({ toldIn, claim }) => (toldIn === null ? [claim.number] : []))
  const toldAlready = new Set([...taken, ...revised])
  const others = origins
    .filter((origin) => !origin.fresh.some((claim) => toldAlready.has(claim)))
    .flatMap((origin) => named.get(origin.fresh[0] ?? 0) ?? [])
  return [...untaken, ...(await originsTold(ledger, whole, others, byMention))]
}

/** New origins that are worth telling, those that deny another first. */
async function originsTold(
  ledger: Pick<Ledger, 'db'>,
  whole: readonly number[],
  origins: readonly Named[],
  byMention: ReadonlyMap<Mention, Named>,
): Promise<Noticed[]> {
  const statements = await loaded<Mention, Statement>(
    ledger.db,
    shapes.STATEMENT,
    origins.map(({ mention }) => mention),
  )
  const told = origins.filter((one) => {
    const statement = statements.get(one.mention)
    return statement !== undefined && isWorthTelling(one, statement)
  })
  const denied = await denials(
    ledger,
    whole,
    told.flatMap(({ mention }) => statements.get(mention) ?? []),
  )
  const noticed = told.map(({ id, mention }): Noticed => {
    const before = byMention.get(denied.get(mention) ?? '')
    const kind = before === undefined ? 'new origin' : 'denial'
    return {
      ...WORDLESS,
      key: JSON.stringify([kind, id]),
      kind,
      claim: { number: id },
      before: before === undefined ? null : { number: before.id },
    }
  })
  return noticed.sort((one, other) => Number(one.kind === 'new origin') - Number(other.kind === 'new origin'))
}

/** A claim by its number and by the name that it has in its story. */
interface Named
  extends Pick<
    Tables['claim'],
    'readingId' | 'articleId' | 'speakerKey' | 'type' | 'confidence' | 'content' | 'standsIn'
  > {
  readonly id: number
  readonly mention: Mention
  /** Whether it gives a number. */
  readonly hasNumber: boolean
}

/** The claims of readings by their numbers, without hidden ones. */
async function claimsNamed(db: Ledger['db'], readings: readonly number[]): Promise<Map<number, Named>> {
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'readingId', 'local', 'articleId', 'speakerKey', 'type', 'confidence', 'content', 'standsIn'])
    .where('readingId', 'in', readings)
    .where('isHidden', '=', 0)
    .execute()
  const numbers = await db
    .selectFrom('figure')
    .innerJoin('claim', 'claim.id', 'figure.claimId')
    .select('figure.claimId')
    .distinct()
    .where('claim.readingId', 'in', readings)
    .where(({ or, eb }) => or([eb('figure.low', 'is not', null), eb('figure.high', 'is not', null)]))
    .execute()
  const withNumber = new Set(numbers.map(({ claimId }) => claimId))
  return new Map(
    rows.map(({ local, ...row }) => [
      row.id,
      { ...row, mention: mentionOf(nameOf(row.readingId), local), hasNumber: withNumber.has(row.id) },
    ]),
  )
}
