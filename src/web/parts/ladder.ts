/** The chain of sources as a ladder: the outlet on top, further in whom each has it from. */
import type { Claim, Link, Quote } from '../../claims/claim.ts'
import { outletAt, speakerAt, unnamedAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted, shortened } from '../../publish/story/words.ts'
import { PARTS } from '../words/parts.ts'

/** A source of a chain, and where it can be looked up. */
export interface Rung extends Pick<Link, 'name' | 'kind' | 'link'> {
  readonly anchor: Quote | null
  /** The address of what the ledger has of it: its own page of that statement. */
  readonly page?: string | null
  /** The address of the source in the ledger. */
  readonly source?: string | null
  /** In which capture it was seen, where that is told. */
  readonly seen?: Html | null
}

/**
 * Where the ledger tells of a source of a chain: who answers for the claim has a page of their own, with a name or without,
 * and so has an outlet of the ledger.
 * @param outlets sources of the chain that are outlets of the ledger
 */
export function sourceAt(name: string, speaker: Claim['speaker'], outlets: ReadonlySet<string>): string | null {
  if (speaker !== null && speaker.name === name && speaker.key !== null) return speakerAt(speaker.key)
  if (outlets.has(name)) return outletAt(name)
  return speaker?.name === name && speaker.kind === 'unnamed' ? unnamedAt(name) : null
}

/** How a ladder is shown. */
export interface LadderOptions {
  /** The address of words of the text that name a rung. */
  readonly wordsAt?: (anchor: Quote) => string | null
  /** Whether the first rung is the page that was read: the usual case, and then it can be checked. */
  readonly isRead?: boolean
  /** Says that a rung can be checked by its line alone, for the eye: where many ladders stand on a screen that explains it. */
  readonly isQuiet?: boolean
}

/** Names longer than this are cut, in characters. */
const LONGEST = 120

/** The furthest rung in whose own page the ledger has; -1 for none. */
export const lastCheckable = (chain: readonly Rung[], { isRead = true }: LadderOptions = {}): number =>
  chain.findLastIndex(({ page }, at) => (page ?? null) !== null || (at === 0 && isRead))

/**
 * A chain as nested rungs, each with how it has what the next one says and, where the text names it, a link to these
 * words. The last rung that can be checked is marked.
 */
export function chainLadder(chain: readonly Rung[], options: LadderOptions = {}): Html {
  if (chain.length === 0) return html`<p class="meta">${PARTS.chainUnknown}</p>`
  const last = lastCheckable(chain, options)
  return html`<ol class="ladder" aria-label="${PARTS.chain}">${chain.map((rung, at) =>
    rungView(rung, at, { ...options, isInnermost: at === chain.length - 1, isLast: at === last }),
  )}</ol>`
}

interface Standing extends LadderOptions {
  readonly isInnermost: boolean
  readonly isLast: boolean
}

function rungView(rung: Rung, at: number, { wordsAt, isInnermost, isLast, isQuiet = false }: Standing): Html {
  const { name, kind, link, anchor, page = null, source = null, seen = null } = rung
  const words = anchor === null || anchor.text === '' ? null : (wordsAt?.(anchor) ?? null)
  const cut = shortened(name, LONGEST)
  return html`<li class="rung ${kind}${isLast && ' last-checkable'}"><span class="name">${
    source === null ? cut : html`<a href="${source}">${cut}</a>`
  }</span>${!(isInnermost && at > 0) && html` <span class="how">${PARTS.links[link]}</span>`}
${page !== null && html`<a class="page" href="${page}">${PARTS.inItsPage}</a>`}
${words !== null && anchorLink(words, anchor?.text ?? '', name)}
${isLast && html`<span class="${isQuiet ? 'aside' : 'check'}">${PARTS.checkable}</span>`}${seen !== null && html` ${seen}`}</li>
`
}

/** A link to the words that name a source: the words themselves, where they are not its name again. */
const anchorLink = (address: string, words: string, name: string): Html =>
  html`<a class="anchor" href="${address}">${words === name ? PARTS.namedHere : html`<q>${quoted(words, 80)}</q>`}</a>`
