/**
 * When the page was published and last modified.
 *
 * Order of trust: JSON-LD of the article itself, meta elements, microdata and `time` elements of the article's head,
 * then the date printed near the headline, then the address. Never a date inside a related card. A zoned value is
 * preferred to the same moment written without a zone.
 */
import type { Evidence } from './article.ts'
import { isoOf, isZoned, type PrintedDate, printedDate, UPDATED } from './dates.ts'
import { countWords, endsSentence, type Run } from './runs.ts'
import { type Structured, strings } from './structured.ts'
import { attr, collapse, type Element, textOf } from './tree.ts'

export interface Times {
  readonly published: string | null
  readonly modified: string | null
  readonly publishedEvidence: Evidence | null
  readonly modifiedEvidence: Evidence | null
  /** Runs near the headline that print a date. */
  readonly runs: ReadonlySet<number>
}

const PUBLISHED_META =
  'article:published_time article:published datepublished og:published_time og:article:published_time published_time parsely-pub-date sailthru.date pubdate publishdate publish-date publication_date publicationdate date.published article.published dc.date.issued dcterms.created dcterms.issued dcterms.date dc.date dc.date.created date cxenseparse:recs:publishtime cxenseparse:publishtime rnews:datepublished release_date last-publish-date article_date_original vf:published last_updated_date'.split(
    ' ',
  )
const MODIFIED_META =
  'article:modified_time article:modified og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod revised date.modified cxenseparse:recs:modifiedtime'.split(
    ' ',
  )

interface Found {
  readonly iso: string
  readonly from: string
}

/** The page's description of its own times, and the runs that print them. */
export function timesOf(
  structured: Structured,
  runs: readonly Run[],
  headlineRun: number,
  lang: string | null,
  url: string | null,
  isCaption: (index: number) => boolean,
): Times {
  const { articles, meta } = structured
  const first = (candidates: readonly (Found | null)[]): Found | null =>
    candidates.find((found) => found !== null) ?? null
  const fromJsonLd = (key: string): (Found | null)[] =>
    articles
      .slice(0, 1)
      .flatMap((node) => strings(node[key]))
      .map((value) => isoOf(value, lang))
      .filter((iso) => iso !== null)
      .map((iso) => ({ iso, from: `JSON-LD ${key}` }))
  const fromMeta = (names: readonly string[]): (Found | null)[] =>
    names.flatMap((name) =>
      (meta.get(name) ?? [])
        .slice(0, 1)
        .map((value) => isoOf(value, lang))
        .filter((iso) => iso !== null)
        .map((iso) => ({ iso, from: `meta ${name}` })),
    )
  const fromItemprop = (prop: string): (Found | null)[] =>
    structured.itemprops
      .filter((e) => attr(e, 'itemprop').toLowerCase().split(/\s+/).includes(prop) && !isCard(e))
      .slice(0, 1)
      .map((e) => isoOf(attr(e, 'datetime') || attr(e, 'content') || textOf(e), lang))
      .filter((iso) => iso !== null)
      .map((iso) => ({ iso, from: `itemprop ${prop}` }))
  const pageNode = structured.nodes.filter((node) =>
    strings(node['@type']).some((type) => /WebPage|ItemPage/.test(type)),
  )
  const fromWebPage = (key: string): (Found | null)[] =>
    pageNode
      .slice(0, 1)
      .flatMap((node) => strings(node[key]))
      .map((value) => isoOf(value, lang))
      .filter((iso) => iso !== null)
      .map((iso) => ({ iso, from: `JSON-LD WebPage ${key}` }))

  const timeElements = structured.times.filter((time) => !isCard(time)).slice(0, 6)
  const timeFound = (wanted: boolean): (Found | null)[] =>
    timeElements
      .filter((time) => isUpdate(time) === wanted)
      .map((time) => isoOf(attr(time, 'datetime') || attr(time, 'title') || textOf(time), lang))
      .filter((iso) => iso !== null)
      .map((iso) => ({ iso, from: 'time element' }))

  // Printed dates: around the headline, a few runs before it and until the body starts.
  const dateRuns = new Set<number>()
  let printedPublished: Found | null = null
  let printedModified: Found | null = null
  const from = Math.max(0, headlineRun - 6)
  const to = headlineRun < 0 ? Math.min(runs.length, 60) : Math.min(runs.length, headlineRun + 18)
  // A date after the headline is the article's; one before it may be today's, in the masthead.
  const near = [...runs.slice(Math.max(0, headlineRun), to), ...runs.slice(from, Math.max(0, headlineRun))]
  for (const run of near) {
    if (
      run.text.length > 220 ||
      run.linkChars > run.text.length * 0.7 ||
      run.index === headlineRun ||
      isCaption(run.index)
    )
      continue
    const printed = printedDate(run.text, lang)
    if (!printed || !isDateLine(run.text, printed)) continue
    if (isCard(run.element)) continue
    dateRuns.add(run.index)
    const second = printedDate(run.text.slice(printed.end), lang)
    const before = run.text.slice(0, printed.start)
    if (UPDATED.test(before.slice(-30))) printedModified ??= { iso: printed.iso, from: 'printed date' }
    else printedPublished ??= { iso: printed.iso, from: 'printed date' }
    if (second) {
      const between = run.text.slice(printed.end, printed.end + second.start)
      if (UPDATED.test(between)) printedModified ??= { iso: second.iso, from: 'printed date' }
      else if (!printedPublished) printedPublished = { iso: second.iso, from: 'printed date' }
    }
  }

  const candidates = [
    ...fromJsonLd('datePublished'),
    ...fromMeta(PUBLISHED_META.slice(0, 14)),
    ...fromItemprop('datepublished'),
    ...fromWebPage('datePublished'),
    ...fromMeta(PUBLISHED_META.slice(14)),
    ...timeFound(false),
    printedPublished,
    ...fromJsonLd('dateCreated'),
    ...urlDate(url),
  ]
  const published = preferZoned(first(candidates), candidates)
  const changes = [
    ...fromJsonLd('dateModified'),
    ...fromMeta(MODIFIED_META),
    ...fromItemprop('datemodified'),
    ...timeFound(true),
    printedModified,
    ...fromWebPage('dateModified'),
  ]
  const modified = preferZoned(first(changes), changes)
  return {
    published: published?.iso ?? null,
    modified: modified?.iso ?? null,
    publishedEvidence: published ? { from: published.from } : null,
    modifiedEvidence: modified ? { from: modified.from } : null,
    runs: dateRuns,
  }
}

/**
 * Whether a line is there for its date: hardly a word beside it, or some words that are no sentence, as a byline has.
 */
function isDateLine(text: string, date: PrintedDate): boolean {
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`.trim()
  const words = countWords(collapse(rest.replace(/[^\p{L}\p{N}\s]+/gu, ' ')))
  if (words <= 2) return true
  return words <= 22 && !endsSentence(text.replace(/\b[ap]\.m\.$/i, 'am')) && !SENTENCE.test(rest)
}
/** Words that a line of bylines and dates does not hold. */
const SENTENCE =
  /\b(?:was|were|is|are|has|had|have|said|says|amended|corrected|wurde|wurden|ist|sind|hat|fue|est|été)\b/i

/** The same day written with a clock time, or with a zone, says more than the first value found. */
function preferZoned(found: Found | null, all: readonly (Found | null)[]): Found | null {
  if (!found || isZoned(found.iso)) return found
  const day = found.iso.slice(0, 10)
  const near = (other: Found): boolean => Math.abs(Date.parse(other.iso.slice(0, 10)) - Date.parse(day)) <= 86_400_000
  if (found.iso.length === 10) {
    const fuller =
      all.find((other) => other !== null && isZoned(other.iso) && near(other)) ??
      all.find((other) => other !== null && other.iso.length > 10 && other.iso.startsWith(day))
    return fuller ?? found
  }
  const minutes = found.iso.slice(13, 16)
  return (
    all.find((other) => other !== null && isZoned(other.iso) && near(other) && other.iso.slice(13, 16) === minutes) ??
    found
  )
}

/** `/2025/01/05/` in an address. */
function urlDate(url: string | null): Found[] {
  const match = url ? /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\D|$)/.exec(url) : null
  const iso = match ? isoOf(`${match[1]}-${match[2]}-${match[3]}`) : null
  return iso ? [{ iso, from: 'address' }] : []
}

/** Inside something that repeats or points elsewhere: a list item, a link, an aside, a nested card. */
function isCard(element: Element): boolean {
  for (let up: Element | null = element, i = 0; up && i < 14; i++, up = up.parent) {
    if (
      up.name === 'aside' ||
      up.name === 'nav' ||
      up.name === 'footer' ||
      (up.name === 'a' && attr(up, 'href') !== '')
    )
      return true
    if (i < 7 && CARD.test(`${attr(up, 'class')} ${attr(up, 'id')}`)) return true
  }
  return false
}
const CARD =
  /(?:^|[\s_-])(?:related|recirc|teaser|card|promo|sidebar|widget|most-?(?:read|popular)|trending|recommend\w*|comments?|comment-\w+)(?:$|[\s_-])/i

function isUpdate(time: Element): boolean {
  const names = `${attr(time, 'class')} ${attr(time, 'itemprop')} ${attr(time.parent ?? time, 'class')}`
  return /updat|modif|changed/i.test(names) || UPDATED.test(textOf(time.parent ?? time).slice(0, 24))
}
