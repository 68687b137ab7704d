/**
 * HTML text -> Article: every run of the page becomes a block, a field, a related link, or is left out with its reason.
 */
import type { Article, Block, Evidence, Image, LeftOut, LeftOutReason, Related } from './article.ts'
import { bodyModel, type Weigh } from './body.ts'
import { lookOver } from './evidence.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { fold } from './fold.ts'
import { isSameSite, resolve } from './imprint.ts'
import { kindOf } from './kinds.ts'
import { liveEntriesOf } from './live.ts'
import { notesOf } from './notes.ts'
import { isRelatedLabel } from './related.ts'
import { isLinked, type Roles, rolesOf } from './roles.ts'
import type { Page, Run } from './runs.ts'
import type { Element } from './tree.ts'
import { type Dateline, datelineOf, isCreditLine, wireOf } from './wire.ts'
import { writer } from './writer.ts'

/** A caption this many runs before the headline still belongs to the article: the picture above it. */
const ABOVE = 14
/** And one this many runs after the last paragraph. */
const BELOW = 4
/** Agencies are credited within this many runs after the text. */
const CREDITS = 6
/** A line that says outright whose reporting it is may stand farther off, but is short. */
const FAR_CREDITS = 40
const CREDIT_WORDS = 25
/** Cards beyond this many are the site's, not the article's. */
const MAX_RELATED = 40
/** A link of fewer words is a menu entry, no headline. */
const TITLE_WORDS = 4

/**
 * @param html the decoded page
 * @param url the address it was read from, if known
 * @param weigh the body model; another than the one that ships only to measure it
 */
export function readHtml(html: string, url: string | null, weigh: Weigh = bodyModel()): Article {
  const evidence = lookOver(html, url)
  const { page, structured, headline } = evidence
  const fields = fieldsOf(evidence, url)
  const roles = rolesOf(evidence, fields, weigh)
  const notes = notesOf(evidence, roles.body)
  const isIndex = notes.some((note) => note.kind === 'index')
  const body: ReadonlySet<number> = isIndex ? new Set() : roles.body
  const entries = liveEntriesOf(page, structured, (index) => body.has(index))
  // An index has a title of its own, and no article's headline or deck.
  const shown: Roles = isIndex ? { ...roles, body, headline: new Set(), deck: null } : roles
  const written = write(
    page,
    shown,
    isIndex ? null : headline.text,
    headline.run,
    fields.url ?? url,
    entryOpener(entries),
  )
  const { text, blocks } = written

  const why: Record<string, Evidence> = { ...fields.why }
  if (headline.evidence && !isIndex) why.headline = headline.evidence
  const deck = isIndex ? null : roles.deck
  if (deck) why.deck = deck.evidence
  const dateline = datelineIn(page, shown)
  if (dateline) why.dateline = { from: 'first paragraph' }
  const said = blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'note')
    .map((block) => text.slice(block.start, block.end))
  const wire = wireOf(
    said,
    dateline,
    [...fields.bylines, ...fields.bylineAgencies],
    creditLines(page, shown, fields, headline.run),
    fields.outlet,
  )
  if (wire.evidence) why.wire = wire.evidence
  if (blocks.length > 0) why.text = { from: 'body model', because: `${body.size} of ${page.runs.length} runs kept` }

  return {
    url: fields.url,
    amphtml: fields.amphtml,
    outlet: fields.outlet,
    headline: isIndex ? null : headline.text,
    deck: deck?.text ?? null,
    bylines: fields.bylines,
    published: fields.published,
    modified: fields.modified,
    dateline: dateline?.text ?? null,
    wire: wire.name,
    tags: fields.tags,
    section: fields.section,
    copyright: fields.copyright,
    lang: fields.lang,
    ...written,
    notes,
    why,
  }
}

/** Writes the runs out in reading order. */
function write(
  page: Page,
  roles: Roles,
  headline: string | null,
  headlineRun: number,
  base: string | null,
  opens: (element: Element) => { time: string | null } | null,
): Pick<Article, 'text' | 'blocks' | 'images' | 'related' | 'leftOut'> {
  const { put, text } = writer()
  const blocks: Block[] = []
  const images: Image[] = []
  const related: Related[] = []
  const leftOut: LeftOut[] = []
  const imageAt = new Map<string, number>()
  const { body, first, last } = roles
  const empty = body.size === 0
  const from = Math.min(first, Math.max(0, (headlineRun < 0 ? first : headlineRun) - ABOVE))
  let headlines = 0
  let label: string | null = null
  for (const run of page.runs) {
    const { index } = run
    const within = !empty && index >= from && index <= last + BELOW
    const line = run.text.replaceAll('\n', ' ')
    const out = (reason: LeftOutReason): void => {
      leftOut.push({ text: line, reason })
    }
    if (roles.captions.has(index)) {
      const image = roles.images.get(index)
      const key = image?.caption ? fold(image.caption) : `|${fold(image?.credit ?? '')}`
      const shown = image ? imageAt.get(key) : undefined
      if (roles.headline.has(run)) out('duplicate headline')
      else if (!within || (!image && !roles.told.has(index))) out('caption')
      else if (image && shown !== undefined) {
        // Galleries print a caption again and again; the credit may stand beside one of them only.
        const before = images[shown] as Image
        if (before.credit === null) images[shown] = { ...before, credit: image.credit }
        out('duplicate')
      } else if (image) {
        imageAt.set(key, images.length)
        images.push({ ...image, url: resolve(image.url ?? undefined, base) })
        if (image.caption !== null) blocks.push({ kind: 'caption', ...put(image.caption) })
      }
    } else if (roles.headline.has(run)) {
      // The first is the headline; what it prints beside the headline's words, a kicker or another wording, is told.
      if (headlines++ > 0) out('duplicate headline')
      else if (page.key(run) !== fold(headline ?? '')) out('kicker')
    } else if (body.has(index)) {
      label = null
      const entry = opens(run.element)
      const kind = entry
        ? { kind: 'live-entry' as const, ...(entry.time === null ? {} : { time: entry.time }) }
        : { kind: kindOf(run) }
      blocks.push({ ...kind, ...put(line) })
    } else if (!roles.deck?.runs.includes(index)) {
      const pointer = within && index > first ? roles.pointerOf(run) : null
      if (pointer) {
        related.push({ ...pointer, url: resolve(run.anchors.at(-1)?.href, base), ...put(line) })
        continue
      }
      const reason = roles.reasonOf(run)
      const href = resolve(run.anchors[0]?.href, base)
      const isTitle = isLinked(run) && run.words >= TITLE_WORDS && !run.hidden && !empty
      if (isTitle && index > first && index <= last && run.anchors.length === 1) {
        // A bare link between paragraphs, under a label or in a card, points to another article.
        if ((reason === 'outside the article' || reason === 'related') && isOwnSite(href, base)) {
          related.push({ label, title: line, url: href, ...put(line) })
          continue
        }
      } else if (isTitle && index > last && reason === 'related' && href !== null && related.length < MAX_RELATED) {
        if (!related.some((other) => other.url === href)) related.push({ label: null, title: line, url: href })
      }
      label = run.words < 6 && isRelatedLabel(run.text) ? line.replace(/[\s:：]+$/u, '') : null
      out(reason)
    }
  }
  return { text: text(), blocks, images, related, leftOut }
}

/** Gives an entry for the first body run in it, once. */
function entryOpener(
  entries: readonly { element: Element; time: string | null }[],
): (element: Element) => { time: string | null } | null {
  const unopened = new Map(entries.map((entry) => [entry.element, entry]))
  const known = new Set(unopened.keys())
  return (element) => {
    if (known.size === 0) return null
    for (let up: Element | null = element; up; up = up.parent) {
      if (!known.has(up)) continue
      const entry = unopened.get(up) ?? null
      unopened.delete(up)
      return entry
    }
    return null
  }
}

/** The dateline that the deck or one of the first two paragraphs opens with. */
function datelineIn(page: Page, roles: Roles): Dateline | null {
  const deck = page.runs.filter((run) => run.index === roles.deck?.runs[0])
  const opening = page.runs
    .filter((run) => roles.body.has(run.index) && !roles.deck?.runs.includes(run.index))
    .slice(0, 2)
  for (const run of [...deck, ...opening]) {
    const dateline = datelineOf(run.text, leadingBold(run))
    if (dateline) return dateline
  }
  return null
}

/** Lines around the text in which an agency may be credited: the byline and date, what stands above and right below. */
function creditLines(page: Page, roles: Roles, fields: Fields, headlineRun: number): string[] {
  if (roles.body.size === 0) return []
  return page.runs
    .filter((run) => {
      const { index } = run
      if (roles.body.has(index) || roles.captions.has(index)) return false
      if (fields.printedBy(run) === 'byline' || fields.printedBy(run) === 'date') return true
      if ((index > headlineRun && index < roles.first) || (index > roles.last && index <= roles.last + CREDITS))
        return true
      return (
        index > headlineRun && index <= roles.last + FAR_CREDITS && run.words <= CREDIT_WORDS && isCreditLine(run.text)
      )
    })
    .map((run) => run.text)
}

/** Whether an address leads to another page of the same site: sites' advertisements and skip links do not. */
function isOwnSite(href: string | null, base: string | null): boolean {
  if (href === null) return false
  if (base === null || !href.includes('//')) return true
  const [to, from] = [new URL(href), new URL(base)]
  return isSameSite(href, base) && to.pathname !== from.pathname && to.pathname.length > 1
}

/** How many characters at the start of the run are bold. */
function leadingBold(run: Run): number {
  let count = 0
  for (const child of run.element.children) {
    if (typeof child === 'string') {
      if (child.trim() === '') continue
      return count
    }
    if (child.name !== 'b' && child.name !== 'strong') return count
    const inner = child.children.filter((grandchild) => typeof grandchild === 'string').join('')
    count += inner.trim().length
    if (count > 60) return count
  }
  return count
}
