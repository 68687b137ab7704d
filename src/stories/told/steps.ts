/**
 * Steps to an origin: whom a report credits on the way to an origin: the outlets, agencies and people between the page and the one who
 * answers for the statement, nearest first, with the words that say so.
 */
import type { Claim, Link, SpeakerKind } from '../../claims/claim.ts'
import { personKey } from '../../language/keys.ts'
import type { Article, Span } from '../../page/article.ts'
import type { Report } from '../lineage/lineage.ts'
import type { Read, Reading } from '../reading.ts'
import { carrierOf, relationOf, type Voice, voiceOf } from '../voice.ts'
import type { CarrierEvidence } from './carriers.ts'

/** One who is credited. */
export interface Step {
  readonly name: string
  readonly kind: SpeakerKind
  /** The name as carriers are compared by. */
  readonly carrier: string
  /** The same of the words as printed, which may say more of the name. */
  readonly printed: string
  readonly evidence: readonly CarrierEvidence[]
}

export interface Steps {
  /** From the page inward, without the one who answers for the statement. */
  readonly path: readonly Step[]
  /** What credits that one himself. */
  readonly direct: readonly CarrierEvidence[]
}

/** Steps of a chain that are followed. */
const LONGEST = 8

/** What reports of one text print as their source: of all their claims the longest line of sources. */
export function stepsOf(reports: readonly Report[], voice: Voice | null, { readings, claims }: Read): Steps {
  const all = reports.flatMap((report) => {
    const reading = readings.get(report.article)
    if (reading === undefined) return []
    const own = report.claims.flatMap((mention) => claims.get(mention) ?? [])
    return own.map((claim) => stepsOfClaim(claim, report, reading, voice))
  })
  const path = all.reduce<readonly Step[]>((most, steps) => (steps.path.length > most.length ? steps.path : most), [])
  const known = new Set(path.flatMap(({ carrier, printed }) => [carrier, printed]))
  const printed = path.some(({ kind }) => kind === 'outlet')
    ? []
    : printedBy(reports, voice, readings).filter(({ carrier }) => !known.has(carrier))
  return { path: [...printed, ...withEvidenceOf(path, all)], direct: all.flatMap(({ direct }) => direct) }
}

/** An outlet that a report credits beside its claims, in a closing line or another sentence. */
function printedBy(
  reports: readonly Report[],
  voice: Voice | null,
  readings: ReadonlyMap<string, Reading>,
): readonly Step[] {
  const steps = reports.flatMap(({ article, outlet, evidence }) =>
    evidence.flatMap(({ kind, source, from, because, strength, anchor, in: where }): Step[] => {
      const carrier = carrierOf(from)
      const isOther = carrier !== carrierOf(outlet ?? '') && voice?.key !== `outlet:${carrier}`
      if (kind !== 'credit' || source !== 'outlet' || strength === 'weak' || !isOther) return []
      const page = readings.get(article)?.article
      const string = (where === 'text' ? page?.text : where === 'headline' ? page?.headline : page?.deck) ?? ''
      const anchored = anchor && { article, outlet, in: where, ...anchor, text: string.slice(anchor.start, anchor.end) }
      const shown: CarrierEvidence = { kind, because, article, anchor: anchored, other: null }
      return [{ name: from, kind: source, carrier, printed: carrier, evidence: [shown] }]
    }),
  )
  return steps.slice(0, 1)
}

/** How a report has what it tells from one whom it credits, in words. */
function becauseOf(name: string, { evidence }: Report): string {
  const carrier = carrierOf(name)
  const credits = evidence.filter(({ kind }) => kind === 'credit')
  const found =
    credits.find(({ from }) => from === name) ?? credits.find(({ from }) => carrierOf(from).startsWith(carrier))
  return found?.because ?? `credits ${name}`
}

/** The steps of a path with what any of the claims prints for them. */
function withEvidenceOf(path: readonly Step[], all: readonly Steps[]): Step[] {
  const steps = Map.groupBy(
    all.flatMap((steps) => steps.path),
    ({ carrier }) => carrier,
  )
  return path.map((step) => ({
    ...step,
    evidence: (steps.get(step.carrier) ?? [step]).flatMap(({ evidence }) => evidence),
  }))
}

function stepsOfClaim(claim: Claim, report: Report, { id, article }: Reading, voice: Voice | null): Steps {
  const outlet = article.outlet === null ? null : carrierOf(article.outlet)
  const evidenceOf = ({ name, anchor }: Pick<Link, 'name' | 'anchor'>): CarrierEvidence => ({
    kind: 'credit',
    because: becauseOf(name, report),
    article: id,
    anchor: anchor && { article: id, outlet: article.outlet, in: claim.in, ...spanOf(anchor), text: anchor.text },
    other: null,
  })
  const links = claim.chain.slice(1, LONGEST)
  const reaches = links.findIndex((link) => isVoice(link, claim, article, voice))
  const between = reaches < 0 ? links : links.slice(0, reaches)
  const path: Step[] = []
  const add = (link: Pick<Link, 'name' | 'kind' | 'anchor'>): void => {
    const carrier = carrierOf(link.name)
    if (link.kind === 'unnamed' || UNNAMED.test(link.name) || carrier === outlet) return
    if (path.some((step) => step.carrier === carrier)) return
    const printed = link.anchor === null ? carrier : carrierOf(link.anchor.text)
    if (printed === outlet) return
    path.push({ name: link.name, kind: link.kind, carrier, printed, evidence: [evidenceOf(link)] })
  }
  const wire = article.wire?.split(', ')[0]
  const isPrinted = links.some(({ link, kind }) => link === 'wire' || kind === 'outlet')
  if (wire !== undefined && !isPrinted) add({ name: wire, kind: 'outlet', anchor: null })
  for (const link of between) add(link)
  const speaker = links[reaches]
  const { kind } = voiceOf(claim, article)
  const isCredit = speaker !== undefined && kind !== 'unattributed' && kind !== 'unstated'
  return { path, direct: isCredit ? [evidenceOf(speaker)] : [] }
}

const UNNAMED = /\s*\(unnamed\)$/

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** Is a link the one who answers for the origin? The claim's own speaker is, where the two are not known to be apart. */
function isVoice({ name, kind }: Link, claim: Claim, article: Article, voice: Voice | null): boolean {
  const isOwn = name === claim.speaker?.name
  if (voice === null) return isOwn
  if (kind === 'outlet' && voice.kind !== 'outlet') return false
  const key = isOwn ? (claim.speaker?.key ?? null) : kind === 'person' ? personKey(name) : null
  const own = { ...claim, speaker: { name, kind, key }, type: 'indirect', chain: [] } as const
  const relation = relationOf(voiceOf(own, article), voice)
  if (!isOwn) return relation === 'same speaker'
  return relation !== 'two names' && (relation !== 'apart' || kind === 'unnamed')
}
