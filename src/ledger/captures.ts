/**
 * Captures: the bytes as received, with whence, when and how. They are addressed by their content and never altered; the
 * same bytes are kept once.
 */
import { digestOf, sha256 } from './log.ts'
import type { Ledger, Writing } from './open.ts'
import { pack, unpack } from './pack.ts'
import type { Tables } from './tables.ts'

/** How bytes came: fetched by Hearsay, in a feed, pasted by a person, or out of an archive or a file. */
type How = Tables['capture']['how']

/** One answer on the way to another address. */
export interface Redirect {
  readonly url: string
  readonly status: number
}

/** A note on a capture: a paywalled stub, a reservation of rights. */
export interface CaptureNote {
  readonly kind: string
  readonly message: string
}

/** What notes say that only a part of an article came: the door before it, its beginning, a feed's words, a cut answer. */
const PARTS: ReadonlySet<string> = new Set(['door', 'paywall', 'feed', 'cut'])

/** Whether notes, of the capture or of the page, say that only a part of the article came. */
export const isPartial = (...notes: readonly (readonly { readonly kind: string }[])[]): boolean =>
  notes.flat().some(({ kind }) => PARTS.has(kind))

/** What came in. */
export interface Captured {
  readonly bytes: Uint8Array
  /** The address asked for; null for what was pasted. */
  readonly url: string | null
  /** The address that answered. */
  readonly finalUrl: string | null
  readonly redirects: readonly Redirect[]
  readonly status: number | null
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** ISO time in UTC, with milliseconds. */
  readonly capturedAt: string
  /** Whether that is when its file was written, since nothing says when it was captured. */
  readonly isUntimed?: boolean
  readonly how: How
  readonly notes: readonly CaptureNote[]
}

type Row = Omit<Tables['capture'], 'id' | 'digest' | 'versionId'>

/** What a capture's digest is made of: all that is told of it, and its bytes by their own digest. */
export const captureDigest = (row: Row): string =>
  digestOf(
    row.sha256,
    row.url,
    row.finalUrl,
    row.redirectsJson,
    row.status,
    row.headersJson,
    row.capturedAt,
    row.how,
    row.notesJson,
  )

/** What enters the log of a capture: what came, and the version that it was read as. */
export const placedDigest = (digest: string, version: number | null): string => digestOf(digest, version)

/** A capture that is kept. */
interface KeptCapture {
  readonly id: number
  readonly capturedAt: string
  readonly isNew: boolean
}

/**
 * Keeps a capture; the very same one, bytes and all that is told of it, is kept once, and one that does not say
 * when it was captured is the same in a copy of its file that was written at another time. It enters the log when it is
 * placed: see placeArticle.
 * @returns its number, when it was captured by what is kept, and whether it was there already
 */
export async function addCapture(db: Writing, captured: Captured): Promise<KeptCapture> {
  const row: Row = {
    sha256: sha256(captured.bytes),
    url: captured.url,
    finalUrl: captured.finalUrl,
    redirectsJson: JSON.stringify(captured.redirects),
    status: captured.status,
    headersJson: JSON.stringify(captured.headers),
    capturedAt: captured.capturedAt,
    how: captured.how,
    notesJson: JSON.stringify(captured.notes),
  }
  const digest = captureDigest(row)
  const known = captured.isUntimed ? await knownAtAnyTime(db, row) : await knownBy(db, digest)
  if (known !== undefined) return { ...known, isNew: false }
  await keepBody(db, row.sha256, captured.bytes)
  const { id } = await db
    .insertInto('capture')
    .values({ ...row, digest, versionId: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, capturedAt: row.capturedAt, isNew: true }
}

type Known = Omit<KeptCapture, 'isNew'> | undefined

const knownBy = (db: Writing, digest: string): Promise<Known> =>
  db.selectFrom('capture').select(['id', 'capturedAt']).where('digest', '=', digest).executeTakeFirst()

/** The first capture that is the same but for its time. */
async function knownAtAnyTime(db: Writing, row: Row): Promise<Known> {
  const alike = await db
    .selectFrom('capture')
    .selectAll()
    .where('sha256', '=', row.sha256)
    .where('how', '=', row.how)
    .orderBy('id')
    .execute()
  return alike.find((one) => captureDigest({ ...row, capturedAt: one.capturedAt }) === one.digest)
}

/**
 * Keeps bytes, once. What no capture has is of a page that came and is not read yet, or could not be.
 * @param digest their SHA-256
 */
export async function keepBody(db: Writing, digest: string, bytes: Uint8Array): Promise<void> {
  const kept = await db.selectFrom('body').select('size').where('sha256', '=', digest).executeTakeFirst()
  if (kept === undefined)
    await db
      .insertInto('body')
      .values({ sha256: digest, size: bytes.byteLength, packed: pack(bytes) })
      .execute()
}

/** The bytes of a capture by their SHA-256; null where there are none. */
export async function bodyOf({ db }: Pick<Ledger, 'db'>, digest: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('body').select('packed').where('sha256', '=', digest).executeTakeFirst()
  return row === undefined ? null : unpack(row.packed)
}
