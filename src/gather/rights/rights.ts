/** What a capture says of the right to keep, show and mine it. */
import { decode } from '../../page/encoding.ts'
import { looksLikeHtml } from '../../page/index.ts'
import { readStructured } from '../../page/structured.ts'
import { parseTree } from '../../page/tree.ts'
import { directivesOf } from './directives.ts'
import { type Reservation, reservedByFile, reservedByHeaders, reservedByMeta } from './tdm.ts'

export interface Rights {
  /** Each statement about mining, with where it was made. Empty: nothing is said. */
  readonly mining: readonly Reservation[]
  /** `noarchive` and the like. */
  readonly directives: readonly string[]
}

/** Meta elements stand in the head; a head is not longer than this, data blocks and styles included. */
const HEAD_BYTES = 512 * 1024
const NO_META: ReadonlyMap<string, readonly string[]> = new Map()

/**
 * What an answer says of itself.
 * @param tdmFile the site's tdmrep.json, empty where there is none
 * @param token the crawler's name
 */
export function rightsOf(
  answer: { readonly headers: Readonly<Record<string, string>>; readonly bytes: Uint8Array },
  url: URL,
  tdmFile: string,
  token: string,
): Rights {
  const { text } = decode(answer.bytes.subarray(0, HEAD_BYTES), answer.headers['content-type'] ?? null)
  const meta = looksLikeHtml(text) ? readStructured(parseTree(text).root, []).meta : NO_META
  const statements = [reservedByFile(tdmFile, url), reservedByHeaders(answer.headers, url), reservedByMeta(meta, url)]
  return {
    mining: statements.filter((statement) => statement !== null),
    directives: directivesOf(answer.headers, meta, token),
  }
}
