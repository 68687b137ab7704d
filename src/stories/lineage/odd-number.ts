/**
 * Odd numbers: of one thing that an origin's reports count, a number that a few have where most have another. A number
 * that is later than the others may be a revision, and one near them a rounding: neither is odd.
 */
import type { Claim, Figure } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'

/** The claims of one article in an origin. */
export interface Counting {
  readonly article: string
  /** Articles that print one text have one number. */
  readonly copy: number
  readonly published: string | null
  readonly claims: readonly Claim[]
}

/** A number that few have, where each has it. */
export interface OddNumber {
  readonly text: string
  readonly instead: string
  /** How many articles have the other. */
  readonly usual: number
  readonly places: readonly (Span & { readonly article: string })[]
}

interface Use extends Span {
  readonly article: string
  readonly copy: number
  readonly published: string | null
  readonly text: string
}

/** Texts that have the odd number, and how many times as many have the usual one. */
const SHARED = 2
const TIMES = 2
/** Numbers so near each other may be one, rounded. */
const NEAR = 0.1

/** The odd numbers of an origin's reports. */
export function oddNumbers(tellings: readonly Counting[]): OddNumber[] {
  const things = new Map<string, Map<number, Use[]>>()
  for (const { article, copy, published, claims } of tellings)
    for (const [thing, { figure, value }] of countsOf(claims)) {
      const numbers = things.get(thing) ?? new Map<number, Use[]>()
      const { start, end, text } = figure
      const uses = numbers.get(value) ?? []
      uses.push({ article, copy, published, start, end, text })
      numbers.set(value, uses)
      things.set(thing, numbers)
    }
  return [...things.values()].flatMap((numbers) => {
    const ranked = [...numbers].sort(([, one], [, other]) => textsOf(other) - textsOf(one))
    const [most, ...others] = ranked
    if (most === undefined) return []
    const [usual, usually] = most
    return others
      .filter(([value, uses]) => isOdd(value, uses, usual, usually))
      .map(([, uses]) => ({
        text: uses[0]?.text ?? '',
        instead: usually[0]?.text ?? '',
        usual: new Set(usually.map(({ article }) => article)).size,
        places: uses.map(({ article, start, end }) => ({ article, start, end })),
      }))
  })
}

/** Exact numbers of an article's text by what they count; a thing that is counted twice tells nothing. */
function countsOf(claims: readonly Claim[]): Map<string, { readonly figure: Figure; readonly value: number }> {
  const counts = new Map<string, { readonly figure: Figure; readonly value: number }>()
  const twice = new Set<string>()
  for (const { in: where, figures } of claims)
    for (const figure of where === 'text' ? figures : []) {
      const { low, high, approximate, measure, unit, of } = figure
      if (low === null || low !== high || approximate || measure === null || unit === null) continue
      const thing = JSON.stringify([measure, unit, of?.toLowerCase() ?? ''])
      if (counts.has(thing) && counts.get(thing)?.value !== low) twice.add(thing)
      counts.set(thing, { figure, value: low })
    }
  for (const thing of twice) counts.delete(thing)
  return counts
}

const textsOf = (uses: readonly Use[]): number => new Set(uses.map(({ copy }) => copy)).size

function isOdd(value: number, uses: readonly Use[], usual: number, usually: readonly Use[]): boolean {
  const texts = textsOf(uses)
  if (texts < SHARED || textsOf(usually) <= TIMES * texts) return false
  if (Math.abs(value - usual) <= NEAR * Math.max(value, usual)) return false
  const day = ({ published }: Use): string => published?.slice(0, 10) ?? ''
  const latest = usually.map(day).sort().at(-1) ?? ''
  return uses.every((use) => day(use) !== '' && day(use) <= latest)
}
