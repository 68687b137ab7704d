/**
 * XML text -> element trees of its records, one at a time as it streams in: a feed's items, a sitemap's addresses.
 *
 * Feeds in the wild are seldom well-formed, so this reads on where an XML parser must stop: bare ampersands, HTML's
 * entities, tags that do not match, an end that is missing. Declarations define nothing: an entity that a DOCTYPE names
 * stays the text that it is, so that nothing is fetched and nothing multiplies.
 */
import { decodeHTMLStrict } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { NAMESPACES } from './namespaces.ts'

export interface XmlElement {
  /** `item`, `dc:creator`: in a known namespace with its usual prefix, otherwise as written. */
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  readonly parent: XmlElement | null
}

interface Open extends XmlElement {
  readonly attrs: Record<string, string>
  readonly children: (XmlElement | string)[]
}

export interface XmlRecords {
  /** Whether an element is a record: it is handed out when it ends, and is no child of its parent. */
  readonly isRecord: (name: string, parent: XmlElement) => boolean
  readonly onRecord: (record: XmlElement) => void
}

export interface XmlReader {
  write(text: string): void
  /** Ends the text: what stood outside the records, and the names of elements that were never closed. */
  end(): { readonly root: XmlElement; readonly unclosed: readonly string[]; readonly cut: boolean }
}

/** Elements nest no deeper than browsers nest HTML; what is deeper stands beside, not within. */
const MAX_DEPTH = 512
/** A record with more elements than this is no article and no address. */
const MAX_RECORD_ELEMENTS = 20_000
/** As much of one record's text as page reading would read of a page. */
const MAX_RECORD_CHARS = 3_000_000
/** What stands outside the records is a title and a few links; OPML is all outside, with a list's thousands of feeds. */
const MAX_OUTSIDE_ELEMENTS = 200_000
const MAX_OUTSIDE_CHARS = 1_000_000
/** Addresses have 2,083 characters at most in practice; nothing else in an attribute is longer. */
const MAX_ATTR_CHARS = 8000
const MAX_ATTRS = 60

/**
 * Decodes references: XML's five, character references, and HTML's names where they are closed by a semicolon.
 * `?a=1&copy=2` in an address stays as it is.
 */
const decoded = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text).toWellFormed() : text)

/** A reader of XML text that comes in pieces; linear in the text, and no markup makes it throw. */
export function xmlReader({ isRecord, onRecord }: XmlRecords): XmlReader {
  const root: Open = { name: '#root', attrs: {}, children: [], parent: null }
  const scopes: ReadonlyMap<string, string>[] = [new Map()]
  let current = root
  let depth = 0
  let record: Open | null = null
  let cut = false
  let counts = { elements: 0, chars: 0 }
  const outside = { elements: 0, chars: 0 }

  let text = ''
  let from = 0
  let seen = 0
  const slice = (start: number, end: number): string => {
    seen = Math.max(seen, end)
    return text.slice(start - from, end - from)
  }

  let raw = ''
  const put = (value: string): void => {
    const count = record ? counts : outside
    const room = (record ? MAX_RECORD_CHARS : MAX_OUTSIDE_CHARS) - count.chars
    if (value.length > room) cut = true
    const piece = value.length > room ? value.slice(0, Math.max(0, room)).toWellFormed() : value
    if (piece === '') return
    count.chars += piece.length
    const last = current.children.length - 1
    const before = current.children[last]
    if (typeof before === 'string') current.children[last] = before + piece
    else current.children.push(piece)
  }
  const flush = (): void => {
    if (raw === '') return
    const value = decoded(raw)
    raw = ''
    if (current !== root) put(value)
  }

  let tag = ''
  let attrs: Record<string, string> = {}
  let attrCount = 0
  let attrName = ''
  let attrValue = ''

  const close = (): void => {
    const ended = current
    current = (ended.parent ?? root) as Open
    depth--
    scopes.pop()
    if (ended === record) {
      record = null
      onRecord(ended)
    }
  }

  const open = (selfClosed: boolean): void => {
    const outer = scopes.at(-1) as ReadonlyMap<string, string>
    const scope = scopeWith(outer, attrs)
    const name = nameIn(scope, tag)
    // An item that was never closed ends where the next begins.
    if (record && record.name === name && record.parent && isRecord(name, record.parent)) {
      while (record) close()
    }
    const starts = record === null && isRecord(name, current)
    if (starts) counts = { elements: 0, chars: 0 }
    const count = starts || record ? counts : outside
    if (++count.elements > (starts || record ? MAX_RECORD_ELEMENTS : MAX_OUTSIDE_ELEMENTS)) {
      cut = true
      return
    }
    const element: Open = { name, attrs: namedIn(scope, attrs), children: [], parent: current }
    if (!starts) current.children.push(element)
    if (starts && selfClosed) onRecord(element)
    if (selfClosed || depth >= MAX_DEPTH) return
    if (starts) record = element
    current = element
    depth++
    scopes.push(scope)
  }

  const closeNamed = (written: string): void => {
    const name = nameIn(scopes.at(-1) as ReadonlyMap<string, string>, written)
    // A stray end tag within a record never ends more than the record.
    let levels = 0
    for (let up: Open | null = current; up && up !== root; up = up.parent as Open | null) {
      levels++
      if (up.name === name) {
        for (; levels > 0; levels--) close()
        return
      }
      if (up === record && record.parent?.name !== name) return
    }
  }

  const ignore = (_start: number, end: number): void => {
    flush()
    seen = Math.max(seen, end)
  }
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        flush()
        tag = slice(start, end)
        attrs = {}
        attrCount = 0
      },
      onattribname(start, end) {
        attrName = slice(start, end)
        attrValue = ''
      },
      onattribdata(start, end) {
        if (attrValue.length < MAX_ATTR_CHARS) attrValue += slice(start, Math.min(end, start + MAX_ATTR_CHARS))
        seen = Math.max(seen, end)
      },
      onattribentity() {},
      onattribend() {
        if (attrCount++ < MAX_ATTRS && attrName !== '__proto__') attrs[attrName] ??= decoded(attrValue)
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag(start, end) {
        flush()
        closeNamed(slice(start, end).trim())
      },
      ontext(start, end) {
        const piece = slice(start, end)
        if (current === root) return
        if (raw.length <= (record ? MAX_RECORD_CHARS : MAX_OUTSIDE_CHARS)) raw += piece
        else cut = true
      },
      ontextentity() {},
      oncdata(start, end, offset) {
        flush()
        if (current !== root) put(slice(start, end - offset))
        seen = Math.max(seen, end)
      },
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend() {
        flush()
      },
    },
  )
  return {
    write(piece) {
      if (seen > from) {
        text = text.slice(seen - from)
        from = seen
      }
      text += piece
      tokenizer.write(piece)
    },
    end() {
      tokenizer.end()
      const unclosed: string[] = []
      for (let up: XmlElement | null = current; up && up !== root; up = up.parent) unclosed.push(up.name)
      return { root, unclosed, cut }
    },
  }
}

function scopeWith(outer: ReadonlyMap<string, string>, attrs: Record<string, string>): ReadonlyMap<string, string> {
  let scope: Map<string, string> | null = null
  for (const name in attrs) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const prefix = NAMESPACES.get((attrs[name] ?? '').trim().toLowerCase().replace(/\/$/, ''))
    if (prefix === undefined) continue
    scope ??= new Map(outer)
    scope.set(name.slice(6), prefix)
  }
  return scope ?? outer
}

/** `<a:link>` where `a` stands for Atom's namespace is `atom:link`; a prefix that nobody declared stays. */
function nameIn(scope: ReadonlyMap<string, string>, written: string): string {
  const colon = written.indexOf(':')
  const prefix = colon === -1 ? '' : written.slice(0, colon)
  const known = scope.get(prefix)
  if (known === undefined) return written
  const local = written.slice(colon + 1)
  return known === '' ? local : `${known}:${local}`
}

function namedIn(scope: ReadonlyMap<string, string>, attrs: Record<string, string>): Record<string, string> {
  const named: Record<string, string> = {}
  for (const name in attrs) named[name.includes(':') ? nameIn(scope, name) : name] ??= attrs[name] ?? ''
  return named
}
