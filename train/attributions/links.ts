/**
 * Writes what the linker learns from: for each content its cue and for each cue its source, among the candidates, from
 * the marked spans. Some marked spans are left out, as a tagger would, so that "none" is learned too.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROLES, type Role } from '../../src/claims/neural/crf.ts'
import { featuresOf } from '../../src/claims/neural/features.ts'
import { type Choice, choicesOf, surroundingsOf, type TaggedSpan } from '../../src/claims/neural/links.ts'
import { documentOf } from '../../src/language/document.ts'
import { HELD_OUT, rangesOf, WORK } from './dump.ts'
import { goldOf, type MarkedText, markedTexts } from './polnear.ts'

/** Numbers between 0 and 1, the same each time (Park and Miller's generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647
    yield state / 2147483647
  }
}

/** The choices of a text's marked spans, each with the index of the right candidate, -1 for none. */
function linesOf(marked: MarkedText, leftOut: number, seed: number): string[] {
  const document = documentOf(marked.text)
  const from = surroundingsOf(document, featuresOf(document).quotes)
  const chance = numbers(seed)
  const spans = new Map<string, TaggedSpan>()
  const spanAt = (role: Role, [first, last]: readonly [number, number]) => {
    const key = `${role} ${first} ${last}`
    const known = spans.get(key)
    if (known) return known
    const span = { role, first, last }
    spans.set(key, span)
    return span
  }
  const cueOfContent = new Map<TaggedSpan, TaggedSpan | undefined>()
  const sourceOfCue = new Map<TaggedSpan, TaggedSpan | undefined>()
  for (const attribution of goldOf(marked)) {
    const [source, cue, contents] = [
      rangesOf(document, attribution.source)[0],
      rangesOf(document, attribution.cue)[0],
      rangesOf(document, attribution.content),
    ]
    const cueSpan = cue && spanAt('cue', cue)
    if (cueSpan) sourceOfCue.set(cueSpan, source && spanAt('source', source))
    for (const content of contents) cueOfContent.set(spanAt('content', content), cueSpan)
  }
  const kept = [...spans.values()].filter(() => chance.next().value > leftOut).sort((a, b) => a.first - b.first)
  const tagged = Object.fromEntries(ROLES.map((role) => [role, kept.filter((span) => span.role === role)]))
  const { contents, sources } = choicesOf(tagged as Record<Role, TaggedSpan[]>, from)
  const line = (role: Role, { of, candidates, pairs }: Choice, right: TaggedSpan | undefined) =>
    JSON.stringify({
      role,
      right: right ? candidates.indexOf(right) : -1,
      pairs: pairs.map((pair) => Array.from(pair, (value) => Number(value.toFixed(4)))),
      first: of.first,
    })
  return [
    ...contents.map((choice) => line('content', choice, cueOfContent.get(choice.of))),
    ...sources.map((choice) => line('source', choice, sourceOfCue.get(choice.of))),
  ]
}

/** How many of the marked spans are left out. */
const LEFT_OUT = 0.15

/** Writes the choices of train, whole and with spans left out, and of its held-out part. */
export function dumpChoices(): void {
  const lines: Record<'train' | 'held', string[]> = { train: [], held: [] }
  markedTexts('train').forEach((text, i) => {
    if (i % HELD_OUT === 0) lines.held.push(...linesOf(text, 0, i + 1))
    else lines.train.push(...linesOf(text, 0, i + 1), ...linesOf(text, LEFT_OUT, i + 1))
  })
  for (const [part, choices] of Object.entries(lines))
    writeFileSync(join(WORK, `links.${part}.jsonl`), `${choices.join('\n')}\n`)
}
