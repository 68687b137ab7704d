/**
 * Origins: which claims in which articles are one original statement. An index that grows by an article at a time; each
 * claim is held only against the origins that share a speaker and a rare word, a figure or a run of words with it, so
 * that the cost of an article does not grow with the index. Plain data: a ledger can keep it.
 */
import { type Comparison, compare, type Probe, probeOf, type Weigh, withContext } from './comparison.ts'
import { confidenceOf, oddsOf, type Reason, reasonsOf } from './likeness.ts'
import { current } from './merged.ts'
import type { Mention, Reading } from './reading.ts'
import { statementsOf as readStatements, type Statement } from './statement.ts'
import type { Relation } from './voice.ts'
import { hashOfWord } from './wording/fingerprint.ts'

/** Why a claim is with its origin: the statement it is most like, how sure, and by what evidence. */
export interface Joined {
  readonly mention: Mention
  /** What it was joined to; null for the first of its origin. */
  readonly to: Mention | null
  readonly confidence: number
  readonly reasons: readonly Reason[]
}

/** A claim as a member of the origin it was put to, which may have become another since: see `originOf`. */
export interface Member extends Joined {
  readonly origin: number
}

export interface Origin {
  readonly id: number
  /** How many claims it has. */
  readonly size: number
  /** Statements that later ones are held against: the first, and those most unlike. */
  readonly exemplars: readonly Mention[]
}

/** What is known so far. Values are never changed in place: what changes is set anew. */
export interface OriginIndex {
  readonly statements: Map<Mention, Statement>
  readonly origins: Map<number, Origin>
  readonly members: Map<Mention, Member>
  /** Origins by hashes of what they can be found by, the latest last. */
  readonly postings: Map<number, readonly number[]>
  /** In how many statements a word stands. */
  readonly frequencies: Map<string, number>
  /** Origins that turned out to be another, and which. */
  readonly merged: Map<number, number>
  /** Origins that an article tells, the first of them. */
  readonly toldIn: Map<string, readonly number[]>
  /** `statements`, whose words are counted; `origins`, the number given last. */
  readonly tallies: Map<'statements' | 'origins', number>
}

/** An index of nothing. */
export const newIndex = (): OriginIndex => ({
  statements: new Map(),
  origins: new Map(),
  members: new Map(),
  postings: new Map(),
  frequencies: new Map(),
  merged: new Map(),
  toldIn: new Map(),
  tallies: new Map(),
})

/** Origins kept under one key: more, and the key tells nothing; the latest stay. */
const POSTED = 48
/** Origins that a statement is held against, */
const CANDIDATES = 24
/** and statements of each. */
const EXEMPLARS = 8
/** Words of a statement that it is found by, the rarest. */
const FOUND_BY = 8
/** The log-odds from which a claim joins. */
const JOIN = 0

/** log(n + 1) of the numbers that most words have. */
const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, n) => Math.log(n + 1))

/** How much a word tells: 1 for one that no other statement has, 0 for one that all have. */
export const weightIn = ({ tallies, frequencies }: OriginIndex) => {
  const all = (tallies.get('statements') ?? 0) + 50
  const most = Math.log(all)
  return (word: string): number => {
    const times = frequencies.get(word) ?? 0
    return Math.max(0, 1 - (LOGARITHMS[times] ?? Math.log(times + 1)) / most)
  }
}

const countKeys = ({ counts }: Statement): string[] => [...new Set(counts.map(({ value }) => `#${value}`))]

/** What a statement is found by: each of its voices with each rare word and number; numbers with words; runs of words. */
export function keysOf(statement: Statement, weigh: Weigh): number[] {
  const { voice, words, prints } = statement
  const rare = words
    .map((word) => ({ word, weight: weigh(word) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, FOUND_BY)
    .map(({ word }) => word)
  const numbers = countKeys(statement)
  const voices = [
    ...(voice.key === null ? [] : [voice.key.split(':').slice(0, 2).join(':')]),
    ...voice.basis.map((key) => key.split(':').slice(0, 2).join(':')),
    ...voice.carriers.map((carrier) => `outlet:${carrier}`),
    ...voice.countries,
  ]
  const keys = [
    ...voices.flatMap((name) => [...numbers, ...rare].map((word) => `${name}|${word}`)),
    ...numbers.flatMap((number) => rare.slice(0, 4).map((word) => `${number}|${word}`)),
    ...rare
      .slice(0, 4)
      .flatMap((one, i) => rare.slice(i + 1, 4).map((other) => (one < other ? `${one}|${other}` : `${other}|${one}`))),
  ]
  return [...keys.map(hashOfWord), ...prints.slice(0, 6)]
}

/** The origin of a claim; undefined for one that has not been placed. */
export function originOf(index: OriginIndex, mention: Mention): number | undefined {
  const member = index.members.get(mention)
  return member && current(index.merged, member.origin)
}

/** The statements that later ones are held against. */
export const exemplarsOf = (index: OriginIndex, id: number): Statement[] =>
  (index.origins.get(id)?.exemplars ?? []).flatMap((mention) => index.statements.get(mention) ?? [])

/** An origin's claims, in the order in which they came. */
export interface Brought {
  readonly id: number
  readonly joined: readonly Joined[]
}

/** Every origin with its claims, in the order of their numbers. */
export function broughtTogether(index: OriginIndex): Brought[] {
  const byOrigin = Map.groupBy(index.members.values(), ({ origin }) => current(index.merged, origin))
  return [...byOrigin].map(([id, joined]) => ({ id, joined })).sort((one, other) => one.id - other.id)
}

/** The origins that can be found by some keys. */
export function originsUnder(index: OriginIndex, keys: Iterable<number>): Set<number> {
  const found = new Set<number>()
  for (const key of keys) for (const id of index.postings.get(key) ?? []) found.add(id)
  return new Set([...found].map((id) => current(index.merged, id)).filter((id) => index.origins.has(id)))
}

/** The origins that share most with a statement by rarity of what is shared. */
function candidates(index: OriginIndex, keys: readonly number[]): number[] {
  const hits = new Map<number, number>()
  for (const key of keys) {
    const posted = index.postings.get(key)
    if (posted === undefined) continue
    const worth = 1 / (4 + posted.length)
    for (const found of posted) {
      const origin = current(index.merged, found)
      hits.set(origin, (hits.get(origin) ?? 0) + worth)
    }
  }
  return [...hits]
    .filter(([origin]) => index.origins.has(origin))
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, CANDIDATES)
    .map(([origin]) => origin)
}

/** What is left of the weight of a word that every origin near by has. */
const COMMON = 0.4
/** Origins near by from which their words are told apart. */
const FEWEST = 4

/** An origin that a statement is held against, with the statements that stand for it. */
interface Near {
  readonly id: number
  readonly exemplars: readonly Statement[]
}

/**
 * How much a word tells among some origins: what many of them have tells less, however rare it is elsewhere. Else a
 * story's own words would grow heavier with every other story.
 */
function amongThem(found: readonly Near[], weigh: Weigh): Weigh {
  if (found.length < FEWEST) return weigh
  const times = new Map<string, number>()
  const last = new Map<string, number>()
  for (const { id, exemplars } of found)
    for (const { words } of exemplars)
      for (const word of words) {
        if (last.get(word) === id) continue
        last.set(word, id)
        times.set(word, (times.get(word) ?? 0) + 1)
      }
  const most = Math.log(found.length + 2)
  const alone = 1 - Math.log(2) / most
  const share = (n: number): number => COMMON + ((1 - COMMON) * (1 - Math.log(n + 1) / most)) / alone
  const shares = Array.from({ length: found.length + 1 }, (_, n) => share(Math.max(1, n)))
  const known = new Map<string, number>()
  return (word) => {
    const weight = known.get(word) ?? weigh(word) * (shares[times.get(word) ?? 0] as number)
    known.set(word, weight)
    return weight
  }
}

/**
 * The origins that a statement is held against: those that share most with it, and those of the statements right before
 * and after in the article, which may share no word.
 */
export function originsNear(index: OriginIndex, { after, before }: Statement, keys: readonly number[]): number[] {
  const near = [after, before].flatMap((mention) => (mention === null ? [] : (originOf(index, mention) ?? [])))
  return [...new Set([...candidates(index, keys), ...near])]
}

interface Fit {
  readonly origin: number
  readonly to: Mention
  readonly odds: number
  readonly comparison: Comparison
}

const CLASHING: ReadonlySet<Relation> = new Set(['two names', 'two unnamed'])
const LOOSE: ReadonlySet<Relation> = new Set(['unattributed', 'unstated'])

/** Origins of an article that are looked at for what it tells beside a statement. */
const BESIDE = 40

/** The origins that an article tells, the first of them. */
export function toldBy(index: OriginIndex, article: string): ReadonlySet<number> {
  return new Set((index.toldIn.get(article) ?? []).map((id) => current(index.merged, id)))
}

type Companions = (article: string, beside: number) => number

/** How many origins that an article tells another tells too, beside one; what two articles share is worked out once. */
function companionsOf(index: OriginIndex, article: string): Companions {
  const own = toldBy(index, article)
  const known = new Map<string, ReadonlySet<number>>([[article, new Set()]])
  return (other, beside) => {
    const shared = known.get(other) ?? sharedBy(index, own, other)
    known.set(other, shared)
    return shared.size - (shared.has(beside) ? 1 : 0)
  }
}

/** Those of some origins that an article tells. */
function sharedBy(index: OriginIndex, own: ReadonlySet<number>, article: string): ReadonlySet<number> {
  const shared = new Set<number>()
  if (own.size === 0) return shared
  for (const id of index.toldIn.get(article) ?? []) {
    const now = current(index.merged, id)
    if (own.has(now)) shared.add(now)
  }
  return shared
}

/** Log-odds that the words around, whatever they are, do not mend: what is under -4 counts as -4. */
const HOPELESS = -6

/** How well a statement fits an origin: by the exemplar it is most like, drawn towards the rest. */
function fitOf(probe: Probe, companions: Companions, { id, exemplars }: Near): Fit | null {
  let best: Fit | null = null
  let [sum, clashes] = [0, 0]
  for (const other of exemplars) {
    const bare = compare(probe, other, companions(other.article, id))
    const least = oddsOf(bare)
    const comparison = least < HOPELESS ? bare : withContext(bare, probe, other)
    const odds = comparison === bare ? least : oddsOf(comparison)
    if (odds < 0 && CLASHING.has(comparison.relation)) clashes++
    sum += Math.max(-4, Math.min(4, odds))
    if (best === null || odds > best.odds) best = { origin: id, to: other.mention, odds, comparison }
  }
  // What nobody is named for is no bridge between two who are.
  if (best !== null && clashes > 0 && LOOSE.has(best.comparison.relation)) return null
  if (best === null) return null
  return { ...best, odds: (1 - DRAWN) * best.odds + DRAWN * (sum / exemplars.length) }
}

/** How much the rest of an origin weighs against the one statement that is most alike. */
const DRAWN = 0.15

function post({ postings }: OriginIndex, id: number, keys: readonly number[]): void {
  for (const key of keys) {
    const posted = postings.get(key) ?? []
    if (!posted.includes(id)) postings.set(key, [...posted.slice(1 - POSTED), id])
  }
}

/** Puts a statement where it belongs: to the origin it fits best, or alone. */
function place(index: OriginIndex, statement: Statement): void {
  const { mention } = statement
  const weigh = weightIn(index)
  const keys = keysOf(statement, weigh)
  const near = originsNear(index, statement, keys).map((id): Near => ({ id, exemplars: exemplarsOf(index, id) }))
  const probe = probeOf(statement, amongThem(near, weigh))
  const companions = companionsOf(index, statement.article)
  const fits = near
    .flatMap((one) => fitOf(probe, companions, one) ?? [])
    .filter(({ odds }) => odds >= JOIN)
    .sort((one, other) => other.odds - one.odds || one.origin - other.origin)
  const best = fits[0]
  index.statements.set(mention, statement)
  const id = best?.origin ?? (index.tallies.get('origins') ?? 0) + 1
  if (best === undefined) index.tallies.set('origins', id)
  const { size, exemplars } = index.origins.get(id) ?? { size: 0, exemplars: [] }
  index.origins.set(id, {
    id,
    size: size + 1,
    exemplars: exemplars.length < EXEMPLARS ? [...exemplars, mention] : exemplars,
  })
  const told = index.toldIn.get(statement.article) ?? []
  if (told.length < BESIDE) index.toldIn.set(statement.article, [...told, id])
  index.members.set(mention, {
    mention,
    origin: id,
    to: best?.to ?? null,
    confidence: best === undefined ? 1 : Math.round(1000 * confidenceOf(best.odds)) / 1000,
    reasons: best === undefined ? [] : reasonsOf(best.comparison),
  })
  post(index, id, keys)
  for (const other of fits.slice(1)) {
    const own = current(index.merged, id)
    if (other.odds >= BRIDGE && areOne(index, own, other.origin, weigh)) merge(index, own, other, mention)
  }
}

/** The log-odds from which a statement that fits two origins makes them one, where their own statements allow it. */
const BRIDGE = 0

/** Whether the statements of two origins, each with each, are more likely one than not. */
function areOne(index: OriginIndex, one: number, other: number, weigh: (word: string) => number): boolean {
  const [some, others] = [exemplarsOf(index, one), exemplarsOf(index, other)]
  let sum = 0
  for (const a of some) {
    const probe = probeOf(a, weigh)
    for (const b of others) {
      const odds = oddsOf(withContext(compare(probe, b), probe, b))
      if (odds <= NEVER) return false
      sum += Math.max(-4, Math.min(4, odds))
    }
  }
  return sum / (some.length * others.length) >= MEETING
}

/** The log-odds of two statements that can not be one: two who are named, a figure revised. */
const NEVER = -8

/** The mean log-odds between two origins' statements from which they may be one. */
const MEETING = -0.9

/** Makes two origins one: the smaller goes into the larger, by the statement that fits both. */
function merge(index: OriginIndex, id: number, { origin, to, odds, comparison }: Fit, by: Mention): void {
  const [a, b] = [index.origins.get(id) as Origin, index.origins.get(origin) as Origin]
  const [into, from] = a.size >= b.size ? [a, b] : [b, a]
  const [end, start] = from === b ? [by, to] : [to, by]
  const first = index.members.get(start) as Member
  if (first.to === null)
    index.members.set(start, {
      ...first,
      to: end,
      confidence: Math.round(1000 * confidenceOf(odds)) / 1000,
      reasons: reasonsOf(comparison),
    })
  index.origins.set(into.id, {
    id: into.id,
    size: into.size + from.size,
    exemplars: [...into.exemplars, ...from.exemplars].slice(0, EXEMPLARS),
  })
  index.origins.delete(from.id)
  index.merged.set(from.id, into.id)
}

/** Statements that tell most are placed first: the others are known by them. */
function telling({ words, counts, quoted, voice, headline }: Statement): number {
  return (
    (headline ? 0 : 4) +
    Math.min(words.length, 20) / 5 +
    (counts.length > 0 ? 3 : 0) +
    (quoted.length > 0 ? 1 : 0) -
    (voice.key === null ? 3 : 0)
  )
}

/** The statements of an article, those that tell most first. */
export function statementsOf(reading: Reading): Statement[] {
  return readStatements(reading).sort((one, other) => telling(other) - telling(one))
}

/** Counts the words of statements, so that rare ones tell more. Counted before they are placed, and once. */
export function learn(index: OriginIndex, statements: readonly Statement[]): void {
  index.tallies.set('statements', (index.tallies.get('statements') ?? 0) + statements.length)
  for (const statement of statements) {
    for (const word of [...statement.words, ...countKeys(statement)])
      index.frequencies.set(word, (index.frequencies.get(word) ?? 0) + 1)
  }
}

/** Puts statements where they belong, in their order; one that has its place keeps it. */
export function placeAll(index: OriginIndex, statements: readonly Statement[]): void {
  for (const statement of statements) if (!index.statements.has(statement.mention)) place(index, statement)
}

/** Takes statements out of their origins. An origin without any is gone. */
export function removeAll(index: OriginIndex, article: string, mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    const [statement, id] = [index.statements.get(mention), originOf(index, mention)]
    if (statement === undefined || id === undefined) continue
    index.tallies.set('statements', (index.tallies.get('statements') ?? 1) - 1)
    for (const word of [...statement.words, ...countKeys(statement)])
      index.frequencies.set(word, (index.frequencies.get(word) ?? 1) - 1)
    const { size, exemplars } = index.origins.get(id) as Origin
    if (size === 1) index.origins.delete(id)
    else index.origins.set(id, { id, size: size - 1, exemplars: exemplars.filter((one) => one !== mention) })
    index.statements.delete(mention)
    index.members.delete(mention)
  }
  index.toldIn.delete(article)
}
