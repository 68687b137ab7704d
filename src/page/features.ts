/**
 * A run in its place -> the numbers that the body model decides on.
 *
 * The features are those the literature found to carry: text and link density of the block and its neighbours
 * (Kohlschütter et al., WSDM 2010), the prose gathered under an ancestor (Readability), the repetition of one markup
 * signature (CETR and kin), the names that templates give to places, and what the page says of itself in JSON-LD.
 * Reading order is everything: a vector describes one run and what stands around it, never a site.
 */
import { PLACE_BIT, PLACES } from './furniture.ts'
import { isProse, type Page } from './runs.ts'
import { attr, type Element } from './tree.ts'

/** What the model is told beside the runs. */
export interface Context {
  /** Index of the run that holds the headline, or -1. */
  readonly headlineRun: number
  /** The page's own articleBody, folded by `fold`, or the empty string. */
  readonly articleBody: string
  /** 0 for a page that does not call itself an article, 1 for one that does, 2 for news. */
  readonly articleMarkup: number
  /** The page's description, folded. */
  readonly description: string
  /** Runs that stand beside a picture like a caption, though no markup says so. */
  readonly besidePicture: (index: number) => boolean
  /** Runs that are something else for certain, captions and furniture; they neither count as prose nor are weighed. */
  readonly excluded: (index: number) => boolean
}

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

/** Element and class, and its parent's: what a template stamps on every paragraph. */
const signatureOf = (element: Element): string =>
  `${element.name}.${attr(element, 'class')}<${element.parent?.name ?? ''}.${attr(element.parent ?? element, 'class')}`

/** The box a run stands in: its element if that holds several things, else the element's parent. */
function boxOf(element: Element): Element {
  return element.parent && (element.name === 'p' || element.name === 'li' || /^h[1-6]$/.test(element.name))
    ? element.parent
    : element
}

/** Counts of what a run's characters are, in one pass. */
function characterCounts(text: string): { ends: number; commas: number; digits: number; capitals: number } {
  let ends = 0
  let commas = 0
  let digits = 0
  let capitals = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 97 && c <= 122) continue
    if (c >= 65 && c <= 90) capitals++
    else if (c >= 48 && c <= 57) digits++
    else if (c === 44 || c === 0x3001) commas++
    else if (c === 46 || c === 33 || c === 63 || c === 0x3002) ends++
  }
  return { ends, commas, digits, capitals }
}

/**
 * One vector of `FEATURES.length` numbers for each run, in one array, run after run.
 */
export function vectorsOf(page: Page, context: Context): Float32Array {
  const { runs, places } = page
  const width = FEATURES.length
  const out = new Float32Array(runs.length * width)
  const at = new Map(FEATURES.map((name, i) => [name, i]))

  // Pass 1: prose gathered under every ancestor, under every box, and by markup signature.
  const prose = new Map<Element, number>()
  const boxProse = new Map<Element, number>()
  const signatureProse = new Map<string, number>()
  const boxRuns = new Map<Element, number>()
  const firstSeen = new Map<string, number>()
  const lastSeen = new Map<string, number>()
  const copies = new Map<string, number>()
  const folded: string[] = []
  const proseFlags = new Uint8Array(runs.length)
  let total = 0
  for (const run of runs) {
    const key = page.key(run).slice(0, 120)
    folded.push(key)
    if (key.length > 20) {
      if (!firstSeen.has(key)) firstSeen.set(key, run.index)
      lastSeen.set(key, run.index)
      copies.set(key, (copies.get(key) ?? 0) + 1)
    }
    const box = boxOf(run.element)
    boxRuns.set(box, (boxRuns.get(box) ?? 0) + 1)
    if (run.hidden || context.excluded(run.index) || !isProse(run)) continue
    proseFlags[run.index] = 1
    const size = run.text.length
    total += size
    boxProse.set(box, (boxProse.get(box) ?? 0) + size)
    const signature = signatureOf(run.element)
    signatureProse.set(signature, (signatureProse.get(signature) ?? 0) + size)
    let up: Element | null = run.element
    for (let i = 0; up && i < 40; i++, up = up.parent) prose.set(up, (prose.get(up) ?? 0) + size)
  }
  let mostBox = 1
  for (const size of boxProse.values()) mostBox = Math.max(mostBox, size)
  // The best container: the deepest element that still holds most of the page's prose.
  let best: Element | null = null
  for (const [element, size] of prose) if (size >= total * 0.6 && (!best || element.depth > best.depth)) best = element

  const bestChain = new Set<Element>()
  for (let up = best; up; up = up.parent) bestChain.add(up)

  // How much of the page's own articleBody is printed on it.
  let covered = 0
  if (context.articleBody !== '') {
    for (const run of runs) {
      const key = folded[run.index] ?? ''
      if (key.length > 30 && firstSeen.get(key) === run.index && context.articleBody.includes(key))
        covered += run.text.length
    }
  }
  // Folding drops a sixth of a text: spaces and punctuation.
  const coverage = context.articleBody === '' ? 0 : Math.min(1.5, (covered * 5) / 6 / context.articleBody.length)
  const headlineArticles = new Set<Element>()
  for (let up: Element | null = runs[context.headlineRun]?.element ?? null; up; up = up.parent)
    if (up.name === 'article') headlineArticles.add(up)
  const headingCount = runs.reduce((n, run) => n + (run.heading > 0 ? 1 : 0), 0)
  let underFurniture = 0
  let sinceHeading = 0
  let headingsSince = 0
  let proseSince = 0

  // Pass 2: the vectors.
  const indexAt = (name: string): number => at.get(name) ?? -1
  const tagAt = TAGS.map((tag) => indexAt(`in:${tag}`))
  const placeAt = PLACES.map((place) => indexAt(`place:${place}`))
  const neighbourAt = OFFSETS.map((offset) => indexAt(`${offset}:${neighbour[0]}`))
  const says = REASONS.map((reason) => indexAt(`says:${reason}`))
  const countsOf = runs.map((run) => characterCounts(run.text))
  const capitals = Float64Array.from(countsOf, (counts) => counts.capitals)
  let before = 0
  const proseSums = new Float64Array(runs.length + 1)
  const linkSums = new Float64Array(runs.length + 1)
  const charSums = new Float64Array(runs.length + 1)
  for (const run of runs) {
    proseSums[run.index + 1] = (proseSums[run.index] ?? 0) + (proseFlags[run.index] ? run.text.length : 0)
    linkSums[run.index + 1] = (linkSums[run.index] ?? 0) + run.linkChars
    charSums[run.index + 1] = (charSums[run.index] ?? 0) + run.text.length
  }
  const sum = (sums: Float64Array, from: number, to: number): number =>
    (sums[Math.min(runs.length, to)] ?? 0) - (sums[Math.max(0, from)] ?? 0)

  for (const run of runs) {
    const { text, element, index } = run
    const base = index * width
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
    const counts = countsOf[index] as ReturnType<typeof characterCounts>
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
    put((boxProse.get(box) ?? 0) / mostBox)
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
      while (common && !bestChain.has(common)) common = common.parent
      shared = best.depth - (common?.depth ?? 0)
    }
    put(inside ? 1 : 0)
    put(inside ? path : -shared)
    put(best ? box.depth - best.depth : 0)
    put((signatureProse.get(signatureOf(element)) ?? 0) / (total + 1))
    put(Math.min(50, box.children.length))
    put(Math.min(50, boxRuns.get(box) ?? 0))
    const away = context.headlineRun < 0 ? 0 : index - context.headlineRun
    put(Math.max(-60, Math.min(60, away)))
    put(context.headlineRun < 0 ? 0.5 : away > 0 ? 1 : 0)
    put(before / (total + 1))
    put((total - before) / (total + 1))
    put(Math.log1p(total))
    const key = folded[index] ?? ''
    put(context.articleBody !== '' && key.length > 12 && context.articleBody.includes(key.slice(0, 80)) ? 1 : 0)
    put(context.articleBody === '' ? 0 : 1)
    put(
      key.length > 20 &&
        context.description !== '' &&
        (context.description.startsWith(key.slice(0, 60)) || key.startsWith(context.description.slice(0, 60)))
        ? 1
        : 0,
    )
    put(key.length > 20 && (firstSeen.get(key) ?? index) < index ? 1 : 0)
    put(key.length > 20 && (lastSeen.get(key) ?? index) > index ? 1 : 0)
    put(sum(proseSums, index - 5, index + 6) / (sum(charSums, index - 5, index + 6) + 1))
    put(sum(linkSums, index - 5, index + 6) / (sum(charSums, index - 5, index + 6) + 1))
    put(index === context.headlineRun ? 1 : 0)
    let tags = 0
    let bodyProp = 0
    let climb: Element | null = run.inner
    for (let level = 0; climb && level < 40; level++, climb = climb.parent) {
      const tag = climb.name === 'ol' ? 'ul' : climb.name
      const which = TAG_INDEX.get(tag)
      if (which !== undefined && (tags & (1 << which)) === 0) {
        tags |= 1 << which
        out[base + (tagAt[which] ?? 0)] = 1 / (1 + level * 0.1)
      }
      const prop = climb.attrs.itemprop
      if (prop !== undefined && /articlebody/i.test(prop)) bodyProp = 1
      if (level < REACH) {
        // "Metered", "paywall" or "social" on the element that holds the article says nothing of its parts.
        const bits: number =
          places(climb) & ((prose.get(climb) ?? 0) > total * 0.5 ? PLACE_BIT.body | PLACE_BIT.list : -1)
        if (bits !== 0 && climb.name !== 'body' && climb.name !== 'html') {
          for (let rest: number = bits; rest !== 0; rest &= rest - 1) {
            const slot = base + (placeAt[31 - Math.clz32(rest & -rest)] as number)
            if (out[slot] === 0) out[slot] = REACH - level
          }
        }
      }
    }
    put(tags & (1 << TAGS.indexOf('figure')) || places(element) & (PLACE_BIT.caption | PLACE_BIT.media) ? 1 : 0)
    put(bodyProp)
    let article: Element | null = element
    while (article && article.name !== 'article') article = article.parent
    put(article === null ? 0 : headlineArticles.has(article) ? 1 : headlineArticles.size > 0 ? -1 : -0.5)
    if (run.heading === 1 && index !== context.headlineRun && away > 0) headingsSince++
    put(Math.min(5, headingsSince))
    put(coverage)
    proseSince = proseFlags[index] ? 0 : proseSince + 1
    put(Math.min(40, proseSince))
    put((context.excluded(index - 1) ? 1 : 0) + (context.excluded(index + 1) ? 1 : 0))
    put(context.besidePicture(index) ? 1 : 0)
    put(Math.min(6, copies.get(key) ?? 0))
    if (run.heading > 0 || phrase?.where === 'whole') {
      underFurniture = phrase && phrase.where !== 'holds' ? 1 : 0
      sinceHeading = 0
    } else sinceHeading++
    put(underFurniture)
    put(Math.min(40, sinceHeading))
    put(context.articleMarkup)
    put(Math.log1p(runs.length))
    put(Math.log1p(headingCount))
    put(best ? (boxProse.get(best) ?? 0) / (total + 1) : 0)
    let around: Element | null = run.inner.parent
    for (let level = 0; level < 5; level++, around = around?.parent ?? null) {
      const held = around ? page.content.get(around) : undefined
      put(held ? held.links / held.chars : -1)
      put(held ? Math.min(30, held.runs) : 30)
    }
    if (phrase) {
      const which = REASONS.indexOf(phrase.reason as (typeof REASONS)[number])
      if (which >= 0) out[base + (says[which] ?? 0)] = phrase.where === 'whole' ? 3 : phrase.where === 'begins' ? 2 : 1
    }
    OFFSETS.forEach((offset, i) => {
      const other = runs[index + offset]
      if (!other) return
      const start = base + (neighbourAt[i] ?? 0)
      out[start] = Math.log1p(other.text.length)
      out[start + 1] = other.linkChars / other.text.length
      out[start + 2] = proseFlags[other.index] ?? 0
      out[start + 3] = other.element.name === 'p' ? 1 : 0
      out[start + 4] = other.heading
      out[start + 5] = boxOf(other.element) === box ? 1 : 0
      out[start + 6] = page.phrase(other) ? 1 : 0
      out[start + 7] = (capitals[other.index] ?? 0) / other.text.length
    })
    if (proseFlags[index]) before += size
  }
  return out
}
