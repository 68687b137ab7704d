/**
 * Who carries an origin, as a tree: each report under whom it has it from - another report of the collection, or one that
 * it credits and that is not in it - by the evidence for each step. What is printed by many as one text is one carrier.
 */
import type { SpeakerKind } from '../../claims/claim.ts'
import type { Report } from '../lineage/lineage.ts'
import type { Anchored, Mention, Read, Reading } from '../reading.ts'
import { daysOf } from '../said.ts'
import { carrierOf, type Voice } from '../voice.ts'
import { sharedBy } from './shared.ts'
import { type Step, spellings, stepsOf } from './steps.ts'

/** Why a carrier hangs where it hangs: printed credit, shared text, a shared error. */
export interface CarrierEvidence {
  readonly kind: 'credit' | 'text' | 'peculiarity'
  /** For people: `cites Yonhap`, `shares 92 % of the text with The Bay Post`. */
  readonly because: string
  /** The article whose evidence it is. */
  readonly article: string
  /** Where that article prints it; null for a credit outside its text. */
  readonly anchor: Anchored | null
  /** Where the article that it is held against prints the same. */
  readonly other: Anchored | null
}

/** A report, or one who is credited and of whom the collection has no article. */
export interface Carrier {
  /** The outlet, or the name that is credited. */
  readonly name: string
  readonly kind: SpeakerKind
  /** The articles that carry it as one text, the earliest first; none for one who is only credited. */
  readonly articles: readonly string[]
  /** The claims by which they carry it. */
  readonly claims: readonly Mention[]
  /** Is it known whom it has it from? A carrier whose lineage is unknown hangs under nobody. */
  readonly lineage: 'traced' | 'unknown'
  /** For what it hangs under the one above it; at the top, for what it is traced to the origin itself. */
  readonly from: readonly CarrierEvidence[]
  /** What else it shares with others. */
  readonly also: readonly CarrierEvidence[]
  /** Who has it from this one. */
  readonly carriers: readonly Carrier[]
}

/** A carrier while the tree is made: under whom it hangs is not settled yet. */
interface Node {
  readonly key: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly reports: readonly Report[]
  /** The first and last day that its first article's date allows; null where it is undated. */
  readonly days: readonly [number, number] | null
  /** The days of the earliest report in it or under it. */
  by: readonly [number, number] | null
  above: Node | null
  from: CarrierEvidence[]
  also: CarrierEvidence[]
  /** The kinds of what its own articles are shown to share. */
  readonly copied: Set<CarrierEvidence['kind']>
}

/** Steps from the top that are shown: beyond them a carrier hangs at the top. */
const DEEPEST = 24

/**
 * The carriers of an origin: those nobody stands above, each with those who have it from them. Who carries most comes
 * first, those of unknown lineage last. A report never hangs under one of a later day.
 * @param voice who answers for the origin; null where nobody does
 */
export function carriersOf(reports: readonly Report[], voice: Voice | null, told: Read): readonly Carrier[] {
  const { readings } = told
  const nodes = [...Map.groupBy(reports, ({ copy }) => copy).values()]
    .map((some, at) => nodeFrom(some, at, readings))
    .sort((one, other) => (one.days?.[0] ?? Number.POSITIVE_INFINITY) - (other.days?.[0] ?? Number.POSITIVE_INFINITY))
  const byOutlet = Map.groupBy(
    nodes
      .flatMap((node) => node.reports.map(({ outlet }) => ({ node, outlet })))
      .filter(({ outlet }) => outlet !== null),
    ({ outlet }) => carrierOf(outlet as string),
  )
  const nodeOf = new Map(nodes.flatMap((node) => node.reports.map(({ article }) => [article, node] as const)))
  const outside = new Map<string, Node>()
  const nodeFor = (step: Step, below: Node): Node | null => {
    const own = (byOutlet.get(step.carrier) ?? byOutlet.get(step.printed) ?? []).map(({ node }) => node)
    if (own.includes(below)) return null
    const known = own.findLast((node) => !isLater(node, below))
    if (known !== undefined) return known
    const key = `outside ${step.carrier}`
    const made = outside.get(key) ?? {
      key,
      name: step.name,
      kind: step.kind,
      reports: [],
      days: null,
      by: null,
      above: null,
      from: [],
      also: [],
      copied: new Set(),
    }
    outside.set(key, made)
    return made
  }
  const called = spellings()
  if (voice !== null && voice.kind !== 'unattributed' && voice.kind !== 'unstated') called(voice.name, voice.kind)
  for (const node of nodes) {
    if (!isTraced(node)) continue
    const { path, direct, beside } = stepsOf(node.reports, voice, told, called)
    let below = node
    for (const step of path) {
      const above = nodeFor(step, below)
      if (above === null) continue
      if (hang(below, above)) below.from.push(...step.evidence)
      else below.also.push(...step.evidence)
      // A report of the collection says itself whom it has it from.
      if (above.reports.length > 0) break
      below = above
    }
    if (node.above === null) node.from.push(...direct)
    else node.also.push(...direct)
    node.also.push(...beside)
    for (const report of node.reports) addShared(node, report, nodeOf, readings)
  }
  return treeOf([...outside.values(), ...nodes])
}

function nodeFrom(some: readonly Report[], at: number, readings: ReadonlyMap<string, Reading>): Node {
  const published = ({ article }: Report) => readings.get(article)?.article.published ?? null
  const reports = [...some].sort((one, other) => {
    const [a, b] = [published(one) ?? '~', published(other) ?? '~']
    return a < b ? -1 : a > b ? 1 : 0
  })
  const [first] = reports as [Report, ...Report[]]
  return {
    key: `report ${at}`,
    name: first.outlet ?? first.article,
    kind: 'outlet',
    reports,
    days: daysOf(published(first)),
    by: daysOf(published(first)),
    above: null,
    from: [],
    also: [],
    copied: new Set(),
  }
}

const isTraced = ({ reports }: Node): boolean => reports.some(({ lineage }) => lineage === 'traced')

/** Is it known that one came out on a later day than another, or than what stands under that? */
const isLater = (one: Node, other: Node): boolean => one.days !== null && other.by !== null && one.days[0] > other.by[1]

/** Hangs a carrier under another, where that makes no circle, nothing hangs under what is later, and it has no place yet. */
function hang(below: Node, above: Node): boolean {
  if (below.above !== null) return below.above === above
  let steps = 0
  for (let at: Node | null = above; at !== null; at = at.above) if (at === below || ++steps > DEEPEST) return false
  for (let at: Node | null = above; at !== null; at = at.above) if (isLater(at, below)) return false
  below.above = above
  const { by } = below
  for (let at: Node | null = above; at !== null && by !== null; at = at.above)
    if (at.by === null || by[0] < at.by[0]) at.by = by
  return true
}

/** Others that a report is shown to share text with, beside whom it hangs under; of its own copies one is enough. */
const SHARED = 3

/** Adds what a report shares with others: by text alone it hangs under an older one only where it credits nobody. */
function addShared(
  node: Node,
  report: Report,
  nodeOf: ReadonlyMap<string, Node>,
  readings: ReadonlyMap<string, Reading>,
): void {
  let others = 0
  for (const { from, directed, evidence } of sharedBy(report, readings)) {
    const other = nodeOf.get(from)
    if (other === node) {
      if (!node.copied.has(evidence.kind)) node.also.push(evidence)
      node.copied.add(evidence.kind)
    } else if (other !== undefined && other === node.above) node.from.push(evidence)
    else if (other !== undefined && directed && node.above === null && node.from.length === 0 && hang(node, other))
      node.from.push(evidence)
    else if (others++ < SHARED) node.also.push(evidence)
  }
}

/** The nodes as a tree, those that most stand under first. */
function treeOf(nodes: readonly Node[]): Carrier[] {
  const under = Map.groupBy(nodes, ({ above }) => above)
  const carrierAt = (node: Node): Carrier => {
    const told = new Set(node.from.map(({ because }) => because))
    return {
      name: node.name,
      kind: node.kind,
      articles: node.reports.map(({ article }) => article),
      claims: node.reports.flatMap(({ claims }) => claims),
      lineage:
        node.reports.length === 0 || node.reports.some(({ lineage }) => lineage === 'traced') ? 'traced' : 'unknown',
      from: distinct(node.from),
      also: distinct(node.also).filter(({ because }) => !told.has(because)),
      carriers: inOrder((under.get(node) ?? []).map(carrierAt)),
    }
  }
  return inOrder((under.get(null) ?? []).map(carrierAt))
}

const distinct = (evidence: readonly CarrierEvidence[]): CarrierEvidence[] => [
  ...new Map(evidence.map((one) => [JSON.stringify([one.kind, one.because, one.article]), one])).values(),
]

const carried = ({ articles, carriers }: Carrier): number =>
  carriers.reduce((sum, carrier) => sum + carried(carrier), articles.length)

function inOrder(carriers: readonly Carrier[]): Carrier[] {
  const ranked = carriers.map((carrier) => ({ carrier, all: carrier.lineage === 'traced' ? carried(carrier) : -1 }))
  return ranked.sort((one, other) => other.all - one.all).map(({ carrier }) => carrier)
}
