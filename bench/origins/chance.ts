/**
 * Choices that depend on a seed and nothing else: mulberry32 over a hash (FNV-1a) of the seed's words, so that one family
 * stays the same when others are added.
 */

export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True once in `1 / share` times. */
  happens(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** The items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[]
}

function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The choices of a seed, as `1/3/article 2`. */
export function chanceOf(seed: string): Chance {
  let state = hashOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: <Item>(items: readonly Item[]): Item => {
      if (items.length === 0) throw new Error('nothing to pick from')
      return items[whole(0, items.length - 1)] as Item
    },
    shuffled: <Item>(items: readonly Item[]): Item[] => {
      const order = [...items]
      for (let i = order.length - 1; i > 0; i--) {
        const j = whole(0, i)
        ;[order[i], order[j]] = [order[j] as Item, order[i] as Item]
      }
      return order
    },
  }
}
