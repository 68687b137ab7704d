/** What is looked at, in its order: corrections that wait because words changed, then claims, the least sure first. */
import { type Held, heldBack } from '../../ledger/corrections/held.ts'
import type { Ledger } from '../../ledger/open.ts'
import { type ReviewQueue, reviewQueue } from '../../ledger/review.ts'

/** One thing to look at. */
export interface Item {
  /** How addresses name it: `c12` for claim 12, `w7.12` for correction 7 that waits for claim 12. */
  readonly name: string
  /** The claim that counts now; null for an orphan. */
  readonly claim: number | null
  readonly held: Held | null
  readonly isWaiting: boolean
}

/** All there is to look at. */
export interface Queue extends Omit<ReviewQueue, 'offered'> {
  readonly items: readonly Item[]
  readonly held: number
  readonly claims: number
}

/** A claim that is named by its number alone. */
const claimItem = (claim: number): Item => ({ name: `c${claim}`, claim, held: null, isWaiting: false })

/** @param before a reading's number: claims that entered before it, without corrections that wait */
export async function queueOf(ledger: Pick<Ledger, 'db'>, before: number | undefined): Promise<Queue> {
  const { offered, ...rest } = await reviewQueue(ledger, before === undefined ? {} : { before })
  const held = before === undefined ? await heldBack(ledger) : []
  return {
    ...rest,
    held: held.length,
    claims: offered.length,
    items: [
      ...held.map(
        (one): Item => ({ name: `w${one.correction.id}.${one.claim}`, claim: one.now, held: one, isWaiting: true }),
      ),
      ...offered.map(({ claim, isWaiting }): Item => ({ name: `c${claim}`, claim, held: null, isWaiting })),
    ],
  }
}

/** What comes after and before something of the queue, by name. */
export interface Around {
  readonly next: string | null
  readonly previous: string | null
}

/** The next that waits, and the one before, whether or not it waits. */
export function around({ items }: Queue, name: string): Around {
  const at = items.findIndex((item) => item.name === name)
  const next = items.find((item, i) => i > at && item.isWaiting && item.name !== name)
  return { next: next?.name ?? null, previous: items[at - 1]?.name ?? null }
}

/** What an address names, else the first that waits. @returns null where there is nothing of that name, or nothing waits */
export function itemNamed({ items }: Queue, name: string | undefined): Item | null {
  if (name === undefined) return items.find(({ isWaiting }) => isWaiting) ?? null
  const known = items.find((item) => item.name === name)
  if (known !== undefined) return known
  const claim = /^c([1-9]\d{0,14})$/.exec(name)?.[1]
  return claim === undefined ? null : claimItem(Number(claim))
}
