/**
 * Rules on who speaks: one unnamed source made several, a verb that makes more of what was only said, a statement that
 * rests on nobody with a name.
 */
import type { Claim, Quote } from '../../claims/claim.ts'
import { driftBetween } from '../drift/between.ts'
import type { DriftKind } from '../drift/drift.ts'
import { isNamedIn } from '../drift/source.ts'
import { loadedAbove, pluralAbove } from './drifts.ts'
import { sureClaims } from './pairs.ts'
import { type Found, inText, type Matter, ofClaim, type Pair, quoted, type Rule } from './rule.ts'

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
        matter.pairs().filter(({ one, other }) => isUnnamed(one) && isUnnamed(other)),
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

/** What a verb of speech makes of a statement: doubted by "claim", settled or owned up to by the others. */
const DOUBTS = /\bclaim/iu

const verbs = (matter: Matter, doubts: boolean): Found[] =>
  once([
    ...loadedAbove(matter),
    ...between(
      matter.pairs().filter(({ one, other }) => one.speaker?.key != null && one.speaker.key === other.speaker?.key),
      'verb strengthened',
      ({ cue }, start) => cue?.start === start && !/^according/i.test(cue.text),
    ).map(
      ({ from, to }): Found => ({
        at: to,
        message: `${quoted(to.text)} here; elsewhere the same source has it with ${quoted(from.text)}`,
        other: from,
        advice: 'Use the plain verb: whether it is settled, hidden or doubtful is for the reader to judge.',
      }),
    ),
  ]).filter(({ at }) => DOUBTS.test(at.text) === doubts)

export const saidConfirmed: Rule = {
  id: 'said-made-confirmed',
  summary: '"confirmed", "admitted", "revealed" where elsewhere the source only said it',
  severity: 'warning',
  find: (matter) => verbs(matter, false),
}

export const saidClaimed: Rule = {
  id: 'said-made-claimed',
  summary: '"claimed" where elsewhere the source said it',
  severity: 'info',
  find: (matter) => verbs(matter, true),
}

/** Sources of whom nothing is told: how they could know, or whom they speak for. */
const BARE =
  /^(?:(?:the|a|an|some|several|multiple|many|other|various|two|three|four|unnamed|anonymous|unidentified|media|press|news|local|recent|earlier|different|our|its|their|one|another|additional|knowledgeable|informed|reliable|trusted|well-placed) ){0,3}(?:sources?|reports?|insiders?|rumou?rs?|accounts?)$/iu

/** People who could be named: one of them, or some who are told by what they know. */
const PEOPLE =
  /\b(?:sources?|officials?|persons?|people|aides?|diplomats?|insiders?|executives?|employees?|workers?|lawmakers?|officers?|advis[eo]rs?|staffers?|lawyers?|friends?)\b/iu
const NAMELESS =
  /\b(?:familiar|knowledge|briefed|close to|unnamed|anonym\w{1,5}|unidentified|condition|asked|declined|requested|involved|senior|top|high-ranking)\b|^(?:an?|one|two|three|four|several) /iu

/** Somebody told of before: the official, the worker. */
const TAKEN_UP = /^the [\p{L}-]+$/iu

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
function bySource(
  ends: ReturnType<typeof unnamedEnds>,
  keyOf: (words: string) => string,
  say: (words: string, more: string) => string,
  advice: string,
): Found[] {
  const sources = Map.groupBy(ends, ({ words }) => keyOf(bare(words.text).toLowerCase()))
  return Array.from(sources.values(), (some): Found => {
    const { words } = some[0] as { readonly words: Quote }
    const more = some.length > 1 ? ` (${some.length} statements rest on such)` : ''
    return { at: inText(words), message: say(quoted(words.text), more), other: null, advice }
  })
}

export const sourceUndescribed: Rule = {
  id: 'source-undescribed',
  summary: 'a statement on the word of "sources" or "reports" of whom nothing is told',
  severity: 'warning',
  find: (matter) =>
    bySource(
      unnamedEnds(matter).filter(
        ({ words, claim: own }) =>
          BARE.test(bare(words.text)) && !/^the /i.test(bare(words.text)) && isSpoken(own) && !hasNamed(own),
      ),
      () => '',
      (words, more) => `Nothing is told of ${words}, not even how they could know${more}`,
      'Say whose people they are and how they know, or name who reported it.',
    ),
}

/** Is there a verb or "according to", and no mere colon, as after the heading of a list of sources? */
const isSpoken = ({ cue }: Claim): boolean => cue !== null && /\p{L}/u.test(cue.text)

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
          (!BARE.test(bare(words.text)) || hasNamed(claim)) &&
          PEOPLE.test(words.text) &&
          !TAKEN_UP.test(bare(words.text)) &&
          (NAMELESS.test(words.text) || hasNamed(claim)) &&
          !namedBeside(claim, matter),
      ),
      (words) => words.replace(/^(?:the|an?|one) /, ''),
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
