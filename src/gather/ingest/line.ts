/** A JSON line: a page as `hearsay read --jsonl` takes it, or a Reading as it writes it. */
import { z } from 'zod'
import type { Captured } from '../../ledger/captures.ts'
import type { Page } from '../../ledger/entry.ts'
import { addressKey, canonicalAddress } from '../feed/canonical.ts'
import type { Arrival } from '../reading/arrival.ts'
import { readingGiven } from './given.ts'

const said = z.string().nullish()
const Given = z
  .looseObject({
    html: said,
    text: said,
    plain: z.boolean().nullish(),
    url: said,
    time: said,
    outlet: said,
    published: said,
    headline: said,
  })
  .refine(
    ({ html, text }) => typeof html === 'string' || typeof text === 'string',
    'neither "html" nor "text" is given',
  )
  .refine(({ html, text }) => typeof html !== 'string' || typeof text !== 'string', 'give "html" or "text", not both')

/** What a line holds. */
export type LineItem =
  | { readonly is: 'arrival'; readonly arrival: Arrival }
  | { readonly is: 'page'; readonly page: Page }
  | { readonly is: 'passed over' }
  | { readonly is: 'failed'; readonly reason: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** @param at when it was captured, where it does not say so itself */
export function lineArrival(line: Uint8Array, at: string): LineItem {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(line))
  } catch (error) {
    return { is: 'failed', reason: `not JSON in UTF-8: ${(error as Error).message}` }
  }
  // What stands in the place of a Reading that could not be made was told when it was not.
  if (typeof (value as { error?: unknown } | null)?.error === 'string') return { is: 'passed over' }
  if (Array.isArray((value as { claims?: unknown } | null)?.claims)) return readingPage(value, line, at)
  const parsed = Given.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { is: 'failed', reason: [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ') }
  }
  const { html, text, plain, url, time, outlet, published, headline } = parsed.data
  const isHtml = typeof html === 'string'
  return {
    is: 'arrival',
    arrival: {
      ...imported(url, isHtml ? 'text/html' : 'text/plain', timeOf(time) ?? at),
      bytes: Buffer.from(html ?? text ?? ''),
      as: isHtml ? 'html' : plain ? 'article' : 'text',
      given: {
        ...(outlet ? { outlet } : {}),
        ...(published ? { published } : {}),
        ...(headline ? { headline } : {}),
      },
    },
  }
}

const imported = (url: string | null | undefined, type: string, capturedAt: string): Omit<Captured, 'bytes'> => ({
  url: url || null,
  finalUrl: url || null,
  redirects: [],
  status: null,
  headers: { 'content-type': `${type}; charset=utf-8` },
  capturedAt,
  how: 'imported',
  notes: [],
})

const timeOf = (time: string | null | undefined): string | null =>
  time && !Number.isNaN(Date.parse(time)) ? new Date(time).toISOString() : null

/** A Reading as a page; its capture is the line itself. */
function readingPage(value: unknown, line: Uint8Array, at: string): LineItem {
  const reading = readingGiven(value)
  if (typeof reading === 'string') return { is: 'failed', reason: reading }
  const { article, claims, headline } = reading
  const key = article.url === null ? null : addressKey(article.url)
  return {
    is: 'page',
    page: {
      ...imported(article.url, 'application/json', at),
      bytes: line,
      article,
      addresses:
        article.url === null || key === null ? [] : [{ key, url: canonicalAddress(article.url) ?? article.url }],
      reader: { engine: 'given', edition: '1' },
      found: { claims, headline },
    },
  }
}
