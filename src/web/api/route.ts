/**
 * A route of the API: what it is asked with and what it answers, by schemas that check the one, describe both in the
 * OpenAPI document, and give its types; and the function that reads the answer from the ledger.
 */
import { z } from 'zod'
import type { Ledger } from '../../ledger/open.ts'
import type { Pinned } from '../../publish/records/pinned.ts'
import type { Intake } from '../desk/intake.ts'
import { cursorOf, placeIn } from './cursor.ts'

/** What routes are grouped by in the document. */
export const TAGS = {
  claims: 'Claims: who said what, on whose word.',
  articles: 'Articles, their versions, and what changed between these.',
  stories: 'Stories: origins, accounts, rival figures, drift.',
  sources: 'Speakers, outlets and sources without a name.',
  developments: 'What changed in claims.',
  corrections: 'What people said of readings, and of what is one origin.',
  pages: 'Entering pages.',
  ledger: 'The ledger as a whole.',
} as const

/** What a route answers from. */
export interface Api {
  readonly ledger: Ledger
  readonly intake: Intake
  /** The site's address, the position of the ledger, and how much of a text is shown. */
  readonly pinned: Pinned
  /** Whether who asks may write. */
  readonly isEditor: boolean
  /** The time, ISO in UTC. */
  readonly now: () => string
  /** Waits until what changed in claims is noticed; where that takes long, what is known is told, and not kept. */
  noticed(): Promise<void>
}

type Shape = Readonly<Record<string, z.ZodType>>
type Valued<Of extends Shape> = z.infer<z.ZodObject<Of>>

interface Described {
  readonly method: 'get' | 'post'
  /** With its parameters in braces: `/claims/{claim}`. */
  readonly path: string
  /** The operation's name in the document. */
  readonly name: string
  readonly tag: keyof typeof TAGS
  readonly summary: string
  readonly description?: string
  /** What a token has to allow: `read` for what is asked with GET, unless it is said. */
  readonly scope: 'read' | 'write'
  readonly status: 200 | 201 | 202
  /** Said where it answers null: there is no such thing, and what to do. */
  readonly missing?: string
  /** Whether the answer follows from the ledger alone, and may be kept as long as that stays. */
  readonly isKept: boolean
  /** A path that answers in a ledger that has something, with what the ledger calls things in braces. */
  readonly example: string
}

/** A route as it is served: what its schemas say is checked before `read` is asked. */
export interface Route extends Described {
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType | null
  readonly answer: z.ZodType
  /** What of the answer `fields` chooses from; null where there is no choice. */
  readonly chosen: z.ZodType | null
  read(api: Api, asked: Asked<never, never, never>): Promise<Answered | null>
}

/** What is asked of a route. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/** What a route answers. */
export interface Answered {
  readonly value: unknown
  /** The cursor of the next page; null or left out where there is none. */
  readonly next?: string | null
  readonly location?: string
}

interface Common<Params extends Shape, Query extends Shape>
  extends Pick<Described, 'path' | 'name' | 'tag' | 'summary'>,
    Partial<Pick<Described, 'description' | 'missing' | 'scope' | 'isKept'>> {
  readonly params?: Params
  readonly query?: Query
  /** A path that answers in every ledger that has something: what documents and tests ask. */
  readonly example: string
}

const objectOf = (shape: Shape | undefined): z.ZodObject => z.strictObject(shape ?? {})

const described = (given: Common<Shape, Shape>) => ({
  path: given.path,
  name: given.name,
  tag: given.tag,
  summary: given.summary,
  ...(given.description === undefined ? {} : { description: given.description }),
  ...(given.missing === undefined ? {} : { missing: given.missing }),
  isKept: given.isKept ?? true,
  example: given.example,
})

const FIELDS = z
  .string()
  .min(1)
  .max(2000)
  .describe('Only these fields, by commas; dots lead into them: `speaker,figures.low`.')
  .meta({ examples: ['number,permalink'] })

/** A route that answers one record. */
export function one<Params extends Shape, Query extends Shape, Answer>(
  given: Common<Params, Query> & {
    readonly answer: z.ZodType<Answer>
    readonly read: (api: Api, asked: Asked<Valued<Params>, Valued<Query>, null>) => Promise<Answer | null>
  },
): Route {
  return {
    ...described(given),
    method: 'get',
    scope: given.scope ?? 'read',
    status: 200,
    params: objectOf(given.params),
    query: objectOf({ ...given.query, fields: FIELDS.optional() }),
    body: null,
    answer: given.answer,
    chosen: given.answer,
    read: async (api, asked) => {
      const value = await given.read(api, asked)
      return value === null ? null : { value }
    },
  }
}

/** A page of a list, as its route reads it. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  /** Where the next page begins, in the list's own words; null after the last. */
  readonly next: string | null
}

/** Which page is asked for. */
interface Paging {
  readonly limit: number
  /** Where it begins, in the list's own words; null for the first. */
  readonly place: string | null
}

/** A route that answers a list, page by page. @param more what it answers besides items and the cursor */
export function list<Params extends Shape, Query extends Shape, Item, More extends Shape = Record<never, never>>(
  given: Common<Params, Query> & {
    readonly item: z.ZodType<Item>
    readonly more?: More
    /** How many are on a page, and at most. */
    readonly limit: { readonly usual: number; readonly most: number }
    /** The list's own words for where a page begins. */
    readonly place: RegExp
    readonly read: (
      api: Api,
      asked: Asked<Valued<Params>, Valued<Query>, null>,
      page: Paging,
    ) => Promise<(PageOf<Item> & Valued<More>) | null>
  },
): Route {
  const { usual, most } = given.limit
  const next = z
    .string()
    .nullable()
    .describe('The cursor of the next page; null on the last. The `Link` header has its address.')
  return {
    ...described(given),
    method: 'get',
    scope: given.scope ?? 'read',
    status: 200,
    params: objectOf(given.params),
    query: objectOf({
      ...given.query,
      limit: z.int().min(1).max(most).default(usual).describe('How many of a page.'),
      cursor: z.string().min(1).max(2000).optional().describe('The `next` of the page before, as it is.'),
      fields: FIELDS.optional(),
    }),
    body: null,
    answer: z.object({ items: z.array(given.item), ...given.more, next }).meta({
      id: `${given.name[0]?.toUpperCase()}${given.name.slice(1)}Page`,
      description: `A page: ${given.summary}`,
    }),
    chosen: given.item,
    read: async (api, asked) => {
      const { limit, cursor } = asked.query as { limit: number; cursor?: string }
      const place = cursor === undefined ? null : placeIn(given.name, cursor, given.place)
      const page = await given.read(api, asked, { limit, place })
      if (page === null) return null
      const following = page.next === null ? null : cursorOf(given.name, page.next)
      return { value: { ...page, next: following }, next: following }
    },
  }
}

/** A route by which something is written. */
export function write<Params extends Shape, Body, Answer>(
  given: Omit<Common<Params, Record<never, never>>, 'query' | 'scope' | 'isKept'> & {
    readonly body: z.ZodType<Body>
    readonly answer: z.ZodType<Answer>
    readonly status: 201 | 202
    readonly read: (
      api: Api,
      asked: Asked<Valued<Params>, Record<never, never>, Body>,
    ) => Promise<{ readonly value: Answer; readonly location: string } | null>
  },
): Route {
  return {
    ...described(given),
    method: 'post',
    scope: 'write',
    isKept: false,
    status: given.status,
    params: objectOf(given.params),
    query: objectOf({}),
    body: given.body,
    answer: given.answer,
    chosen: null,
    read: given.read,
  }
}
