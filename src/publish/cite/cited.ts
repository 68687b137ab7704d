/**
 * What a citation of a claim says: the exact words, the whole line of sources by which they came, the page that they stand
 * in, and the capture that proves it. A plain value, which each format writes in its own way.
 */
import type { Claim, Link, LinkKind } from '../../claims/claim.ts'
import { printable } from '../printable.ts'
import { quoted } from '../story/words.ts'
import { moment } from '../when.ts'

export interface Cited {
  /** The claim's number in the ledger. */
  readonly claim: number
  /** The exact words. */
  readonly words: string
  readonly speaker: string | null
  /** Whose words they are: the speaker's where it is direct, else the page's, in whole or in part. */
  readonly type: Claim['type']
  /** The outlet first, further in whom each has it from. */
  readonly chain: readonly Pick<Link, 'name' | 'link'>[]
  readonly headline: string | null
  readonly outlet: string | null
  readonly bylines: readonly string[]
  /** As the page has it, ISO 8601. */
  readonly published: string | null
  /** BCP 47. */
  readonly lang: string | null
  /** The address of the page; of the web. */
  readonly url: string | null
  /** The first capture in which it was seen so; null where none is kept. */
  readonly capture: { readonly at: string; readonly sha256: string } | null
  /** The address of the claim, pinned to a version of the ledger. */
  readonly permalink: string
}

/** The longest words that a citation has whole, in characters. */
const LONGEST = 1000

/** Text of a page on one line, as it may be printed. */
export const line = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()

const HOW: Readonly<Record<LinkKind, string>> = {
  wire: 'printing the copy of',
  quotes: 'quoting',
  cites: 'citing',
  told: 'told by',
  'own reporting': 'with',
  unnamed: 'citing',
}

/** The whole chain: `The Harbour Post, printing the copy of Coast Wire, quoting Ilse Maren`; null where none is known. */
export function chainWords(chain: Cited['chain']): string | null {
  const [first] = chain
  if (first === undefined) return null
  if (chain.length === 1) return `${line(first.name)}, by its own account`
  return chain
    .map(({ name, link }, at) => (at === chain.length - 1 ? line(name) : `${line(name)}, ${HOW[link]} `))
    .join('')
}

/** Who said what: `Ilse Maren: “up to 40 ...”`; words that are not all the speaker's are not given for theirs. */
export function statementWords({ speaker, type, outlet, words }: Cited): string {
  const who = speaker === null ? 'Nobody named' : line(speaker)
  const isRetold = speaker !== null && speaker !== outlet && (type === 'indirect' || type === 'mixed')
  const whose = isRetold ? `, in the words of ${outlet === null ? 'the page' : line(outlet)}` : ''
  return `${who}${whose}: ${line(quoted(words, LONGEST))}`
}

/** `Captured 5 Jan 2025 09:12 UTC, SHA-256 1f0c...`; null where no capture is kept. */
export const captureWords = ({ capture }: Cited): string | null =>
  capture === null ? null : `Captured ${moment(capture.at)}, SHA-256 ${capture.sha256}`

/** All that formats for works without claims have no field for, as sentences. */
export function noteWords(cited: Cited): string {
  const chain = chainWords(cited.chain)
  return [
    statementWords(cited),
    chain === null ? null : `On the word of: ${chain}`,
    captureWords(cited),
    `Hearsay, claim ${cited.claim}: ${cited.permalink}`,
  ]
    .filter((part) => part !== null)
    .map((part, at, all) => (at === all.length - 1 || /[.”"]$/.test(part) ? part : `${part}.`))
    .join(' ')
}

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?/

/** Year, month and day of a time, those that it has; null for what is none. */
export function dayParts(time: string | null): readonly [string, ...string[]] | null {
  const [, year, ...rest] = DATE.exec(time ?? '') ?? []
  return year === undefined ? null : [year, ...rest.filter((part) => part !== undefined)]
}
