/**
 * Attributions that a line leaves out or gives to another: no source at all, no word of the source's own source, the
 * state named in the place of who spoke.
 */
import type { Quote } from '../../claims/claim.ts'
import { ROLE_NOUNS, TITLE_WORDS } from '../../language/gazetteer/titles.ts'
import type { Article } from '../../page/article.ts'
import type { Alignment } from './alignment.ts'
import { countedTwice } from './counted.ts'
import type { Drift } from './drift.ts'
import { isHedged } from './hedge.ts'
import { sameOutcome } from './measure.ts'
import { attributionWords, basisOf, belongsTo, citing, isNamedIn, isSameSource, stateOf } from './source.ts'
import { isStatement } from './statement.ts'
import { anchorOf, type Telling } from './telling.ts'
import { lemmaOf } from './verb.ts'
import { wordsOf } from './words.ts'

/** A line must tell so much of the claim before it can be said to tell it as a fact. */
const TOLD = 0.6
const TOLD_WORDS = 3
/** Less where it counts the same, */
const TOLD_COUNT = 0.4
/** or says that somebody says it. */
const TOLD_UNSTATED = 0.4
/** An attribution read less surely than this is no ground for a finding. */
const SURE = 0.4
/** and less than this none for one that it is left out. */
const SAID = 0.55

/** Verbs that say that something is so. What is announced, refused or demanded is the source's own deed. */
const SAYING: ReadonlySet<string> = new Set(
  'according add allege assert claim confirm describe estimate indicate note per quote report reveal say state suggest tell write'.split(
    ' ',
  ),
)
/** Forms in which a headline says that somebody says something. */
const SPOKEN: ReadonlySet<string> = new Set(
  'according admits claim claimed claims confirm confirms per report reported reports reveals said say says saying sources tells told warn warned warns'.split(
    ' ',
  ),
)
/** Who is told something does not say it; the page's own voice is no source. */
const HEARER = /\b(?:is|are|was|were|been|being|get|got) (?:\S+ )?(?:told|asked|advised|quoted|given)\b/iu
const OWN_VOICE = /^(?:i|we|you|us|me|my|our|your|they|it|one|this|these|that|those|which|who)\b/iu

/** Does a source say that something is so, in so many words? */
function isSaid({ source, cue, content, confidence }: Telling): boolean {
  if (confidence < SAID || source === null || cue === null) return false
  if (HEARER.test(cue.text) || OWN_VOICE.test(source.text) || /\b(?:about|of|for|on)$/.test(cue.text)) return false
  return content.text.length > 20 && SAYING.has(lemmaOf(cue.text) ?? '')
}

/** What a line leaves out of who says it, and on whose word. `others` tell the same in the text. */
export function attributionDrift(
  { telling, score, shared, figures }: Alignment,
  line: Telling,
  others: readonly Telling[],
  { text }: Article,
): Drift[] {
  if (telling.type === 'none' || telling.speaker === null || telling.confidence < SURE) return []
  if (line.source === null) {
    const unstated = isUnstated(line)
    const counted = countedTwice(telling, line).some(([own, other]) => sameOutcome(telling, own, line, other))
    const told = unstated ? score >= TOLD_UNSTATED : score >= TOLD && (shared >= TOLD_WORDS || figures > 0)
    return (told || (counted && score >= TOLD_COUNT)) &&
      (unstated || !saysSo(line.words.text)) &&
      (counted || isStatement(line.words.text))
      ? unsourced(telling, line, others, text)
      : []
  }
  if (line.speaker === null || !isSaying(line)) return []
  const state = stateOf(line.speaker.name)
  const found: Drift[] = []
  if (state !== null && stateOf(telling.speaker.name) === null && telling.source !== null) {
    const names = `${telling.source.text} ${telling.speaker.name}`
    if (belongsTo(state, names) && !isNamedIn(line.source.text, telling.speaker))
      found.push({
        kind: 'attribution dropped',
        from: anchorOf(telling, telling.source),
        to: anchorOf(line, line.source),
        lost: false,
        why: `the text names who said it; here ${line.source.text} stands for them`,
      })
  }
  if (isSameSource(line.speaker, telling.speaker)) found.push(...basisLost(telling, line, text))
  else found.push(...speakerLost(telling, line, text))
  return found
}

/** Does a line say that somebody says it: is said to have, reportedly? */
const isUnstated = ({ speaker, cue }: Telling): boolean =>
  speaker !== null &&
  cue !== null &&
  /\b(?:said|reported|reportedly|allegedly|believed|thought|understood)\b/iu.test(cue.text)

/** Does a line say that somebody says it, whoever that is? */
const saysSo = (line: string): boolean => wordsOf(line).some(({ low }) => SPOKEN.has(low))

/** Does a line's cue report what was said? A mark does. */
const isSaying = ({ cue }: Telling): boolean =>
  cue === null || !/\p{L}/u.test(cue.text) || /^puts?$/iu.test(cue.text) || SAYING.has(lemmaOf(cue.text) ?? '')

/** No source in the line: who said it, and the unnamed person behind who carried it. */
function unsourced(telling: Telling, line: Telling, others: readonly Telling[], text: string): Drift[] {
  const { speaker, chain, cue, source } = telling
  if (speaker === null || (cue !== null && HEARER.test(cue.text))) return []
  if (others.some(({ type }) => type === 'none') || (!isUnstated(line) && isHedged(clauseOf(telling, line)))) return []
  const to = anchorOf(line, line.words)
  const why = isUnstated(line) ? 'said here by nobody in particular' : 'told as a fact, without who says it'
  const dropped = (words: Quote): Drift => ({
    kind: 'attribution dropped',
    from: anchorOf(telling, words),
    to,
    lost: true,
    why,
  })
  const own = chain.findIndex(({ name }) => name === speaker.name)
  const behind = chain.flatMap(({ kind, anchor, name }, i) =>
    i > 0 && (own < 0 || i <= own) && kind === 'unnamed' && anchor && !isNamedIn(line.words.text, { name })
      ? [anchor]
      : [],
  )
  if (isNamedIn(line.words.text, speaker)) {
    // Named for what he does, told by others who are left out.
    const links = chain.slice(1).filter(({ name }) => name !== speaker.name)
    if (behind.length === 0 || links.some((link) => isNamedIn(line.words.text, link))) return []
    const carriers = links.flatMap(({ kind, anchor }) => (kind === 'outlet' && anchor ? [anchor] : []))
    return [...carriers, ...behind.map((words) => citing(text, words))].map(dropped)
  }
  if (telling.type !== 'indirect' || !isSaid(telling) || (speaker.kind === 'person' && namesRole(line.words.text)))
    return []
  const words = attributionWords(text, telling)
  if (words === null || source === null) return []
  const rest = behind.filter(({ start, end }) => start >= words.end || end <= words.start)
  return [words, ...rest.map((one) => citing(text, one))].map(dropped)
}

/** The part of a line that tells a figure of the telling: "Fears over 40 jobs as firm cuts 9%" has two. */
function clauseOf(telling: Telling, line: Telling): Telling {
  const told = countedTwice(telling, line)[0]?.[1]
  if (told === undefined) return line
  const { text, start } = line.words
  const at = told.start - start
  const from = Math.max(
    0,
    ...Array.from(text.slice(0, at).matchAll(CLAUSE), ({ index, 0: mark }) => index + mark.length),
  )
  const length = text.slice(at).search(CLAUSE)
  const own = text.slice(from, length < 0 ? undefined : at + length)
  const place = { start: start + from, end: start + from + own.length }
  return {
    ...line,
    content: { ...place, text: own, parts: [place] },
    hedges: line.hedges.filter((hedge) => hedge.start >= place.start && hedge.end <= place.end),
  }
}

const CLAUSE = / (?:as|while|after) |[;|:] | [–—-] /gu

/** Does a line name somebody by a role, who may be the speaker? */
const namesRole = (line: string): boolean =>
  wordsOf(line).some(({ low }) => ROLE_NOUNS.has(low) || TITLE_WORDS.has(low) || TITLE_WORDS.has(`${low}.`))

/** The line names the speaker, and not on whose word he speaks: a report, a document, a person without a name. */
function basisLost(telling: Telling, line: Telling, text: string): Drift[] {
  return basisOf(telling).flatMap(({ name, kind, anchor }): Drift[] => {
    if (anchor === null || isNamedIn(line.words.text, { name })) return []
    if (kind !== 'document' && kind !== 'unnamed' && !/\(report\)$/.test(name)) return []
    return lost(telling, line, citing(text, anchor), `${telling.speaker?.name} is named, and not on whose word`)
  })
}

/** The line names who carried it, and not the person without a name who said it. */
function speakerLost(telling: Telling, line: Telling, text: string): Drift[] {
  const { speaker, chain } = telling
  if (speaker?.kind !== 'unnamed' || line.speaker === null) return []
  const carrier = chain.some(
    (link) => link.name !== speaker.name && isNamedIn(link.name, line.speaker as { name: string }),
  )
  const anchor = chain.find(({ name }) => name === speaker.name)?.anchor
  if (!carrier || !anchor) return []
  return lost(telling, line, citing(text, anchor), 'who carried it is named, and not that its source has no name')
}

const lost = (telling: Telling, line: Telling, words: Quote, why: string): Drift[] => [
  {
    kind: 'attribution dropped',
    from: anchorOf(telling, words),
    to: anchorOf(line, line.source ?? line.words),
    lost: true,
    why,
  },
]
