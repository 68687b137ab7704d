/**
 * A run in its place -> the numbers that the body model decides on.
 *
 * The features are those the literature found to carry: text and link density of the block and its neighbours
 * (Kohlschütter et al., WSDM 2010), the prose gathered under an ancestor (Readability), the repetition of one markup
 * signature (CETR and kin), the names that templates give to places, and what the page says of itself in JSON-LD.
 * Reading order is everything: a vector describes one run and what stands around it, never a site.
 */
import { PLACE_BIT, PLACES } from './furniture.ts'
import type { Page, Run } from './runs.ts'
import { boxOf, type Context, type Survey, signatureOf, surveyOf } from './survey.ts'
import { attr, type Element } from './tree.ts'

const REASONS = [
  'advertisement',
  'newsletter',
  'share',
  'related',
  'comments',
  'consent',
  'terms',
  'copyright',
  'paywall',
  'donation',
  'player',
  'table of contents',
  'author bio',
] as const
const TAGS = [
  'article',
  'main',
  'section',
  'aside',
  'nav',
  'header',
  'footer',
  'figure',
  'figcaption',
  'blockquote',
  'table',
  'ul',
  'form',
  'button',
] as const
const TAG_INDEX = new Map<string, number>(TAGS.map((tag, i) => [tag, i]))
/** How far up a place's name is looked for. */
const REACH = 10

const own = [
  'chars',
  'words',
  'linkDensity',
  'links',
  'sentenceEnds',
  'endsLikeSentence',
  'startsLower',
  'commas',
  'digits',
  'capitals',
  'wordLength',
  'bold',
  'quoted',
  'colonEnd',
  'unspaced',
  'isP',
  'isDiv',
  'isLi',
  'isCell',
  'heading',
  'linkedWhole',
  'hidden',
  'nameEmpty',
  'shareParent',
  'shareGrand',
  'shareGreat',
  'parentProseRank',
  'inBest',
  'depthFromBest',
  'pathFromBest',
  'signatureShare',
  'siblings',
  'siblingRuns',
  'fromHeadline',
  'afterHeadline',
  'proseBefore',
  'proseAfter',
  'page',
  'inArticleBody',
  'hasArticleBody',
  'isDescription',
  'seenBefore',
  'seenLater',
  'windowProse',
  'windowLinks',
  'isHeadline',
  'inFigure',
  'articleProp',
  'articleOfHeadline',
  'headingsSince',
  'bodyCoverage',
  'proseSince',
  'excludedNear',
  'besidePicture',
  'copies',
  'underFurniture',
  'sinceHeading',
  'articleMarkup',
  'pageRuns',
  'pageHeadings',
  'bestShare',
  'box1:links',
  'box1:runs',
  'box2:links',
  'box2:runs',
  'box3:links',
  'box3:runs',
  'box4:links',
  'box4:runs',
  'box5:links',
  'box5:runs',
] as const
const neighbour = ['chars', 'linkDensity', 'prose', 'isP', 'heading', 'sameParent', 'phrase', 'capitalised'] as const
const OFFSETS = [-3, -2, -1, 1, 2, 3] as const

/** The name of each number in a vector, in order; stored with the model and checked against it. */
export const FEATURES: readonly string[] = [
  ...own,
  ...TAGS.map((tag) => `in:${tag}`),
  ...PLACES.map((place) => `place:${place}`),
  ...REASONS.map((reason) => `says:${reason}`),
  ...OFFSETS.flatMap((at) => neighbour.map((name) => `${at}:${name}`)),
]

/** Where each named feature that is set by name stands in a vector. */
const COLUMN = new Map(FEATURES.map((name, i) => [name, i]))
const TAG_COLUMN = TAGS.map((tag) => COLUMN.get(`in:${tag}`) as number)
const PLACE_COLUMN = PLACES.map((place) => COLUMN.get(`place:${place}`) as number)
const SAYS_COLUMN = new Map<string, number>(REASONS.map((reason) => [reason, COLUMN.get(`says:${reason}`) as number]))
const NEIGHBOUR_COLUMN = OFFSETS.map((offset) => COLUMN.get(`${offset}:${neighbour[0]}`) as number)

/** The vectors of the runs to be weighed, one after the other. */
export interface Vectors {
  readonly values: Float32Array
  /** The runs, in the order of their vectors. */
  readonly runs: readonly Run[]
}

/** A bare link of this many words is a menu's entry, not a line of text: a quarter of a page's runs. */
const MENU_WORDS = 3

/** Whether the body model is asked about a run at all. */
export function isWeighed(run: Run, context: Context): boolean {
  return !context.excluded(run.index) && !(run.words <= MENU_WORDS && run.linkChars >= run.text.length * 0.95)
}

/** One vector of `FEATURES.length` numbers for each run that is weighed. */
export function vectorsOf(page: Page, context: Context): Vectors {
  const survey = surveyOf(page, context)
  const runs = page.runs.filter((run) => isWeighed(run, context))
  const values = new Float32Array(runs.length * FEATURES.length)
  for (const [row, run] of runs.entries()) writeVector(values, row * FEATURES.length, run, page, context, survey)
  return { values, runs }
}

function writeVector(out: Float32Array, base: number, run: Run, page: Page, context: Context, survey: Survey): void {
  const { total, prose, boxProse, best } = survey
  const trail = survey.trails[run.index] as Survey['trails'][number]
  const { text, element, index } = run
  let column = 0
  const put = (value: number): void => {
    out[base + column++] = value
  }
  const size = text.length
  const box = boxOf(element)
  const grand = box.parent
  const great = grand?.parent ?? null
  const first = text.charCodeAt(0)
  const phrase = page.phrase(run)
  const counts = survey.counts[index] as Survey['counts'][number]
  put(Math.log1p(size))
  put(run.words)
  put(run.linkChars / size)
  put(run.anchors.length)
  put(counts.ends)
  put(/[.!?。！？…]["'”’»)\]]*$/.test(text) ? 1 : 0)
  put(first >= 97 && first <= 122 ? 1 : 0)
  put(counts.commas / (run.words + 1))
  put(counts.digits / size)
  put(counts.capitals / size)
  put(size / (run.words + 1))
  put(run.boldChars / size)
  put(/["“”„«»「]/.test(text) ? 1 : 0)
  put(/[:：]$/.test(text) ? 1 : 0)
  put(size > 0 && run.words > size / 4 ? 1 : 0)
  put(element.name === 'p' ? 1 : 0)
  put(element.name === 'div' || element.name === 'section' ? 1 : 0)
  put(element.name === 'li' ? 1 : 0)
  put(element.name === 'td' || element.name === 'th' ? 1 : 0)
  put(run.heading)
  put(run.linkChars >= size * 0.95 ? 1 : 0)
  put(run.hidden ? 1 : 0)
  put(attr(element, 'class') === '' ? 1 : 0)
  put((prose.get(box) ?? 0) / (total + 1))
  put(grand ? (prose.get(grand) ?? 0) / (total + 1) : 1)
  put(great ? (prose.get(great) ?? 0) / (total + 1) : 1)
  put((boxProse.get(box) ?? 0) / survey.mostBoxProse)
  // Where the run hangs relative to the best container.
  let path = 0
  let up: Element | null = box
  while (up && up !== best && path < 60) {
    path++
    up = up.parent
  }
  const inside = up === best && best !== null
  let shared = 0
  if (!inside && best) {
    let common: Element | null = box
    while (common && !survey.bestChain.has(common)) common = common.parent
    shared = best.depth - (common?.depth ?? 0)
  }
  put(inside ? 1 : 0)
  put(inside ? path : -shared)
  put(best ? box.depth - best.depth : 0)
  put((survey.signatureProse.get(signatureOf(element)) ?? 0) / (total + 1))
  put(Math.min(50, box.children.length))
  put(Math.min(50, survey.boxRuns.get(box) ?? 0))
  const away = context.headlineRun < 0 ? 0 : index - context.headlineRun
  put(Math.max(-60, Math.min(60, away)))
  put(context.headlineRun < 0 ? 0.5 : away > 0 ? 1 : 0)
  put(trail.proseBefore / (total + 1))
  put((total - trail.proseBefore) / (total + 1))
  put(Math.log1p(total))
  const key = survey.keys[index] as string
  const copies = survey.copies.get(key)
  const shares = survey.shares(index - 5, index + 6)
  put(context.articleBody !== '' && key.length > 12 && context.articleBody.includes(key.slice(0, 80)) ? 1 : 0)
  put(context.articleBody === '' ? 0 : 1)
  put(
    key.length > 20 &&
      context.description !== '' &&
      (context.description.startsWith(key.slice(0, 60)) || key.startsWith(context.description.slice(0, 60)))
      ? 1
      : 0,
  )
  put(copies && copies.first < index ? 1 : 0)
  put(copies && copies.last > index ? 1 : 0)
  put(shares.prose)
  put(shares.links)
  put(index === context.headlineRun ? 1 : 0)
  let tags = 0
  let bodyProp = 0
  let climb: Element | null = run.inner
  for (let level = 0; climb && level < 40; level++, climb = climb.parent) {
    const tag = climb.name === 'ol' ? 'ul' : climb.name
    const which = TAG_INDEX.get(tag)
    if (which !== undefined && (tags & (1 << which)) === 0) {
      tags |= 1 << which
      out[base + (TAG_COLUMN[which] as number)] = 1 / (1 + level * 0.1)
    }
    const prop = climb.attrs.itemprop
    if (prop !== undefined && /articlebody/i.test(prop)) bodyProp = 1
    if (level < REACH) {
      // "Metered", "paywall" or "social" on the element that holds the article says nothing of its parts.
      const bits: number = climb.places & ((prose.get(climb) ?? 0) > total * 0.5 ? PLACE_BIT.body | PLACE_BIT.list : -1)
      if (bits !== 0 && climb.name !== 'body' && climb.name !== 'html') {
        for (let rest: number = bits; rest !== 0; rest &= rest - 1) {
          const slot = base + (PLACE_COLUMN[31 - Math.clz32(rest & -rest)] as number)
          if (out[slot] === 0) out[slot] = REACH - level
        }
      }
    }
  }
  put(tags & (1 << TAGS.indexOf('figure')) || element.places & (PLACE_BIT.caption | PLACE_BIT.media) ? 1 : 0)
  put(bodyProp)
  let article: Element | null = element
  while (article && article.name !== 'article') article = article.parent
  put(article === null ? 0 : survey.headlineArticles.has(article) ? 1 : survey.headlineArticles.size > 0 ? -1 : -0.5)
  put(Math.min(5, trail.headlinesSince))
  put(survey.coverage)
  put(Math.min(40, trail.sinceProse))
  put((context.excluded(index - 1) ? 1 : 0) + (context.excluded(index + 1) ? 1 : 0))
  put(context.besidePicture(index) ? 1 : 0)
  put(Math.min(6, copies?.count ?? 0))
  put(trail.underFurniture ? 1 : 0)
  put(Math.min(40, trail.sinceHeading))
  put(context.articleMarkup)
  put(Math.log1p(page.runs.length))
  put(Math.log1p(survey.headings))
  put(best ? (boxProse.get(best) ?? 0) / (total + 1) : 0)
  let around: Element | null = run.inner.parent
  for (let level = 0; level < 5; level++, around = around?.parent ?? null) {
    const held = around ? page.content.get(around) : undefined
    put(held ? held.links / held.chars : -1)
    put(held ? Math.min(30, held.runs) : 30)
  }
  if (phrase) {
    const says = SAYS_COLUMN.get(phrase.reason)
    if (says !== undefined) out[base + says] = phrase.where === 'whole' ? 3 : phrase.where === 'begins' ? 2 : 1
  }
  for (let i = 0; i < OFFSETS.length; i++) {
    const other = page.runs[index + (OFFSETS[i] as number)]
    if (!other) continue
    const start = base + (NEIGHBOUR_COLUMN[i] as number)
    out[start] = Math.log1p(other.text.length)
    out[start + 1] = other.linkChars / other.text.length
    out[start + 2] = survey.isProse[other.index] as number
    out[start + 3] = other.element.name === 'p' ? 1 : 0
    out[start + 4] = other.heading
    out[start + 5] = boxOf(other.element) === box ? 1 : 0
    out[start + 6] = page.phrase(other) ? 1 : 0
    out[start + 7] = (survey.counts[other.index] as Survey['counts'][number]).capitals / other.text.length
  }
}
