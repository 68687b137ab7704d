/**
 * Shared text as evidence: passages that a report has word for word with one that is not younger, in which what it tells
 * stands. Two people who say alike are no copy of each other.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Reading } from '../reading.ts'
import { carrierOf, relationOf, voiceOf } from '../voice.ts'
import type { Overlap } from './copies.ts'
import { type Among, type Edge, stands } from './evidence.ts'
import type { Kinship } from './kinship.ts'
import type { Passage } from './passages.ts'

/** The writers' own words that a passage must have: quoted words are the speaker's, whoever heard them. */
const OWN_WORDS = 8
/** Others that a report is said to share text with. */
const MOST = 3

/** Text that a report shares with another. */
interface Shared {
  readonly from: string
  readonly passage: Passage
  /** Of texts that are one, how much. */
  readonly share: number | null
  readonly copied: boolean
}

/** Text that the claims of an article share with others that are not younger, aligned; what shares most first. */
export function textEdges(claims: readonly Claim[], reading: Reading, among: Among): Edge[] {
  const { kinship, order } = among
  const most = new Map<string, Shared>()
  for (const shared of [...sharedByOverlap(claims, reading, among), ...sharedByReuse(claims, reading, among)]) {
    const known = most.get(shared.from)
    if (known === undefined || shared.passage.own > known.passage.own) most.set(shared.from, shared)
  }
  return [...most.values()]
    .filter((shared) => shared.share !== null || !areTwoPeople(reading, shared, among))
    .sort((a, b) => b.passage.own - a.passage.own || (order.get(a.from) as number) - (order.get(b.from) as number))
    .slice(0, MOST)
    .map(({ from, passage, share, copied }): Edge => {
      const outlet = kinship.readings.get(from)?.article.outlet ?? from
      const what = share === null ? `${passage.words} words in a row` : `${Math.round(100 * share)} % of the text`
      return {
        kind: 'text',
        from,
        article: from,
        link: null,
        source: null,
        because: `shares ${what} with ${outlet}`,
        strength: share !== null || passage.own >= MANY ? 'strong' : passage.own >= SOME ? 'fair' : 'weak',
        anchor: passage.other,
        in: 'text',
        other: passage.one,
        directed: copied || kinship.precedence(from, reading.id) === 'older',
      }
    })
}

/** Words in a row that are nobody's chance, and that may be: names and offices are long. */
const [MANY, SOME] = [25, 12]

function sharedByOverlap(claims: readonly Claim[], { id }: Reading, { kinship, order }: Among): Shared[] {
  return (kinship.overlaps.get(id) ?? []).flatMap((overlap): Shared[] => {
    const from = overlap.one === id ? overlap.other : overlap.one
    if (!order.has(from) || from === id) return []
    const copied = isCopyOf(kinship.readings.get(id) as Reading, kinship.readings.get(from) as Reading)
    if (!copied && kinship.precedence(from, id) === 'younger') return []
    const passage = passageOf(claims, passagesFor(id, overlap, kinship))
    return passage === null ? [] : [{ from, passage, share: overlap.copy ? overlap.share : null, copied }]
  })
}

function sharedByReuse(claims: readonly Claim[], { id }: Reading, { kinship, reused }: Among): Shared[] {
  return (reused.get(id) ?? []).flatMap((passage): Shared[] =>
    kinship.precedence(passage.from, id) === 'younger' || passageOf(claims, [passage]) === null
      ? []
      : [{ from: passage.from, passage, share: null, copied: false }],
  )
}

/** Whether what is shared is said by one here and by another there: two who say alike, and nobody copied. */
function areTwoPeople(reading: Reading, { from, passage }: Shared, { kinship, claims }: Among): boolean {
  const mine = claims.get(reading.id)?.find((claim) => stands(claim, passage.other))
  const its = claims.get(from)?.find((claim) => stands(claim, passage.one))
  const source = kinship.readings.get(from)
  if (mine === undefined || its === undefined || source === undefined) return false
  return relationOf(voiceOf(mine, reading.article), voiceOf(its, source.article)) === 'two names'
}

/** Does the article say that it prints the other's copy? */
const isCopyOf = ({ article: { wire } }: Reading, { article: { outlet } }: Reading): boolean =>
  outlet !== null && (wire?.split(', ').some((name) => carrierOf(name) === carrierOf(outlet)) ?? false)

/** The passages of an overlap, `other` in the article named. */
function passagesFor(id: string, overlap: Overlap, { passagesOf }: Kinship): readonly Passage[] {
  const passages = passagesOf(overlap)
  if (overlap.other === id) return passages
  return passages.map(({ one, other, words, own }) => ({ one: other, other: one, words, own }))
}

/** The longest shared passage in which a claim stands, or a part of it. */
function passageOf(claims: readonly Claim[], passages: readonly Passage[]): Passage | null {
  return passages.reduce<Passage | null>(
    (most, passage) =>
      passage.own >= OWN_WORDS &&
      (most === null || passage.own > most.own) &&
      claims.some((claim) => stands(claim, passage.other))
        ? passage
        : most,
    null,
  )
}
