/**
 * HTML text -> Article: every run of the page becomes a block, a field, a related link, or is left out with its reason.
 */
import type { Article, Block, BlockKind, Evidence, Image, LeftOut, LeftOutReason, Related } from './article.ts'
import { bodyModel, bodyProbabilities, type Weigh } from './body.ts'
import { bylinesOf } from './bylines.ts'
import { deckOf } from './deck.ts'
import { lookOver } from './evidence.ts'
import { fold } from './fold.ts'
import { PLACE_BIT } from './furniture.ts'
import { langOf, sectionOf, tagsOf, urlOf } from './imprint.ts'
import { languageOf } from './language.ts'
import { reasonsOf } from './leftout.ts'
import { liveEntriesOf } from './live.ts'
import { notesOf } from './notes.ts'
import { timesOf } from './published.ts'
import { isRelatedLabel, relatedLine } from './related.ts'
import { isProse, type Page, type Run } from './runs.ts'
import type { Element } from './tree.ts'
import { datelineOf, wireOf } from './wire.ts'

/** From this probability on, a run is part of the body. Chosen on pages of held-out sites; see models/page-body.md. */
const BODY = 0.5
/** Down to this one, if it stands in the flow of runs that are. */
const DOUBT = 0.1
/** A flow is at least this many words of kept text in one box. */
const FLOW_WORDS = 60
/** A caption this many runs before the headline still belongs to the article: the picture above it. */
const ABOVE = 14
/** And one this many runs after the last paragraph. */
const BELOW = 4
const NOTE =
  /^(?:\(?(?:correction|corrections|clarification|editor['’]?s['’]? note|update|author['’]s note|note|anmerkung der redaktion|anm\. d\. red|korrektur|hinweis|nota de la redacción|corrección|rectificatif|errata|hinweis der redaktion|transparenzhinweis)\b\s?[:：(.–—]|this (?:article|story|piece) (?:has been|was) (?:updated|corrected|amended))/i

/**
 * @param html the decoded page
 * @param url the address it was read from, if known
 * @param weigh the body model; another than the one that ships only to measure it
 */
export function readHtml(html: string, url: string | null, weigh: Weigh = bodyModel()): Article {
  const evidence = lookOver(html, url)
  const { page, structured, headline, certain } = evidence
  const { runs } = page
  const why: Record<string, Evidence> = {}
  const kept = <T>(field: string, found: { value: T; evidence: Evidence } | null): T | null => {
    if (found) why[field] = found.evidence
    return found?.value ?? null
  }
  const canonical = kept('url', urlOf(structured, url))
  const lang = kept('lang', langOf(structured) ?? languageFound(page))
  const outlet = kept('outlet', evidence.outlet)
  const copyright = kept('copyright', evidence.copyright)
  const section = kept('section', sectionOf(structured))
  if (headline.evidence) why.headline = headline.evidence

  const times = timesOf(structured, runs, headline.run, lang, canonical ?? url)
  if (times.publishedEvidence) why.published = times.publishedEvidence
  if (times.modifiedEvidence) why.modified = times.modifiedEvidence
  const bylines = bylinesOf(structured, runs, headline.run, outlet, canonical ?? url)
  if (bylines.evidence) why.bylines = bylines.evidence
  const tags = tagsOf(structured, runs, (element) => nearPlace(element, PLACE_BIT.tags, 3))
  if (tags.evidence) why.tags = tags.evidence

  const probability = bodyProbabilities(page, evidence.context, weigh)
  oneAnswerPerTable(page, probability)
  joinTheirFlow(page, probability)
  const byProbability = (index: number): boolean => (probability[index] ?? 0) >= BODY
  const captionOf = new Map<number, Image>()
  const captionRuns = new Set<number>()
  // Runs whose words stand in an image's caption or credit, though another run stands for it.
  const told = new Set<number>()
  for (const { image, runs: own, marked } of evidence.captions) {
    if (!marked && own.some(byProbability)) continue
    for (const index of own) captionRuns.add(index)
    if (own[0] === undefined || (image.caption === null && image.credit === null)) continue
    captionOf.set(own[0], image)
    for (const index of own.slice(1)) told.add(index)
  }

  const headlineKey = fold(headline.text ?? '')
  const headlineRuns = new Set(
    runs.filter(
      (run) =>
        run.index === headline.run ||
        (headlineKey !== '' && run.text.length < 2 * headlineKey.length + 40 && page.key(run) === headlineKey),
    ),
  )
  const isHeadline = (run: Run): boolean => headlineRuns.has(run)
  const isField = (run: Run): boolean => {
    if (isHeadline(run) || tags.runs.has(run.index) || evidence.copyright?.run === run.index) return true
    if (times.runs.has(run.index) && run.words < 25) return true
    return bylines.runs.has(run.index) && run.words < 40 && ((probability[run.index] ?? 0) < BODY || run.words < 9)
  }
  const linked = (run: Run): boolean => run.linkChars > run.text.length * 0.5
  const pointerOf = (run: Run): ReturnType<typeof relatedLine> =>
    run.words < 45 ? relatedLine(run.text, linked(run)) : null

  const deck = deckOf(
    page,
    structured,
    headline.run,
    (index) => byProbability(index),
    (index) => {
      const run = runs[index]
      return (
        run === undefined ||
        captionRuns.has(index) ||
        (certain[index] ?? null) !== null ||
        isField(run) ||
        page.phrase(run) !== null ||
        times.runs.has(index) ||
        bylines.runs.has(index)
      )
    },
  )
  const deckRuns = new Set(deck?.runs)
  if (deck) why.deck = deck.evidence

  const wanted = runs.filter(
    (run) => byProbability(run.index) && !isField(run) && pointerOf(run) === null && !saysFurniture(run, page),
  )
  const repeated = pullQuotes(wanted, page)
  const summary =
    evidence.context.articleMarkup === 2
      ? keyPoints(
          runs.filter((run) => !captionRuns.has(run.index) && !deckRuns.has(run.index) && !isField(run)),
          new Set(wanted),
          headline.run,
        )
      : new Set<Run>()
  const bodyRuns = new Set(
    [...wanted, ...notesAround(wanted, runs)]
      .filter((run) => !repeated.has(run) && !summary.has(run))
      .map((run) => run.index),
  )
  for (const index of tablesWithin(page, bodyRuns, certain)) bodyRuns.add(index)
  const isBodyRun = (run: Run): boolean => bodyRuns.has(run.index)
  const firstBody = runs.findIndex((run) => isBodyRun(run))
  const lastBody = runs.findLastIndex((run) => isBodyRun(run))
  const notes = notesOf(
    evidence,
    runs.reduce((sum, run) => sum + (isBodyRun(run) ? run.words : 0), 0),
    (index) => {
      const run = runs[index]
      return run !== undefined && isBodyRun(run)
    },
  )
  const isIndex = notes.some((note) => note.kind === 'index')
  const entries = liveEntriesOf(page, structured, byProbability)
  const entryOf = new Map(entries.map((entry) => [entry.element, entry]))
  const opened = new Set<Element>()

  const reasons = reasonsOf(page, certain, bodyRuns)
  const text: string[] = []
  let length = 0
  const blocks: Block[] = []
  const images: Image[] = []
  const imageKeys = new Set<string>()
  const related: Related[] = []
  const leftOut: LeftOut[] = []
  const around: string[] = []
  const put = (value: string): { start: number; end: number } => {
    if (length > 0) length += 2
    const start = length
    text.push(value)
    length += value.length
    return { start, end: length }
  }
  let headlines = 0
  let label: string | null = null
  for (const run of runs) {
    const { index } = run
    const within =
      firstBody !== -1 &&
      !isIndex &&
      index >= Math.min(firstBody, Math.max(0, (headline.run < 0 ? firstBody : headline.run) - ABOVE)) &&
      index <= lastBody + BELOW
    const line = run.text.replaceAll('\n', ' ')
    const out = (reason: LeftOutReason): void => {
      leftOut.push({ text: line, reason })
    }
    if (captionRuns.has(index)) {
      const image = captionOf.get(index)
      const key = image ? `${fold(image.caption ?? '')}|${fold(image.credit ?? '')}` : ''
      const repeats = image && imageKeys.has(key)
      if (isHeadline(run)) out('duplicate headline')
      else if (!within) out('caption')
      else if (repeats) out('duplicate')
      else if (image) {
        imageKeys.add(key)
        images.push({ ...image, url: resolve(image.url ?? undefined, canonical ?? url) })
        if (image.caption !== null) {
          blocks.push({ kind: 'caption', ...put(image.caption) })
        }
      } else if (!told.has(index)) out('caption')
      continue
    }
    if (isHeadline(run)) {
      if (headlines++ > 0) out('duplicate headline')
      continue
    }
    if (deckRuns.has(index)) continue
    if (isIndex || !isBodyRun(run)) {
      const pointer = within ? pointerOf(run) : null
      if (pointer && firstBody >= 0 && index > firstBody) {
        related.push({ ...pointer, url: resolve(run.anchors.at(-1)?.href, canonical ?? url), ...put(line) })
        continue
      }
      const reason =
        fieldReason(run) ??
        (repeated.has(run) ? 'duplicate' : summary.has(run) ? 'summary' : (reasons[index] ?? 'outside the article'))
      if (
        within &&
        (reason === 'outside the article' || reason === 'related') &&
        linked(run) &&
        run.words >= 4 &&
        index > firstBody &&
        run.anchors.length === 1
      ) {
        // A bare link between paragraphs, under a label or in a card, points to another article.
        related.push({ label, title: line, url: resolve(run.anchors[0]?.href, canonical ?? url) })
      } else if (
        !within &&
        reason === 'related' &&
        linked(run) &&
        run.words >= 4 &&
        index > lastBody &&
        related.length < MAX_RELATED &&
        !run.hidden
      ) {
        const href = resolve(run.anchors[0]?.href, canonical ?? url)
        if (href && !related.some((other) => other.url === href)) related.push({ label: null, title: line, url: href })
      }
      label = run.words < 6 && isRelatedLabel(run.text) ? line.replace(/[\s:：]+$/u, '') : null
      if (
        firstBody >= 0 &&
        ((index > headline.run && index < firstBody) || (index > lastBody && index <= lastBody + 6))
      )
        around.push(line)
      out(reason)
      continue
    }
    label = null
    const entry = entries.length > 0 ? openedBy(run.element, entryOf, opened) : null
    if (entry) blocks.push({ kind: 'live-entry', ...(entry.time === null ? {} : { time: entry.time }), ...put(line) })
    else blocks.push({ kind: kindOf(run), ...put(line) })
  }

  const paragraphs = blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'note')
  const whole = text.join('\n\n')
  const said = paragraphs.map((block) => whole.slice(block.start, block.end))
  const opening = runs.filter((run) => isBodyRun(run) && !deckRuns.has(run.index)).slice(0, 2)
  const dateline =
    [...(deck ? runs.filter((run) => run.index === deck.runs[0]) : []), ...opening]
      .map((run) => datelineOf(run.text, leadingBold(run)))
      .find((found) => found !== null) ?? null
  if (dateline) why.dateline = { from: 'first paragraph' }
  const wire = wireOf(
    said,
    dateline,
    bylines.names,
    [
      ...around,
      ...runs.filter((run) => bylines.runs.has(run.index) || times.runs.has(run.index)).map((run) => run.text),
    ],
    outlet,
  )
  if (wire.evidence) why.wire = wire.evidence
  if (blocks.length > 0)
    why.text = {
      from: 'body model',
      because: `${runs.filter((run) => isBodyRun(run)).length} of ${runs.length} runs kept`,
    }

  return {
    url: canonical,
    outlet,
    headline: isIndex ? null : headline.text,
    deck: isIndex ? null : (deck?.text ?? null),
    bylines: bylines.names,
    published: times.published,
    modified: times.modified,
    dateline: dateline?.text ?? null,
    wire: wire.name,
    tags: tags.value,
    section,
    copyright,
    lang,
    text: whole,
    blocks,
    images,
    related,
    leftOut,
    notes,
    why,
  }

  function fieldReason(run: Run): LeftOutReason | null {
    if (evidence.copyright?.run === run.index) return 'copyright'
    if (tags.runs.has(run.index)) return 'tags'
    if (bylines.runs.has(run.index) && run.words < 40) return 'byline'
    if (times.runs.has(run.index)) return 'date'
    return null
  }
}

/** A table is kept or left out whole: its rows get their mean probability. */
function oneAnswerPerTable(page: Page, probability: Float32Array): void {
  const tables = new Map<Element, number[]>()
  for (const run of page.runs) {
    if (run.element.name !== 'tr') continue
    let table: Element = run.element
    while (table.name !== 'table' && table.parent) table = table.parent
    tables.set(table, [...(tables.get(table) ?? []), run.index])
  }
  for (const rows of tables.values()) {
    const mean = rows.reduce((sum, index) => sum + (probability[index] ?? 0), 0) / rows.length
    for (const index of rows) probability[index] = mean
  }
}

/**
 * Rows of tables that stand between the body's paragraphs, in the same flow. The marked pages the model learned from
 * mostly leave tables out; a reader of figures wants them.
 */
function tablesWithin(page: Page, body: ReadonlySet<number>, certain: readonly (LeftOutReason | null)[]): number[] {
  const flow = new Set<Element>()
  for (const index of body) {
    const run = page.runs[index]
    if (run && run.words >= 12)
      for (let up: Element | null = run.element.parent, i = 0; up && i < 3 && up.name !== 'body'; up = up.parent, i++)
        flow.add(up)
  }
  const first = Math.min(...body)
  const last = Math.max(...body)
  return page.runs.flatMap((run) => {
    if (
      run.element.name !== 'tr' ||
      run.index < first ||
      run.index > last ||
      certain[run.index] ||
      run.hidden ||
      run.linkChars > run.text.length * 0.5
    )
      return []
    for (let up: Element | null = run.element, i = 0; up && i < 9; up = up.parent, i++) {
      if (
        up.places & (PLACE_BIT.related | PLACE_BIT.advertisement | PLACE_BIT.share | PLACE_BIT.newsletter) &&
        !flow.has(up)
      )
        return []
      if (flow.has(up)) return [run.index]
    }
    return []
  })
}

/**
 * Hysteresis: a run that the model doubts is kept when its box holds kept runs on both sides or right before it.
 *
 * A paragraph's box is its parent; a list item's the parent of its list; wrappers around one thing are looked through.
 */
function joinTheirFlow(page: Page, probability: Float32Array): void {
  const boxOf = (run: Run): Element | null => {
    const item = run.element.name === 'li' ? run.element : run.element.parent?.name === 'li' ? run.element.parent : null
    const held = page.content.get(item?.parent ?? run.element)?.runs ?? 0
    let box = item ? (item.parent?.parent ?? null) : run.element.parent
    for (let i = 0; box?.parent && i < 2 && (page.content.get(box)?.runs ?? 99) <= held; i++) box = box.parent
    return box
  }
  const kept = new Map<Element, { first: number; last: number; words: number }>()
  for (const run of page.runs) {
    if ((probability[run.index] ?? 0) < BODY) continue
    const box = boxOf(run)
    if (!box) continue
    const held = kept.get(box)
    if (held) {
      held.last = run.index
      held.words += run.words
    } else kept.set(box, { first: run.index, last: run.index, words: run.words })
  }
  // A list is kept whole when most of it is.
  const lists = new Map<Element, Run[]>()
  for (const run of page.runs) {
    const list = run.element.name === 'li' ? run.element.parent : null
    if (!list || run.hidden || run.linkChars > run.text.length * 0.4) continue
    const items = lists.get(list)
    if (items) items.push(run)
    else lists.set(list, [run])
  }
  for (const items of lists.values()) {
    if (items.filter((run) => (probability[run.index] ?? 0) >= BODY).length * 2 <= items.length) continue
    for (const run of items) probability[run.index] = Math.max(BODY, probability[run.index] ?? 0)
  }
  for (const run of page.runs) {
    const chance = probability[run.index] ?? 0
    if (
      chance >= BODY ||
      chance < DOUBT ||
      run.words < 4 ||
      run.hidden ||
      run.linkChars > run.text.length * 0.4 ||
      page.phrase(run)
    )
      continue
    const box = boxOf(run)
    const held = box ? kept.get(box) : undefined
    if (held && held.words > FLOW_WORDS && run.index > held.first && run.index <= held.last + 2)
      probability[run.index] = BODY
  }
}

/** Corrections and editor's notes just before or after the body, which the marked pages mostly leave out. */
function notesAround(wanted: readonly Run[], runs: readonly Run[]): Run[] {
  const first = wanted[0]?.index ?? 0
  const last = wanted.at(-1)?.index ?? -1
  const held = new Set(wanted)
  return runs
    .slice(Math.max(0, first - 4), last + 7)
    .filter((run) => !held.has(run) && CORRECTION.test(run.text) && run.words > 5 && run.words < 120 && !run.hidden)
}
const CORRECTION =
  /^\(?(?:correction|corrections|clarification|editor['’]?s note|korrektur|corrección|rectificatif|errata|correzione)\s?[:：(.–—]/i

/** Pull quotes: short runs set apart whose words stand in a longer paragraph of the body too. */
function pullQuotes(wanted: readonly Run[], page: Page): Set<Run> {
  const paragraphs = wanted.filter((run) => run.words > 8)
  return new Set(
    wanted.filter((run) => {
      if (run.words < 4 || run.words > 45 || run.heading > 0 || !isSetApart(run, page)) return false
      const key = page.key(run)
      return (
        key.length > 12 &&
        paragraphs.some(
          (other) =>
            other !== run && other.words > run.words && other.element !== run.element && page.key(other).includes(key),
        )
      )
    }),
  )
}

/** In an aside, a figure, a quotation, or a place of its own with next to nothing else in it. */
function isSetApart(run: Run, page: Page): boolean {
  for (let up: Element | null = run.inner, i = 0; up && i < 5; up = up.parent, i++) {
    if (up.name === 'aside' || up.name === 'blockquote' || up.name === 'figure') return true
    if (
      /pull|quote|zitat|highlight|callout/i.test(up.attrs.class?.slice(0, 200) ?? '') &&
      (page.content.get(up)?.runs ?? 99) < 5
    )
      return true
  }
  return false
}

/** Key points: a list of a few lines between the headline and the first paragraph, which the text then tells again. */
function keyPoints(candidates: readonly Run[], wanted: ReadonlySet<Run>, headlineRun: number): Set<Run> {
  const points: Run[] = []
  if (headlineRun < 0) return new Set()
  for (const run of candidates) {
    if (run.index <= headlineRun) continue
    if (kindOf(run) === 'list-item') {
      if (run.words >= 4 && run.linkChars < run.text.length * 0.5 && !run.hidden) points.push(run)
    } else if (wanted.has(run) && run.words >= 12) break
    if (run.index > headlineRun + POINTS_REACH) return new Set()
  }
  return new Set(points.length >= 2 && points.length <= MAX_POINTS && wanted.size > points.length * 2 ? points : [])
}
/** Key points stand within this many runs of the headline. */
const POINTS_REACH = 40
const MAX_POINTS = 8

/** Cards beyond this many are the site's, not the article's. */
const MAX_RELATED = 40

const SHORT_OFFERS = new Set<LeftOutReason>([
  'advertisement',
  'newsletter',
  'paywall',
  'consent',
  'promotion',
  'donation',
])

/** A short run that is nothing but furniture's own words is out even where the model, going by its place, keeps it. */
function saysFurniture(run: Run, page: Page): boolean {
  if (run.words > 40) return false
  const phrase = page.phrase(run)
  if (
    !phrase ||
    phrase.where === 'holds' ||
    (phrase.where === 'begins' && run.words > 14 && phrase.reason !== 'paywall' && phrase.reason !== 'consent')
  )
    return false
  return phrase.where === 'whole'
    ? !['table of contents', 'player'].includes(phrase.reason) || run.words > 1
    : SHORT_OFFERS.has(phrase.reason)
}

/** The language of the page's prose, for a page that does not say. */
function languageFound(page: Page): { value: string; evidence: Evidence } | null {
  const value = languageOf(
    page.runs
      .filter(isProse)
      .slice(0, 12)
      .map((run) => run.text)
      .join(' '),
  )
  return value ? { value, evidence: { from: 'function words' } } : null
}

function nearPlace(element: Element, bit: number, within: number): boolean {
  for (let up: Element | null = element, i = 0; up && i < within; up = up.parent, i++)
    if (up.name !== 'body' && up.places & bit) return true
  return false
}

function kindOf(run: Run): BlockKind {
  if (run.heading > 0) return 'heading'
  if (run.element.name === 'tr') return 'table-row'
  if (NOTE.test(run.text)) return 'note'
  for (let up: Element | null = run.element, i = 0; up && i < 6; up = up.parent, i++) {
    if (up.name === 'blockquote') return 'quote'
    if (up.name === 'li' || up.name === 'dd' || up.name === 'dt') return 'list-item'
    if (up.name === 'article' || up.name === 'section' || up.name === 'main') break
  }
  return 'paragraph'
}

function openedBy<T>(element: Element, entries: ReadonlyMap<Element, T>, opened: Set<Element>): T | null {
  for (let up: Element | null = element; up; up = up.parent) {
    const entry = entries.get(up)
    if (entry === undefined) continue
    if (opened.has(up)) return null
    opened.add(up)
    return entry
  }
  return null
}

/** How many characters at the start of the run are bold. */
function leadingBold(run: Run): number {
  let count = 0
  for (const child of run.element.children) {
    if (typeof child === 'string') {
      if (child.trim() === '') continue
      return count
    }
    if (child.name !== 'b' && child.name !== 'strong' && child.name !== 'span') return count
    const inner = child.children.filter((grandchild) => typeof grandchild === 'string').join('')
    count += inner.trim().length
    if (count > 60) return count
  }
  return count
}

function resolve(href: string | undefined, base: string | null): string | null {
  if (!href) return null
  try {
    const url = new URL(href, base ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return href.startsWith('/') ? href : null
  }
}
