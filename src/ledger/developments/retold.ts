/**
 * Corrections: a newer version of an article tells a claim otherwise than an older one, or a person corrected how a claim
 * is to be taken.
 */
import type { Claim } from '../../claims/claim.ts'
import { driftBetween } from '../../stories/drift/between.ts'
import type { Drift } from '../../stories/drift/drift.ts'
import { correctedClaim } from '../corrections/corrected.ts'
import { membersOf } from '../corrections/reapply.ts'
import type { Ledger } from '../open.ts'
import { claimsShown } from '../shown.ts'
import { type Noticed, WORDLESS } from './noticed.ts'

/**
 * Claims that tell otherwise what an older version of their article told.
 * @param readings those that stand for articles now
 * @param known the last reading that was known: what it told is what is corrected, however many versions came since
 */
export async function articlesCorrected(
  ledger: Pick<Ledger, 'db'>,
  readings: readonly number[],
  known: number,
): Promise<Noticed[]> {
  const pairs = await retold(ledger.db, readings, known)
  const claims = await claimsShown(ledger, [...new Set(pairs.flatMap(({ id, older }) => [id, older]))])
  const byNumber = new Map(claims.map((one) => [one.number, one.claim]))
  return pairs.flatMap(({ id, older }): Noticed[] => {
    const [now, before] = [byNumber.get(id), byNumber.get(older)]
    if (now === undefined || before === undefined) return []
    const [drift] = driftBetween(before, now)
    const told = drift === undefined ? otherSpeaker(before, now) : wordsOf(drift, now)
    if (told === null) return []
    return [
      {
        key: JSON.stringify(['correction', id]),
        kind: 'correction',
        claim: { number: id },
        before: { number: older },
        ...told,
      },
    ]
  })
}

/** A claim, and the one of its thread that it is held against. */
interface Retold {
  readonly id: number
  readonly older: number
}

/** New claims that a newer version words otherwise, with what was known of them or, of a new article, told first. */
async function retold(db: Ledger['db'], readings: readonly number[], known: number): Promise<Retold[]> {
  if (readings.length === 0) return []
  const rows = await db
    .selectFrom('claim as now')
    .innerJoin('claim', 'claim.thread', 'now.thread')
    .innerJoin('version', 'version.id', 'claim.versionId')
    .select(['now.id as of', 'claim.id', 'claim.continues', 'claim.anchor', 'claim.readingId', 'claim.versionId'])
    .select(['version.isPartial', 'version.firstSeen'])
    .where('now.readingId', 'in', readings)
    .where('now.readingId', '>', known)
    .where('now.isCurrent', '=', 1)
    .where('now.continues', 'is not', null)
    .orderBy('now.id')
    .execute()
  return [...Map.groupBy(rows, ({ of }) => of)].flatMap(([id, thread]): Retold[] => {
    const byId = new Map(thread.map((one) => [one.id, one]))
    const now = byId.get(id)
    let [older, isReworded] = [now, false]
    while (older !== undefined && older.readingId > known) {
      const next = byId.get(older.continues ?? 0)
      if (next === undefined) break
      isReworded ||= older.anchor === 'changed' && older.versionId !== next.versionId
      older = next
    }
    if (now === undefined || older === undefined || !isReworded || older.versionId === now.versionId) return []
    // Of a part of an article that came before the whole nobody can tell what was said otherwise.
    if (now.isPartial === 1 || older.isPartial === 1 || now.firstSeen < older.firstSeen) return []
    return [{ id, older: older.id }]
  })
}

type Words = Pick<Noticed, 'from' | 'to' | 'lost' | 'toldIn'>

const wordsOf = ({ from, to, lost }: Drift, now: Claim): Words => ({
  from: from.text,
  to: to.text,
  lost,
  toldIn: now.in,
})

/** The same words on another's word; null where both name the same. */
function otherSpeaker(before: Claim, now: Claim): Words | null {
  const [one, other] = [before.speaker, now.speaker]
  if (one === null || other === null || before.content.text !== now.content.text) return null
  if (one.key !== null && one.key === other.key) return null
  if (one.name === other.name) return null
  return { from: one.name, to: other.name, lost: false, toldIn: now.in }
}

/**
 * Claims that people corrected, each once for all that they said of it meanwhile.
 * @param corrections by their numbers: of one row what was said last
 */
export async function claimsCorrected({ db }: Pick<Ledger, 'db'>, corrections: readonly number[]): Promise<Noticed[]> {
  if (corrections.length === 0) return []
  const rows = await db
    .selectFrom('correction')
    .innerJoin('claim', 'claim.id', 'correction.claimId')
    .select(['correction.id', 'correction.claimId', 'claim.thread'])
    .where('correction.id', 'in', corrections)
    .where('correction.field', '!=', 'origin')
    .orderBy('correction.id')
    .execute()
  const members = new Map(
    (await membersOf(db, [...new Set(rows.map(({ thread, claimId }) => thread ?? claimId))])).map((one) => [
      one.id,
      one,
    ]),
  )
  return [...Map.groupBy(rows, ({ claimId }) => claimId)].flatMap(([number, own]): Noticed[] => {
    const member = members.get(number)
    const [first, last] = [own[0]?.id ?? 0, own.at(-1)?.id ?? 0]
    if (member === undefined) return []
    const asOf = (isIn: (id: number) => boolean) =>
      correctedClaim(
        member.read,
        member.entries.filter(({ id }) => isIn(id)),
        { isAdded: member.isAdded },
      )
    const [before, now] = [asOf((id) => id < first), asOf((id) => id <= last)]
    // What was missed and added was not there before; what was hidden and is shown again is no news.
    const isAdded = member.isAdded && before.isHidden
    const told = isAdded ? WORDLESS : correctedWords(before.claim, now.claim)
    if (now.isHidden || (before.isHidden && !isAdded) || told === null) return []
    return [
      {
        ...WORDLESS,
        ...told,
        key: JSON.stringify(['correction', number, last]),
        kind: 'correction',
        claim: { number, as: now.claim },
        before: isAdded ? null : { number, as: before.claim },
      },
    ]
  })
}

/** What a person corrected, as words before and after; null where nothing that a reader would see. */
function correctedWords(
  before: Claim,
  now: Claim,
): { readonly from: string | null; readonly to: string | null } | null {
  for (const say of [speaker, figures, chain, said, happened, place]) {
    const [from, to] = [say(before), say(now)]
    if (from !== to) return { from, to }
  }
  return null
}

const speaker = (claim: Claim): string | null => claim.speaker?.name ?? null
const chain = (claim: Claim): string | null => claim.chain.map(({ name }) => name).join(', ') || null
const said = ({ saidTime }: Claim): string | null => saidTime?.date ?? null
const happened = ({ eventTime }: Claim): string | null =>
  eventTime === null ? null : [eventTime.start, eventTime.end].map((day) => day ?? '').join('..')
const place = (claim: Claim): string | null => claim.place?.name ?? null

/** Figures as a person may say them otherwise: numbers with what they count. */
function figures(claim: Claim): string | null {
  const told = claim.figures.map(({ text, low, high, measure, of, unit }) => {
    const number = low === null && high === null ? text : low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`
    return [number, unit, measure, of].filter((part) => part !== null).join(' ')
  })
  return told.join('; ') || null
}
