/**
 * Corrections as test cases, a JSON line each: the text, the claim as it was read and as people corrected it, with all
 * spans, and who corrected what, when and why. A line is also what `hearsay read --jsonl` takes. They can be brought into
 * another ledger that has the same text.
 */
import { z } from 'zod'
import type { Claim } from '../../claims/claim.ts'
import { wordsOf } from '../articles.ts'
import type { Ledger } from '../open.ts'
import { articleOfVersion } from '../threads.ts'
import { type AddedClaim, Change } from './change.ts'
import { addCorrection, addMissed, type Missed } from './correct.ts'
import { inForce, isOfClaim } from './correction.ts'
import { CorrectionError } from './correction-error.ts'
import { type Member, membersOf } from './reapply.ts'
import { correctionEntries, type Kept } from './record.ts'

const words = z.string().nullable()
const Corrected = z.looseObject({
  in: z.enum(['text', 'headline', 'deck']),
  content: z.looseObject({ start: z.number(), end: z.number(), text: z.string() }),
})

/** A test case, as it stands on a line. */
const Case = z.object({
  /** `claim 12`: its number in the ledger it comes from. */
  id: z.string(),
  url: words,
  outlet: words,
  published: words,
  headline: words,
  deck: words,
  /** The text that spans of claims in `text` are of. */
  text: z.string(),
  /** For `hearsay read --jsonl`: the text is the article. */
  plain: z.literal(true),
  /** The claim as it was read, and by what. */
  engine: z.string(),
  edition: z.string(),
  /** Null for one that a person added. */
  read: Corrected.nullable(),
  /** The claim as people corrected it. */
  corrected: Corrected,
  hidden: z.boolean(),
  /** What was corrected, the earliest first. */
  corrections: z
    .array(z.object({ change: Change, by: z.string().min(1), at: z.iso.datetime(), why: z.string().min(1) }))
    .min(1),
})
type Case = z.infer<typeof Case>

/** Every claim that people corrected or found right, as a test case; those of origins are not told of a text. */
export async function* correctionCases({ db }: Pick<Ledger, 'db'>): AsyncGenerator<Case> {
  const corrections = inForce(await correctionEntries({ db })).filter(isOfClaim)
  for (const [claim, own] of Map.groupBy(corrections, (correction) => correction.claim)) {
    const row = await db
      .selectFrom('claim')
      .innerJoin('reading', 'reading.id', 'claim.readingId')
      .select(['claim.thread', 'claim.versionId', 'reading.engine', 'reading.edition'])
      .where('claim.id', '=', claim)
      .executeTakeFirst()
    const member = row && (await membersOf(db, [row.thread ?? claim])).find(({ id }) => id === claim)
    if (row === undefined || member === undefined) continue
    const made = member.isAdded ? inForce(member.entries).filter(isOfClaim) : own
    // Of a claim that was added, what was corrected later may have been so beside another reading: it is told once.
    if (member.isAdded && made[0]?.claim !== claim) continue
    if (member.isAdded && !made.some(({ change }) => change.field === 'claim')) continue
    const article = await articleOfVersion({ db }, row.versionId)
    const { read, corrected } = member
    yield {
      id: `claim ${claim}`,
      url: article.url,
      outlet: article.outlet,
      published: article.published,
      headline: article.headline,
      deck: article.deck,
      text: article.text,
      plain: true,
      engine: row.engine,
      edition: row.edition,
      read: member.isAdded ? null : (read as unknown as Case['read']),
      corrected: corrected.claim as unknown as Case['corrected'],
      hidden: corrected.isHidden,
      corrections: made.map(({ change, by, at, why }) => ({ change, by, at, why })),
    }
  }
}

/** What became of a test case that was brought in. */
export interface Imported {
  readonly added: number
  /** Corrections that were here already. */
  readonly known: number
  /** Corrections that cannot be made here, and why. */
  readonly refused: readonly string[]
}

/**
 * Brings a test case into a ledger: its corrections are made to the claim that reads alike in the same text of the same
 * outlet, each once.
 * @param line a parsed line
 * @param enteredAt when they enter here, ISO in UTC; each says itself when it was made
 */
export async function importCase(ledger: Ledger, line: unknown, enteredAt: string): Promise<Imported> {
  const parsed = Case.safeParse(line)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refusal(`it is no correction: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`)
  }
  const one = parsed.data
  return ledger.write(async (db): Promise<Imported> => {
    const versions = await versionsLike(db, one)
    if (versions.length === 0)
      return refusal(`${one.id}: there is no page of ${one.outlet ?? 'this outlet'} with this text`)
    const articles = [...new Set(versions.map(({ articleId }) => articleId))]
    const here = await correctionEntries({ db }, { articles })
    const like = (own: Kept, { change, by, at }: Case['corrections'][number]) =>
      signatureOf(own) === signatureOf({ kind: 'change', change, by, at })
    const refused: string[] = []
    let [added, known] = [0, 0]
    const read = one.read === null ? null : await claimLike(db, one.read, versions)
    if (one.read !== null && read === null) return refusal(`${one.id}: no claim of these words was read here`)
    let claim = read?.id ?? null
    for (const made of one.corrections) {
      const same = here.find((own) => like(own, made))
      if (same !== undefined) {
        known++
        if (made.change.field === 'claim') claim = same.claim
        continue
      }
      const { by, at, why, change } = made
      try {
        if (change.field === 'claim' && read === null)
          claim = (await addMissed(db, articles[0] as number, missedIn(change), { by, at, why }, enteredAt)).claim
        else if (claim === null) throw new CorrectionError(`${one.id}: the claim that was added is not here`)
        else await addCorrection(db, claim, change, { by, at, why }, enteredAt)
        added++
      } catch (error) {
        if (!(error instanceof CorrectionError)) throw error
        refused.push(error.message)
      }
    }
    return { added, known, refused }
  })
}

const missedIn = ({ in: where, words: { text, nth }, speaker, type }: AddedClaim): Missed => ({
  in: where,
  text,
  nth,
  speaker,
  type,
})

const refusal = (reason: string): Imported => ({ added: 0, known: 0, refused: [reason] })

/** By what a correction is known to be the same one. */
const signatureOf = (entry: { kind: string; change?: Change; by: string; at: string }): string =>
  JSON.stringify([entry.kind, entry.change ?? null, entry.by, entry.at])

/** The versions of an outlet that have a test case's text. */
async function versionsLike(db: Ledger['db'], page: Case): Promise<{ id: number; articleId: number }[]> {
  const versions = await db
    .selectFrom('version')
    .select(['id', 'articleId', 'outlet'])
    .where('wordsSha256', '=', wordsOf(page))
    .orderBy('id')
    .execute()
  return versions.filter(({ outlet }) => outlet === page.outlet)
}

/** The claim that was read as a test case's; null where there is none. */
async function claimLike(
  db: Ledger['db'],
  read: NonNullable<Case['read']>,
  versions: readonly { readonly id: number }[],
): Promise<Member | null> {
  const own = versions.map(({ id }) => id)
  const rows = await db
    .selectFrom('claim')
    .select(['id', 'thread'])
    .where('versionId', 'in', own)
    .where('standsIn', '=', read.in)
    .where('start', '=', read.content.start)
    .where('end', '=', read.content.end)
    .orderBy('isCurrent', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const [first] = rows
  const member = first && (await membersOf(db, [first.thread ?? first.id])).find(({ id }) => id === first.id)
  return member !== undefined && told(member.read) === told(read as unknown as Claim) ? member : null
}

const told = ({ content, source, cue }: Claim): string => [content.text, source?.text, cue?.text].join('\n')
