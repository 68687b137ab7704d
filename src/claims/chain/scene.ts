/**
 * What chains are traced in: the attributions of a text with their speakers, those beside them that the order of words
 * shows, and the words that pass on, by sentence.
 */
import type { Document } from '../../language/document.ts'
import { endingAfter, hullOf, isWithin, overlap } from '../../language/order.ts'
import type { Span } from '../../page/article.ts'
import type { Attribution, Parts } from '../attribution.ts'
import type { LinkKind, Speaker } from '../claim.ts'
import { attributionsOf } from '../rules/engine.ts'
import { wordsOf } from '../rules/phrases.ts'
import { UNSTATED } from '../speaker.ts'
import { type Passing, passingsOf } from './passings.ts'

/** Who a mention stands for, resolved within the article: he, the agency, Lund. */
export type Resolve = (mention: Span) => Speaker

export interface Node {
  /** With the source that stands by its cue, where an engine left it out. */
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
  /** "citing two officials", taken by an engine for an attribution: it only says whose word another one is. */
  readonly points: boolean
}

/** One who hands on, or on whose word something is said. */
export interface Step {
  readonly speaker: Speaker
  readonly anchor: Span | null
  /** How the link before it has it from this one, where the words say so. */
  readonly by: LinkKind | null
}

export interface Scene {
  readonly document: Document
  readonly resolve: Resolve
  /** In the order of the text. */
  readonly nodes: readonly Node[]
  readonly bySentence: ReadonlyMap<number, readonly Node[]>
  readonly passings: ReadonlyMap<number, readonly Passing[]>
}

/** So much of what one sentence holds is weighed against each other: what holds more is no sentence. */
const MOST = 24

export function sceneOf(document: Document, attributions: readonly Attribution[], resolve: Resolve): Scene {
  const words = wordsOf(document)
  const passings = new Map<number, Passing[]>()
  document.sentences.forEach((sentence, s) => {
    const found = passingsOf(words, sentence)
    if (found.length > 0) passings.set(s, found.slice(0, MOST))
  })
  const read = attributionsOf(document).filter(({ act, source, cue }) => act === 'speech' && source && cue)
  const readCues = read.map(({ cue }) => hullOf(cue ?? []))
  const order = readCues.map((_, i) => i).sort((a, b) => (readCues[a] as Span).start - (readCues[b] as Span).start)
  const inOrder = order.map((i) => readCues[i] as Span)
  const besideOf = (cue: Span): Attribution | null => {
    const i = endingAfter(inOrder, cue.start)
    const found = inOrder[i]
    return found && overlap(found, cue) ? (read[order[i] as number] ?? null) : null
  }
  const nodes: Node[] = []
  const enter = (given: Attribution, index: number) => {
    const cue = given.cue && hullOf(given.cue)
    const beside = cue ? besideOf(cue) : null
    const source = given.source ?? (beside ? sourceBeside(beside, resolve) : null)
    // a content that holds its own source reaches back into the clause that the source stands in
    const whole = beside !== null && source && !given.source && isWithin(hullOf(source), hullOf(given.content))
    const parts = whole ? beside.content : given.content
    const attribution = source === given.source ? given : { ...given, source, content: parts }
    const content = hullOf(parts)
    const place = source && hullOf(source)
    const sentence = sentenceAt(document, (cue ?? place ?? content).start)
    const points = (passings.get(sentence) ?? []).some(
      ({ kind, start, mention }) =>
        kind === 'cites' &&
        cue !== null &&
        start >= cue.start &&
        start < cue.end &&
        isWithin(content, { start, end: mention.end + LOOSE }),
    )
    nodes.push({
      attribution,
      index,
      sentence,
      speaker: place ? resolve(place) : UNSTATED,
      source: place,
      cue,
      content,
      reach: beside ? unionOf(content, hullOf(beside.content)) : content,
      points,
    })
  }
  attributions.forEach(enter)
  const cues = nodes.flatMap(({ cue }) => cue ?? []).sort((a, b) => a.start - b.start)
  for (const attribution of read) {
    const cue = attribution.cue?.[0]
    const held = cue && cues[endingAfter(cues, cue.start)]
    if (cue && !(held && overlap(held, cue))) enter(attribution, -1)
  }
  nodes.sort((a, b) => startOf(a) - startOf(b) || b.content.end - a.content.end)
  const bySentence = new Map<number, Node[]>()
  for (const node of nodes) {
    const same = bySentence.get(node.sentence)
    if (!same) bySentence.set(node.sentence, [node])
    else if (same.length < MOST) same.push(node)
  }
  return { document, resolve, nodes, bySentence, passings }
}

/** A source that word order alone shows, where it is plain enough: someone's name, or the form of a quotation. */
function sourceBeside({ source, cue, content, confidence }: Attribution, resolve: Resolve): Parts | null {
  if (!source) return null
  const { kind } = resolve(hullOf(source))
  // after what is said, or after "by", nothing else can stand
  const plain = hullOf(cue ?? []).start > hullOf(content).start || confidence >= SURE
  return plain || (confidence >= PLAIN && (kind === 'person' || kind === 'outlet')) ? source : null
}
/** What the rules' own measure calls more often right than wrong, and right for the most part. */
const PLAIN = 0.6
const SURE = 0.7

/** How much of a relative clause may follow the source that is cited, in UTF-16 units. */
const LOOSE = 120

/** Where an attribution is told: at its cue, else at its source. */
export const startOf = ({ cue, source, content }: Node): number => (cue ?? source ?? content).start
const unionOf = (one: Span, other: Span): Span => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})
const sentenceAt = ({ sentences }: Document, at: number) =>
  Math.min(endingAfter(sentences, at), Math.max(0, sentences.length - 1))

/** The number of a node's paragraph. */
export const paragraphOf = ({ document }: Scene, { sentence }: Node): number =>
  document.sentences[sentence]?.paragraph ?? 0

/** The words that a span covers; none for null. */
export const textOf = ({ document: { text } }: Scene, span: Span | null): string =>
  span ? text.slice(span.start, span.end) : ''

/** The attribution that a passing belongs to: whose source or cue stands nearest before it, else the first after it. */
export function ownerOf(nodes: readonly Node[], passing: Passing): Node | null {
  // the wire quoted the ministry as saying: the ministry's
  const named =
    passing.subject && nodes.find(({ points, source }) => !points && source && overlap(source, passing.mention))
  if (named) return named
  let best: Node | null = null
  let reach = -1
  for (const node of nodes) {
    if (node.points) continue
    for (const part of [node.source, node.cue]) {
      if (!part || part.start > passing.start || part.end <= reach) continue
      if (part.end > passing.mention.start && !isWithin(passing.mention, part)) continue
      best = node
      reach = part.end
    }
  }
  if (best) return best
  for (const node of nodes) {
    if (node.points || (node.source ?? node.cue ?? node.content).start < passing.end) continue
    if (!best || startOf(node) < startOf(best)) best = node
  }
  return best
}
