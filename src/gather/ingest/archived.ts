/** An archived record as a page that came in, with what Hearsay knew of it where it wrote the archive itself. */
import { looksLikeHtml } from '../../page/index.ts'
import type { Arrival } from '../reading/arrival.ts'
import type { About } from '../warc/about.ts'
import type { ArchivedRecord } from '../warc/read.ts'
import { type LineItem, lineArrival } from './line.ts'

const isPage = (status: number | null): boolean => status === null || (status >= 200 && status <= 203)
const HTML = /html/i
/** Servers that say nothing, and those that call everything text. */
const UNSURE = /^(?:$|text\/plain|application\/octet-stream|unknown)/i
const JSON_TYPE = /^application\/json\b/i

/**
 * What a response or a resource holds.
 * @param at when what does not say when it was captured was, ISO in UTC
 */
export function archivedPage(record: ArchivedRecord, about: About | null, at: string): LineItem {
  const { kind, url, time, status, headers, bytes, isAfterDamage } = record
  const type = headers['content-type'] ?? ''
  const capturedAt = time === null ? at : new Date(time).toISOString()
  if (kind === 'resource' && about?.how === 'imported' && JSON_TYPE.test(type)) return readingKept(bytes, capturedAt)
  const isHtml =
    HTML.test(type) || (UNSURE.test(type) && looksLikeHtml(Buffer.from(bytes).toString('latin1', 0, 20_000)))
  const isWanted = isHtml || (about !== null && about.as !== null)
  if (!isPage(status) || !isWanted || url === null) return { is: 'passed over' }
  if (isAfterDamage)
    return { is: 'failed', reason: `${url}: it stands behind damage, so whose page it is is not certain.` }
  const own = /^https?:/i.test(url) ? url : null
  return {
    is: 'arrival',
    arrival: {
      bytes,
      url: about?.url ?? own,
      finalUrl: about?.finalUrl ?? own,
      redirects: about?.redirects ?? [],
      status,
      headers: typeUnsaid(headers, kind),
      capturedAt,
      ...(time === null ? { isUntimed: true } : {}),
      how: about?.how ?? 'imported',
      ...(about === null ? {} : readAs(about)),
      notes: [
        ...(about?.notes ?? []),
        ...(record.isCut ? [{ kind: 'cut', message: 'The archive holds its beginning only.' }] : []),
        ...(record.isIntact === false
          ? [{ kind: 'altered', message: 'It is not what its digest in the archive says.' }]
          : []),
      ],
    },
  }
}

/** A resource must have a type; this one says that none is known. */
function typeUnsaid(headers: ArchivedRecord['headers'], kind: string): Record<string, string> {
  const { 'content-type': type, ...rest } = headers
  return type === undefined || (kind === 'resource' && type === 'application/octet-stream')
    ? rest
    : { ...rest, 'content-type': type }
}

/** How it is to be read, and what was said of it elsewhere. */
function readAs({ as, outlet, published, headline }: About): Pick<Arrival, 'as' | 'given'> {
  const given = {
    ...(outlet === null ? {} : { outlet }),
    ...(published === null ? {} : { published }),
    ...(headline === null ? {} : { headline }),
  }
  return { ...(as === null ? {} : { as }), given }
}

/** A Reading, whose capture is its line. */
function readingKept(line: Uint8Array, capturedAt: string): LineItem {
  const item = lineArrival(line, capturedAt)
  return item.is === 'page' ? { ...item, page: { ...item.page, capturedAt, isUntimed: false } } : item
}
