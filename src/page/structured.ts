/**
 * What the page says of itself to machines: JSON-LD, meta elements, links, microdata and rel/class conventions.
 *
 * schema.org NewsArticle and kin, Open Graph, HTML microdata, hNews. All of it is evidence, not truth: publishers leave
 * templates unfilled, truncate bodies and mark up related cards the same way as the article.
 */

import { decodeHTML } from 'entities'
import { fold } from './fold.ts'
import { PLACE_BIT } from './furniture.ts'
import { attr, collapse, type Element, textOf } from './tree.ts'

export type JsonLd = Readonly<Record<string, unknown>>

export interface Structured {
  /** JSON-LD nodes of an article type, the likeliest first. */
  readonly articles: readonly JsonLd[]
  /** All JSON-LD nodes, flattened out of `@graph` and nesting by one level. */
  readonly nodes: readonly JsonLd[]
  /** `content` of meta elements by lower-case name, property, itemprop or http-equiv. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly canonical: string | null
  readonly amphtml: string | null
  readonly title: string | null
  readonly lang: string | null
  /** Elements that carry `itemprop`, in page order. */
  readonly itemprops: readonly Element[]
  readonly h1s: readonly Element[]
  /** `time` elements, and hAtom's `abbr.published` and `.updated`. */
  readonly times: readonly Element[]
  /** The first element that hCard or rel=author marks as a name. */
  readonly authorName: Element | null
  /** hAtom's and hNews's `.entry-title`. */
  readonly entryTitle: Element | null
  /** JSON-LD blocks that could not be read even after repair. */
  readonly brokenJsonLd: number
}

const ARTICLE_TYPE =
  /(?:News|Reportage|Analysis|Opinion|Background|Review|Satirical|Advertiser\w*|Scholarly|Tech|Report)?Article$|BlogPosting$|LiveBlogPosting$|^Report$|^AskPublicNewsArticle$/

/** Values are nested this deep at most; JSON-LD as publishers write it needs two or three levels. */
const MAX_NESTING = 12
/** A page has a handful of JSON-LD blocks; a hostile one may have any number. */
const MAX_BLOCKS = 200
const MAX_NODES = 500
/** Headlines, times and marked-up properties beyond these are lists of other things. */
const MAX_MARKED = 60

/** The type names of a node, without `schema:` or address prefixes. */
export function typesOf(node: JsonLd): string[] {
  return strings(node['@type'])
    .filter((type) => type.length < 100)
    .map((type) => type.replace(/^.*[/:#]/, ''))
}

const isObject = (value: unknown): value is JsonLd =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every string in a JSON-LD value that may be a string, an array or `{ "@value": ... }`. */
export function strings(value: unknown, depth = 0): string[] {
  if (depth > MAX_NESTING) return []
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((item) => strings(item, depth + 1))
  if (isObject(value) && '@value' in value) return strings(value['@value'], depth + 1)
  return []
}

/** Every object in a JSON-LD value that may be one or many. */
export function objects(value: unknown, depth = 0): JsonLd[] {
  if (depth > MAX_NESTING) return []
  if (Array.isArray(value)) return value.flatMap((item) => objects(item, depth + 1))
  return isObject(value) ? [value] : []
}

/** A JSON-LD string as a reader would see it: entities decoded, markup and white space gone. */
export function plain(value: string): string {
  const decoded = value.includes('&') ? decodeHTML(value) : value
  return collapse(decoded.includes('<') ? decoded.replace(/<[^<>]{0,500}>/g, ' ') : decoded)
}

/** What old templates wrap scripts in. */
const WRAPPERS = [
  ['<!--', '-->'],
  ['/*<![CDATA[*/', '/*]]>*/'],
  ['//<![CDATA[', '//]]>'],
  ['<![CDATA[', ']]>'],
  ['', ';'],
] as const

function parseJson(source: string): unknown {
  let trimmed = source.trim()
  for (const [open, close] of WRAPPERS) {
    if (trimmed.startsWith(open)) trimmed = trimmed.slice(open.length).trim()
    if (trimmed.endsWith(close)) trimmed = trimmed.slice(0, -close.length).trim()
  }
  try {
    return JSON.parse(trimmed)
  } catch {
    return JSON.parse(repairJson(trimmed))
  }
}

/** Mends what publishers break most: raw line ends and tabs in strings, trailing commas, bad escapes, entities for quotes. */
function repairJson(source: string): string {
  const json = /^[[{]\s*&quot;/.test(source) ? source.replaceAll('&quot;', '"') : source
  let out = ''
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const c = json.charAt(i)
    if (!inString) {
      if (c === '"') inString = true
      if (c === ',') {
        let next = i + 1
        while (next < json.length && json.charCodeAt(next) <= 32) next++
        if (json[next] === '}' || json[next] === ']' || json[next] === ',') continue
      }
      out += c
    } else if (c === '\\') {
      const next = json.charAt(++i)
      out += '"\\/bfnrtu'.includes(next) && next !== '' ? c + next : next
    } else if (c === '"') {
      // A quote that no JSON structure follows stands for itself inside the string.
      let next = i + 1
      while (next < json.length && json.charCodeAt(next) <= 32) next++
      if (next >= json.length || ',:}]'.includes(json.charAt(next))) {
        inString = false
        out += c
      } else out += '\\"'
    } else out += c < ' ' ? ' ' : c
  }
  return out
}

function readJsonLd(blocks: readonly string[]): { nodes: JsonLd[]; broken: number } {
  const nodes: JsonLd[] = []
  let broken = 0
  const add = (value: unknown, depth: number): void => {
    if (depth > 6) return
    for (const node of objects(value)) {
      if (nodes.length >= MAX_NODES) return
      nodes.push(node)
      add(node['@graph'], depth + 1)
      add(node.mainEntity, depth + 1)
      add(node.mainEntityOfPage, depth + 1)
      if (node.item !== undefined) add(node.item, depth + 1)
    }
  }
  for (const block of blocks.slice(0, MAX_BLOCKS)) {
    try {
      add(parseJson(block), 0)
    } catch {
      broken++
    }
  }
  return { nodes, broken }
}

/** hAtom's way to mark a time up: `<abbr class="published" title="2025-01-05T15:48:00+08:00">`. */
function isHAtomTime({ name, attrs }: Element): boolean {
  return (
    (name === 'abbr' || name === 'span') &&
    attrs.title !== undefined &&
    /(?:^|\s)(?:published|updated|dtstamp)(?:\s|$)/.test(attrs.class ?? '')
  )
}

/** Collects it all in one walk over the tree. */
export function readStructured(root: Element, jsonLd: readonly string[]): Structured {
  const meta = new Map<string, string[]>()
  const itemprops: Element[] = []
  const h1s: Element[] = []
  const times: Element[] = []
  let entryTitle: Element | null = null
  let authorName: Element | null = null
  let canonical: string | null = null
  let amphtml: string | null = null
  let title: string | null = null
  let lang: string | null = null
  // hCard names people anywhere, commenters too; the author's stands in the entry and outside its comments.
  const walk = (element: Element, inEntry: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const { name, attrs } = child
      if (name === 'meta') {
        const content = attrs.content?.trim()
        if (content) {
          for (const key of [attrs.property, attrs.name, attrs.itemprop, attrs['http-equiv']]) {
            if (!key) continue
            const list = meta.get(key.toLowerCase())
            if (list) list.push(content)
            else meta.set(key.toLowerCase(), [content])
          }
        }
      } else if (name === 'link') {
        const rel = attrs.rel?.toLowerCase() ?? ''
        if (rel === 'canonical') canonical ??= attrs.href?.trim() || null
        else if (rel === 'amphtml') amphtml ??= attrs.href?.trim() || null
      } else if (name === 'title') title ??= textOf(child) || null
      else if (name === 'html') lang ??= attr(child, 'lang').trim() || null
      else if (name === 'h1') {
        if (h1s.length < MAX_MARKED) h1s.push(child)
      } else if ((name === 'time' || name === 'relative-time' || isHAtomTime(child)) && times.length < MAX_MARKED * 10)
        times.push(child)
      else if (entryTitle === null && /(?:^|\s)entry-title(?:\s|$)/.test(attrs.class ?? '')) entryTitle = child
      if (authorName === null && inEntry && (attrs.rel === 'author' || /(?:^|\s)fn(?:\s|$)/.test(attrs.class ?? '')))
        authorName = child
      if (attrs.itemprop !== undefined && name !== 'meta' && itemprops.length < MAX_MARKED * 4) itemprops.push(child)
      const opens = /(?:^|\s)(?:hentry|h-entry|hnews)(?:\s|$)/.test(attrs.class ?? '')
      walk(child, (inEntry || opens) && (child.places & PLACE_BIT.comments) === 0)
    }
  }
  walk(root, false)
  const { nodes, broken } = readJsonLd(jsonLd)
  // The page's own node says the headline that the page shows; others describe cards and earlier stories.
  const shown = fold([title ?? '', ...(meta.get('og:title') ?? []), ...h1s.slice(0, 5).map(textOf)].join(' '))
  const isShown = (node: JsonLd): boolean => {
    const key = fold(plain((strings(node.headline)[0] ?? '').slice(0, 400)))
    return key.length > 8 && shown.includes(key)
  }
  const weight = (node: JsonLd): number =>
    (isShown(node) ? 8 : 0) +
    (node.headline !== undefined ? 4 : 0) +
    (node.datePublished !== undefined ? 2 : 0) +
    (node.author !== undefined ? 1 : 0) +
    (typesOf(node).some((t) => t.endsWith('NewsArticle')) ? 1 : 0)
  const articles = nodes
    .filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)))
    .map((node, order) => ({ node, order, weight: weight(node) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .map(({ node }) => node)
  return {
    articles,
    nodes,
    meta,
    canonical,
    amphtml,
    title,
    lang,
    itemprops,
    h1s,
    times,
    entryTitle,
    authorName,
    brokenJsonLd: broken,
  }
}
