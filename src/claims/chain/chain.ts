/**
 * Chains of sources: by whom a claim came to the reader, from the outlet to whoever the text names as its origin, and
 * the report he leans on. MPQA's nested sources (Wiebe, Wilson & Cardie 2005), as news writes them: attributions within
 * attributions, "citing", "told the paper", wire credits, and what a later sentence takes up from an earlier one.
 */
import type { Document } from '../../language/document.ts'
import { endingAfter } from '../../language/order.ts'
import type { Span } from '../../page/article.ts'
import type { Attribution, Parts } from '../attribution.ts'
import type { Link, LinkKind, Quote, Speaker } from '../claim.ts'
import { attributionsOf } from '../rules/engine.ts'
import { wordsOf } from '../rules/phrases.ts'
import { UNSTATED } from '../speaker.ts'
import { type Credit, creditsOf, isSame } from './credits.ts'
import { networkNamed, type Passing, passingsOf } from './passings.ts'

/** Who a mention stands for, resolved within the article: he, the agency, Lund. */
export type Resolve = (mention: Span) => Speaker

export interface Publication {
  readonly outlet: string | null
  /** The article's wire credit; several are joined by a comma. */
  readonly wire: string | null
}

/** Who answers for an attribution's content, and by what chain it came. */
export interface Traced {
  /** The innermost who says it: the unnamed person behind the paper, not the paper. */
  readonly speaker: Speaker
  /** The outlet first, then who it has it from; a report that the speaker leans on comes last. */
  readonly chain: readonly Link[]
  /** Whether it only hands on what another attribution within it says, and is no claim beside that one. */
  readonly carries: boolean
}

interface Node {
  readonly attribution: Attribution
  /** Its place among the attributions asked for; -1 for one found only to see who hands on what. */
  readonly index: number
  readonly sentence: number
  readonly speaker: Speaker
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: Span
  /** As far as its content goes by the order of words, where an engine has cut it short. */
  readonly reach: Span
}

interface Step {
  readonly speaker: Speaker
  readonly anchor: Span | null
  /** How the link before it has it from this one, where the words say so. */
  readonly by: LinkKind | null
}

/**
 * Traces attributions of one text.
 * @param attributions as an engine found them, in any order; spans into the document's text
 * @param resolve who a mention is
 * @returns for each attribution, in their order, its speaker and chain
 */
export function chainsOf(
  document: Document,
  attributions: readonly Attribution[],
  resolve: Resolve,
  publication: Publication,
): Traced[] {
  const scene = sceneOf(document, attributions, resolve, publication)
  const traced: Traced[] = new Array(attributions.length)
  for (const node of scene.nodes) {
    const said = trace(scene, node)
    if (node.index >= 0) traced[node.index] = said
  }
  return traced
}

/** Of what a sentence holds so much is weighed against each other: what holds more is no sentence. */
const MOST = 24

interface Scene {
  readonly document: Document
  readonly resolve: Resolve
  readonly publication: Publication
  readonly nodes: readonly Node[]
  readonly bySentence: ReadonlyMap<number, readonly Node[]>
  readonly passings: ReadonlyMap<number, readonly Passing[]>
  readonly credits: readonly Credit[]
  /** Bodies that briefed a speaker, by his name: all he tells is on their word. */
  readonly briefed: ReadonlyMap<string, Step>
  /** By whom an unnamed source was brought in, by its name. */
  readonly introduced: Map<string, readonly Step[]>
  last: {
    readonly node: Node
    readonly speaker: Speaker
    readonly carriers: readonly Step[]
    readonly letter: Step | null
  } | null
}

function sceneOf(
  document: Document,
  attributions: readonly Attribution[],
  resolve: Resolve,
  publication: Publication,
): Scene {
  const words = wordsOf(document)
  const passings = new Map<number, Passing[]>()
  document.sentences.forEach((sentence, s) => {
    const found = passingsOf(words, sentence)
    if (found.length > 0) passings.set(s, found.slice(0, MOST))
  })
  const nodes: Node[] = []
  const read = attributionsOf(document).filter(({ act, source, cue }) => act === 'speech' && source && cue)
  const byCue = new Map(read.map((attribution) => [attribution.cue?.at(-1)?.end ?? -1, attribution]))
  const enter = (attribution: Attribution, index: number) => {
    const content = hullOf(attribution.content)
    const source = attribution.source && hullOf(attribution.source)
    const cue = attribution.cue && hullOf(attribution.cue)
    nodes.push({
      attribution,
      index,
      sentence: sentenceAt(document, (cue ?? source ?? content).start),
      speaker: source ? resolve(source) : UNSTATED,
      source,
      cue,
      content,
      reach: unionOf(content, byCue.get(cue?.end ?? -2)),
    })
  }
  attributions.forEach(enter)
  const cues = nodes.flatMap(({ cue }) => cue ?? []).sort((a, b) => a.start - b.start)
  for (const attribution of read) {
    const cue = attribution.cue?.[0]
    if (cue && !covers(cues, cue)) enter(attribution, -1)
  }
  nodes.sort((a, b) => start(a) - start(b) || b.content.end - a.content.end)
  const bySentence = new Map<number, Node[]>()
  for (const node of nodes) {
    const same = bySentence.get(node.sentence)
    if (same && same.length < MOST) same.push(node)
    else if (same) continue
    else bySentence.set(node.sentence, [node])
  }
  const scene = {
    document,
    resolve,
    publication,
    nodes,
    bySentence,
    passings,
    credits: [],
    briefed: new Map(),
    introduced: new Map(),
    last: null,
  }
  return { ...scene, credits: creditsFor(scene), briefed: briefedIn(scene) }
}

const start = ({ cue, source, content }: Node) => (cue ?? source ?? content).start
const hullOf = (parts: Parts): Span => ({ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 })
const unionOf = (span: Span, other: Attribution | undefined): Span => {
  if (!other) return span
  const hull = hullOf(other.content)
  return { start: Math.min(span.start, hull.start), end: Math.max(span.end, hull.end) }
}
const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end
const overlap = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** Does one of `spans` (by start) overlap `span`? */
function covers(spans: readonly Span[], span: Span): boolean {
  const at = spans[endingAfter(spans, span.start)]
  return at !== undefined && overlap(at, span)
}

const sentenceAt = ({ sentences }: Document, at: number) =>
  Math.min(endingAfter(sentences, at), Math.max(0, sentences.length - 1))

/** The article's credits: its wire, what the text states, and whom the outlet itself cites for its story. */
function creditsFor(scene: Omit<Scene, 'credits' | 'briefed'>): Credit[] {
  const { document, publication, nodes, bySentence, passings, resolve } = scene
  const all = document.paragraphs.length
  const found: Credit[] = []
  const add = (credit: Credit) => {
    if (
      isOutlet({ name: credit.name, kind: 'outlet' }, publication) ||
      found.some(({ name }) => isKin(name, credit.name))
    )
      return
    found.push(credit)
  }
  for (const name of publication.wire?.split(/\s*,\s*/) ?? [])
    if (!/^agenc(?:y|ies)\b/i.test(name)) add({ name, anchor: NOWHERE, from: 0, to: all })
  for (const credit of creditsOf(document, publication.outlet)) add(credit)
  for (const node of nodes) {
    const paragraph = document.sentences[node.sentence]?.paragraph ?? 0
    const inner = bySentence
      .get(node.sentence)
      ?.some((other) => other !== node && other.cue && within(other.cue, node.content))
    const cue = node.cue ? document.text.slice(node.cue.start, node.cue.end) : ''
    // The Daily reports, citing the agency: the whole story is the agency's
    if (node.source && isOutlet(node.speaker, publication)) {
      for (const passing of passings.get(node.sentence) ?? [])
        if (passing.kind === 'cites' && passing.start >= (node.cue?.end ?? 0)) {
          const cited = resolve(passing.mention)
          if (cited.kind === 'outlet') add({ name: cited.name, anchor: passing.mention, from: 0, to: all })
        }
    } else if (
      inner &&
      node.source &&
      node.speaker.kind === 'outlet' &&
      /^reports$/i.test(cue) &&
      (paragraph === 0 || paragraph === all - 1)
    ) {
      // ..., the minister said, reports the agency: a credit, in the present
      add({ name: node.speaker.name, anchor: node.source, from: 0, to: all })
    }
  }
  return found
}

/** The place of what is stated outside the text. */
const NOWHERE: Span = { start: -1, end: -1 }

const isOutlet = ({ name, kind }: Pick<Speaker, 'name' | 'kind'>, { outlet }: Publication) =>
  outlet !== null && (isSame(name, outlet) || (kind === 'outlet' && isKin(name, outlet)))

/** Words that an outlet's name has or leaves out: Bloomberg, Bloomberg News. */
const FILLERS = /^(?:agency|com|net|news|newswires?|online|org|press|service|the)$/

/** Two names for one outlet. */
function isKin(one: string, other: string): boolean {
  if (isSame(one, other)) return true
  const core = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && !FILLERS.test(word))
      .join(' ')
  return core(one) !== '' && core(one) === core(other)
}

/** One and the same link: of outlets the name may be longer or shorter. */
const isOne = (one: Speaker, other: Speaker): boolean =>
  isSame(one.name, other.name) || (one.kind === 'outlet' && other.kind === 'outlet' && isKin(one.name, other.name))

/** Who was briefed by which body, told anywhere in the article. */
function briefedIn(scene: Omit<Scene, 'credits' | 'briefed'>): Map<string, Step> {
  const found = new Map<string, Step>()
  for (const [s, passings] of scene.passings)
    for (const passing of passings) {
      if (passing.kind !== 'briefing' || !passing.open) continue
      const owner = ownerOf(scene.bySentence.get(s) ?? [], passing)
      const body = scene.resolve(passing.mention)
      if (owner && owner.speaker.kind !== 'outlet' && !isSame(owner.speaker.name, body.name))
        found.set(owner.speaker.name, { speaker: body, anchor: passing.mention, by: 'told' })
    }
  return found
}

/** The attribution that a passing belongs to: whose source or cue stands nearest before it, else the first after it. */
function ownerOf(nodes: readonly Node[], passing: Passing): Node | null {
  let best: Node | null = null
  let reach = -1
  for (const node of nodes) {
    for (const part of [node.source, node.cue]) {
      if (
        part &&
        part.start <= passing.start &&
        part.end > reach &&
        (part.end <= passing.mention.start || within(passing.mention, part))
      ) {
        best = node
        reach = part.end
      }
    }
  }
  if (best) return best
  for (const node of nodes)
    if ((node.source ?? node.cue ?? node.content).start >= passing.end && (!best || start(node) < start(best)))
      best = node
  return best
}

function trace(scene: Scene, node: Node): Traced {
  const { document, resolve, publication, credits } = scene
  const sentence = scene.bySentence.get(node.sentence) ?? []
  const passings = scene.passings.get(node.sentence) ?? []
  const paragraph = document.sentences[node.sentence]?.paragraph ?? 0
  const owned = passings.filter((passing) => ownerOf(sentence, passing) === node)
  const own = owned.filter((passing) => !isOwnCue(node, passing))

  const carriers: Step[] = []
  const basis: Step[] = []
  let speaker = node.speaker
  let anchor = node.source
  let letter: Step | null = null

  // outer attributions, the widest first
  for (const outer of outerOf(sentence, node)) {
    const step: Step = {
      speaker: outer.speaker,
      anchor: outer.source,
      by: outer.speaker.kind === 'outlet' ? 'quotes' : null,
    }
    carriers.push(step)
    for (const passing of passings)
      if (passing.kind === 'cites' && ownerOf(sentence, passing) === outer)
        carriers.push({ speaker: resolve(passing.mention), anchor: passing.mention, by: 'cites' })
  }
  // the wire quoted the ministry as saying
  for (const passing of owned)
    if (passing.subject && !own.includes(passing))
      carriers.push({ speaker: resolve(passing.subject), anchor: passing.subject, by: 'quotes' })
  for (const passing of own) {
    const named = speakerOf(scene, passing)
    if (passing.kind === 'cites') {
      // a paper hands on, and so does whoever reports on the word of people without a name
      if (
        isMedium(speaker) ||
        (speaker.kind === 'organisation' && named.kind === 'unnamed' && isReporting(document, node))
      ) {
        carriers.push({ speaker, anchor, by: null })
        speaker = named
        anchor = passing.mention
      } else basis.push({ speaker: named, anchor: passing.mention, by: 'cites' })
    } else if (passing.kind === 'hearer' || passing.kind === 'carrier' || passing.kind === 'network') {
      if (passing.kind !== 'hearer' || named.kind === 'outlet' || isMediaPhrase(document, passing.mention))
        carriers.push({ speaker: named, anchor: passing.mention, by: passing.kind === 'hearer' ? 'told' : 'cites' })
    } else if (passing.kind === 'figure') basis.push({ speaker: named, anchor: passing.mention, by: 'cites' })
    else if (passing.kind === 'letter') {
      letter = { speaker: named, anchor: passing.mention, by: 'cites' }
      basis.push(letter)
    }
  }
  // an interview told of later in the sentence belongs to all of it
  for (const passing of passings)
    if (
      !own.includes(passing) &&
      (passing.kind === 'hearer' || passing.kind === 'network') &&
      passing.end <= start(node)
    ) {
      const owner = ownerOf(sentence, passing)
      const named = speakerOf(scene, passing)
      if (
        owner &&
        isSame(owner.speaker.name, speaker.name) &&
        (named.kind === 'outlet' || passing.kind === 'network' || isMediaPhrase(document, passing.mention))
      )
        carriers.push({ speaker: named, anchor: passing.mention, by: 'told' })
    }

  const before = carriers.length
  letter ??= takeUp(scene, node, speaker, carriers, basis, paragraph)
  if (carriers.length > 0 && before > 0 && speaker.kind === 'unnamed' && speaker !== UNSTATED)
    scene.introduced.set(speaker.name, [...carriers])
  inner(scene, sentence, node, basis)
  reports(scene, node, speaker, basis, paragraph)

  if (node.index >= 0) scene.last = { node, speaker, carriers: [...carriers], letter }

  const steps: Step[] = []
  const push = (step: Step) => {
    if (step.speaker === UNSTATED || isOutlet(step.speaker, publication)) return
    if (!steps.some(({ speaker: one }) => isOne(one, step.speaker))) steps.push(step)
  }
  for (const credit of credits)
    if (paragraph >= credit.from && paragraph < credit.to)
      push({
        speaker: { name: credit.name, kind: 'outlet', key: null },
        anchor: credit.anchor === NOWHERE ? null : credit.anchor,
        by: 'wire',
      })
  for (const step of carriers) push(step)
  push({ speaker, anchor, by: null })
  for (const step of basis) push(step)
  return { speaker, chain: linksOf(document, steps, publication, node), carries: carries(sentence, node) }
}

/** "Based on filings" may be the cue itself. */
const isOwnCue = (node: Node, passing: Passing) =>
  node.cue !== null &&
  passing.start === node.cue.start &&
  passing.kind === 'cites' &&
  node.source !== null &&
  overlap(node.source, passing.mention)

const isMedium = ({ kind, name }: Speaker) =>
  kind === 'outlet' || (kind === 'document' && /\b(?:article|media|news|report|reports|story)\b/i.test(name))

const isReporting = ({ text }: Document, { cue }: Node) =>
  cue !== null && /\breport(?:s|ed|ing)?\b/i.test(text.slice(cue.start, cue.end))

/** A programme, podcast, paper or their people: a hearer who hands on what he is told. */
function isMediaPhrase({ text }: Document, { start: from, end }: Span): boolean {
  return /\b(?:broadcaster|host|interviewer|magazine|news (?:agenc(?:y|ies)|outlets?|site|website)|newspaper|podcast|podcaster|radio|television|tv)\b/i.test(
    text.slice(from, Math.min(end + 20, from + 160)).split(/[,.;]/)[0] ?? '',
  )
}

/** Who is named by a passing: networks and letters name themselves, a report the one it is from. */
function speakerOf({ document, resolve }: Scene, passing: Passing): Speaker {
  const text = document.text.slice(passing.mention.start, passing.mention.end)
  if (passing.kind === 'network') return { name: `${networkNamed(text) ?? text} (post)`, kind: 'outlet', key: null }
  if (passing.kind === 'letter') return { name: text.replace(/\s+/g, ' '), kind: 'document', key: null }
  const named = resolve(passing.mention)
  return passing.report && named.kind !== 'unnamed' && named.kind !== 'document' && named.kind !== 'outlet'
    ? { name: `${named.name} (report)`, kind: 'document', key: named.key }
    : named
}

/** The attributions whose content holds this one whole, the widest first. */
function outerOf(sentence: readonly Node[], node: Node): Node[] {
  const place = node.cue ?? node.source ?? node.content
  return sentence
    .filter(
      (other) =>
        other !== node &&
        other.source &&
        within(place, other.reach) &&
        !isSame(other.speaker.name, node.speaker.name) &&
        !(node.source && overlap(other.source, node.source)),
    )
    .filter((other) => other.attribution.act === 'speech')
    .sort((a, b) => b.reach.end - b.reach.start - (a.reach.end - a.reach.start))
}

/** Hands it on a whole other attribution? Then it is no claim of its own beside that one. */
function carries(sentence: readonly Node[], node: Node): boolean {
  const size = (span: Span) => span.end - span.start
  return sentence.some((other) => {
    if (other === node || other.index < 0 || !other.source || !other.cue || !within(other.cue, node.content))
      return false
    if (isSame(other.speaker.name, node.speaker.name)) return false
    // A source that opens what is said is told of by the speaker, who answers for the whole.
    if (opens(node, other) && node.speaker.kind !== 'outlet') return false
    return size(other.content) + size(other.cue) + size(other.source) > 0.6 * size(node.content)
  })
}

/** Does the other attribution open what this one says, its source first? */
const opens = (node: Node, other: Node) =>
  other.source !== null &&
  other.cue !== null &&
  other.source.start - node.content.start <= 24 &&
  other.source.start < other.cue.start &&
  other.cue.start < other.content.start &&
  node.cue !== null &&
  node.cue.start > other.content.start

/** Verbs of one who knows, not of one who bids. */
const EVIDENT =
  /\b(?:assess|believ|confirm|count|determin|establish|estimat|find|found|indicat|point|reveal|show|suggest)/i

/** Intelligence sources count 300, the army said: those whom the speaker tells of are his basis. */
function inner({ document }: Scene, sentence: readonly Node[], node: Node, basis: Step[]): void {
  if (node.speaker.kind === 'outlet') return
  for (const other of sentence)
    if (
      other !== node &&
      other.cue &&
      other.source &&
      within(other.cue, node.content) &&
      opens(node, other) &&
      (other.speaker.kind === 'unnamed' ||
        other.speaker.kind === 'document' ||
        EVIDENT.test(document.text.slice(other.cue.start, other.cue.end)))
    )
      basis.push({ speaker: other.speaker, anchor: other.source, by: 'cites' })
}

/** What a sentence takes up from those before it. */
function takeUp(
  scene: Scene,
  node: Node,
  speaker: Speaker,
  carriers: Step[],
  basis: Step[],
  paragraph: number,
): Step | null {
  const { document, introduced, briefed, last } = scene
  const mention = node.source ? document.text.slice(node.source.start, node.source.end) : ''
  // the official, who was brought in by the paper
  const brought = introduced.get(speaker.name)
  if (
    speaker.kind === 'unnamed' &&
    brought &&
    carriers.length === 0 &&
    /^(?:the|these|those|they|he|she|another)\b/i.test(mention)
  )
    carriers.push(...brought)
  // By their telling: of those who carried it in the sentence before
  const sentence = document.sentences[node.sentence]
  if (
    sentence &&
    /^(?:According to|By|In) (?:its|their) /.test(document.text.slice(sentence.start, sentence.start + 20))
  )
    for (const passing of scene.passings.get(node.sentence - 1) ?? [])
      if (passing.kind === 'told before')
        carriers.push({ speaker: scene.resolve(passing.mention), anchor: passing.mention, by: 'quotes' })
  const briefing = briefed.get(speaker.name)
  const content = document.text.slice(node.content.start, node.content.end)
  if (briefing && !mentions(document, content, briefing)) basis.push(briefing)
  if (!last || !isSame(last.speaker.name, speaker.name)) return null
  const near = node.sentence - last.node.sentence
  const cue = node.cue ? document.text.slice(node.cue.start, node.cue.end) : ''
  const pronoun = /^(?:he|she|they|it)$/i.test(mention)
  const nextParagraph = paragraph - (document.sentences[last.node.sentence]?.paragraph ?? 0)
  if (
    carriers.length === 0 &&
    pronoun &&
    near <= 1 &&
    nextParagraph <= 1 &&
    !/\b(?:later|earlier|previously)\b/i.test(cue)
  )
    carriers.push(...last.carriers)
  if (!last.letter || near > 2 || basis.some(({ speaker: { kind } }) => kind === 'document')) return null
  basis.push(last.letter)
  return last.letter
}

/** Is the body itself spoken of in the content? Then it is told about, not on its word. */
function mentions({ text }: Document, content: string, { anchor, speaker }: Step): boolean {
  const printed = anchor ? text.slice(anchor.start, anchor.end) : ''
  const short = /\((\p{Lu}{2,6})\)/u.exec(text.slice(anchor?.start ?? 0, (anchor?.end ?? 0) + 10))?.[1]
  return [printed, speaker.name, short].some((name) => name !== undefined && name.length > 1 && content.includes(name))
}

/** A report given to the speaker in the sentences before, or named as his source in the one after. */
function reports(scene: Scene, node: Node, speaker: Speaker, basis: Step[], paragraph: number): void {
  if (speaker.kind !== 'person' || basis.length > 0) return
  const { document } = scene
  const step = (passing: Passing): Step => ({
    speaker: speakerOf(scene, passing),
    anchor: passing.mention,
    by: 'cites',
  })
  for (let s = node.sentence; s >= Math.max(0, node.sentence - 3); s--)
    for (const passing of scene.passings.get(s) ?? []) {
      if (passing.kind !== 'briefing' || passing.open) continue
      if (s === node.sentence && passing.end > node.content.start && !passing.recipient) continue
      // a role that is nobody's name in this article may be his
      const recipient = passing.recipient && scene.resolve(passing.recipient)
      const unknown =
        recipient === null ||
        recipient.kind === 'unnamed' ||
        isSame(recipient.name, scene.resolve(passing.mention).name)
      if (!unknown && !isSame(recipient.name, speaker.name)) continue
      const found = step(passing)
      if (!isSame(found.speaker.name.replace(/ \(report\)$/, ''), speaker.name)) {
        basis.push(found)
        return
      }
    }
  for (let s = node.sentence + 1; s <= node.sentence + 2; s++) {
    if ((document.sentences[s]?.paragraph ?? -1) !== paragraph) return
    if (
      scene.bySentence
        .get(s)
        ?.some((other) => other.index >= 0 && other.source && !isSame(other.speaker.name, speaker.name))
    )
      return
    for (const passing of scene.passings.get(s) ?? [])
      if (passing.kind === 'cites' && ownerOf(scene.bySentence.get(s) ?? [], passing) === null) {
        basis.push(step(passing))
        return
      }
  }
}

/** Steps -> Links: each link says how it has what the next one says. */
function linksOf(document: Document, steps: readonly Step[], { outlet }: Publication, node: Node): Link[] {
  const quote = (span: Span | null): Quote | null =>
    span && { ...span, text: document.text.slice(span.start, span.end) }
  const quoted = /["“«]/.test(
    document.text.slice(node.content.start, Math.min(node.content.end, node.content.start + 2000)),
  )
  const how = (next: Step | undefined): LinkKind => {
    if (!next) return 'own reporting'
    if (next.by) return next.by
    if (next.speaker.kind === 'unnamed') return 'unnamed'
    return next.speaker.kind === 'outlet' || next.speaker.kind === 'document' || !quoted ? 'cites' : 'quotes'
  }
  const links: Link[] = outlet === null ? [] : [{ name: outlet, kind: 'outlet', link: how(steps[0]), anchor: null }]
  steps.forEach(({ speaker: { name, kind }, anchor }, i) => {
    links.push({ name, kind, link: how(steps[i + 1]), anchor: quote(anchor) })
  })
  return links
}
