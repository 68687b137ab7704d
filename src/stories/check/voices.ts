/**
 * Rules on who speaks: one unnamed source made several, a verb that makes more of what was only said, a statement that
 * rests on nobody with a name.
 */
import type { Claim, Quote } from '../../claims/claim.ts'
import { driftBetween } from '../drift/between.ts'
import type { DriftKind } from '../drift/drift.ts'
import { isNamedIn } from '../drift/source.ts'
import { loadedAbove, pluralAbove } from './drifts.ts'
import { type Pair, sameTold, sureClaims } from './pairs.ts'
import { type Found, inText, type Matter, ofClaim, quoted, type Rule } from './rule.ts'

/** Drift of one kind between mentions of one statement in the text, in whichever order they stand. */
function between(pairs: readonly Pair[], kind: DriftKind, takes: (from: Claim, start: number) => boolean) {
  return pairs.flatMap(({ one, other }) =>
    [[one, other] as const, [other, one] as const].flatMap(([from, to]) => {
      const drift = driftBetween(from, to).find((found) => found.kind === kind && takes(from, found.from.start))
      return drift ? [{ from: ofClaim(from, drift.from), to: ofClaim(to, drift.to) }] : []
    }),
  )
}

/** Findings on the same words are one. */
const once = (found: readonly Found[]): Found[] =>
  found.filter(
    ({ at }, i) =>
      !found.slice(0, i).some(({ at: other }) => other.in === at.in && other.start < at.end && at.start < other.end),
  )

export const sourcePlural: Rule = {
  id: 'source-made-plural',
  summary: 'one unnamed source told as several',
  severity: 'warning',
  find: (matter) =>
    once([
      ...pluralAbove(matter),
      ...between(
        sameTold(matter.claims).filter(({ one, other }) => isUnnamed(one) && isUnnamed(other)),
        'source pluralised',
        () => true,
      ).map(
        ({ from, to }): Found => ({
          at: to,
          message: `Several sources here, ${quoted(to.text)}; for the same there is one elsewhere: ${quoted(from.text)}`,
          other: from,
          advice: 'Write of one source, or show that there is a second.',
        }),
      ),
    ]),
}

const isUnnamed = ({ speaker }: Claim): boolean => speaker?.kind === 'unnamed'

export const saidConfirmed: Rule = {
  id: 'said-made-confirmed',
  summary: '"confirmed", "admitted", "revealed" where elsewhere the source only said it',
  severity: 'warning',
  find: (matter) =>
    once([
      ...loadedAbove(matter),
      ...between(sameTold(matter.claims), 'verb strengthened', ({ cue }, start) => cue?.start === start).map(
        ({ from, to }): Found => ({
          at: to,
          message: `${quoted(to.text)} here; elsewhere the same source has it with ${quoted(from.text)}`,
          other: from,
          advice: 'Use the plain verb: that it is settled, hidden or owned up to is for the reader to judge.',
        }),
      ),
    ]),
}

/** Sources of whom nothing is told: how they could know, or whom they speak for. */
const BARE =
  /^(?:(?:the|a|an|some|several|multiple|many|other|various|two|three|four|unnamed|anonymous|unidentified|media|press|news|local|recent|earlier|different|our|its|their|one|another|additional|knowledgeable|informed|reliable|trusted|well-placed) ){0,3}(?:sources?|reports?|insiders?|rumou?rs?|accounts?)$/iu

/** Groups that are no witnesses of anything: what they think is opinion. */
const OPINION =
  /\b(?:analysts?|critics?|experts?|observers?|supporters?|opponents?|fans?|economists?|commentators?|advocates?|activists?|scientists?|researchers?|scholars?|historians?|users?|customers?|readers?|viewers?|people|others?|many|some|parents|students|voters|residents|locals|neighbou?rs|investors?|traders?|stud(?:y|ies)|surve?ys?|polls?)\b/iu

/** The statements of the text whose chain ends in a source without a name, by the words for it. */
function unnamedEnds({ claims }: Matter): { readonly claim: Claim; readonly words: Quote }[] {
  return sureClaims(claims).flatMap((claim) => {
    const end = claim.chain.at(-1)
    const speaker = claim.speaker
    if (speaker === null) return []
    const isEnd = end === undefined ? speaker.kind === 'unnamed' : end.kind === 'unnamed'
    const words = end?.anchor ?? claim.source
    return isEnd && words !== null ? [{ claim, words }] : []
  })
}

const bare = (words: string): string => words.replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim()

/** One finding a source, at its first mention, with how many statements rest on it. */
function bySource(ends: ReturnType<typeof unnamedEnds>, say: (words: string, more: string) => string, advice: string) {
  const sources = Map.groupBy(ends, ({ words }) =>
    bare(words.text)
      .toLowerCase()
      .replace(/^(?:the|an?|one) /, ''),
  )
  return Array.from(sources.values(), (some): Found => {
    const { words } = some[0] as { readonly words: Quote }
    const more = some.length > 1 ? ` (${some.length} statements rest on it)` : ''
    return { at: inText(words), message: say(quoted(words.text), more), other: null, advice }
  })
}

export const sourceUndescribed: Rule = {
  id: 'source-undescribed',
  summary: 'a statement on the word of "sources" or "reports" of whom nothing is told',
  severity: 'warning',
  find: (matter) =>
    bySource(
      unnamedEnds(matter).filter(({ words, claim }) => BARE.test(bare(words.text)) && !hasNamed(claim)),
      (words, more) => `Nothing is told of ${words}, not even how they could know${more}`,
      'Say whose people they are and how they know, or name who reported it.',
    ),
}

/** Does the chain name an outlet or a person through whom the unnamed one is told? */
const hasNamed = ({ chain }: Claim): boolean => chain.slice(1, -1).some(({ kind }) => kind !== 'unnamed')

export const chainUnnamed: Rule = {
  id: 'chain-ends-unnamed',
  summary: 'a statement whose chain of sources ends with somebody who has no name',
  severity: 'info',
  find: (matter) =>
    bySource(
      unnamedEnds(matter).filter(
        ({ words, claim }) =>
          (!BARE.test(bare(words.text)) || hasNamed(claim)) && !OPINION.test(words.text) && !namedBeside(claim, matter),
      ),
      (words, more) => `This rests on ${words}, who has no name here${more}`,
      'Say why no name is given, or find the same from somebody who has one.',
    ),
}

/** Is the source named elsewhere as somebody: "the official, Ann Lee"? */
const namedBeside = ({ speaker, source }: Claim, { claims }: Matter): boolean =>
  source !== null &&
  claims.some(
    ({ speaker: other }) => other?.kind === 'person' && other.name !== speaker?.name && isNamedIn(source.text, other),
  )
