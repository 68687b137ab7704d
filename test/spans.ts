// The offsets contract as a check: what is wrong with an article's spans, in words; nothing for a sound article.
import type { Article, LeftOutReason, Related, Span } from '../src/page/index.ts'

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** Whether a span's edge at `at` falls between the two halves of one character. */
function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

const isSpan = (part: Partial<Span>): part is Span => part.start !== undefined && part.end !== undefined

/**
 * Everything that breaks the contract: one text per article, its blocks and printed related lines joined by two
 * newlines, every span valid, none overlapping, none empty, none through the middle of a character.
 * @param given the text that was handed in as the article already; it must come back unchanged, and only then may
 * something else than two newlines stand between blocks
 */
export function brokenSpans(article: Article, given: string | null = null): string[] {
  const { text, blocks, related } = article
  const wrong: string[] = []
  const named: { name: string; span: Span }[] = blocks.map((span, i) => ({ name: `block ${i} (${span.kind})`, span }))
  related.forEach((line, i) => {
    if (isSpan(line)) named.push({ name: `related ${i}`, span: line })
    else if (line.start !== undefined || line.end !== undefined) wrong.push(`related ${i} has half a span`)
  })
  for (const { name, span } of named) {
    const { start, end } = span
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end))
      wrong.push(`${name}: ${start}-${end} are no integers`)
    else if (start < 0 || end > text.length) wrong.push(`${name}: ${start}-${end} leaves the text of ${text.length}`)
    else if (start >= end) wrong.push(`${name}: ${start}-${end} is empty`)
    else if (text.slice(start, end).trim() === '') wrong.push(`${name}: ${start}-${end} is white space alone`)
    else if (cutsPair(text, start) || cutsPair(text, end))
      wrong.push(`${name}: ${start}-${end} cuts a character in two`)
  }
  for (const spans of [blocks, related.filter((line): line is Related & Span => isSpan(line))] as const) {
    spans.forEach((span: Span, i: number) => {
      if (span.start < (spans[i - 1]?.end ?? 0)) wrong.push(`${span.start}-${span.end} comes after a later span`)
    })
  }
  const ordered = named.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end)
  ordered.forEach((span, i) => {
    const before = ordered[i - 1]
    if (before && span.start < before.end)
      wrong.push(`${before.start}-${before.end} and ${span.start}-${span.end} overlap`)
  })
  if (given !== null) {
    if (text !== given) wrong.push('the given text came back changed')
  } else if (wrong.length === 0 && text !== ordered.map(({ start, end }) => text.slice(start, end)).join('\n\n')) {
    wrong.push('the text is not its blocks and related lines joined by two newlines')
  }
  return wrong
}

/** Paths of strings that hold half a character; a page that held none gives none. */
export function halfCharacters(value: unknown, path = 'article'): string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => halfCharacters(inner, `${path}.${key}`))
}

const REASONS: ReadonlySet<unknown> = new Set<LeftOutReason>([
  'advertisement',
  'author bio',
  'byline',
  'caption',
  'comments',
  'consent',
  'copyright',
  'date',
  'donation',
  'duplicate',
  'duplicate headline',
  'embed',
  'form',
  'hidden',
  'kicker',
  'navigation',
  'newsletter',
  'outside the article',
  'paywall',
  'player',
  'promotion',
  'related',
  'share',
  'summary',
  'table of contents',
  'tags',
  'terms',
])

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)?)?$/
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** Values that no field may have: of another type than the contract's, empty where null is meant, no date, no address. */
export function oddValues(article: Article): string[] {
  const odd: string[] = []
  const check = (good: boolean, name: string, value: unknown): void => {
    if (!good)
      odd.push(`${name} is ${typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : `a ${typeof value}`}`)
  }
  for (const name of [
    'url',
    'outlet',
    'headline',
    'deck',
    'published',
    'modified',
    'dateline',
    'wire',
    'section',
    'copyright',
    'lang',
  ] as const) {
    if (article[name] !== null) check(isText(article[name]), name, article[name])
  }
  for (const name of ['published', 'modified'] as const) {
    if (article[name] !== null)
      check(ISO.test(article[name]) && !Number.isNaN(Date.parse(article[name])), name, article[name])
  }
  for (const name of ['bylines', 'tags'] as const) for (const value of article[name]) check(isText(value), name, value)
  article.leftOut.forEach(({ text, reason }, i) => {
    check(isText(text), `leftOut ${i} text`, text)
    check(REASONS.has(reason), `leftOut ${i} reason`, reason)
  })
  article.related.forEach(({ label, title, url }, i) => {
    if (label !== null) check(isText(label), `related ${i} label`, label)
    check(isText(title), `related ${i} title`, title)
    if (url !== null) check(isAddress(url), `related ${i} url`, url)
  })
  article.images.forEach(({ caption, credit, url }, i) => {
    if (caption !== null) check(isText(caption), `image ${i} caption`, caption)
    if (credit !== null) check(isText(credit), `image ${i} credit`, credit)
    if (url !== null) check(isAddress(url), `image ${i} url`, url)
  })
  for (const { message } of article.notes) check(isText(message), 'a note', message)
  return odd
}

/** An address on the web, or a path where the page's own address is not known; nothing that runs when it is opened. */
function isAddress(url: unknown): boolean {
  return typeof url === 'string' && (/^https?:\/\//i.test(url) || !/^[\s\0-\x20]*[a-z][a-z\d+.-]*:/i.test(url))
}
