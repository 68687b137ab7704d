/**
 * What an attribution takes up from the sentences around it: who brought its source in, by whom the speaker was
 * briefed, the report or letter that he speaks from.
 */
import type { Speaker } from '../claim.ts'
import { isSame } from './names.ts'
import { networkNamed, type Passing } from './passings.ts'
import { type Node, ownerOf, paragraphOf, type Scene, type Step, textOf } from './scene.ts'

/** What has been told so far. */
export interface Memory {
  /** Bodies that briefed a speaker, by his name: all he tells is on their word. */
  readonly briefed: ReadonlyMap<string, Step>
  /** By whom an unnamed source was brought in, by its name. */
  readonly introduced: Map<string, readonly Step[]>
  /** Who gave a speaker a report, by the speaker's name. */
  readonly reported: Map<string, string>
  /** The attribution before. */
  last: Told | null
}

interface Told {
  readonly node: Node
  readonly speaker: Speaker
  readonly carriers: readonly Step[]
  readonly letter: Step | null
}

export function memoryOf(scene: Scene): Memory {
  const briefed = new Map<string, Step>()
  for (const [s, passings] of scene.passings)
    for (const passing of passings) {
      if (passing.kind !== 'briefing' || !passing.open) continue
      const owner = ownerOf(scene.bySentence.get(s) ?? [], passing)
      const body = scene.resolve(passing.mention)
      if (owner && owner.speaker.kind !== 'outlet' && !isSame(owner.speaker.name, body.name))
        briefed.set(owner.speaker.name, { speaker: body, anchor: passing.mention, by: 'told' })
    }
  return { briefed, introduced: new Map(), reported: new Map(), last: null }
}

/** So many unnamed sources are kept in mind; an article has a handful. */
const MOST_INTRODUCED = 64

/** Keeps in mind by whom an unnamed source was brought in. */
export function introduce({ introduced }: Memory, { name }: Speaker, carriers: readonly Step[]): void {
  if (introduced.size < MOST_INTRODUCED || introduced.has(name)) introduced.set(name, [...carriers])
}

/** Those who handed on what the speaker says, as told before: by the paper that brought in its source. */
export function carriersBefore(scene: Scene, memory: Memory, node: Node, speaker: Speaker): readonly Step[] {
  const mention = textOf(scene, node.source)
  const brought = memory.introduced.get(speaker.name)
  if (speaker.kind === 'unnamed' && brought && /^(?:the|these|those|they|he|she|another)\b/i.test(mention))
    return brought
  const { last } = memory
  if (!last || !isSame(last.speaker.name, speaker.name) || !/^(?:he|she|they|it)$/i.test(mention)) return []
  // a pronoun goes on with what was told in the sentence before; "earlier" breaks off
  const near = node.sentence - last.node.sentence <= 1 && paragraphOf(scene, node) - paragraphOf(scene, last.node) <= 1
  return near && !/\b(?:later|earlier|previously)\b/i.test(textOf(scene, node.cue))
    ? last.carriers.filter((step) => step.speaker.kind === 'outlet')
    : []
}

/** An unnamed source by its fuller name, where the same paper brought it in before: sources, sources close to the board. */
export function fuller({ introduced }: Memory, speaker: Speaker, carriers: readonly Step[]): Speaker {
  if (speaker.kind !== 'unnamed') return speaker
  const words = speaker.name.replace(/ \(unnamed\)$/, '')
  for (const [name, brought] of introduced)
    if (
      name.startsWith(`${words} `) &&
      brought.some((one) => carriers.some((other) => isSame(one.speaker.name, other.speaker.name)))
    )
      return { ...speaker, name }
  return speaker
}

/** By their telling: those who carried it in the sentence before. */
export function tellersBefore(scene: Scene, { sentence }: Node): Step[] {
  const { document, passings, resolve } = scene
  const start = document.sentences[sentence]?.start ?? 0
  if (!/^(?:According to|By|In) (?:its|their) /.test(document.text.slice(start, start + 20))) return []
  return (passings.get(sentence - 1) ?? [])
    .filter(({ kind }) => kind === 'told before')
    .map(({ mention }) => ({ speaker: resolve(mention), anchor: mention, by: 'quotes' }))
}

/** Who briefed the speaker, unless it is that body itself that he speaks of. */
export function briefingOf(scene: Scene, { briefed }: Memory, node: Node, speaker: Speaker): Step | null {
  const briefing = briefed.get(speaker.name)
  if (!briefing) return null
  const { anchor } = briefing
  const printed = textOf(scene, anchor)
  const short = /\((\p{Lu}{2,6})\)/u.exec(textOf(scene, anchor && { start: anchor.start, end: anchor.end + 10 }))?.[1]
  const content = textOf(scene, node.content)
  const told = [printed, briefing.speaker.name, short].some((name) => name && name.length > 1 && content.includes(name))
  return told ? null : briefing
}

/** The letter that the same speaker was quoted from just before. */
export function letterBefore({ last }: Memory, node: Node, speaker: Speaker): Step | null {
  return last?.letter && isSame(last.speaker.name, speaker.name) && node.sentence - last.node.sentence <= 2
    ? last.letter
    : null
}

/** How far back a report to the speaker is remembered, in sentences. */
const REPORT_REACH = 3

/** A report given to the speaker in the sentences before, or named as his source in the one after. */
export function reportTo(scene: Scene, { reported }: Memory, node: Node, speaker: Speaker): Step | null {
  if (speaker.kind !== 'person') return null
  const { bySentence, passings, resolve } = scene
  for (let s = node.sentence; s >= Math.max(0, node.sentence - REPORT_REACH); s--)
    for (const passing of passings.get(s) ?? []) {
      if (passing.kind !== 'briefing' || passing.open) continue
      if (s === node.sentence && passing.end > node.content.start && !passing.recipient) continue
      const giver = resolve(passing.mention)
      const recipient = passing.recipient && resolve(passing.recipient)
      // a role that is nobody's name in this article may be the speaker's
      const known = recipient && recipient.kind !== 'unnamed' && !isSame(recipient.name, giver.name)
      // somebody's report is the speaker's basis where it was before, or where he is told to have it
      if (!recipient && s < node.sentence && reported.get(speaker.name) !== giver.name) continue
      if (isSame(giver.name, speaker.name) || (known && !isSame(recipient.name, speaker.name))) continue
      return { speaker: namedBy(scene, passing, speaker), anchor: passing.mention, by: 'cites' }
    }
  for (let s = node.sentence + 1; s <= node.sentence + 2; s++) {
    if (scene.document.sentences[s]?.paragraph !== paragraphOf(scene, node)) return null
    const others = bySentence.get(s) ?? []
    if (others.some(({ index, source, speaker: one }) => index >= 0 && source && !isSame(one.name, speaker.name)))
      return null
    const cited = passings.get(s)?.find((passing) => passing.kind === 'cites' && ownerOf(others, passing) === null)
    if (cited) return { speaker: namedBy(scene, cited, speaker), anchor: cited.mention, by: 'cites' }
  }
  return null
}

/** Who is named by a passing: networks and letters name themselves, a report the one it is from. */
export function namedBy(scene: Scene, { kind, mention, report }: Passing, speaker: Speaker): Speaker {
  const text = textOf(scene, mention)
  if (kind === 'network') return { name: `${networkNamed(text) ?? text} (post)`, kind: 'outlet', key: null }
  if (kind === 'letter') return { name: text.replace(/\s+/g, ' '), kind: 'document', key: null }
  const named = scene.resolve(mention)
  if (!report || named.kind === 'document' || named.kind === 'outlet') return named
  // a report from his military: the speaker's own
  const own = /^(?:his|her|its|their)\s/i.test(text) && named.kind === 'unnamed' ? `${speaker.name}'s ` : ''
  return { name: `${own}${named.name.replace(/ \(unnamed\)$/, '')} (report)`, kind: 'document', key: named.key }
}
