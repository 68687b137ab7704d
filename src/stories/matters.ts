/**
 * Matters: what several origins tell alike - the same figure or the same words from different speakers. It is here that
 * many outlets look like many confirmations, and few origins stand behind them.
 */

import { compare, type Probe, probeOf } from './comparison.ts'
import { type OriginIndex, weightIn } from './origins.ts'
import type { Statement } from './statement.ts'
import { type Account, accountOf } from './told/account.ts'
import type { OriginTold } from './told/told.ts'

export interface Matter {
  /** The words of the origin that most carry. */
  readonly words: string
  readonly origins: readonly string[]
  readonly account: Account
}

/** Share of the words, by weight, from which two origins tell alike: with a figure in common, and without. */
const WITH_FIGURE = 0.3
const ALONE = 0.55
/** Weight of the words shared that is no accident. */
const LEAST = 1.5
/** Origins under one figure or pair of words; more are not held against each other. */
const MOST = 40

/** The matters that at least two of some origins tell, those that most carry first. */
export function mattersOf(index: OriginIndex, origins: readonly OriginTold[]): Matter[] {
  const weigh = weightIn(index)
  const firsts = origins.map(({ id }) => {
    const { exemplars } = index.origins.get(Number(id.slice(1))) as { exemplars: readonly string[] }
    return exemplars.slice(0, 3).map((mention) => probeOf(index.statements.get(mention) as Statement, weigh))
  })
  const keys = new Map<string, number[]>()
  firsts.forEach((statements, at) => {
    for (const key of new Set(statements.flatMap(({ statement }) => keysOf(statement, weigh))))
      keys.set(key, [...(keys.get(key) ?? []), at])
  })
  const group = origins.map((_, at) => at)
  const root = (at: number): number => (group[at] === at ? at : root(group[at] as number))
  for (const some of keys.values()) {
    if (some.length > MOST) continue
    for (const [i, a] of some.entries())
      for (const b of some.slice(i + 1)) {
        const [one, other] = [root(a), root(b)]
        if (one === other || !alike(firsts[a] as Probe[], firsts[b] as Probe[])) continue
        group[Math.max(one, other)] = Math.min(one, other)
      }
  }
  return [...Map.groupBy(origins.keys(), root).values()]
    .filter((some) => some.length > 1)
    .map((some) => {
      const members = some.map((at) => origins[at] as OriginTold)
      return {
        words: members[0]?.words ?? '',
        origins: members.map(({ id }) => id),
        account: accountOf(members.map(({ reports }) => reports)),
      }
    })
    .sort((one, other) => other.account.outlets - one.account.outlets)
}

function keysOf({ words, counts }: Statement, weigh: (word: string) => number): string[] {
  const rare = [...words].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1)).slice(0, 5)
  return [
    ...counts.map(({ value }) => `#${value}`),
    ...rare.flatMap((one, i) => rare.slice(i + 1).map((other) => [one, other].sort().join('|'))),
  ]
}

/** Whether two origins tell alike, whoever says it and whenever. */
function alike(some: readonly Probe[], others: readonly Probe[]): boolean {
  return some.some((one) =>
    others.some((other) => {
      const { words, mass, shared, figures } = compare(one, other.statement)
      if (figures === 'differ' || mass < LEAST) return false
      return words >= (shared.length > 0 ? WITH_FIGURE : ALONE)
    }),
  )
}
