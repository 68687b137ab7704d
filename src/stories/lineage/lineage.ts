/**
 * Lineage: by what evidence each report of an origin has what it tells. Three kinds, kept apart: what it prints as its
 * source (credit), text it shares word for word (text), and errors it shares (peculiarity). A report without evidence has
 * lineage unknown; it is no origin of its own.
 */
import type { Claim } from '../../claims/claim.ts'
import { articleOf, type Mention, mentionOf, type Reading } from '../reading.ts'
import { carrierOf } from '../voice.ts'
import { creditEdges } from './credit-edges.ts'
import { errorEdges, firstWithErrors, numberEdges } from './error-edges.ts'
import type { Among, Edge } from './evidence.ts'
import type { Kinship } from './kinship.ts'
import { oddNumbers } from './odd-number.ts'
import { reusedBy } from './reuse.ts'
import { textEdges } from './text-edges.ts'

/** One article's telling of an origin. */
export interface Report {
  readonly article: string
  readonly outlet: string | null
  readonly claims: readonly Mention[]
  /** Traced: it says or shows whom it has this from. Of two that share text or an error the first is not traced by it. */
  readonly lineage: 'traced' | 'unknown'
  readonly evidence: readonly Edge[]
  /** Articles that print one text have one number: they are one report, however many. */
  readonly copy: number
}

/** The reports of an origin, in the order of its mentions, with the evidence for each. */
export function reportsOf(
  kinship: Kinship,
  mentions: readonly Mention[],
  claimsBy: ReadonlyMap<Mention, Claim>,
): Report[] {
  const byArticle = Map.groupBy(mentions, articleOf)
  const here = [...byArticle.keys()].flatMap((id) => kinship.readings.get(id) ?? [])
  const claims = new Map(
    [...byArticle].map(([id, some]) => [id, some.flatMap((mention) => claimsBy.get(mention) ?? [])] as const),
  )
  const ordered = inTime(here, kinship)
  const among: Among = {
    kinship,
    claims,
    order: new Map(ordered.map(({ id }, at) => [id, at])),
    byOutlet: Map.groupBy(here, ({ article: { outlet } }) => (outlet === null ? '' : carrierOf(outlet))),
    errors: firstWithErrors(ordered, kinship),
    reused: reusedBy(ordered.map(({ id, article: { text } }) => ({ article: id, text, claims: claims.get(id) ?? [] }))),
  }
  const copies = copyNumbers(here, among)
  const odd = oddNumbers(
    ordered.map(({ id, article: { published } }) => ({
      article: id,
      copy: copies.get(id) as number,
      published,
      claims: claims.get(id) ?? [],
    })),
  )
  return here.map((reading) => {
    const { id, article } = reading
    const own = claims.get(id) ?? []
    const evidence = [
      ...creditEdges(own, reading, among),
      ...textEdges(own, reading, among),
      ...errorEdges(reading, among),
      ...numberEdges(reading, odd, among),
    ]
    return {
      article: id,
      outlet: article.outlet,
      claims: own.map((claim) => mentionOf(id, claim.id)),
      lineage: evidence.some((edge) => traces(edge, id, among)) ? 'traced' : 'unknown',
      evidence,
      copy: copies.get(id) as number,
    }
  })
}

function inTime(here: readonly Reading[], { precedence }: Kinship): Reading[] {
  const day = ({ article }: Reading) => article.published?.slice(0, 10) ?? '~'
  return [...here].sort((one, other) => {
    const known = precedence(one.id, other.id)
    if (known !== 'unknown') return known === 'older' ? -1 : 1
    return day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one.id < other.id ? -1 : 1
  })
}

/** Whether an edge says whom a report has it from: "local media" does not, and of two the first has it from neither. */
function traces({ kind, source, strength, directed, from }: Edge, id: string, { order }: Among): boolean {
  if (kind === 'credit') return source !== 'unnamed' || strength !== 'weak'
  return directed || (order.get(from) ?? Number.POSITIVE_INFINITY) < (order.get(id) as number)
}

/** Articles of one text numbered alike, by the first of them. */
function copyNumbers(here: readonly Reading[], { kinship, order }: Among): Map<string, number> {
  const parent = new Map(here.map(({ id }) => [id, id]))
  const top = (id: string): string => {
    let at = id
    for (let up = parent.get(at) as string; up !== at; up = parent.get(at) as string) at = up
    parent.set(id, at)
    return at
  }
  for (const { id } of here)
    for (const { one, other, copy } of kinship.overlaps.get(id) ?? []) {
      if (!copy || id !== other || !parent.has(one)) continue
      parent.set(top(other), top(one))
    }
  const at = new Map(here.map(({ id }, n) => [id, n]))
  const first = new Map<string, number>()
  for (const { id } of [...here].sort((a, b) => (order.get(a.id) as number) - (order.get(b.id) as number)))
    if (!first.has(top(id))) first.set(top(id), at.get(id) as number)
  return new Map(here.map(({ id }) => [id, first.get(top(id)) as number]))
}
