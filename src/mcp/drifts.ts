/** Drift as an assistant is told it: what was lost or changed, the words on both sides and where each stands. */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/article.ts'
import { claimAt } from '../publish/addresses.ts'
import { anchorRecord } from '../publish/records/anchor.ts'
import type { Pinned } from '../publish/records/pinned.ts'
import type { StoryDrift } from '../publish/records/story-drift.ts'
import type { Drift, DriftAnchor } from '../stories/drift/drift.ts'
import { quotation } from './quotation.ts'
import { anchorWords, outletWords } from './words.ts'

/** An article or a draft that is held against itself; a draft has no number, nor have its claims. */
export interface Held {
  readonly number: number | null
  readonly article: Article
  readonly claims: readonly Claim[]
  /** The numbers of its claims by their ids. */
  readonly numbers: ReadonlyMap<string, number>
}

type Side = StoryDrift['from']

function sideWithin({ number, article, numbers }: Held, side: DriftAnchor, pinned: Pinned): Side {
  const claim = numbers.get(side.claim ?? '') ?? null
  return {
    outlet: article.outlet,
    claim,
    origin: null,
    anchor: anchorRecord({ ...side, article: number, url: article.url }, pinned),
    permalink: claim === null ? null : pinned.site + claimAt(claim, pinned.seq),
  }
}

/** A change within an article, as those of stories are told. */
export const changeWithin = (held: Held, { kind, lost, from, to, why }: Drift, pinned: Pinned): StoryDrift => ({
  kind,
  where: 'within',
  from: sideWithin(held, from, pinned),
  to: sideWithin(held, to, pinned),
  lost,
  why,
  articles: held.number === null ? [] : [held.number],
})

function sideWords({ outlet, claim, anchor }: Side): string {
  const parts = [
    anchorWords(anchor),
    claim === null ? null : `claim ${claim}`,
    anchor.article === null ? null : `article ${anchor.article}, ${outletWords(outlet)}`,
  ]
  return `${quotation(anchor.text, 200)} (${parts.filter((part) => part !== null).join('; ')})`
}

/** A change in words. @param at its number in the list */
export function changeLines({ kind, lost, from, to, why, articles }: StoryDrift, at: number): string[] {
  const others = articles.length - 1
  return [
    `${at}. ${kind}, ${lost ? 'left out' : 'changed'}: ${sideWords(from)}`,
    `   ${lost ? 'where it says' : 'to'}: ${sideWords(to)}`,
    `   because: ${quotation(why)}${others > 0 ? ` - the same in ${others} more ${others === 1 ? 'article' : 'articles'}` : ''}`,
  ]
}
