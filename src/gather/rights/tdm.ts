/**
 * Whether a site reserves text and data mining (TDMRep, the W3C community group's final report of May 2024; Directive
 * (EU) 2019/790, article 4): in a file for the whole site, in a header of the answer, in the page. A fact of the
 * capture, told with where it was said; what follows from it is for people.
 */
import { covers, pathOf, patternOf } from '../robots/paths.ts'

/** One statement. */
export interface Reservation {
  readonly from: 'file' | 'header' | 'meta'
  readonly reserved: boolean
  /** The address of the terms, where one is given. */
  readonly policy: string | null
}

/** Where a site keeps its file. */
export const TDM_PATH = '/.well-known/tdmrep.json'
/** A file has a few rules; more would be work that a stranger chooses. */
const MAX_RULES = 2_000

/** `1` and `0` are statements; anything else is none (TDMRep: a protocol error counts as unset). */
function statementOf(from: Reservation['from'], value: unknown, policy: unknown, base: URL): Reservation | null {
  const said = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (said !== '0' && said !== '1') return null
  const url = typeof policy === 'string' && URL.canParse(policy.trim(), base) ? new URL(policy.trim(), base) : null
  return { from, reserved: said === '1', policy: url && /^https?:$/.test(url.protocol) ? url.href : null }
}

/** What the site's file says of an address: its first rule that matches. Null where it says nothing, or is broken. */
export function reservedByFile(file: string, url: URL): Reservation | null {
  let rules: unknown
  try {
    rules = JSON.parse(file.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
  const path = pathOf(url)
  for (const rule of (Array.isArray(rules) ? rules : [rules]).slice(0, MAX_RULES)) {
    if (typeof rule !== 'object' || rule === null) continue
    const { location, 'tdm-reservation': value, 'tdm-policy': policy } = rule as Record<string, unknown>
    if (typeof location === 'string' && covers(patternOf(location), path))
      return statementOf('file', value, policy, url)
  }
  return null
}

/** What the answer's headers say. */
export function reservedByHeaders(headers: Readonly<Record<string, string>>, url: URL): Reservation | null {
  return statementOf('header', headers['tdm-reservation'], headers['tdm-policy'], url)
}

/** What the page's meta elements say. */
export function reservedByMeta(meta: ReadonlyMap<string, readonly string[]>, url: URL): Reservation | null {
  return statementOf('meta', meta.get('tdm-reservation')?.[0], meta.get('tdm-policy')?.[0], url)
}
