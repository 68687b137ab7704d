// PolNeAR (Newell, Margolin, Ruths 2018), its dev part: news texts with attributions marked by people as brat standoff,
// and what readings of them come to, counted as the shared score/attributions.mjs counts.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../../src/claims/claim.ts'
import type { Span } from '../../src/page/article.ts'
import { dataFolder } from '../data.ts'
import { newTally, type Tally } from './rates.ts'

export const roles = ['source', 'cue', 'content'] as const
type Role = (typeof roles)[number]

/** An attribution as marked or as read: the parts of each role, none where it is not printed. */
export type Relation = Readonly<Record<Role, readonly Span[]>>

/** A relation that was read. */
export type ReadRelation = Relation & Pick<Claim, 'confidence' | 'why'>

export interface MarkedText {
  readonly id: string
  readonly text: string
  readonly relations: readonly Relation[]
}

export const polnearFolder = join(dataFolder, 'polnear/dev')

/** The texts of a part of PolNeAR with their first annotator's relations; none where the data are missing. */
export function markedTexts(folder: string = polnearFolder): MarkedText[] {
  if (!existsSync(folder)) return []
  const annotations = readdirSync(join(folder, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .sort()
  return readdirSync(join(folder, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const id = name.slice(0, -4)
      const text = readFileSync(join(folder, 'text', name), 'utf8')
      const annotation = annotations.find((other) => other.startsWith(id))
      const relations = annotation
        ? relationsOf(readFileSync(join(folder, 'attributions', annotation), 'utf8'), text)
        : []
      return { id, text, relations }
    })
}

/** brat standoff, whose offsets count code points, as relations with UTF-16 offsets. */
function relationsOf(standoff: string, text: string): Relation[] {
  const offsets = [0]
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length)
  const spans = new Map<string, Span[]>()
  const relations: Relation[] = []
  for (const line of standoff.split('\n')) {
    const [id = '', body = ''] = line.split('\t')
    if (id.startsWith('T')) {
      const parts = body.slice(body.indexOf(' ') + 1).split(';')
      spans.set(
        id,
        parts.map((part) => {
          const [start = 0, end = 0] = part.split(' ').map((offset) => offsets[Number(offset)])
          return { start, end }
        }),
      )
    } else if (id.startsWith('E')) {
      const relation: Record<Role, Span[]> = { source: [], cue: [], content: [] }
      for (const argument of body.split(' ')) {
        const [label = '', mark = ''] = argument.split(':')
        const role = roles.find((name) => name === label.replace(/\d+$/, '').toLowerCase())
        if (role) relation[role].push(...(spans.get(mark) ?? []))
      }
      relations.push(relation)
    }
  }
  return relations
}

/** The claims of a text as relations; those of headlines, and statements without attribution, are none. */
const relationsRead = (claims: readonly Claim[]): ReadRelation[] =>
  claims
    .filter((claim) => claim.type !== 'none' && claim.in === 'text')
    .map(({ source, cue, content, confidence, why }) => ({
      source: partsOf(source),
      cue: partsOf(cue),
      content: partsOf(content),
      confidence,
      why,
    }))

const partsOf = (span: (Span & { readonly parts?: readonly Span[] }) | null): readonly Span[] =>
  span === null ? [] : span.parts?.length ? span.parts : [span]

const TOKEN = /[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*|\S/gu

/** Verbs and nouns of reported speech, as the scorer lists them. */
const SPEECH =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|accord(?:s|ed|ing)?|announc(?:e|es|ed|ing)|argu(?:e|es|ed|ing)|ask(?:s|ed|ing)?|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|stat(?:e|es|ed|ing)|wr(?:ite|ites|ote|itten|iting)|tweet(?:s|ed|ing)?|warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|den(?:y|ies|ied|ying)|explain(?:s|ed|ing)?|not(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|assert(?:s|ed|ing)?|suggest(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|quot(?:e|es|ed|ing)|call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|joke(?:s|d)?|predict(?:s|ed|ing)?|promis(?:e|es|ed|ing)|complain(?:s|ed|ing)?|mention(?:s|ed|ing)?|reveal(?:s|ed|ing)?|testif(?:y|ies|ied|ying)|vow(?:s|ed|ing)?|urg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)|allege(?:s|d)?|statement|speech|interview|comment(?:s|ed|ing)?)\b/i

const cueText = (text: string, { cue }: Relation): string =>
  cue.map(({ start, end }) => text.slice(start, end)).join(' ')

/** The numbers of a text's tokens that each role covers. */
type Covered = Readonly<Record<Role, ReadonlySet<number>>>

function coveredBy(tokens: readonly Span[], relation: Relation): Covered {
  const covered = (parts: readonly Span[]) =>
    new Set(
      tokens.flatMap((token, number) =>
        parts.some(({ start, end }) => token.start < end && token.end > start) ? [number] : [],
      ),
    )
  return { source: covered(relation.source), cue: covered(relation.cue), content: covered(relation.content) }
}

/** Runs of neighbouring tokens, `first-last` each. */
function runsOf(covered: ReadonlySet<number>): string[] {
  const runs: string[] = []
  let first = Number.NaN
  let last = Number.NaN
  for (const number of [...covered].sort((one, other) => one - other)) {
    if (number !== last + 1) {
      if (!Number.isNaN(first)) runs.push(`${first}-${last}`)
      first = number
    }
    last = number
  }
  if (!Number.isNaN(first)) runs.push(`${first}-${last}`)
  return runs
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size === 0 && other.size === 0) return 1
  const shared = one.intersection(other).size
  return shared / (one.size + other.size - shared)
}

/** A role agrees when it is absent in both, or its tokens do to the given share. */
const agrees = (one: ReadonlySet<number>, other: ReadonlySet<number>, share: number): boolean =>
  (one.size === 0) === (other.size === 0) && jaccard(one, other) >= share

/** For each wanted relation the read one that agrees with it in every role, one to one in order; -1 for none. */
function matchesOf(wanted: readonly Covered[], found: readonly Covered[], share: number): number[] {
  const used = new Set<number>()
  return wanted.map((one) => {
    const match = found.findIndex(
      (other, number) => !used.has(number) && roles.every((role) => agrees(one[role], other[role], share)),
    )
    if (match >= 0) used.add(match)
    return match
  })
}

/** One text's relations, wanted and read, with what agrees. */
export interface Compared {
  readonly wanted: readonly Relation[]
  readonly found: readonly ReadRelation[]
  /** For each wanted relation the one found that shares half of every role, or -1. */
  readonly matches: readonly number[]
  readonly exactMatches: readonly number[]
  readonly runs: Readonly<Record<Role, { readonly wanted: ReadonlySet<string>; readonly found: ReadonlySet<string> }>>
  /** How alike two roles are, 0 to 1, by the tokens that they share. */
  alike(wanted: number, found: number, role: Role): number
}

export interface CompareOptions {
  /** Only relations whose cue is a verb or noun of speech; a read one without a cue stays. */
  readonly speech?: boolean
  readonly minConfidence?: number
}

/** Sets a text's claims beside its marked relations. */
export function compare(
  { text, relations }: MarkedText,
  claims: readonly Claim[],
  { speech = false, minConfidence = 0 }: CompareOptions = {},
): Compared {
  const tokens = Array.from(text.matchAll(TOKEN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const isSpeech = (relation: Relation) => SPEECH.test(cueText(text, relation))
  const wanted = speech ? relations.filter(isSpeech) : relations
  const read = relationsRead(claims)
    .filter(({ confidence }) => confidence >= minConfidence)
    .filter((relation) => !speech || isSpeech(relation) || relation.cue.length === 0)
  const wantedTokens = wanted.map((relation) => coveredBy(tokens, relation))
  const foundTokens = read.map((relation) => coveredBy(tokens, relation))
  const runs = (role: Role) => ({
    wanted: new Set(wantedTokens.flatMap((covered) => runsOf(covered[role]))),
    found: new Set(foundTokens.flatMap((covered) => runsOf(covered[role]))),
  })
  return {
    wanted,
    found: read,
    matches: matchesOf(wantedTokens, foundTokens, 0.5),
    exactMatches: matchesOf(wantedTokens, foundTokens, 1),
    runs: { source: runs('source'), cue: runs('cue'), content: runs('content') },
    alike: (i, j, role) => jaccard((wantedTokens[i] as Covered)[role], (foundTokens[j] as Covered)[role]),
  }
}

/** What readings of PolNeAR come to: exact spans of each role; whole relations, half or exactly alike. */
export type PolnearScore = Readonly<Record<Role | 'half' | 'exact', Tally>>

/** Scores readings of marked texts; a text without a reading counts as one without claims. */
export function scorePolnear(
  texts: readonly MarkedText[],
  readings: ReadonlyMap<string, readonly Claim[]>,
  options: CompareOptions = {},
): PolnearScore {
  const score: PolnearScore = {
    source: newTally(),
    cue: newTally(),
    content: newTally(),
    half: newTally(),
    exact: newTally(),
  }
  for (const marked of texts) {
    const { wanted, found, matches, exactMatches, runs } = compare(marked, readings.get(marked.id) ?? [], options)
    for (const role of roles) {
      const tally = score[role]
      tally.wanted += runs[role].wanted.size
      tally.found += runs[role].found.size
      tally.right += runs[role].wanted.intersection(runs[role].found).size
    }
    for (const [tally, matched] of [
      [score.half, matches],
      [score.exact, exactMatches],
    ] as const) {
      tally.wanted += wanted.length
      tally.found += found.length
      tally.right += matched.filter((match) => match >= 0).length
    }
  }
  return score
}
