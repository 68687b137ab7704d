/**
 * HTML text -> a light element tree, in one tokenisation by htmlparser2.
 *
 * Two thirds of a news page's characters are scripts, styles, comments and drawings. They are cut out by plain
 * searching before the tokeniser sees them, which halves the time; JSON data blocks are kept apart on the way.
 * Depth is capped as browsers cap it, so that later passes may recurse.
 */
import { Tokenizer } from 'htmlparser2'
import { placesNamed } from './furniture.ts'

export interface Element {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
  readonly parent: Element | null
  readonly depth: number
  /** The places that its class, id and test names speak of, as bits of `PLACE_BIT`. */
  readonly places: number
}

export interface Tree {
  readonly root: Element
  /** Contents of `<script type="application/ld+json">`, in page order. */
  readonly jsonLd: readonly string[]
  /** Whether a script carries a page's worth of data, as pages built by scripts do. */
  readonly hasAppState: boolean
  /** Whether a noscript element asks for scripts to be allowed. */
  readonly asksForScripts: boolean
  /** How many scripts the page has. */
  readonly scripts: number
  /** What had to be given up on a monstrous page, in words. */
  readonly truncated: string | null
}

/** Chromium's parser nests no deeper than 512 elements; deeper ones become siblings there, and here. */
const MAX_DEPTH = 512
/** Without scripts, the largest news page seen has under a million characters; markup beyond this is not read. */
const MAX_CHARS = 3_000_000
/** Nobody names a place or writes an address at such length; a value is cut here. */
const MAX_ATTR_CHARS = 4000
/** A page of a million elements is a data dump, not an article. */
const MAX_ELEMENTS = 400_000

const NO_ATTRS: Readonly<Record<string, string>> = Object.freeze({})
const KEPT_ATTRS = new Set(
  'alt aria-hidden aria-label charset class content data-label data-src data-testid data-component datetime hidden href http-equiv id itemprop itemtype lang name property rel role src style title type'.split(
    ' ',
  ),
)
const CUT = ['script', 'style', 'svg', 'template'] as const
const isTagEnd = (code: number): boolean => code === 62 || code === 47 || code <= 32 || Number.isNaN(code)

/**
 * The page without scripts, styles, drawings, templates and comments, and the JSON-LD blocks found among them.
 * Linear in the length of `html`: every character is looked at a bounded number of times.
 */
function cutScripts(html: string): { markup: string; jsonLd: string[]; hasAppState: boolean; scripts: number } {
  const jsonLd: string[] = []
  let scripts = 0
  let hasAppState = false
  let markup = ''
  let kept = 0
  let at = html.indexOf('<')
  // The last place a closing tag was looked for in vain: an unclosed element must not be searched for again and again.
  const missing = new Set<string>()
  while (at !== -1) {
    let end = -1
    if (html.startsWith('!--', at + 1)) {
      // "<!-->" and "<!--->" are empty comments (HTML standard, comment start state)
      const close = html.startsWith('>', at + 4)
        ? at + 4
        : html.startsWith('->', at + 4)
          ? at + 5
          : html.indexOf('-->', at + 4)
      end = close === -1 ? html.length : html.charCodeAt(close) === 62 ? close + 1 : close + 3
    } else {
      const name = CUT.find(
        (cut) =>
          html.length > at + cut.length && matches(html, at + 1, cut) && isTagEnd(html.charCodeAt(at + 1 + cut.length)),
      )
      if (name && !missing.has(name)) {
        const open = html.indexOf('>', at)
        const selfClosed = name === 'svg' && open !== -1 && html.charCodeAt(open - 1) === 47
        const close = open === -1 ? -1 : selfClosed ? open : findClose(html, open, name)
        if (close === -1) {
          missing.add(name)
          if (name === 'script' || name === 'style') end = html.length
        } else if (selfClosed) {
          end = open + 1
        } else {
          const after = html.indexOf('>', close)
          end = after === -1 ? html.length : after + 1
          if (name === 'script') {
            scripts++
            const tag = html.slice(at, open).toLowerCase()
            if (tag.includes('ld+json')) jsonLd.push(html.slice(open + 1, close))
            else if (close - open > 20_000 || tag.includes('__next_data__')) hasAppState = true
          }
        }
      }
    }
    if (end === -1) {
      at = html.indexOf('<', at + 1)
    } else {
      markup += `${html.slice(kept, at)} `
      kept = end
      at = html.indexOf('<', end)
    }
  }
  return { markup: kept === 0 ? html : markup + html.slice(kept), jsonLd, hasAppState, scripts }
}

/** Whether `html` has the lower-case ASCII `word` at `at`, in any case. */
function matches(html: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((html.charCodeAt(at + i) | 32) !== word.charCodeAt(i)) return false
  return true
}

function findClose(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    if (matches(html, at + 2, name) && isTagEnd(html.charCodeAt(at + 2 + name.length))) return at
  }
  return -1
}

/**
 * Parses HTML as browsers would, as far as reading needs it: htmlparser2's tokeniser, and of the HTML standard's tree
 * construction the implied end tags and scopes. (htmlparser2's own Parser searches its whole stack for each end tag,
 * which is quadratic in nesting; here the stack is capped.) Never throws on markup, however broken.
 * @param html decoded page text
 */
export function parseTree(html: string): Tree {
  let truncated: string | null = null
  const { markup: whole, jsonLd, hasAppState, scripts } = cutScripts(html)
  const markup = whole.length > MAX_CHARS ? whole.slice(0, MAX_CHARS) : whole
  if (markup !== whole)
    truncated = `the page has ${whole.length} characters without its scripts; the first ${MAX_CHARS} were read`
  const asksForScripts = /<noscript[^>]{0,200}>[^<]{0,200}(?:<[^>]{0,200}>[^<]{0,200}){0,3}javascript/i.test(
    markup.slice(0, 200_000),
  )
  const root: Element = { name: '#root', attrs: NO_ATTRS, children: [], parent: null, depth: 0, places: 0 }
  let current = root
  let count = 0
  let openName = ''
  let attrs: Record<string, string> | null = null
  let attrName: string | null = null
  let attrValue = ''

  const named = new Map<string, number>()
  const placesIn = (names: string | undefined): number => {
    if (names === undefined) return 0
    let places = named.get(names)
    if (places === undefined) {
      places = placesNamed(names)
      named.set(names, places)
    }
    return places
  }
  const make = (name: string, own: Element['attrs'], parent: Element): Element => {
    const places =
      own === NO_ATTRS
        ? 0
        : placesIn(own.class) | placesIn(own.id) | placesIn(own['data-component']) | placesIn(own['data-testid'])
    return { name, attrs: own, children: [], parent, depth: parent.depth + 1, places }
  }

  const open = (): void => {
    const name = openName
    if (openName === '' || ++count > MAX_ELEMENTS) return
    current = afterImpliedEnds(current, name)
    const element = make(name, attrs ?? NO_ATTRS, current)
    current.children.push(element)
    if (!VOID.has(name) && element.depth < MAX_DEPTH) current = element
  }
  const text = (value: string): void => {
    const last = current.children.length - 1
    const before = current.children[last]
    if (typeof before === 'string') current.children[last] = before + value
    else if (count <= MAX_ELEMENTS) current.children.push(value)
  }
  const ignore = (): void => {}

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        openName = lower(markup.slice(start, end))
        attrs = null
        if (ONCE.has(openName) && hasOpen(current, openName)) openName = ''
      },
      onattribname(start, end) {
        const name = lower(markup.slice(start, end))
        attrName = KEPT_ATTRS.has(name) ? name : null
        attrValue = ''
      },
      onattribdata(start, end) {
        if (attrName !== null && attrValue.length < MAX_ATTR_CHARS)
          attrValue += markup.slice(start, Math.min(end, start + MAX_ATTR_CHARS))
      },
      onattribentity(code) {
        if (attrName !== null && attrValue.length < MAX_ATTR_CHARS) attrValue += String.fromCodePoint(code)
      },
      onattribend() {
        if (attrName === null) return
        attrs ??= {}
        attrs[attrName] ??= attrValue
        attrName = null
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        const name = lower(markup.slice(start, end))
        if (name === 'br' && ++count > MAX_ELEMENTS) return
        if (name === 'br') current.children.push(make(name, NO_ATTRS, current))
        else current = afterEnd(current, name)
      },
      ontext: (start, end) => text(markup.slice(start, end)),
      ontextentity: (code) => text(String.fromCodePoint(code)),
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(markup)
  tokenizer.end()
  if (count > MAX_ELEMENTS) truncated ??= `the page has ${count} elements; the first ${MAX_ELEMENTS} were read`
  return { root, jsonLd, hasAppState, asksForScripts, scripts, truncated }
}

const VOID = new Set(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)
/** A second one of these is ignored while the first is open (HTML standard, "in body"). */
const ONCE = new Set(['html', 'head', 'body', 'form'])
const HEAD_CONTENT = new Set('base link meta noscript script style title bgsound'.split(' '))
/** Start tags that close an open paragraph (HTML standard, "in body"). */
const CLOSES_P = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul dd dt'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/
/** What a start tag closes, and the element that ends the search for it. */
const CLOSES = new Map<string, readonly [closed: ReadonlySet<string>, until: ReadonlySet<string>]>(
  Object.entries({
    li: [new Set(['li']), new Set(['ul', 'ol', 'menu', 'table', 'td', 'th', 'section', 'article', 'body'])],
    dd: [new Set(['dd', 'dt']), new Set(['dl', 'table', 'td', 'th', 'body'])],
    dt: [new Set(['dd', 'dt']), new Set(['dl', 'table', 'td', 'th', 'body'])],
    td: [new Set(['td', 'th']), new Set(['tr', 'table'])],
    th: [new Set(['td', 'th']), new Set(['tr', 'table'])],
    tr: [new Set(['tr', 'caption']), new Set(['table', 'tbody', 'thead', 'tfoot'])],
    tbody: [new Set(['tbody', 'thead', 'tfoot', 'caption']), new Set(['table'])],
    thead: [new Set(['tbody', 'thead', 'tfoot', 'caption']), new Set(['table'])],
    tfoot: [new Set(['tbody', 'thead', 'tfoot', 'caption']), new Set(['table'])],
    option: [new Set(['option']), new Set(['select', 'optgroup', 'datalist'])],
    a: [new Set(['a']), new Set(['table', 'td', 'th', 'body', 'object'])],
    button: [new Set(['button']), new Set(['table', 'td', 'th', 'body', 'object'])],
  }),
)
/** An end tag does not reach past these (HTML standard, "has an element in scope"). */
const SCOPE = new Set(['table', 'td', 'th', 'caption', 'html', 'body', 'object', 'marquee', 'applet', '#root'])

function afterImpliedEnds(current: Element, name: string): Element {
  let at = current
  if (at.name === 'head' && !HEAD_CONTENT.has(name)) at = at.parent ?? at
  if (CLOSES_P.has(name)) {
    let p: Element | null = at
    while (p && p.name !== 'p' && INLINE.has(p.name)) p = p.parent
    if (p?.name === 'p' && p.parent) at = p.parent
  }
  if (HEADING.test(name) && HEADING.test(at.name) && at.parent) at = at.parent
  const closes = CLOSES.get(name)
  if (closes) {
    const [closed, until] = closes
    for (let up: Element | null = at; up?.parent && !until.has(up.name); up = up.parent) {
      if (closed.has(up.name)) return up.parent
    }
  }
  return at
}

function afterEnd(current: Element, name: string): Element {
  // What follows </body> and </html> is still read, as browsers do.
  if (name === 'body' || name === 'html') return current
  const crosses = !INLINE.has(name) || name === 'a'
  const heading = HEADING.test(name)
  const part = TABLE_PARTS.has(name)
  for (let up: Element | null = current; up?.parent; up = up.parent) {
    if (up.name === name || (heading && HEADING.test(up.name))) return up.parent
    if (!part && SCOPE.has(up.name)) return current
    if (!crosses && !INLINE.has(up.name)) return current
  }
  return current
}
const TABLE_PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'object'])

function hasOpen(current: Element, name: string): boolean {
  for (let up: Element | null = current; up; up = up.parent) if (up.name === name) return true
  return false
}

/** Tag and attribute names are ASCII; most are lower case already. */
function lower(name: string): string {
  for (let i = 0; i < name.length; i++)
    if (name.charCodeAt(i) < 91 && name.charCodeAt(i) > 64) return name.toLowerCase()
  return name
}

/** Whether an element stands inside one that `test` accepts. */
export function isWithin(element: Element, test: (ancestor: Element) => boolean): boolean {
  for (let up = element.parent; up; up = up.parent) if (test(up)) return true
  return false
}

/** The element's attribute, or the empty string. */
export function attr(element: Element, name: string): string {
  return element.attrs[name] ?? ''
}

/** More text than this is no headline, caption, name or cell. */
const MAX_TEXT_CHARS = 20_000

/** The text inside, in order, white space collapsed; cut where it is longer than any field. */
export function textOf(element: Element): string {
  const parts: string[] = []
  let length = 0
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (length > MAX_TEXT_CHARS) return
      if (typeof child === 'string') {
        parts.push(child.slice(0, MAX_TEXT_CHARS))
        length += child.length
      } else {
        if (!INLINE.has(child.name)) parts.push(' ')
        walk(child)
        if (!INLINE.has(child.name)) parts.push(' ')
      }
    }
  }
  walk(element)
  return collapse(parts.join(''))
}

/** Elements that do not break a line of text. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr o:p g-emoji bsp-line amp-img amp-pixel'.split(
    ' ',
  ),
)

/** White space runs become one space; characters that no reader sees (soft hyphen, zero-width space, BOM) go. */
export function collapse(text: string): string {
  // Most texts need nothing: one look saves two rewrites.
  if (!UNEVEN.test(text)) return text.trim()
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff\0]+/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}
const UNEVEN = /[^\S ]|\s\s|[\u00ad\u200b\u2060\ufeff\0\u0085]/
