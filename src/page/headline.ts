/**
 * The headline as printed: where the page's h1, JSON-LD, Open Graph and title agree.
 *
 * Each place votes for its text, the printed one most; a text that two marked-up places share beats a printed one that
 * none of them has (a site's name in the h1, a kicker run into it).
 */
import type { Evidence } from './article.ts'
import { fold } from './fold.ts'
import type { Page, Run } from './runs.ts'
import { plain, type Structured, strings } from './structured.ts'
import { attr, collapse, type Element, textOf } from './tree.ts'

export interface Headline {
  readonly text: string | null
  /** The run that prints it, or -1 when it is printed nowhere. */
  readonly run: number
  readonly evidence: Evidence | null
}

/** A site's name after the last dash or bar of a title: `Headline | Site`, `Headline - Site`. */
const SITE_SUFFIX = /\s+(?:[|–—·»:]|-)\s+[^|–—·»]{2,48}$/u

/** Drops ` | Site` from a title when what stands there is the site's name or another place gives the title without it. */
function withoutSite(
  title: string,
  site: string | null,
  others: ReadonlySet<string>,
  printed: ReadonlySet<string> = new Set(),
): string {
  let text = title
  for (let i = 0; i < 3; i++) {
    if (printed.has(fold(text))) return text
    const cut = text.replace(SITE_SUFFIX, '')
    if (cut === text || cut.length < 8) return text
    const suffix = fold(text.slice(cut.length))
    const named = site !== null && suffix !== '' && (fold(site).includes(suffix) || suffix.includes(fold(site)))
    if (!named && !others.has(fold(cut)) && !/\.[a-z]{2,4}\s*$/i.test(text) && !/\s[|»]\s/.test(text.slice(cut.length)))
      return text
    text = cut
  }
  return text
}

/** What a reader sees counts twice: a description for machines outvotes it only when others agree with it. */
const PRINTED = 2

interface Candidate {
  readonly text: string
  readonly weight: number
  readonly from: string
}

/**
 * @param site the outlet's name, if known, to be cut off titles
 */
export function headlineOf(structured: Structured, page: Page, site: string | null): Headline {
  const { meta } = structured
  const headings =
    structured.h1s.length > 0 || structured.entryTitle === null ? structured.h1s : [structured.entryTitle]
  const printed = headings
    .map((h1) => ({ element: h1, ...withoutKicker(h1) }))
    .filter(({ text }) => text.length > 1 && text.length < 400)
  const raw: Candidate[] = []
  const add = (values: readonly (string | null | undefined)[], weight: number, from: string): void => {
    const text = collapse(values.find((value) => value?.trim()) ?? '')
    if (text !== '') raw.push({ text, weight, from })
  }
  const itemprop = structured.itemprops.find((e) => e.attrs.itemprop === 'headline' && !insideCard(e))
  add([structured.articles.flatMap((node) => strings(node.headline)).map(plain)[0]], 1.4, 'JSON-LD headline')
  add(meta.get('og:title') ?? [], 1, 'meta og:title')
  add([structured.title], 1, 'title')
  add(
    [...(meta.get('twitter:title') ?? []), ...(meta.get('parsely-title') ?? []), ...(meta.get('sailthru.title') ?? [])],
    0.3,
    'meta twitter:title',
  )
  if (itemprop) add([textOf(itemprop)], 0.6, 'itemprop headline')
  const texts = new Set([...raw.map(({ text }) => fold(text)), ...printed.map(({ text }) => fold(text))])
  const printedFolds = new Set(printed.flatMap(({ text, whole }) => [fold(text), fold(whole)]))
  const marked = raw.map((candidate) => ({
    ...candidate,
    text: withoutSite(candidate.text, site, texts, printedFolds),
  }))
  const markedFolds = marked.map(({ text }) => fold(text))
  // Of several h1s the printed headline is the one another place knows, or holds, or the longest that is not the site's name.
  const h1 =
    printed.find(({ text }) => markedFolds.includes(fold(text))) ??
    printed.find(({ text }) =>
      markedFolds.some(
        (m) => m.length > 12 && (fold(text).includes(m) || (m.startsWith(fold(text)) && text.length > 15)),
      ),
    ) ??
    printed
      .filter(({ text }) => site === null || fold(text) !== fold(site))
      .sort((a, b) => Math.min(b.text.length, 80) - Math.min(a.text.length, 80))[0]
  // With a kicker of its own in the h1, a place that puts another before the same words says the same headline.
  const agreed =
    h1 && h1.whole !== h1.text
      ? marked.map((candidate) =>
          fold(candidate.text) !== fold(h1.whole) && fold(candidate.text).endsWith(fold(h1.text))
            ? { ...candidate, text: h1.text }
            : candidate,
        )
      : marked
  const shown = h1 ? kickerSettled(h1, marked) : ''
  const candidates: Candidate[] = h1 ? [{ text: shown, weight: PRINTED, from: 'h1' }, ...agreed] : agreed
  if (candidates.length === 0) return { text: null, run: -1, evidence: null }

  const votes = new Map<string, { weight: number; first: Candidate; from: string[] }>()
  for (const candidate of candidates) {
    const key = fold(candidate.text)
    if (key === '') continue
    const vote = votes.get(key) ?? { weight: 0, first: candidate, from: [] }
    vote.weight += candidate.weight
    vote.from.push(candidate.from)
    votes.set(key, vote)
  }
  const winner = [...votes.values()].sort((a, b) => b.weight - a.weight)[0]
  if (!winner) return { text: null, run: -1, evidence: null }
  const text = winner.first.text
  // A site's name alone is the title of a page without a headline.
  if (site !== null && fold(text) === fold(site)) return { text: null, run: -1, evidence: null }
  const run = runOf(text, page, h1?.element ?? null)
  const disagree = [...votes.values()]
    .filter((vote) => vote !== winner)
    .map((vote) => `${vote.from.join(', ')}: "${vote.first.text.slice(0, 80).toWellFormed()}"`)
  return {
    text,
    run,
    evidence: {
      from: winner.from.join(', '),
      because: disagree.length > 0 ? `outvoted ${disagree.join('; ')}` : 'all places agree',
    },
  }
}

const KICKER =
  /kicker|dachzeile|overline|topline|eyebrow|pretitle|pre-title|roof|label|rubrik|category|section-?name|spitzmarke|ante-?titulo|cintillo|supratitle/i

/** The h1's text, and without a leading part that is marked as a kicker; the parts may be joined by a dash or colon. */
function withoutKicker(h1: Element): { text: string; whole: string } {
  const whole = textOf(h1)
  const parts: (Element | string)[] = []
  const flatten = (node: Element, depth: number): void => {
    for (const child of node.children) {
      if (typeof child === 'string' ? child.trim() === '' : textOf(child) === '') continue
      if (typeof child !== 'string' && depth < 2 && textOf(child) === textOf(node)) flatten(child, depth + 1)
      else parts.push(child)
    }
  }
  flatten(h1, 0)
  const first = parts[0]
  if (
    parts.length < 2 ||
    typeof first !== 'object' ||
    !KICKER.test(`${attr(first, 'class')} ${attr(first, 'data-testid')}`)
  )
    return { text: whole, whole }
  const rest = collapse(
    parts
      .slice(1)
      .map((part) =>
        typeof part === 'string' ? part : /separator|divider/i.test(attr(part, 'class')) ? '' : textOf(part),
      )
      .join(' '),
  ).replace(/^[\s:|–—-]+/u, '')
  return rest.length > 12 ? { text: rest, whole } : { text: whole, whole }
}

/**
 * The h1 with or without the kicker that is printed in it, as the places that describe the page have it: with it when
 * three of them do, without it when one of them gives just the words after it.
 */
function kickerSettled(h1: { text: string; whole: string }, marked: readonly Candidate[]): string {
  const whole = fold(h1.whole)
  const withKicker = marked.filter((candidate) => fold(candidate.text) === whole)
  if (h1.whole !== h1.text && withKicker.length >= 3) return withKicker[0]?.text ?? h1.text
  if (h1.whole !== h1.text) return h1.text
  const tail = marked.find((candidate) => {
    const key = fold(candidate.text)
    return key.length > 15 && key.length < whole.length && key.length * 2 > whole.length && whole.endsWith(key)
  })
  return tail?.text ?? h1.text
}

function insideCard(element: Element): boolean {
  for (let up = element.parent; up; up = up.parent)
    if (up.name === 'aside' || up.name === 'li' || up.name === 'nav') return true
  return false
}

function runOf(text: string, page: Page, h1: Element | null): number {
  const { runs } = page
  const key = fold(text)
  const within = (run: Run): boolean => {
    for (let up: Element | null = run.element; up; up = up.parent) if (up === h1) return true
    return false
  }
  const exact = runs.filter((run) => run.text.length < 2 * key.length + 40 && page.key(run) === key)
  const best =
    exact.find((run) => h1 && within(run)) ??
    exact.find((run) => run.heading === 1 && !run.hidden) ??
    exact.find((run) => run.heading > 0 && !run.hidden && run.linkChars < run.text.length / 2) ??
    exact.find((run) => !run.hidden && run.linkChars < run.text.length / 2) ??
    runs.find((run) => h1 && within(run) && run.words > 2) ??
    runs.find((run) => h1 && within(run))
  return best?.index ?? -1
}
