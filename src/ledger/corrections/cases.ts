/**
 * Corrections as test cases, a JSON line each: the text, the claim as it was read and as people corrected it, with all
 * spans, and who corrected what, when and why. A line is also what `hearsay read --jsonl` takes. They can be brought into
 * another ledger that has the same text.
 */
import { z } from 'zod'
import type { Claim } from '../../claims/claim.ts'
import type { Article } from '../../page/article.ts'
import { wordsOf } from '../articles.ts'
import type { Ledger } from '../open.ts'
import { articleOfVersion } from '../threads.ts'
import { Change } from './change.ts'
import { addCorrection } from './correct.ts'
import { inForce, isOfClaim } from './correction.ts'
import { CorrectionError } from './correction-error.ts'
import { type Member, membersOf } from './reapply.ts'
import { correctionEntries } from './record.ts'

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
  read: Corrected,
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
      read: read as unknown as Case['read'],
      corrected: corrected.claim as unknown as Case['corrected'],
      hidden: corrected.isHidden,
      corrections: own.map(({ change, by, at, why }) => ({ change, by, at, why })),
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
 */
export async function importCase(ledger: Ledger, line: unknown): Promise<Imported> {
  const parsed = Case.safeParse(line)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refusal(`it is no correction: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`)
  }
  const { corrections } = parsed.data
  return ledger.write(async (db): Promise<Imported> => {
    const member = await claimLike(db, parsed.data)
    if (typeof member === 'string') return refusal(member)
    const here = new Set((await correctionEntries({ db }, { articles: [member.article] })).map(signatureOf))
    const refused: string[] = []
    let [added, known] = [0, 0]
    for (const { change, by, at, why } of corrections) {
      if (here.has(signatureOf({ kind: 'change', change, by, at }))) {
        known++
        continue
      }
      try {
        await addCorrection(db, member.id, change, { by, at, why })
        added++
      } catch (error) {
        if (!(error instanceof CorrectionError)) throw error
        refused.push(error.message)
      }
    }
    return { added, known, refused }
  })
}

const refusal = (reason: string): Imported => ({ added: 0, known: 0, refused: [reason] })

/** By what a correction is known to be the same one. */
const signatureOf = (entry: { kind: string; change?: Change; by: string; at: string }): string =>
  JSON.stringify([entry.kind, entry.change ?? null, entry.by, entry.at])

/** The claim of the ledger that a test case is of; else in words why there is none. */
async function claimLike(db: Ledger['db'], { read, ...page }: Case): Promise<Member | string> {
  const versions = await db
    .selectFrom('version')
    .select(['id', 'outlet'])
    .where('wordsSha256', '=', wordsOf(page as Pick<Article, 'headline' | 'deck' | 'text'>))
    .orderBy('id')
    .execute()
  const own = versions.filter(({ outlet }) => outlet === page.outlet).map(({ id }) => id)
  if (own.length === 0) return `${page.id}: there is no page of ${page.outlet ?? 'this outlet'} with this text`
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
  return member !== undefined && told(member.read) === told(read as unknown as Claim)
    ? member
    : `${page.id}: no claim of these words was read here`
}

const told = ({ content, source, cue }: Claim): string => [content.text, source?.text, cue?.text].join('\n')
