/**
 * Who the page says wrote it: names, cleaned of "By", roles, places and addresses.
 *
 * JSON-LD authors of the article, then meta elements, microdata and rel=author, then the byline as printed.
 */

import { agenciesIn, agencyNamed } from './agencies.ts'
import type { Evidence } from './article.ts'
import { fold } from './fold.ts'
import { PLACE_BIT } from './furniture.ts'
import { hostOf } from './imprint.ts'
import { endsSentence, type Run } from './runs.ts'
import { type JsonLd, objects, plain, type Structured, strings } from './structured.ts'
import { attr, type Element, isWithin, textOf } from './tree.ts'

export interface Bylines {
  readonly names: readonly string[]
  /** Agencies that the byline names beside or instead of a person. */
  readonly agencies: readonly string[]
  readonly evidence: Evidence | null
  /** Runs that print the byline. */
  readonly runs: ReadonlySet<number>
}

const BY =
  /^\s*(?:(?:written|reported|posted|published|story|text|words|analysis|opinion|interview|report)\s+by|by|von|par|por|di|da|av|af|door|oleh|autor(?:a|in|es|en)?|author|auteur|text|texte|texto|tekst|foto|penulis|автор|od|作者|文|取材・文|記者)(?:\s*[:：]?\s+|[・:：]\s*)/iu
/** The words that open a byline wherever they stand; the others of `BY` are names and prepositions too. */
const BY_PLAINLY =
  /^\s*(?:(?:written|reported|story|text|words|analysis|interview|report)\s+by|by|von|par|por|oleh|author|autor(?:a|in)?|auteur|автор)\s*[:：]?\s+/iu
const SPLIT = /\s*(?:,|;|\/|\||•|·|&|＆|、|\n|\s(?:and|und|et|y|e|og|och|en|i|dan|with|mit|avec|con|sowie|и)\s)\s*/u
/** What follows a name and is not one: jobs, places of work, contact. */
const ROLE =
  /\b(?:correspondent|reporter|editor|writer|journalist|redakteur(?:in)?|redaktion\w*|staff|contributor|columnist|producer|bureau|chief|senior|special|freelance|political|business|associate|deputy|managing|professor|director|fellow|lecturer|photographer|min read|minutes?|updated|published|posted|last modified|follow|email|contact|twitter|view|profile|bio|all posts|redacción|rédaction|uhr|read time|ph\.?d\.?|m\.?d\.?|r\.?d\.?|mba)\b/iu
const NOT_NAME =
  /https?:|www\.|@|\d|^[^\p{L}]*$|facebook|instagram|^admin\b|^n\/a$|^unknown$|^none$|^null$|^undefined$|^anonymous$|^share$|^author$|^authors$|^source$|\.(?:com|net|org)$|^more by|^about\b|^(?:sun|mon|tue|wed|thu|fri|sat)(?:day)?$/iu

/** `김하늘 기자 sky@site`: a Korean reporter's line, which usually closes the text. */
const KOREAN_REPORTER = /^([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)(?:\s|$)/

/** A byline of more characters than this is running text. */
const MAX_NAME_CHARS = 300
const MAX_BYLINE_CHARS = 2000
const MAX_LINKED = 40

/** One person's or desk's name as printed, or null where the text is not a name. */
function nameOf(text: string): string | null {
  if (text.length > MAX_NAME_CHARS) return null
  let name = plain(text).replace(/^[\s:–—|•·-]+|[\s:–—|•·,.;-]+$/gu, '')
  name = name
    .replace(/\s*[([].{0,60}?[)\]]\s*$/u, '')
    .replace(/\s{2,}/g, ' ')
    .trim()
  if (name === '' || name.length > 60 || NOT_NAME.test(name) || /^(?:by|von|par|por)$/i.test(name)) return null
  if (name.split(' ').length > 6 || (/^\p{Ll}/u.test(name) && name.includes(' '))) return null
  return name
}

/** All names in a byline: "By Ann Lee and Bo Ray, Staff Writers" -> Ann Lee, Bo Ray. */
export function namesIn(text: string): string[] {
  const out: string[] = []
  const cleaned = plain(text.slice(0, MAX_BYLINE_CHARS))
    .replace(BY, '')
    .replace(/https?:\S+/g, '')
  for (const part of cleaned.split(SPLIT)) {
    if (part.trim() === '') continue
    const name = nameOf(part)
    // After the first name, a part that speaks of a job or a place is not another author.
    if (!name || ROLE.test(name)) {
      if (out.length > 0 && ROLE.test(part)) break
      continue
    }
    if (!out.some((other) => fold(other) === fold(name))) out.push(name)
  }
  return out
}

function fromJsonLd(nodes: readonly JsonLd[], all: readonly JsonLd[]): string[] {
  const byId = new Map(all.flatMap((node) => strings(node['@id']).map((id) => [id, node] as const)))
  const names: string[] = []
  const named = (author: JsonLd): readonly string[] => {
    const direct = strings(author.name)
    const reference = strings(author['@id'])[0]
    return direct.length > 0 || reference === undefined ? direct : strings(byId.get(reference)?.name)
  }
  for (const node of nodes.slice(0, 1)) {
    for (const key of ['author', 'creator'] as const) {
      if (names.length > 0) break
      const value = node[key]
      for (const text of [...objects(value).flatMap(named), ...strings(value)].slice(0, MAX_LINKED))
        for (const name of oneOrMany(text)) names.push(name)
    }
  }
  return distinct(names)
}

/** A structured name is one author unless it plainly lists several. */
function oneOrMany(text: string): string[] {
  const split = namesIn(text)
  if (split.length > 1 && split.slice(1).every((name) => agencyNamed(name) !== null)) return split.slice(0, 1)
  if (split.length > 1 && split.every((name) => name.includes(' '))) return split
  const whole = nameOf(plain(text).replace(BY_PLAINLY, ''))
  return whole ? [ROLE.test(whole) && split[0]?.includes(' ') ? split[0] : whole] : []
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = fold(name)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const isByline = (element: Element): boolean => {
  for (let up: Element | null = element, i = 0; up && i < 4; i++, up = up.parent) {
    if (up.places & PLACE_BIT.author) return true
    if (attr(up, 'rel') === 'author' || /author/i.test(attr(up, 'itemprop'))) return true
  }
  return false
}

/**
 * @param outlet the publisher's name, which is no byline where a person is named beside it
 * @param url the page's address, whose host is often the outlet's short name
 */
export function bylinesOf(
  structured: Structured,
  runs: readonly Run[],
  headlineRun: number,
  outlet: string | null,
  url: string | null,
): Bylines {
  const printedRuns = new Set<number>()
  const printed: string[] = []
  const to = headlineRun < 0 ? 40 : headlineRun + 16
  for (const run of runs.slice(Math.max(0, headlineRun - 5), to)) {
    if (run.index === headlineRun || run.text.length > 240 || run.heading > 0) continue
    const marked = isByline(run.inner)
    // "By Sunday, 40 had died." and "Di Maio resigned." are sentences; a byline has no full stop.
    const says =
      BY_PLAINLY.test(run.text) &&
      /^\S+\s*[:：]?\s+\p{Lu}/u.test(run.text) &&
      run.words <= 24 &&
      !endsSentence(run.text) &&
      namesIn(run.text).length > 0
    if (!marked && !says) continue
    if (run.words <= 30) printedRuns.add(run.index)
    const linked = run.anchors.filter((anchor) =>
      /\/(?:authors?|autor(?:es|en)?|auteur|by|people|staff|profile|reporter|team|contributors?|writers?|journalist\w*|columnist\w*|redaktion|person)\b/i.test(
        anchor.href,
      ),
    )
    for (const name of linked.length > 0
      ? linked.slice(0, MAX_LINKED).flatMap((anchor) => namesIn(anchor.text))
      : namesIn(run.text.split(/\n|\s[|•·]\s/)[0] ?? ''))
      printed.push(name)
  }
  for (const run of runs) {
    const reporter = run.words <= 8 ? KOREAN_REPORTER.exec(run.text) : null
    if (!reporter?.[1]) continue
    printedRuns.add(run.index)
    printed.push(reporter[1])
  }
  const itemprops = structured.itemprops.filter((e) => /^(?:author|creator)$/i.test(attr(e, 'itemprop')))
  const fromProps = itemprops.flatMap((e) => {
    const name = structured.itemprops.find(
      (inner) => inner !== e && attr(inner, 'itemprop') === 'name' && isWithin(inner, (ancestor) => ancestor === e),
    )
    return namesIn(textOf(name ?? e))
  })
  const meta = (names: readonly string[]): string[] =>
    distinct(names.flatMap((name) => structured.meta.get(name) ?? []).flatMap(oneOrMany))
  const jsonLd = fromJsonLd(structured.articles, structured.nodes)
  const sources: [from: string, names: string[]][] = [
    ['JSON-LD author', jsonLd],
    [
      'meta author',
      meta([
        'author',
        'article:author_name',
        'parsely-author',
        'sailthru.author',
        'dc.creator',
        'byl',
        'cxenseparse:author',
        'dcterms.creator',
        'article:author',
      ]),
    ],
    ['itemprop author', distinct(fromProps)],
    ['printed byline', distinct(printed)],
    ['rel author or hCard', structured.authorName ? namesIn(textOf(structured.authorName)) : []],
  ]
  // "LTO" on lto.de, "mdr.de", "The Harbour Courier": the outlet under one of its names, no person.
  const host = fold(hostOf(url ?? '') ?? '')
  const isOutlet = (name: string): boolean => {
    const key = fold(name)
    return (
      (outlet !== null && (fold(outlet).startsWith(key) || key.startsWith(fold(outlet)))) ||
      (host !== '' &&
        (host.startsWith(key) || (host.length > 5 && key.startsWith(host.slice(0, 5)) && !name.includes(' '))))
    )
  }
  const chosen =
    sources.find(([, names]) => names.some((name) => !isOutlet(name))) ?? sources.find(([, names]) => names.length > 0)
  // "Ann Lee, Associated Press": the person is the byline, the agency the wire. Only whole names of agencies count, since
  // a credit among the lines around a byline is often a photo's.
  const written = [
    ...structured.articles
      .slice(0, 1)
      .flatMap((node) => [...strings(node.author), ...objects(node.author).flatMap((author) => strings(author.name))]),
    ...(structured.meta.get('author') ?? []),
    ...runs
      .filter((run) => printedRuns.has(run.index) && run.words <= 14 && !/photo|foto|bild|image/i.test(run.text))
      .map((run) => run.text),
  ]
  const agencies = [
    ...new Set(written.slice(0, MAX_LINKED).flatMap((text) => agenciesIn(text.slice(0, MAX_NAME_CHARS)))),
  ]
  if (!chosen) return { names: [], agencies, evidence: null, runs: printedRuns }
  return { names: chosen[1].map(withoutAgency), agencies, evidence: { from: chosen[0] }, runs: printedRuns }
}

/** `Tom Davies Associated Press` -> `Tom Davies` */
function withoutAgency(name: string): string {
  const match =
    /^((?:\p{L}[\p{L}.'’-]*\s){2,3})((?:The\s)?Associated Press|Reuters|Agence France-Presse|Bloomberg)$/u.exec(name)
  return match?.[1] ? match[1].trim() : name
}
