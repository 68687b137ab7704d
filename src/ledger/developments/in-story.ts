/**
 * What new readings change in a story as it is told: drift that only they have, and figures by which a claimant revises
 * their own earlier ones.
 */

import type { Panel } from '../../stories/figures/panels.ts'
import type { Mention } from '../../stories/reading.ts'
import type { DriftTold } from '../../stories/told/changes.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import { type Noticed, plainly, WORDLESS } from './noticed.ts'

/** A claim of the story. */
interface Known {
  readonly id: number
  readonly speakerKey: string | null
}

/** What of a story is new. */
export interface Fresh {
  /** Whether a reading, by its name, is of a version that was not known before. */
  isNew(reading: string): boolean
  /** A claim by its number, with the key of its speaker. */
  claim(mention: Mention): Known | undefined
  /** The number of the article that a reading is of. */
  article(reading: string): number | undefined
}

/** Drift whose every telling is new. That a telling adds a hedge takes nothing from anybody, and is none. */
export function newDrift({ drift }: Pick<StoryTold, 'drift'>, fresh: Fresh): Noticed[] {
  return drift
    .filter(({ kind, articles }) => kind !== 'hedge added' && articles.every((reading) => fresh.isNew(reading)))
    .flatMap((one) => {
      const found = driftNoticed(one, fresh)
      return found === null ? [] : [found]
    })
}

function driftNoticed({ kind, from, to, lost }: DriftTold, fresh: Fresh): Noticed | null {
  const isWithin = from.article === to.article
  const [older, newer] = [from, to].map(({ claim }) => (claim === null ? undefined : fresh.claim(claim)?.id))
  const claim = newer ?? (isWithin ? older : undefined)
  if (claim === undefined) return null
  const before = older === undefined || older === claim ? null : { number: older }
  return {
    key: JSON.stringify([kind, fresh.article(to.article), plainly(from.text), plainly(to.text)]),
    kind,
    claim: { number: claim },
    before,
    from: from.text,
    to: to.text,
    lost,
    toldIn: to.in,
  }
}

type Point = Panel['lanes'][number]['points'][number]

/** Figures that revise an earlier one of the same claimant: the last of a lane, told by new readings only. */
export function newRevisions({ figures }: Pick<StoryTold, 'figures'>, fresh: Fresh): Noticed[] {
  return figures.flatMap(({ lanes }) =>
    lanes.flatMap(({ points }): Noticed[] => {
      const dated = points.filter(({ said, low, high }) => said !== null && (low !== null || high !== null))
      const [before, last] = dated.slice(-2)
      if (before === undefined || last === undefined || !isRevised(before, last)) return []
      if (!last.mentions.every(({ article }) => fresh.isNew(article))) return []
      const [claim, older] = [claimOf(last, fresh), claimOf(before, fresh)]
      if (claim === undefined || older === undefined || claim.number === older.number) return []
      if (claim.key === null || claim.key !== older.key) return []
      return [
        {
          ...WORDLESS,
          key: JSON.stringify(['figure changed', claim.number, last.low, last.high]),
          kind: 'figure changed',
          claim: { number: claim.number },
          before: { number: older.number },
          from: older.text,
          to: claim.text,
        },
      ]
    }),
  )
}

/** Whether a later figure is another number: on another day, and not within the bounds of the earlier one. */
function isRevised(before: Point, after: Point): boolean {
  if (before.said === after.said) return false
  const [least, most] = [Math.max(low(before), low(after)), Math.min(high(before), high(after))]
  return least > most
}

const low = ({ low: bound, high: other }: Point): number => bound ?? (other as number)
const high = ({ low: other, high: bound }: Point): number => bound ?? (other as number)

/** The claim in which a figure is told best: in a text. */
function claimOf({ mentions }: Point, fresh: Fresh) {
  const [best] = mentions.toSorted((one, other) => Number(other.in === 'text') - Number(one.in === 'text'))
  const known = best && fresh.claim(best.mention)
  return known === undefined ? undefined : { number: known.id, key: known.speakerKey, text: best?.text ?? '' }
}
