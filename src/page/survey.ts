/**
 * A page seen as a whole, before its runs are weighed one by one: where its prose gathers, what its template repeats,
 * what comes before each run.
 */
import type { Page } from './runs.ts'
import { isProse } from './runs.ts'
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

/** What a run looks back on in reading order. */
interface Trail {
  /** Characters of prose before it. */
  readonly proseBefore: number
  /** Runs since the last prose; 0 for prose itself. */
  readonly sinceProse: number
  /** Further h1 headings since the headline. */
  readonly headlinesSince: number
  /** Whether the heading or label it stands under is furniture's, and how many runs ago that was. */
  readonly underFurniture: boolean
  readonly sinceHeading: number
}

export interface Survey {
  /** Characters of prose: on the page, under each of its elements, directly in each box, by markup signature. */
  readonly total: number
  readonly prose: ReadonlyMap<Element, number>
  readonly boxProse: ReadonlyMap<Element, number>
  readonly mostBoxProse: number
  readonly signatureProse: ReadonlyMap<string, number>
  readonly boxRuns: ReadonlyMap<Element, number>
  readonly isProse: Uint8Array
  /** The deepest element that holds most of the prose, and its ancestors. */
  readonly best: Element | null
  readonly bestChain: ReadonlySet<Element>
  /** Each run's beginning, folded; and where on the page the same words stand. */
  readonly keys: readonly string[]
  readonly copies: ReadonlyMap<string, { first: number; last: number; count: number }>
  /** How much of the page's own articleBody is printed on it. */
  readonly coverage: number
  /** The article elements around the headline. */
  readonly headlineArticles: ReadonlySet<Element>
  readonly headings: number
  readonly counts: readonly CharacterCounts[]
  readonly trails: readonly Trail[]
  /** Shares of prose and of link text among the characters of the runs from `from` up to `to`. */
  readonly shares: (from: number, to: number) => { prose: number; links: number }
}

/** Element and class, and its parent's: what a template stamps on every paragraph. */
export const signatureOf = (element: Element): string =>
  `${element.name}.${attr(element, 'class')}<${element.parent?.name ?? ''}.${attr(element.parent ?? element, 'class')}`

/** The box a run stands in: its element if that holds several things, else the element's parent. */
export function boxOf(element: Element): Element {
  return element.parent && (element.name === 'p' || element.name === 'li' || /^h[1-6]$/.test(element.name))
    ? element.parent
    : element
}

interface CharacterCounts {
  readonly ends: number
  readonly commas: number
  readonly digits: number
  readonly capitals: number
}

/** Counts of what a run's characters are, in one pass. */
function characterCounts(text: string): CharacterCounts {
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

/** A container is best when this share of the page's prose is in it. */
const MOST = 0.6
const PROSE_REACH = 40
/** Texts shorter than this repeat by chance. */
const TELLING = 20

export function surveyOf(page: Page, context: Context): Survey {
  const { runs } = page
  const prose = new Map<Element, number>()
  const boxProse = new Map<Element, number>()
  const signatureProse = new Map<string, number>()
  const boxRuns = new Map<Element, number>()
  const copies = new Map<string, { first: number; last: number; count: number }>()
  const proseFlags = new Uint8Array(runs.length)
  const proseSums = new Float64Array(runs.length + 1)
  const linkSums = new Float64Array(runs.length + 1)
  const charSums = new Float64Array(runs.length + 1)
  let total = 0
  let headings = 0
  const keys = runs.map((run) => page.key(run).slice(0, 120))
  for (const run of runs) {
    const { index } = run
    const key = keys[index] as string
    if (key.length > TELLING) {
      const seen = copies.get(key)
      if (seen) {
        seen.last = index
        seen.count++
      } else copies.set(key, { first: index, last: index, count: 1 })
    }
    if (run.heading > 0) headings++
    const box = boxOf(run.element)
    boxRuns.set(box, (boxRuns.get(box) ?? 0) + 1)
    const size = run.text.length
    if (!run.hidden && !context.excluded(index) && isProse(run)) {
      proseFlags[index] = 1
      total += size
      boxProse.set(box, (boxProse.get(box) ?? 0) + size)
      const signature = signatureOf(run.element)
      signatureProse.set(signature, (signatureProse.get(signature) ?? 0) + size)
      let up: Element | null = run.element
      for (let i = 0; up && i < PROSE_REACH; i++, up = up.parent) prose.set(up, (prose.get(up) ?? 0) + size)
    }
    proseSums[index + 1] = (proseSums[index] as number) + (proseFlags[index] ? size : 0)
    linkSums[index + 1] = (linkSums[index] as number) + run.linkChars
    charSums[index + 1] = (charSums[index] as number) + size
  }
  let mostBoxProse = 1
  for (const size of boxProse.values()) mostBoxProse = Math.max(mostBoxProse, size)
  let best: Element | null = null
  for (const [element, size] of prose) if (size >= total * MOST && (!best || element.depth > best.depth)) best = element
  const bestChain = new Set<Element>()
  for (let up = best; up; up = up.parent) bestChain.add(up)
  const headlineArticles = new Set<Element>()
  for (let up: Element | null = runs[context.headlineRun]?.element ?? null; up; up = up.parent)
    if (up.name === 'article') headlineArticles.add(up)
  const sum = (sums: Float64Array, from: number, to: number): number =>
    (sums[Math.min(runs.length, to)] as number) - (sums[Math.max(0, from)] as number)
  return {
    total,
    prose,
    boxProse,
    mostBoxProse,
    signatureProse,
    boxRuns,
    isProse: proseFlags,
    best,
    bestChain,
    keys,
    copies,
    coverage: coverageOf(page, context, keys, copies),
    headlineArticles,
    headings,
    counts: runs.map((run) => characterCounts(run.text)),
    trails: trailsOf(page, context, proseFlags),
    shares: (from, to) => {
      const chars = sum(charSums, from, to) + 1
      return { prose: sum(proseSums, from, to) / chars, links: sum(linkSums, from, to) / chars }
    },
  }
}

function coverageOf(page: Page, context: Context, keys: readonly string[], copies: Survey['copies']): number {
  if (context.articleBody === '') return 0
  let covered = 0
  for (const run of page.runs) {
    const key = keys[run.index] as string
    if (key.length > 30 && copies.get(key)?.first === run.index && context.articleBody.includes(key))
      covered += run.text.length
  }
  // Folding drops a sixth of a text: spaces and punctuation.
  return Math.min(1.5, (covered * 5) / 6 / context.articleBody.length)
}

function trailsOf(page: Page, context: Context, proseFlags: Uint8Array): Trail[] {
  let proseBefore = 0
  let sinceProse = 0
  let headlinesSince = 0
  let underFurniture = false
  let sinceHeading = 0
  return page.runs.map((run) => {
    const phrase = page.phrase(run)
    if (run.heading === 1 && run.index > context.headlineRun && context.headlineRun >= 0) headlinesSince++
    sinceProse = proseFlags[run.index] ? 0 : sinceProse + 1
    if (run.heading > 0 || phrase?.where === 'whole') {
      underFurniture = phrase !== null && phrase.where !== 'holds'
      sinceHeading = 0
    } else sinceHeading++
    const trail = { proseBefore, sinceProse, headlinesSince, underFurniture, sinceHeading }
    if (proseFlags[run.index]) proseBefore += run.text.length
    return trail
  })
}
