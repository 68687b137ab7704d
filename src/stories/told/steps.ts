/**
 * Steps to an origin: whom its reports credit on the way, the outlets, agencies and people between the page and the one
 * who answers for the statement, nearest first, with the words that say so.
 */
import type { Claim, Link, SpeakerKind } from '../../claims/claim.ts'
import { personKey } from '../../language/keys.ts'
import type { Article, Span } from '../../page/article.ts'
import { creditedKey } from '../lineage/credited.ts'
import type { Edge } from '../lineage/evidence.ts'
import type { Report } from '../lineage/lineage.ts'
import { namesTogether } from '../lineage/outlet-names.ts'
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
  /** What credits that one himself, by whatever name. */
  readonly direct: readonly CarrierEvidence[]
  /** Other outlets that are credited, beside those of the path. */
  readonly beside: readonly CarrierEvidence[]
}

/** Steps of a chain that are followed. */
const LONGEST = 8

/** The spelling that each credited name has in the reports of one statement: the first that is met. */
export type Spelling = (name: string, kind: SpeakerKind) => string

/** One spelling of each name. */
export function spellings(): Spelling {
  const known = new Map<string, string>()
  return (name, kind) => {
    const key = creditedKey(name, kind)
    const first = known.get(key) ?? name
    known.set(key, first)
    return first
  }
}

/**
 * What reports of one text print as their source: of all their claims the longest line of sources, and an outlet that
 * they credit in another sentence, a dateline or a closing line where no line of sources names one.
 */
export function stepsOf(
  reports: readonly Report[],
  voice: Voice | null,
  { readings, claims }: Read,
  called: Spelling,
): Steps {
  const all = reports.flatMap((report) => {
    const reading = readings.get(report.article)
    if (reading === undefined) return []
    const own = report.claims.flatMap((mention) => claims.get(mention) ?? [])
    return own.map((claim) => pathOf(claim, report, reading, voice, called))
  })
  const path = all.reduce<readonly Step[]>((most, one) => (one.path.length > most.length ? one.path : most), [])
  const known = new Set(path.flatMap(({ carrier, printed }) => [carrier, printed]))
  const printed = printedBy(reports, readings, called).filter(({ carrier }) => !isKnown(carrier, known))
  const others = printed.filter(({ carrier }) => voice?.key !== `outlet:${carrier}`)
  const outlets = path.findLastIndex(({ kind }) => kind === 'outlet') + 1
  const wires = new Set(reports.flatMap(({ evidence }) => evidence.filter(isWire).map(({ from }) => carrierOf(from))))
  const isCopy = outlets === 1 && wires.has(path[0]?.carrier ?? '')
  // A credit within an agency's copy is the agency's.
  const first = others.slice(0, 1).filter(({ inText }) => outlets === 0 || (isCopy && inText))
  return {
    path: withEvidenceOf([...path.slice(0, outlets), ...first, ...path.slice(outlets)], all),
    direct: [
      ...all.flatMap(({ direct }) => direct),
      ...printed.filter((step) => !others.includes(step)).flatMap(({ evidence }) => evidence),
    ],
    beside: others.filter((step) => !first.includes(step)).flatMap(({ evidence }) => evidence),
  }
}

const isWire = ({ kind, link }: Edge): boolean => kind === 'credit' && link === 'wire'

/** A name that is there, or of which one is the longer form: `bbc`, `bbcukraine`. */
const isKnown = (carrier: string, known: ReadonlySet<string>): boolean =>
  known.has(carrier) ||
  [...known].some((other) => other.length > 2 && (carrier.startsWith(other) || other.startsWith(carrier)))

/** How sure a printed credit places a report: one whose own report is at hand, then the agency whose copy it is. */
const rankOf = ({ article, link }: Edge): number => (article !== null ? 0 : link === 'wire' ? 1 : 2)

/** An outlet that is credited, and whether it is in the text and for what is told. */
interface Printed extends Step {
  readonly inText: boolean
}

/** The outlets that reports credit anywhere for what they tell, those that place them best first. */
function printedBy(
  reports: readonly Report[],
  readings: ReadonlyMap<string, Reading>,
  called: Spelling,
): readonly Printed[] {
  const houses = new Set(reports.map(({ outlet }) => carrierOf(outlet ?? '')))
  const credits = reports
    .flatMap((report) => report.evidence.map((edge) => ({ report, edge })))
    .filter(
      ({ edge: { kind, source, from } }) =>
        kind === 'credit' && source === 'outlet' && !UNNAMED.test(from) && !houses.has(carrierOf(from)),
    )
    .sort((one, other) => rankOf(one.edge) - rankOf(other.edge))
  const steps = new Map<string, Printed>()
  for (const { report, edge } of credits) {
    const { kind, from, because, anchor, in: where } = edge
    const { article, outlet } = report
    const page = readings.get(article)?.article
    const string = (where === 'text' ? page?.text : where === 'headline' ? page?.headline : page?.deck) ?? ''
    const anchored = anchor && { article, outlet, in: where, ...anchor, text: string.slice(anchor.start, anchor.end) }
    const carrier = carrierOf(from)
    const shown = {
      kind,
      because: because.replace(from, called(from, 'outlet')),
      article,
      anchor: anchored,
      other: null,
    }
    const known = steps.get(carrier)
    steps.set(carrier, {
      name: from,
      kind: 'outlet',
      carrier,
      printed: carrier,
      evidence: [...(known?.evidence ?? []), shown],
      inText: known?.inText ?? (anchor !== null && edge.link !== 'wire'),
    })
  }
  return [...steps.values()]
}

/** How a report has what it tells from one whom it credits, in words. */
function becauseOf({ name, kind }: Pick<Link, 'name' | 'kind'>, { evidence }: Report, called: Spelling): string {
  const key = creditedKey(name, kind)
  const found = evidence.find((edge) => edge.kind === 'credit' && creditedKey(edge.from, edge.source ?? kind) === key)
  return found === undefined ? `credits ${called(name, kind)}` : found.because.replace(found.from, called(name, kind))
}

/** The steps of a path with what any of the claims prints for them. */
function withEvidenceOf(path: readonly Step[], all: readonly Path[]): Step[] {
  const steps = Map.groupBy(
    all.flatMap((one) => one.path),
    ({ carrier }) => carrier,
  )
  return path.map((step) => ({
    ...step,
    evidence: (steps.get(step.carrier) ?? [step]).flatMap(({ evidence }) => evidence),
  }))
}

type Path = Omit<Steps, 'beside'>

/**
 * The line of sources of one claim. People and documents are steps only where the line leads through them to the one who
 * answers for the statement; else they stand for that one.
 */
function pathOf(claim: Claim, report: Report, { id, article }: Reading, voice: Voice | null, called: Spelling): Path {
  const outlet = article.outlet === null ? null : carrierOf(article.outlet)
  const evidenceOf = (link: Pick<Link, 'name' | 'kind' | 'anchor'>): CarrierEvidence => ({
    kind: 'credit',
    because: becauseOf(link, report, called),
    article: id,
    anchor: link.anchor && {
      article: id,
      outlet: article.outlet,
      in: claim.in,
      ...spanOf(link.anchor),
      text: link.anchor.text,
    },
    other: null,
  })
  // The first link is the outlet that prints it; an article without one has none.
  const links = claim.chain.slice(article.outlet === null ? 0 : 1, LONGEST)
  const reaches = links.findIndex((link) => isVoice(link, claim, article, voice))
  const isStep = ({ kind }: Link) => kind === 'outlet'
  const between = reaches < 0 ? links.filter(isStep) : links.slice(0, reaches)
  const path: Step[] = []
  const add = (link: Pick<Link, 'name' | 'kind' | 'anchor'>): void => {
    if (link.kind === 'unnamed' || UNNAMED.test(link.name)) return
    const [name = link.name] = link.kind === 'outlet' ? namesTogether(link.name) : []
    const carrier = carrierOf(name)
    const printed = link.anchor === null || name !== link.name ? carrier : carrierOf(link.anchor.text)
    if (carrier === outlet || printed === outlet || path.some((step) => step.carrier === carrier)) return
    const evidence = [evidenceOf({ ...link, name })]
    path.push({ name: called(name, link.kind), kind: link.kind, carrier, printed, evidence })
  }
  const wire = article.wire?.split(', ')[0]
  const isWired = claim.chain[0]?.link === 'wire' || links.some(({ kind }) => kind === 'outlet')
  if (wire !== undefined && !isWired) add({ name: wire, kind: 'outlet', anchor: null })
  for (const link of between) add(link)
  const { kind } = voiceOf(claim, article)
  const isCredit = kind !== 'unattributed' && kind !== 'unstated'
  const speakers = reaches < 0 ? links.filter((link) => !isStep(link)) : links.slice(reaches, reaches + 1)
  return { path, direct: isCredit ? speakers.map(evidenceOf) : [] }
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
  if (!isOwn) return relation === 'same speaker' || relation === 'alike names'
  return relation !== 'two names' && (relation !== 'apart' || kind === 'unnamed')
}
