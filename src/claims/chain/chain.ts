/**
 * Chains of sources: by whom a claim came to the reader, from the outlet to whoever the text names as its origin, and
 * the report he leans on. MPQA's nested sources (Wiebe, Wilson & Cardie 2005), as news writes them: attributions within
 * attributions, "citing", "told the paper", wire credits, and what a later sentence takes up from an earlier one.
 */
import type { Document } from '../../language/document.ts'
import { isWithin, overlap } from '../../language/order.ts'
import type { Span } from '../../page/article.ts'
import type { Attribution } from '../attribution.ts'
import type { Link, LinkKind, Quote, Speaker } from '../claim.ts'
import { UNSTATED } from '../speaker.ts'
import { type Credit, creditsOf, type Publication } from './credits.ts'
import { isOne, isOutlet, isSame } from './names.ts'
import type { Passing } from './passings.ts'
import {
  type Node,
  ownerOf,
  paragraphOf,
  type Resolve,
  type Scene,
  type Step,
  sceneOf,
  startOf,
  textOf,
} from './scene.ts'
import {
  briefingOf,
  carriersBefore,
  fuller,
  introduce,
  letterBefore,
  type Memory,
  memoryOf,
  namedBy,
  reportTo,
  tellersBefore,
} from './takeup.ts'

/** Who answers for an attribution's content, and by what chain it came. */
export interface Traced {
  /**
   * The attribution as it is best read: with the source beside its cue where the engine left it out, and the inner one
   * where the engine took only "..., she said, the paper reported" as a whole.
   */
  readonly attribution: Attribution
  /** The innermost who says it: the unnamed person behind the paper, not the paper. */
  readonly speaker: Speaker
  /** The outlet first, then who it has it from; a report that the speaker leans on comes last. */
  readonly chain: readonly Link[]
  /** Whether it only hands on what another attribution says, or names another's source, and is no claim beside it. */
  readonly carries: boolean
}

/**
 * Traces the attributions of one text.
 * @param attributions as an engine found them, in any order; spans into the document's text
 * @param resolve who a mention is
 * @param publication the outlet and the article's wire credit
 * @returns for each attribution, in their order, its speaker and chain
 */
export function chainsOf(
  document: Document,
  attributions: readonly Attribution[],
  resolve: Resolve,
  publication: Publication,
): Traced[] {
  const scene = sceneOf(document, attributions, resolve)
  const trail: Trail = {
    scene,
    credits: creditsOf(scene, publication),
    memory: memoryOf(scene),
    outlet: publication.outlet,
  }
  const traced: Traced[] = new Array(attributions.length)
  const taken = new Set<Node>()
  for (const node of scene.nodes) {
    const isTold = node.index >= 0 || scene.bySentence.get(node.sentence)?.some(({ points }) => points)
    const plan = isTold && hands(node.speaker) ? handedOn(scene, node, 'plan') : null
    if (plan) taken.add(plan)
  }
  for (const node of scene.nodes) {
    if (node.index < 0) continue
    const pointed = node.points ? pointedTo(scene, node) : null
    const told = pointed && pointed.index < 0 ? pointed : node
    const handed = handedOn(scene, told)
    const said = handed && handed.index < 0 ? handed : told
    const carries = said.points || taken.has(said) || (handed !== null && handed.index >= 0)
    taken.add(said)
    traced[node.index] = { ...trace(trail, said), attribution: said.attribution, carries }
  }
  return traced
}

/** How the name of a report ends that is told by whose it is. */
const REPORT = ' (report)'

interface Trail {
  readonly scene: Scene
  readonly credits: readonly Credit[]
  readonly memory: Memory
  readonly outlet: string | null
}

function trace(trail: Trail, node: Node): Pick<Traced, 'speaker' | 'chain'> {
  const { scene, memory } = trail
  const sentence = scene.bySentence.get(node.sentence) ?? []
  const passings = scene.passings.get(node.sentence) ?? []
  const owned = passings.filter((passing) => ownerOf(sentence, passing) === node)
  const [first, ...rest] = citedBehind(scene, node, owned)
  const named = first?.speaker ?? node.speaker
  const anchor = first?.anchor ?? node.source

  const carriers = [
    ...outerSteps(scene, sentence, passings, node),
    ...handersOf(scene, sentence, passings, owned, node),
  ]
  const brought = carriers.length > 0 || first !== undefined
  if (first) carriers.push({ speaker: node.speaker, anchor: node.source, by: null })
  const speaker = brought ? fuller(memory, named, carriers) : named
  if (!brought) carriers.push(...carriersBefore(scene, memory, node, speaker))
  carriers.push(...tellersBefore(scene, node))
  if (brought && speaker.kind === 'unnamed' && speaker !== UNSTATED) introduce(memory, speaker, carriers)

  const letter = letterOf(scene, owned, node) ?? letterBefore(memory, node, speaker)
  const basis = [...rest, ...(first ? [] : basisOf(scene, owned, node)), ...openers(scene, sentence, node)]
  const briefing = briefingOf(scene, memory, node, speaker)
  if (briefing) basis.push(briefing)
  if (letter && !basis.some(({ speaker: { kind } }) => kind === 'document')) basis.push(letter)
  const report = basis.length === 0 ? reportTo(scene, memory, node, speaker) : null
  if (report) basis.push(report)
  const given = basis.find(({ speaker: { name } }) => name.endsWith(REPORT))
  if (given) memory.reported.set(speaker.name, given.speaker.name.slice(0, -REPORT.length))
  if (!node.points) memory.last = { node, speaker, carriers: [...carriers], letter }

  const told = owned.some(({ kind, mention }) => kind === 'hearer' && carriers.some((step) => step.anchor === mention))
  return { speaker, chain: linksOf(trail, node, carriers, { speaker, anchor, by: told ? 'told' : null }, basis) }
}

/** Outlets, and news reports: what they say they have from somebody. */
const hands = ({ kind, name }: Speaker): boolean =>
  kind === 'outlet' || (kind === 'document' && /\b(?:article|media|news|reports?|story)\b/i.test(name))

/** A report that is nobody's by name tells nothing of the way. */
const isNobodys = ({ name }: Speaker): boolean => /^(?:media |news )?reports?(?: \(unnamed\))?$/i.test(name)

/** A paper that cites, or someone who reports on the word of people without a name, hands on: those cited speak. */
function citedBehind(scene: Scene, node: Node, owned: readonly Passing[]): Step[] {
  const medium = hands(node.speaker)
  const reporting = node.speaker.kind === 'organisation' && /\breport/i.test(textOf(scene, node.cue))
  return owned
    .filter((passing) => passing.kind === 'cites' && !isOwnSource(node, passing))
    .map((passing): Step => ({ speaker: namedBy(scene, passing, node.speaker), anchor: passing.mention, by: 'cites' }))
    .filter(({ speaker }, i) => i > 0 || medium || (reporting && speaker.kind === 'unnamed'))
    .filter((_, i, all) => i === 0 || all.length > 0)
}

/** "Based on filings" and "quoted the ministry as saying" may name the very source. */
const isOwnSource = ({ source }: Node, { kind, start, mention, made }: Passing) =>
  kind === 'cites' && source !== null && overlap(source, mention) && (start < source.start || made)

/** The attributions that this one stands within, the widest first, each with whom it cites. */
function outerSteps(scene: Scene, sentence: readonly Node[], passings: readonly Passing[], node: Node): Step[] {
  return outerOf(sentence, node).flatMap((outer): Step[] => [
    { speaker: outer.speaker, anchor: outer.source, by: outer.speaker.kind === 'outlet' ? 'quotes' : null },
    ...passings
      .filter((passing) => passing.kind === 'cites' && ownerOf(sentence, passing) === outer)
      .map(({ mention }): Step => ({ speaker: scene.resolve(mention), anchor: mention, by: 'cites' })),
  ])
}

function outerOf(sentence: readonly Node[], node: Node): Node[] {
  const place = node.cue ?? node.source ?? node.content
  const size = ({ reach }: Node) => reach.end - reach.start
  return sentence
    .filter((other) => other !== node && !other.points && other.source && other.attribution.act === 'speech')
    .filter((other) => !isNobodys(other.speaker))
    .filter((other) => isWithin(place, saidBy(other)) && !(other.cue && says(node, other.cue)))
    .filter(
      ({ speaker, source }) =>
        !isSame(speaker.name, node.speaker.name) && !(source && node.source && overlap(source, node.source)),
    )
    .sort((a, b) => size(b) - size(a))
}

/** Do these words stand in what the attribution says, not between its parts? */
const says = ({ attribution }: Node, words: Span): boolean => attribution.content.some((part) => isWithin(words, part))

/**
 * What an outer attribution says, as far as it is to be believed: after "she said" an engine knows where the content
 * ends, and word order alone does so only for papers; before ", she said" it begins with the sentence.
 */
function saidBy({ index, cue, content, reach, speaker }: Node): Span {
  const follows = cue !== null && cue.start > content.start
  if (follows) return reach
  return index >= 0 || speaker.kind === 'outlet' ? content : NOTHING
}
const NOTHING: Span = { start: 0, end: 0 }

/** Who hands on by the words around the cue: the wire that quoted it, the paper told, the network it was posted on. */
function handersOf(
  scene: Scene,
  sentence: readonly Node[],
  passings: readonly Passing[],
  owned: readonly Passing[],
  node: Node,
): Step[] {
  const steps: Step[] = []
  for (const passing of owned)
    if (passing.subject && isOwnSource(node, passing))
      steps.push({ speaker: scene.resolve(passing.subject), anchor: passing.subject, by: 'quotes' })
  for (const passing of passings) {
    const { kind, mention } = passing
    if (kind !== 'hearer' && kind !== 'carrier' && kind !== 'network') continue
    // an interview told of before belongs to all that the same one says after it in the sentence
    const goesOn =
      kind !== 'carrier' &&
      passing.end <= startOf(node) &&
      isSame(ownerOf(sentence, passing)?.speaker.name ?? '', node.speaker.name)
    if (!owned.includes(passing) && !goesOn) continue
    const speaker = namedBy(scene, passing, node.speaker)
    if (kind === 'carrier' && speaker.kind !== 'outlet') continue
    if (kind === 'hearer' && speaker.kind !== 'outlet' && !isMedium(scene, mention)) continue
    steps.push({ speaker, anchor: mention, by: 'cites' })
  }
  return steps
}

/** A programme, podcast, paper or their people: a hearer who hands on what he is told. */
function isMedium({ document: { text } }: Scene, { start, end }: Span): boolean {
  const words = text.slice(start, Math.min(end + 20, start + 160)).split(/[,.;]/)[0] ?? ''
  if (/\b(?:audience|crowd|listeners|readers|viewers)\b/i.test(words)) return false
  return /\b(?:broadcaster|host|interviewer|magazine|news (?:agenc(?:y|ies)|outlets?|site|website)|newspaper|podcast|podcaster|radio|television|tv)\b/i.test(
    words,
  )
}

/** What the speaker himself leans on. */
function basisOf(scene: Scene, owned: readonly Passing[], node: Node): Step[] {
  return owned
    .filter((passing) => passing.kind === 'figure' || (passing.kind === 'cites' && !isOwnSource(node, passing)))
    .map((passing) => ({ speaker: namedBy(scene, passing, node.speaker), anchor: passing.mention, by: 'cites' }))
}

function letterOf(scene: Scene, owned: readonly Passing[], node: Node): Step | null {
  const letter = owned.find(({ kind }) => kind === 'letter')
  return letter ? { speaker: namedBy(scene, letter, node.speaker), anchor: letter.mention, by: 'cites' } : null
}

/** Verbs of one who knows, not of one who bids. */
const EVIDENT = /\b(?:assess|believ|confirm|count|determin|establish|estimat|find|found|indicat|point|reveal|suggest)/i

/** Those whose trade it is to know. */
const KNOWERS = /\b(?:analysts?|data|estimates?|experts?|figures|intelligence|officials?|records|reports?|sources?)\b/i

/** Intelligence sources count 300, the army said: those whom the speaker tells of first are his basis. */
function openers(scene: Scene, sentence: readonly Node[], node: Node): Step[] {
  if (hands(node.speaker)) return []
  return sentence
    .filter((other) => other !== node && other.cue && isWithin(other.cue, node.content) && opens(node, other))
    .filter(
      ({ speaker: { kind, name }, cue }) =>
        EVIDENT.test(textOf(scene, cue)) || (kind !== 'person' && KNOWERS.test(name)),
    )
    .map(({ speaker, source }) => ({ speaker, anchor: source, by: 'cites' }))
}

/** Does the other attribution open what this one says, its source first? Within how many units, to pass "that". */
const OPENING = 24
const opens = ({ content, cue }: Node, other: Node): boolean =>
  other.source !== null &&
  other.cue !== null &&
  other.source.start - content.start <= OPENING &&
  other.source.start < other.cue.start &&
  other.cue.start < other.content.start &&
  cue !== null &&
  cue.start > other.content.start

/** Of what an attribution says, this part must be another's for it to do no more than hand that on. */
const WHOLE = 0.6

/** The attribution whose source "citing two officials" names. */
function pointedTo({ bySentence, passings }: Scene, { sentence, cue }: Node): Node | null {
  const passing = passings.get(sentence)?.find(({ start }) => cue !== null && start >= cue.start && start < cue.end)
  return passing ? ownerOf(bySentence.get(sentence) ?? [], passing) : null
}

/** One that only the order of words shows must be as sure as this, and said, to be put in an engine's place. */
const SURE = 0.5
const SAYS =
  /\b(?:according|add|announc|argu|claim|confirm|declar|den(?:y|ie)|insist|noted?|report|sa(?:id|y)|stat|t(?:ell|old)|warn|wr(?:ite|ote))/i
const MIGHT = /\b(?:can|could|may|might|must|should|will|would)\b/i
const isReported = (cue: string) => SAYS.test(cue) && !MIGHT.test(cue)

/**
 * The attribution that this one hands on whole, adding nothing to it; null where it speaks for itself.
 * @param as somebody's words, or a plan that is told of: that one is what is reported, and no claim beside the report
 */
function handedOn(scene: Scene, node: Node, as: 'speech' | 'plan' = 'speech'): Node | null {
  const size = (span: Span | null) => (span ? span.end - span.start : 0)
  const handed = (scene.bySentence.get(node.sentence) ?? []).filter((other) => {
    const { cue, source, content } = other
    if (other === node || other.points || !source || !cue || !isWithin(cue, node.content)) return false
    if ((other.attribution.act === 'speech') !== (as === 'speech')) return false
    if (isSame(other.speaker.name, node.speaker.name)) return false
    // a source that opens what is said is told of by the speaker, who answers for the whole
    if (!hands(node.speaker) && (opens(node, other) || (other.index < 0 && cue.start < content.start))) return false
    if (other.index < 0 && !(other.attribution.confidence >= SURE && isReported(textOf(scene, cue)))) return false
    // of what a paper tells, all from the other's source to the end of what he says is about his saying it
    const told = hands(node.speaker)
      ? Math.max(content.end, cue.end, source.end) - Math.min(content.start, cue.start, source.start)
      : size(content) + size(cue) + size(source)
    return told > WHOLE * size(node.content)
  })
  return handed.find(({ index }) => index >= 0) ?? handed[0] ?? null
}

/** Steps -> Links: each link says how it has what the next one says. */
function linksOf(
  { scene, credits, outlet }: Trail,
  node: Node,
  carriers: readonly Step[],
  speaker: Step,
  basis: readonly Step[],
): Link[] {
  const paragraph = paragraphOf(scene, node)
  // a headline, a line that points to another article, a caption: not the wire's
  const prose = !/^(?:heading|caption)$/.test(scene.document.paragraphs[paragraph]?.kind ?? '')
  const wires = credits
    .filter(({ from, to }) => prose && paragraph >= from && paragraph < to)
    .map(({ name, anchor }): Step => ({ speaker: { name, kind: 'outlet', key: null }, anchor, by: 'wire' }))
  const steps: Step[] = []
  for (const step of [...wires, ...carriers, speaker, ...basis]) {
    if (step.speaker === UNSTATED || isOutlet(step.speaker, outlet)) continue
    if (!steps.some((one) => isOne(one.speaker, step.speaker))) steps.push(step)
  }
  const quoted = /["“«]/.test(textOf(scene, node.content))
  const how = (next: Step | undefined): LinkKind => {
    if (!next) return 'own reporting'
    if (next.by) return next.by
    if (next.speaker.kind === 'unnamed') return 'unnamed'
    return next.speaker.kind === 'outlet' || next.speaker.kind === 'document' || !quoted ? 'cites' : 'quotes'
  }
  const quoteOf = (span: Span | null): Quote | null => span && { ...span, text: textOf(scene, span) }
  const links: Link[] = outlet === null ? [] : [{ name: outlet, kind: 'outlet', link: how(steps[0]), anchor: null }]
  steps.forEach(({ speaker: { name, kind }, anchor }, i) => {
    links.push({ name, kind, link: how(steps[i + 1]), anchor: quoteOf(anchor) })
  })
  return links
}
