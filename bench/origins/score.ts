/**
 * How far a system's answer agrees with the gold. B-cubed: Bagga and Baldwin 1998, over gold claims; a claim that was not
 * found counts as an origin of its own, as in the scorer of the gold stories.
 */
import type { Answer } from './answer.ts'
import { contentWordsOf, shareOf } from './content.ts'
import { EVIDENCE, type GoldClaim, type GoldFamily } from './gold.ts'
import { DRIFTS, type DriftType } from './telling.ts'

/** A predicted claim is a gold one from this share of content words on (F1). */
const SAME = 0.5

export interface Rate {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** How many are in the gold, and how many were given. */
  readonly gold: number
  readonly given: number
}

export interface Score {
  /** Share of gold claims that the system found at all. */
  readonly found: number
  readonly bcubed: Rate
  /** Of the origins given with two claims or more, those that hold claims of two families. */
  readonly crossed: number
  /** Mean over families of how far the number of origins is off, as a share of the right one; and with its sign. */
  readonly countError: number
  readonly countBias: number
  readonly edges: Readonly<Record<string, Rate>> | null
  readonly unknown: Rate | null
  /** Between reports; in headlines. */
  readonly drift: Rate | null
  readonly headlineDrift: Rate | null
  readonly driftTypes: Readonly<Partial<Record<DriftType, Rate>>> | null
}

/** `right` of those given are right, `found` of the gold ones were found. */
function rateOf(right: number, given: number, found: number, gold: number): Rate {
  const precision = given === 0 ? 0 : right / given
  const recall = gold === 0 ? 0 : found / gold
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    gold,
    given,
  }
}

/** Which predicted origin each gold claim fell into, by the claim's id: pairs one to one within an article, best first. */
function matched(gold: readonly GoldFamily[], answer: Answer): Map<string, number> {
  const given = new Map<string, { words: string[]; origin: number }[]>()
  for (const [origin, { claims }] of answer.origins.entries())
    for (const { article, text } of claims) {
      const list = given.get(article)
      const claim = { words: contentWordsOf(text), origin }
      if (list) list.push(claim)
      else given.set(article, [claim])
    }
  const byArticle = new Map<string, GoldClaim[]>()
  for (const { origins } of gold)
    for (const claim of origins.flatMap(({ claims }) => claims)) {
      const list = byArticle.get(claim.article)
      if (list) list.push(claim)
      else byArticle.set(claim.article, [claim])
    }
  const origins = new Map<string, number>()
  for (const [article, claims] of byArticle) {
    const there = given.get(article) ?? []
    const pairs = claims.flatMap((claim) => {
      const [content, sentence] = [contentWordsOf(claim.text), contentWordsOf(claim.sentence)]
      return there.flatMap((one, at) => {
        const share = Math.max(shareOf(content, one.words), shareOf(sentence, one.words))
        return share >= SAME ? [{ claim, at, share }] : []
      })
    })
    pairs.sort((one, other) => other.share - one.share)
    const taken = new Set<number>()
    for (const { claim, at } of pairs) {
      if (origins.has(claim.id) || taken.has(at)) continue
      taken.add(at)
      origins.set(claim.id, there[at]?.origin ?? -1)
    }
  }
  return origins
}

function bcubedOf(gold: readonly GoldFamily[], origins: ReadonlyMap<string, number>): Rate {
  const key = (id: string): string => (origins.has(id) ? String(origins.get(id)) : `alone ${id}`)
  const right = gold.flatMap((family) => family.origins)
  const all = right.flatMap(({ origin, claims }) => claims.map(({ id }) => ({ origin, id })))
  const given = new Map<string, number>()
  for (const { id } of all) given.set(key(id), (given.get(key(id)) ?? 0) + 1)
  let [precision, recall] = [0, 0]
  for (const { claims } of right) {
    const both = new Map<string, number>()
    for (const { id } of claims) both.set(key(id), (both.get(key(id)) ?? 0) + 1)
    for (const [cluster, count] of both) {
      precision += (count * count) / (given.get(cluster) as number)
      recall += (count * count) / claims.length
    }
  }
  const n = Math.max(1, all.length)
  return rateOf(precision, n, recall, n)
}

function crossedOf(gold: readonly GoldFamily[], origins: ReadonlyMap<string, number>): number {
  const families = new Map<number, string[]>()
  for (const { family, origins: right } of gold)
    for (const { id } of right.flatMap(({ claims }) => claims)) {
      const origin = origins.get(id)
      if (origin !== undefined) families.set(origin, [...(families.get(origin) ?? []), family])
    }
  const joined = [...families.values()].filter(({ length }) => length > 1)
  return joined.filter((all) => new Set(all).size > 1).length / Math.max(1, joined.length)
}

/** Articles that hang together by one kind of evidence, each with a name of its group. */
function groupsOf(edges: readonly { readonly from: string; readonly to: string }[]): Map<string, string> {
  const group = new Map<string, string>()
  const top = (id: string): string => {
    let at = id
    for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up
    return at
  }
  for (const { from, to } of edges) {
    const [one, other] = [top(from), top(to)]
    group.set(one, other)
    group.set(other, other)
  }
  return new Map([...group.keys()].map((id) => [id, top(id)]))
}

/**
 * Edges by one kind of evidence. A printed credit is right when the outlet named is. Text and peculiarities pass from copy
 * to copy: an edge is right when both articles belong to one such chain and it points to none published later; an article
 * is found when it has one right edge, and need not have one when it was the first of those at hand.
 */
function edgeRate(
  kind: string,
  gold: readonly GoldFamily[],
  answer: Answer,
  published: ReadonlyMap<string, string>,
): Rate {
  const outlets = new Map(gold.flatMap(({ outlets }) => Object.entries(outlets)))
  const nameOf = (id: string): string => outlets.get(id) ?? id.replace(/^outlet:/, '')
  const excused = gold.flatMap(({ alike }) => alike).filter(({ evidence }) => evidence === kind)
  const alike = new Set(excused.flatMap(({ one, other }) => [`${one} > ${other}`, `${other} > ${one}`]))
  const right = gold.flatMap(({ edges }) => edges).filter(({ evidence }) => evidence.some((one) => one === kind))
  const seen = new Set<string>()
  const given = answer.edges.filter(({ from, to, evidence }) => {
    const key = `${from} > ${kind === 'printed credit' ? nameOf(to) : to}`
    if (alike.has(key)) return false
    return evidence === kind && !seen.has(key) && seen.add(key)
  })
  if (kind === 'printed credit') {
    const key = (from: string, to: string): string => `${from} > ${nameOf(to).toLowerCase()}`
    const wanted = new Set(right.map(({ from, to }) => key(from, to)))
    const hits = given.filter(({ from, to }) => wanted.has(key(from, to))).length
    return rateOf(hits, given.length, hits, wanted.size)
  }
  const group = groupsOf(right)
  const first = new Map<string, string>()
  const byTime = [...group.keys()].filter((id) => published.has(id)).sort((a, b) => time(a).localeCompare(time(b)))
  function time(id: string): string {
    return published.get(id) ?? ''
  }
  for (const id of byTime) if (!first.has(group.get(id) as string)) first.set(group.get(id) as string, id)
  const wanted = new Set(byTime.filter((id) => first.get(group.get(id) as string) !== id))
  const good = given.filter(
    ({ from, to }) => group.has(from) && group.get(from) === group.get(to) && time(to) <= time(from) && from !== to,
  )
  const found = new Set(good.map(({ from }) => from).filter((id) => wanted.has(id)))
  return rateOf(good.length, given.length, found.size, wanted.size)
}

function unknownRate(gold: readonly GoldFamily[], { unknown }: Answer): Rate {
  const wanted = new Set(gold.flatMap((family) => family.unknown))
  // One that says it heard what it copied cannot be seen through, and is held against nobody.
  const feigned = new Set(gold.flatMap((family) => family.feigned))
  const given = [...new Set(unknown)].filter((id) => !feigned.has(id))
  const right = given.filter((id) => wanted.has(id)).length
  return rateOf(right, given.length, right, wanted.size)
}

/**
 * Drift findings of one type, or of all, in texts, in headlines or in both. A finding is right when the article differs so from another report of the
 * statement, or its headline from its text; a drift of the gold is found when a finding names its article, string and type
 * and, where it has words, one of them.
 */
function driftRate(
  gold: readonly GoldFamily[],
  answer: Answer,
  places: readonly string[],
  type: DriftType | null,
): Rate {
  const all = gold
    .flatMap(({ drift }) => drift)
    .filter((drift) => (type === null || drift.type === type) && places.includes(drift.in))
  const key = (one: { readonly article: string; readonly in: string; readonly type: string }): string =>
    `${one.article} ${one.in} ${one.type}`
  const possible = new Set(gold.flatMap(({ differences, drift }) => [...differences, ...drift]).map(key))
  const seen = new Set<string>()
  const given = answer.drift.filter((drift) => {
    const own = `${key(drift)} ${drift.before} ${drift.after}`
    return (type === null || drift.type === type) && places.includes(drift.in) && !seen.has(own) && seen.add(own)
  })
  const right = given.filter((drift) => possible.has(key(drift))).length
  const byKey = Map.groupBy(given, key)
  const found = all.filter((drift) => {
    const words = new Set(wordsIn(drift))
    return (byKey.get(key(drift)) ?? []).some((one) => {
      const own = wordsIn(one)
      return own.length === 0 || words.size === 0 || own.some((word) => words.has(word))
    })
  }).length
  return rateOf(right, given.length, found, all.length)
}

const wordsIn = ({ before, after }: { readonly before: string; readonly after: string }): string[] =>
  `${before} ${after}`.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []

/**
 * Scores an answer.
 * @param published when each article was, by its id
 */
export function scoreOf(gold: readonly GoldFamily[], answer: Answer, published: ReadonlyMap<string, string>): Score {
  const origins = matched(gold, answer)
  const errors = gold.map((family) => {
    const there = family.origins.flatMap(({ claims }) => claims.flatMap(({ id }) => origins.get(id) ?? []))
    return (new Set(there).size - family.origins.length) / family.origins.length
  })
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length)
  const claims = gold.flatMap((family) => family.origins).flatMap((origin) => origin.claims)
  const { skipped } = answer
  const places = [...(skipped.drift ? [] : ['text']), ...(skipped.headlineDrift ? [] : ['headline'])]
  return {
    found: origins.size / Math.max(1, claims.length),
    bcubed: bcubedOf(gold, origins),
    crossed: crossedOf(gold, origins),
    countError: mean(errors.map(Math.abs)),
    countBias: mean(errors),
    edges: skipped.edges
      ? null
      : Object.fromEntries(EVIDENCE.map((kind) => [kind, edgeRate(kind, gold, answer, published)])),
    unknown: skipped.unknown ? null : unknownRate(gold, answer),
    drift: skipped.drift ? null : driftRate(gold, answer, ['text'], null),
    headlineDrift: skipped.headlineDrift ? null : driftRate(gold, answer, ['headline'], null),
    driftTypes:
      places.length === 0
        ? null
        : Object.fromEntries(DRIFTS.map((type) => [type, driftRate(gold, answer, places, type)])),
  }
}
