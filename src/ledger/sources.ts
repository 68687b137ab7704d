/**
 * Sources: what a speaker said, or an outlet printed, and on whose word. Counts come with what they are counted of; nobody
 * is scored.
 */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Claim, Figure, LinkKind } from '../claims/claim.ts'
import { decidedGroups } from './corrections/decided.ts'
import type { Ledger } from './open.ts'
import { type ClaimShown, claimsShown, type Where } from './shown.ts'
import type { Share } from './stats.ts'
import type { Tables } from './tables.ts'

/** A speaker by key, one without a key by name, or an outlet by name. */
export type Source =
  | { readonly kind: 'speaker'; readonly key: string }
  | { readonly kind: 'unnamed'; readonly name: string }
  | { readonly kind: 'outlet'; readonly name: string }

export interface SourceCounts {
  /** How articles name it, those that most claims have first. */
  readonly names: readonly { readonly name: string; readonly claims: number }[]
  /** Claims that count and are not hidden. */
  readonly claims: number
  /** Articles that have them; of an outlet without claims all its articles. */
  readonly articles: number
  /** Outlets that carry them; of articles whose outlet is not known none is counted. */
  readonly outlets: number
  /** Origins that these claims are of, as people decided. */
  readonly origins: number
  /** Of the claims whose chain tells: those of its own - a speaker's own word, an outlet's own reporting. */
  readonly own: Share
  /** Of the same, those that pass on what another says. */
  readonly relayed: Share
  /** How outlets have them: claims by the first link of their chains, where that is told. */
  readonly via: Readonly<Partial<Record<LinkKind, number>>>
  /** First and last day of publication, where pages tell it. */
  readonly first: string | null
  readonly last: string | null
}

type Joined = ExpressionBuilder<Tables, 'claim' | 'version' | 'article'>

const isOf = (source: Source) => (eb: Joined) => {
  if (source.kind === 'outlet') return eb('article.outlet', '=', source.name)
  if (source.kind === 'speaker') return eb('claim.speakerKey', '=', source.key)
  return eb.and([eb('claim.speaker', '=', source.name), eb('claim.speakerKey', 'is', null)])
}

/** Claims of a source that count, with their versions and articles. */
export const claimsOf = ({ db }: Pick<Ledger, 'db'>, source: Source) =>
  db
    .selectFrom('claim')
    .innerJoin('version', 'version.id', 'claim.versionId')
    .innerJoin('article', 'article.id', 'claim.articleId')
    .where('claim.isCurrent', '=', 1)
    .where('claim.isHidden', '=', 0)
    .where(isOf(source))

const PUBLISHED = sql<string | null>`substr(version.published, 1, 10)`
/** The day that a claim is listed under: of publication or, where the page does not say, on which it was first seen. */
const DAY = sql<string>`substr(coalesce(version.published, article.first_seen), 1, 10)`
/** The name that a claim has in the index of origins. */
const MENTION = sql<string>`'r' || claim.reading_id || '#' || claim.local`

/** How many articles an outlet has in the ledger, with claims or without; 0 for any other source. */
async function articlesOf({ db }: Pick<Ledger, 'db'>, source: Source): Promise<number> {
  if (source.kind !== 'outlet') return 0
  const { articles } = await db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('articles'))
    .where('outlet', '=', source.name)
    .where('versionId', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(articles)
}

/** An outlet of which no claim was read. */
const unclaimed = (articles: number): SourceCounts => ({
  names: [],
  claims: 0,
  articles,
  outlets: 1,
  origins: 0,
  own: { count: 0, of: 0 },
  relayed: { count: 0, of: 0 },
  via: {},
  first: null,
  last: null,
})

/** The name that most claims of a speaker have; null where no claim that counts is theirs. */
export async function speakerName(ledger: Pick<Ledger, 'db'>, key: string): Promise<string | null> {
  const row = await claimsOf(ledger, { kind: 'speaker', key })
    .select('claim.speaker')
    .groupBy('claim.speaker')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('claim.speaker')
    .limit(1)
    .executeTakeFirst()
  return row?.speaker ?? null
}

/** Counts what a source said; null where no claim of it counts and it is no outlet that has an article. */
export async function sourceCounts(ledger: Pick<Ledger, 'db'>, source: Source): Promise<SourceCounts | null> {
  const all = await claimsOf(ledger, source)
    .select(({ fn }) => [
      fn.countAll<number>().as('claims'),
      fn.count<number>('claim.articleId').distinct().as('articles'),
      fn.count<number>('version.outlet').distinct().as('outlets'),
    ])
    .select([sql<string | null>`min(${PUBLISHED})`.as('first'), sql<string | null>`max(${PUBLISHED})`.as('last')])
    .executeTakeFirstOrThrow()
  if (Number(all.claims) === 0) {
    const articles = await articlesOf(ledger, source)
    return articles === 0 ? null : unclaimed(articles)
  }
  const isOutlet = source.kind === 'outlet'
  const names = await claimsOf(ledger, source)
    .select(isOutlet ? 'version.outlet as name' : 'claim.speaker as name')
    .select(({ fn }) => fn.countAll<number>().as('claims'))
    .groupBy(isOutlet ? 'version.outlet' : 'claim.speaker')
    .execute()
  const words = await claimsOf(ledger, source)
    .select(['claim.voice', 'claim.via'])
    .select(({ fn }) => fn.countAll<number>().as('claims'))
    .groupBy(['claim.voice', 'claim.via'])
    .execute()
  const via: Partial<Record<LinkKind, number>> = {}
  let [own, relayed] = [0, 0]
  for (const row of words) {
    const claims = Number(row.claims)
    if (row.via !== null) via[row.via] = (via[row.via] ?? 0) + claims
    const isOwn = isOutlet ? row.via === 'own reporting' : row.voice === 'own'
    if ((isOutlet ? row.via : row.voice) === null) continue
    if (isOwn) own += claims
    else relayed += claims
  }
  const of = own + relayed
  return {
    names: names
      .flatMap(({ name, claims }) => (name === null ? [] : [{ name, claims: Number(claims) }]))
      .sort((one, other) => other.claims - one.claims || (one.name < other.name ? -1 : 1)),
    claims: Number(all.claims),
    articles: Number(all.articles),
    outlets: Number(all.outlets),
    origins: await originsOf(ledger, source),
    own: { count: own, of },
    relayed: { count: relayed, of },
    via,
    first: all.first,
    last: all.last,
  }
}

/** Of how many origins a source's claims are. */
async function originsOf(ledger: Pick<Ledger, 'db'>, source: Source): Promise<number> {
  const decided = await decidedGroups(ledger)
  const members = claimsOf(ledger, source).innerJoin('member', (join) => join.on('member.mention', '=', MENTION))
  if (decided.size === 0) {
    const { origins } = await members
      .select(({ fn }) => fn.count<number>('member.originId').distinct().as('origins'))
      .executeTakeFirstOrThrow()
    return Number(origins)
  }
  const rows = await members.select(['member.mention', 'member.originId']).execute()
  const group = ({ mention, originId }: (typeof rows)[number]) => {
    const own = decided.get(mention)
    return own === undefined ? `o${originId}` : `decided ${own}`
  }
  return new Set(rows.map(group)).size
}

/** A page of a source's claims. */
export interface SourceClaims {
  readonly claims: readonly ClaimShown[]
  /** Where the next page begins; null after the last. */
  readonly next: string | null
}

const PLACE = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/

/**
 * A source's claims, the newest first.
 * @param after the `next` of the page before; what is no such place begins at the first
 */
export async function sourceClaims(
  ledger: Pick<Ledger, 'db'>,
  source: Source,
  { limit = 20, after = null }: { readonly limit?: number; readonly after?: string | null } = {},
): Promise<SourceClaims> {
  const [, day, claim] = PLACE.exec(after ?? '') ?? []
  let query = claimsOf(ledger, source)
    .select(['claim.id', DAY.as('day')])
    .orderBy(DAY, 'desc')
    .orderBy('claim.id', 'desc')
    .limit(limit + 1)
  if (day !== undefined)
    query = query.where((eb) =>
      eb.or([eb(DAY, '<', day), eb.and([eb(DAY, '=', day), eb('claim.id', '<', Number(claim))])]),
    )
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    claims: await claimsShown(
      ledger,
      shown.map(({ id }) => id),
    ),
    next: rows.length > limit && last !== undefined ? `${last.day}.${last.id}` : null,
  }
}

/** A figure that a source gave. */
export interface SourceFigure extends Where {
  /** The claim's number. */
  readonly claim: number
  readonly figure: Figure
  /** What the claim says besides. */
  readonly told: Claim
  /** The day of the claim: when it was said or, where that is not told, the page's own. */
  readonly day: string | null
  readonly isSaidDay: boolean
  /** Whether it is the source's own word. */
  readonly voice: Tables['claim']['voice']
}

/** Claims whose figures are shown at most, the newest. */
const CLAIMS = 500

/** The figures that a source gave, in the order of their days, undated ones last. */
export async function sourceFigures(
  ledger: Pick<Ledger, 'db'>,
  source: Source,
  most = CLAIMS,
): Promise<SourceFigure[]> {
  const rows = await claimsOf(ledger, source)
    .select(['claim.id', 'claim.voice'])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('figure').select('figure.id').whereRef('figure.claimId', '=', 'claim.id')),
    )
    .orderBy(DAY, 'desc')
    .orderBy('claim.id', 'desc')
    .limit(most)
    .execute()
  const voiceOf = new Map(rows.map(({ id, voice }) => [id, voice]))
  const shown = await claimsShown(
    ledger,
    rows.map(({ id }) => id),
  )
  const figures = shown.flatMap(({ number, claim, ...where }) => {
    const said = claim.saidTime?.date ?? null
    return claim.figures.map(
      (figure): SourceFigure => ({
        ...where,
        claim: number,
        figure,
        told: claim,
        day: said ?? where.published?.slice(0, 10) ?? null,
        isSaidDay: said !== null,
        voice: voiceOf.get(number) ?? null,
      }),
    )
  })
  return figures.sort((one, other) => {
    const [a, b] = [one.day ?? '~', other.day ?? '~']
    return a < b ? -1 : a > b ? 1 : one.claim - other.claim
  })
}
