/**
 * What Hearsay knows of a capture beyond what a WARC record of its bytes tells: whence it came, by which addresses, with
 * what notes. It stands in a metadata record beside it (ISO 28500, 6.5), under names of Hearsay's own, so that a ledger
 * that is exported and ingested again reads the same.
 */
import type { Captured, CaptureNote, Redirect } from '../../ledger/captures.ts'

/** How the bytes are to be taken, and what was said of them where they came from. */
export interface AsRead {
  readonly as: 'html' | 'text' | 'article' | null
  readonly outlet: string | null
  readonly published: string | null
  readonly headline: string | null
}

/** What is told of a capture. */
export interface About extends Pick<Captured, 'url' | 'finalUrl' | 'redirects' | 'how' | 'notes'>, AsRead {}

type Fields = readonly (readonly [name: string, value: string])[]

/** The names and values of a metadata record. */
export function aboutFields({ url, finalUrl, redirects, how, notes, as, outlet, published, headline }: About): Fields {
  const one = (name: string, value: string | null): Fields => (value === null ? [] : [[name, value]])
  return [
    ['hearsay-how', how],
    ...one('hearsay-requested', url),
    ...one('hearsay-answered', finalUrl),
    ...redirects.map((redirect) => ['hearsay-redirect', `${redirect.status} ${redirect.url}`] as const),
    ...notes.map(({ kind, message }) => ['hearsay-note', `${kind}: ${message}`] as const),
    ...one('hearsay-as', as),
    ...one('hearsay-outlet', outlet),
    ...one('hearsay-published', published),
    ...one('hearsay-headline', headline),
  ]
}

const HOW: ReadonlySet<string> = new Set(['fetched', 'feed', 'pasted', 'imported'] satisfies Captured['how'][])
const AS: ReadonlySet<string> = new Set(['html', 'text', 'article'] satisfies AsRead['as'][])

/** Lines of a metadata record that are looked at. */
const MOST = 1000

/** What a metadata record tells of a capture; null for one that Hearsay did not write. */
export function aboutOf(block: Uint8Array): About | null {
  const lines = Buffer.from(block).toString('utf8').split(/\r?\n/, MOST)
  const all = lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon <= 0 ? [] : [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }]
  })
  const valuesOf = (name: string): string[] =>
    all.filter((one) => one.name === `hearsay-${name}` && one.value !== '').map(({ value }) => value)
  const [how] = valuesOf('how')
  if (how === undefined || !HOW.has(how)) return null
  const [as] = valuesOf('as')
  return {
    how: how as Captured['how'],
    url: valuesOf('requested')[0] ?? null,
    finalUrl: valuesOf('answered')[0] ?? null,
    redirects: valuesOf('redirect').flatMap(redirectOf),
    notes: valuesOf('note').flatMap(noteOf),
    as: as !== undefined && AS.has(as) ? (as as AsRead['as']) : null,
    outlet: valuesOf('outlet')[0] ?? null,
    published: valuesOf('published')[0] ?? null,
    headline: valuesOf('headline')[0] ?? null,
  }
}

function redirectOf(value: string): Redirect[] {
  const [, status, url] = /^(\d{3}) (\S+)$/.exec(value) ?? []
  return status === undefined || url === undefined ? [] : [{ status: Number(status), url }]
}

function noteOf(value: string): CaptureNote[] {
  const [, kind, message] = /^([a-z][a-z -]{0,60}): (.*)$/.exec(value) ?? []
  return kind === undefined || message === undefined ? [] : [{ kind, message }]
}
