/**
 * What the page says of its publisher and its place there: outlet, section, tags, language, copyright, address.
 */

import { getDomain } from 'tldts'
import { agencyNamed } from './agencies.ts'
import type { Evidence } from './article.ts'
import { fold } from './fold.ts'
import { countWords, type Run } from './runs.ts'
import { objects, plain, type Structured, strings, typesOf } from './structured.ts'
import { collapse, type Element } from './tree.ts'

export interface Found<T> {
  readonly value: T
  readonly evidence: Evidence
}
const found = <T>(value: T, from: string): Found<T> => ({ value, evidence: { from } })

/** The outlet's name as it gives it: JSON-LD publisher, og:site_name, the end of the title, the copyright line. */
export function outletOf(structured: Structured, copyright: string | null, url: string | null): Found<string> | null {
  for (const node of structured.articles) {
    for (const key of ['publisher', 'sourceOrganization', 'provider'] as const) {
      const name =
        objects(node[key])
          .flatMap((organisation) => strings(organisation.name))
          .map(plain)
          .find((n) => n !== '' && n.length < 80) ??
        strings(node[key])
          .map(plain)
          .find((n) => n.length < 80 && !n.includes('//'))
      // An agency named as the publisher of its copy on another site is the wire, not the outlet.
      const isWire =
        name !== undefined &&
        agencyNamed(name) !== null &&
        url !== null &&
        !fold(hostOf(url) ?? '').includes(fold(agencyNamed(name) ?? ''))
      if (name && !isWire) return found(name, `JSON-LD ${key}`)
    }
  }
  const meta = (name: string): string | undefined =>
    structured.meta
      .get(name)
      ?.map(collapse)
      .find((value) => value !== '' && value.length < 80 && !/^https?:/.test(value))
  for (const name of [
    'og:site_name',
    'application-name',
    'dc.publisher',
    'article:publisher',
    'cre',
    'al:iphone:app_name',
  ]) {
    const value = meta(name)
    if (value) return found(value, `meta ${name}`)
  }
  const site = structured.nodes
    .filter((node) => typesOf(node).some((type) => /^(?:NewsMediaOrganization|WebSite|Organization)$/.test(type)))
    .flatMap((node) => strings(node.name))
    .map(plain)[0]
  if (site && site.length < 80) return found(site, 'JSON-LD organisation')
  const host = url ? hostOf(url) : null
  const title = structured.title?.match(/\s[|–—-]\s([^|–—]{2,40})$/u)?.[1]?.trim()
  if (
    title &&
    host?.replace(/[^a-z]/g, '').includes(
      title
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .slice(0, 8),
    ) &&
    /[a-z]{3}/i.test(title)
  )
    return found(title, 'title')
  const holder = copyright ? copyrightHolder(copyright) : null
  if (holder) return found(holder, 'copyright line')
  return null
}

/** `© Copyright 1997-2025 INQUIRER.net | All Rights Reserved` -> `INQUIRER.net` */
export function copyrightHolder(text: string): string | null {
  const line = text.slice(0, 200)
  const match =
    /(?:©|\(c\)|copyright|&copy;)[\s,:©]*(?:copyright)?\s*(?:\d{4}(?:\s?[-–—]\s?\d{2,4})?)?[\s,:]*(?:by\s)?([\p{L}\d][^|•·\n]{1,60}?)(?:\s?[|•·]|[.,]?\s+(?:all rights|alle rechte|todos|tous droits|\d{4})|[.,]?\s*$)/iu.exec(
      line,
    )
  const holder = match?.[1]?.replace(/[\s.,–-]+$/u, '') ?? null
  return holder &&
    holder.split(' ').length <= 6 &&
    /^[\p{Lu}\d]|^\p{L}+\.\p{L}/u.test(holder) &&
    !/^\d+$/.test(holder) &&
    !/^(?:all rights|copyright)/i.test(holder)
    ? holder
    : null
}

/** The host without `www.`, or null for what is no address. */
export function hostOf(url: string): string | null {
  try {
    return new URL(url.includes('//') ? url : `https://${url}`).hostname.replace(/^www\./, '')
  } catch {
    return null
  }
}

/**
 * The site of an address: its registrable domain by the Public Suffix List (`bbc.co.uk`, `cnn.com`), where each of those
 * who write under one host is a site (`somebody.blogspot.com`). The host itself where it is in no domain (`10.0.0.1`).
 */
export function siteOf(url: string): string {
  const host = hostOf(url) ?? url
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}

/** Whether two addresses are of one site. */
export const isSameSite = (one: string, other: string): boolean => siteOf(one) === siteOf(other)

/** The canonical address, resolved; a canonical that names a front page is not believed. */
export function urlOf(structured: Structured, readFrom: string | null): Found<string> | null {
  const candidates: [string | undefined | null, string][] = [
    [structured.canonical, 'link canonical'],
    [structured.meta.get('og:url')?.[0], 'meta og:url'],
  ]
  for (const [href, from] of candidates) {
    if (!href) continue
    try {
      const url = new URL(href, readFrom ?? undefined)
      if (url.protocol !== 'http:' && url.protocol !== 'https:') continue
      if (url.pathname.length <= 1 && url.search === '') continue
      return found(url.href, from)
    } catch {}
  }
  return readFrom ? found(readFrom, 'address it was read from') : null
}

const LANG = /^([a-z]{2,3})(?:[-_]|$)/i

/** The page's language as its primary BCP 47 tag: html lang, og:locale, content-language, JSON-LD. */
export function langOf(structured: Structured): Found<string> | null {
  const candidates: [string | null | undefined, string][] = [
    [structured.lang, 'html lang'],
    [structured.articles.flatMap((node) => strings(node.inLanguage))[0], 'JSON-LD inLanguage'],
    [structured.meta.get('og:locale')?.[0], 'meta og:locale'],
    [structured.meta.get('content-language')?.[0] ?? structured.meta.get('language')?.[0], 'meta content-language'],
  ]
  for (const [value, from] of candidates) {
    const code = value ? LANG.exec(value.trim())?.[1] : null
    if (code) return found(code.toLowerCase(), from)
  }
  return null
}

/** The section the article stands in. */
export function sectionOf(structured: Structured): Found<string> | null {
  const section = structured.articles
    .flatMap((node) => strings(node.articleSection))
    .map(plain)
    .find((value) => value !== '')
  if (section) return found(section, 'JSON-LD articleSection')
  for (const name of ['article:section', 'section', 'parsely-section', 'cxenseparse:section', 'category']) {
    const value = structured.meta
      .get(name)
      ?.map(collapse)
      .find((v) => v !== '' && v.length < 60)
    if (value) return found(value, `meta ${name}`)
  }
  const crumbs = structured.nodes.find((node) => typesOf(node).includes('BreadcrumbList'))
  const names = crumbs
    ? objects(crumbs.itemListElement)
        .map((entry) => strings(entry.name)[0] ?? objects(entry.item).flatMap((place) => strings(place.name))[0])
        .filter((name) => name !== undefined)
    : []
  const middle = names.slice(1, -1).at(-1) ?? (names.length === 2 ? names[1] : undefined)
  return middle && middle.length < 60 ? found(plain(middle), 'JSON-LD breadcrumb') : null
}

/** A page has a dozen tags; a list of hundreds is stuffing. */
const MAX_TAGS = 60
const TAGS_LABEL =
  /^(?:tags?|topics?|themen|schlagwörter|schlagworte|etiquetas|temas|mots-clés|keywords|more on|related topics|filed under|in this story|mehr zum thema|tagi|文章標籤)\s?[:：]?\s*/iu

/** The tags: as printed under a label where they are, else as marked up. `runs` are those that print them. */
export function tagsOf(
  structured: Structured,
  runs: readonly Run[],
  isTagPlace: (element: Element) => boolean,
): { value: string[]; evidence: Evidence | null; runs: ReadonlySet<number> } {
  const printedRuns = new Set<number>()
  const printed: string[] = []
  runs.forEach((run, i) => {
    const label = /^(?:(?:tags?|topics|themen|schlagwörter|schlagworte|etiquetas|keywords)\s?[:：]|태그)\s*/iu.exec(
      run.text,
    )
    const rest = label ? run.text.slice(label[0].length) : ''
    // "Tags: the trackers that shops sew into clothes" is a sentence; tags are links, or short words between commas.
    const parts = rest.split(/[,;|#\n]/)
    const isList =
      rest === '' || run.anchors.length > 0 || (parts.length > 1 && parts.every((part) => countWords(part.trim()) <= 5))
    if (label && isList && run.words < 60 && run.index > 2) {
      printedRuns.add(run.index)
      if (rest !== '')
        for (const tag of run.anchors.length > 0 ? run.anchors.map((a) => a.text) : parts) printed.push(tag)
      else {
        for (const next of runs.slice(i + 1, i + 16)) {
          if (next.linkChars < next.text.length * 0.9 || next.words > 6) break
          printedRuns.add(next.index)
          printed.push(...next.anchors.map((a) => a.text))
        }
      }
    } else if (run.linkChars >= run.text.length * 0.8 && run.words <= 24 && isTagPlace(run.element)) {
      printedRuns.add(run.index)
      printed.push(...run.anchors.map((a) => a.text))
    }
  })
  const clean = (values: readonly string[]): string[] => [
    ...new Set(
      values
        .slice(0, MAX_TAGS)
        .map((value) => plain(value).replace(TAGS_LABEL, '').replace(/^#|,$/g, '').trim())
        .filter((value) => value !== '' && value.length < 60),
    ),
  ]
  const seen = clean(printed)
  if (seen.length > 0) return { value: seen, evidence: { from: 'printed tags' }, runs: printedRuns }
  const keywords = clean(
    structured.articles
      .slice(0, 1)
      .flatMap((node) => strings(node.keywords))
      .flatMap((value) => value.split(',')),
  )
  if (keywords.length > 0) return { value: keywords, evidence: { from: 'JSON-LD keywords' }, runs: printedRuns }
  const metaTags = clean(structured.meta.get('article:tag') ?? [])
  if (metaTags.length > 0)
    return {
      value: clean(metaTags.flatMap((tag) => tag.split(','))),
      evidence: { from: 'meta article:tag' },
      runs: printedRuns,
    }
  const news = clean(
    [...(structured.meta.get('news_keywords') ?? []), ...(structured.meta.get('keywords') ?? [])]
      .slice(0, 1)
      .flatMap((value) => value.split(',')),
  )
  return { value: news, evidence: news.length > 0 ? { from: 'meta keywords' } : null, runs: printedRuns }
}

const COPYRIGHT = /©|\(c\)\s?(?:19|20)\d\d|\bcopyright\b|ⓒ|저작권자/iu

/** A copyright line opens with the sign, or is short; running text that speaks of copyright does neither. */
const COPYRIGHT_OPENS = /^.{0,24}(?:©|ⓒ|\(c\)|copyright|저작권자)/iu
const COPYRIGHT_WORDS = 24

/** The copyright line: the last short run that carries the sign. */
export function copyrightOf(
  runs: readonly Run[],
  structured: Structured,
): { value: string; run: number; evidence: Evidence } | null {
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]
    if (
      run &&
      run.text.length < 400 &&
      COPYRIGHT.test(run.text) &&
      !run.hidden &&
      (/(?:19|20)\d\d/.test(run.text) || /©|ⓒ/.test(run.text)) &&
      (COPYRIGHT_OPENS.test(run.text) || run.words <= COPYRIGHT_WORDS || run.text.includes('\n')) &&
      !/photo|foto|getty/i.test(run.text.slice(0, 20))
    ) {
      const line = run.text.split('\n').find((part) => COPYRIGHT.test(part)) ?? run.text
      // Some footers run the whole of their terms on; the line is its beginning.
      return { value: firstSentence(collapse(line)), run: run.index, evidence: { from: 'printed copyright line' } }
    }
  }
  const meta =
    structured.meta.get('copyright')?.[0] ??
    structured.meta.get('dcterms.rights')?.[0] ??
    structured.articles.flatMap((node) => strings(node.copyrightNotice))[0]
  const value = meta ? firstSentence(collapse(meta)) : ''
  return value !== '' ? { value, run: -1, evidence: { from: 'meta copyright' } } : null
}

/** Up to the end of the first sentence after the name, for lines beyond 160 characters. */
function firstSentence(line: string): string {
  if (line.length <= 160) return line
  const end = line.slice(0, 300).search(/[.!]\s(?=\p{Lu})/u)
  return line.slice(0, end > 12 ? end + 1 : 160).toWellFormed()
}

/** An address resolved against the page's, or null for what is no http address. */
export function resolve(href: string | undefined, base: string | null): string | null {
  if (!href) return null
  try {
    const url = new URL(href, base ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return /^\/(?!\/)/.test(href) ? href : null
  }
}
