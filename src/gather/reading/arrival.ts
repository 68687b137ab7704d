/**
 * A page that came in, and what is told of it before its claims are read: its article, the addresses that lead to it,
 * and notes on how it came.
 */
import type { Captured, CaptureNote } from '../../ledger/captures.ts'
import type { Address } from '../../ledger/identity.ts'
import { isSameSite } from '../../page/imprint.ts'
import { type Article, type ReadPageOptions, readPage } from '../../page/index.ts'
import { addressKey, canonicalAddress } from '../feed/canonical.ts'
import { stubOf } from '../rights/paywall.ts'

/** A page that came in, not yet read. */
export interface Arrival extends Captured {
  /** What the bytes are, where that is known; else it is found out. */
  readonly as?: ReadPageOptions['as']
  /** What is known of it from elsewhere. */
  readonly given?: ReadPageOptions['given']
}

/** An arrival as a page. */
export interface Paged extends Captured {
  readonly article: Article
  readonly addresses: readonly Address[]
}

/** Why an arrival is no page, in words. */
export interface Unread {
  readonly unread: string
}

/** Reads an arrival as a page. */
export function pageOf({ as, given, ...captured }: Arrival): Paged | Unread {
  const { bytes, finalUrl, headers } = captured
  const article = readPage(bytes, { url: finalUrl ?? captured.url ?? undefined, headers, as, given })
  if (article.text === '' && article.headline === null) {
    const note = article.notes.find(({ kind }) => ['not-a-page', 'empty', 'needs-scripts', 'index'].includes(kind))
    return { unread: note?.message ?? 'Nothing on it can be read.' }
  }
  const stub = stubNote(captured, article)
  return {
    ...captured,
    notes: stub === null ? captured.notes : [...captured.notes, stub],
    article,
    addresses: addressesOf(captured, article, stub?.kind === 'door'),
  }
}

function stubNote({ url, finalUrl }: Captured, article: Article): CaptureNote | null {
  if (url === null) return null
  const stub = stubOf({ url, finalUrl: finalUrl ?? url }, article)
  return stub === null ? null : { kind: stub.from === 'redirect' ? 'door' : 'paywall', message: stub.message }
}

const isFrontPage = (address: string): boolean => {
  const { pathname, search } = new URL(address)
  return pathname.length <= 1 && search === ''
}

/**
 * Every address that leads to a page: the one that answered, the one that the page calls its own, where that is of the
 * same site (a copy names the original's), and the one asked for. A door for readers without a subscription is no address
 * of the article, and a front page that a vanished article leads to is not the article.
 */
function addressesOf({ url, finalUrl }: Captured, article: Article, isDoor: boolean): Address[] {
  if (url === null) return []
  const reached = isDoor ? url : (finalUrl ?? url)
  const isGone = isFrontPage(reached) && !isFrontPage(url)
  const own = article.url !== null && !isDoor && !isGone && isSameSite(article.url, reached) ? article.url : null
  const addresses = new Map<string, Address>()
  for (const address of [reached, own, isGone ? null : url]) {
    const key = address === null ? null : addressKey(address)
    if (address === null || key === null || addresses.has(key)) continue
    const written = { key, url: canonicalAddress(address) ?? address }
    addresses.set(key, address === reached ? written : { ...written, isIndirect: true })
  }
  return [...addresses.values()]
}
