/**
 * The index of words: FTS5 in SQLite, tsvector with GIN in PostgreSQL. Both are given terms that are ready (see
 * search/terms.ts) and nothing to cut, fold or stem, so both find the same. A term holds letters, digits and `_` only; what
 * is written into their query languages is checked to be such.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { spanTerms } from '../search/slices.ts'
import { isPostgres } from './columns.ts'

/** The two indexes: of claims and of articles. */
export type WordIndex = 'claim' | 'article'

/** Terms side by side; of the last perhaps only its beginning. */
interface TermPhrase {
  readonly terms: readonly string[]
  readonly isPrefix: boolean
}

/** All of these, each in one form, and none of those. */
interface TermMatch {
  readonly all: readonly (readonly TermPhrase[])[]
  readonly none: readonly (readonly TermPhrase[])[]
}

const TERM = /^[\p{L}\p{N}\p{M}_]+$/u

function checked(term: string): string {
  if (!TERM.test(term)) throw new Error(`no term of the index: ${JSON.stringify(term)}`)
  return term
}

// biome-ignore lint/suspicious/noExplicitAny: whatever its tables
type Database = Kysely<any>

/** Entries of one statement: both databases take a limited number of values. */
const TOGETHER = 1000

/** Makes both indexes; the tables `claim_search` and `article_search` are there. */
export async function makeWordIndexes(db: Database): Promise<void> {
  for (const index of ['claim', 'article'] as const) {
    const [rows, words] = [sql.table(`${index}_search`), sql.table(`${index}_words`)]
    if (isPostgres(db)) {
      await sql`alter table ${rows} add column words tsvector not null`.execute(db)
      await sql`create index ${sql.ref(`${index}_words`)} on ${rows} using gin (words)`.execute(db)
    }
    // `ascii` parts words at ASCII marks only, which no term has, and leaves all other letters as they are.
    else
      await sql`create virtual table ${words} using fts5 (
        words, content = '', contentless_delete = 1, prefix = '3', tokenize = "ascii tokenchars '_'")`.execute(db)
  }
}

/** An entry of an index: its row in `claim_search` or `article_search`, and its terms in their places. */
interface Entry {
  readonly row: Readonly<Record<string, number>> & { readonly key: number }
  readonly terms: readonly string[]
}

/** Puts entries in. */
export async function putWords(db: Database, index: WordIndex, entries: readonly Entry[]): Promise<void> {
  // FTS5 writes rising keys together, and one that falls behind apart.
  const rising = entries.toSorted((one, other) => one.row.key - other.row.key)
  for (let i = 0; i < rising.length; i += TOGETHER) await putSome(db, index, rising.slice(i, i + TOGETHER))
}

async function putSome(db: Database, index: WordIndex, rising: readonly Entry[]): Promise<void> {
  const isServer = isPostgres(db)
  await db
    .insertInto(`${index}Search`)
    .values(
      rising.map(({ row, terms }) => (isServer ? { ...row, words: sql`${vectorOf(row.key, terms)}::tsvector` } : row)),
    )
    .execute()
  if (isServer) return
  const values = rising.map(({ row, terms }) => sql`(${row.key}, ${terms.map(checked).join(' ')})`)
  await sql`insert into ${sql.table(`${index}_words`)} (rowid, words) values ${sql.join(values)}`.execute(db)
}

/** Takes entries out. */
export async function dropWords(db: Database, index: WordIndex, keys: readonly number[]): Promise<void> {
  for (let i = 0; i < keys.length; i += TOGETHER) {
    const some = keys.slice(i, i + TOGETHER)
    await db.deleteFrom(`${index}Search`).where('key', 'in', some).execute()
    if (!isPostgres(db))
      await sql`delete from ${sql.table(`${index}_words`)} where rowid in (${sql.join(some)})`.execute(db)
  }
}

/** A tsvector: each term once with all its places, and the spans of time, which have none. */
function vectorOf(key: number, terms: readonly string[]): string {
  const places = new Map<string, number[]>()
  terms.forEach((term, i) => {
    const own = places.get(term)
    if (own === undefined) places.set(checked(term), [i + 1])
    else own.push(i + 1)
  })
  return [...[...places].map(([term, own]) => `'${term}':${own.join(',')}`), ...spanTerms(key)].join(' ')
}

/** Where keys are read from, newest first: the table with its name for the key, and the condition of the words. */
export interface KeySource {
  readonly from: RawBuilder<unknown>
  readonly key: RawBuilder<number>
  /** Null where nothing is asked of the words. */
  readonly where: RawBuilder<boolean> | null
  /** What they are bounded and ordered by. */
  readonly ordered: RawBuilder<unknown>
}

/**
 * Whether a match is looked for slice by slice. FTS5 gives what has a word in the order of keys, and stops where it is told
 * to; PostgreSQL's index gives all of it.
 */
export const isSliced = (db: Database, match: TermMatch): boolean => isPostgres(db) && match.all.length > 0

/**
 * Where the keys of a match are read from.
 * @param isWalk entries are looked at one by one from the newest on, without the index of words
 */
export function keysMatching(db: Database, index: WordIndex, match: TermMatch, isWalk = false): KeySource {
  const asksWords = match.all.length > 0
  if (isPostgres(db) || !asksWords) {
    const [from, key] = [sql`${sql.table(`${index}_search`)} as s`, sql.ref<number>('s.key')]
    if (!asksWords) return { from, key, where: null, ordered: key }
    if (isWalk) return { from, key, where: sql`ts_match_vq(s.words, ${serverQuery(match)}::tsquery)`, ordered: key }
    // By a sum, it is not read in the order of keys, one by one, with all its words: that is for the index of words.
    return { from, key, where: sql<boolean>`s.words @@ ${serverQuery(match)}::tsquery`, ordered: sql`(${key} + 0)` }
  }
  const words = sql.table(`${index}_words`)
  const key = sql<number>`${words}.rowid`
  return { from: words, key, where: sql<boolean>`${words} match ${embeddedQuery(match)}`, ordered: key }
}

/** A match in FTS5's query language. */
function embeddedQuery({ all, none }: TermMatch): string {
  const phrase = ({ terms, isPrefix }: TermPhrase) => `"${terms.map(checked).join(' ')}"${isPrefix ? ' *' : ''}`
  const any = (phrases: readonly TermPhrase[]) => `(${phrases.map(phrase).join(' OR ')})`
  const asked = all.map(any).join(' AND ')
  return none.length === 0 ? asked : `(${asked}) NOT (${none.map(any).join(' OR ')})`
}

/** A match in PostgreSQL's query language. */
function serverQuery({ all, none }: TermMatch): string {
  const phrase = ({ terms, isPrefix }: TermPhrase) =>
    `(${terms.map((term) => `'${checked(term)}'`).join(' <-> ')}${isPrefix ? ':*' : ''})`
  const any = (phrases: readonly TermPhrase[]) => `(${phrases.map(phrase).join(' | ')})`
  return [...all.map(any), ...none.map((phrases) => `!${any(phrases)}`)].join(' & ')
}
