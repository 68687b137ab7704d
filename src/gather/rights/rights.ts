/** What a capture says of the right to keep, show and mine it. */
import { looksLikeHtml } from '../../page/index.ts'
import { readStructured } from '../../page/structured.ts'
import { parseTree } from '../../page/tree.ts'
import type { Answer } from '../fetch/exchange.ts'
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
const HEAD_END = /<\/head\s*>|<body[\s>]/i
const NO_META: ReadonlyMap<string, readonly string[]> = new Map()

/**
 * What an answer says of itself.
 * @param tdmFile the site's tdmrep.json, empty where there is none
 * @param token the crawler's name
 */
export function rightsOf(
  answer: Pick<Answer, 'headers' | 'robotsTags' | 'bytes'>,
  url: URL,
  tdmFile: string,
  token: string,
): Rights {
  // Names and values of these elements are ASCII, so that the encoding of the page does not matter.
  const start = Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, Math.min(answer.bytes.length, HEAD_BYTES))
  const text = start.toString('latin1')
  const end = text.search(HEAD_END)
  const head = end < 0 ? text : text.slice(0, end)
  const meta = looksLikeHtml(text) ? readStructured(parseTree(head).root, []).meta : NO_META
  const statements = [reservedByFile(tdmFile, url), reservedByHeaders(answer.headers, url), reservedByMeta(meta, url)]
  return {
    mining: statements.filter((statement) => statement !== null),
    directives: directivesOf(answer.robotsTags, meta, token),
  }
}
