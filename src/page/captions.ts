/**
 * Pictures' captions and credits.
 *
 * A caption is the text of a figcaption or figure, or text in a place named for captions beside a picture. The credit is
 * a part of its own where markup makes one, else what stands in brackets at the end or after "Photo:", "Foto:", "©".
 */
import { agenciesIn, agencyNamed } from './agencies.ts'
import type { Image } from './article.ts'
import { printedDate } from './dates.ts'
import { PLACE_BIT } from './furniture.ts'
import { countWords, type Page, type Run } from './runs.ts'
import { attr, collapse, type Element, INLINE, textOf } from './tree.ts'

export interface CaptionGroup {
  readonly image: Image
  /** Runs that the caption and credit were read from, the first of them standing for the caption. */
  readonly runs: readonly number[]
  /** Whether markup says that it is a caption; else it is a line beside a picture, and the body model has a say. */
  readonly marked: boolean
}

const CREDIT_NAME =
  /credit|copyright|distributor|media-?rights|rights|(?:^|[^a-z])source|photographer|photo-?by|attribution|provider|agency|rights|quelle|foto-?graf|fotocredit|(?:^|[\s_-])autor|author|byline|(?:^|[\s_-])by(?:$|[\s_-])|owner/i
const PICTURES = new Set([
  'img',
  'picture',
  'video',
  'amp-img',
  'amp-video',
  'iframe',
  'amp-youtube',
  'noscript',
  'canvas',
])
const NOT_FIGURE = new Set(['blockquote', 'tbody', 'thead', 'pre', 'code'])

/** A picture with at most this much text around it, in at most this many runs, is a picture with its caption. */
const BOX_CHARS = 500
const BOX_RUNS = 3
const BOX_LEVELS = 4

/** The figure-like element and the caption element that a run belongs to. */
function captionBox(run: Run, page: Page): { box: Element; caption: Element; marked: boolean } | null {
  let caption: Element | null = null
  let named: Element | null = null
  for (let up: Element | null = run.inner, level = 0; up && level < 14; up = up.parent, level++) {
    if (NOT_FIGURE.has(up.name) && !caption) return null
    if (up.name === 'body' || up.name === 'article' || up.name === 'main') break
    if (up.name === 'figcaption') caption = up
    if (up.name === 'figure') {
      if (caption) return { box: up, caption, marked: true }
      return page.media.has(up) && run.words < 120 ? { box: up, caption: named ?? up, marked: true } : null
    }
    if (!named && level < 4 && up.places & PLACE_BIT.caption) {
      named = up
      // A caption right after its picture, both loose among the paragraphs.
      const before = previousElement(up)
      if (before && (PICTURES.has(before.name) || page.media.has(before)) && run.words < 120)
        return { box: up, caption: up, marked: true }
    }
    if (named && level < 7 && page.media.has(up))
      return run.words < 120 && (page.prose.get(up) ?? 0) < 900 ? { box: up, caption: named, marked: true } : null
    // Without any name: a small box that holds a picture and a line or two of unlinked text.
    if (!named && level < BOX_LEVELS && page.media.has(up) && up !== run.inner && up.name !== 'a' && up.name !== 'p') {
      const held = page.content.get(up)
      if (!held || held.runs > BOX_RUNS || held.chars > BOX_CHARS) return null
      return held.links < held.chars * 0.3 &&
        run.heading === 0 &&
        (run.words > 2 || partCredit(run.text).credit !== '') &&
        !isControl(run, page) &&
        inFlow(up, page) &&
        !(up.places & (PLACE_BIT.author | PLACE_BIT.related | PLACE_BIT.headline))
        ? { box: up, caption: up, marked: false }
        : null
    }
  }
  return caption ? { box: caption, caption, marked: true } : null
}

/** Whether the article's prose flows around a box: it stands a few levels above. */
function inFlow(box: Element, page: Page): boolean {
  let up: Element | null = box.parent
  for (let level = 0; up && level < 5; level++, up = up.parent) if ((page.prose.get(up) ?? 0) > 800) return true
  return false
}

/** Words of a player, a byline or a date, which stand beside pictures too. */
function isControl(run: Run, page: Page): boolean {
  return (
    page.phrase(run) !== null ||
    /^[\d:.\s/|-]+(?:min|uhr|h)?$/i.test(run.text) ||
    printedDate(run.text, null) !== null ||
    /^(?:(?:by|von|par|por|di|af|av|door)\s+\p{Lu}|author\b|autor\b)/iu.test(run.text)
  )
}

function previousElement(element: Element): Element | null {
  const siblings = element.parent?.children ?? []
  for (let i = siblings.indexOf(element) - 1; i >= 0; i--) {
    const sibling = siblings[i]
    if (typeof sibling !== 'string') return sibling ?? null
    if (sibling.trim() !== '') return null
  }
  return null
}

/** Groups the page's caption runs by picture, and parts captions from credits. */
export function captionsOf(page: Page): CaptionGroup[] {
  const groups: { box: Element; caption: Element; marked: boolean; runs: Run[] }[] = []
  for (const run of page.runs) {
    const found = captionBox(run, page)
    if (!found) continue
    const last = groups.at(-1)
    const sameFigure = last && last.box === found.box && (last.caption === found.caption || last.box.name === 'figure')
    if (last && sameFigure && (last.runs.at(-1)?.index ?? -9) >= run.index - 2) last.runs.push(run)
    else groups.push({ ...found, runs: [run] })
  }
  const pictures = new Map<Element, string | null>()
  for (const { box } of groups) if (!pictures.has(box)) pictures.set(box, pictureOf(box))
  const read = groups.map(({ box, runs, marked }) => ({
    image: { ...imageOf(box, runs), url: pictures.get(box) ?? null },
    runs: runs.map((run) => run.index),
    marked,
  }))
  // A credit in a box of its own right after the caption's belongs to it.
  const merged: CaptionGroup[] = []
  for (const group of read) {
    const last = merged.at(-1)
    const follows = last && (last.runs.at(-1) ?? -9) + 1 === group.runs[0]
    if (last && follows && last.image.credit === null && group.image.caption === null && group.image.credit !== null) {
      merged[merged.length - 1] = {
        image: { ...last.image, credit: group.image.credit },
        runs: [...last.runs, ...group.runs],
        marked: last.marked,
      }
    } else merged.push(withCreditAfter(group, page))
  }
  return merged
}

/** A line right after the caption, in a place named for credits, is the picture's credit. */
function withCreditAfter(group: CaptionGroup, page: Page): CaptionGroup {
  const after = page.runs[(group.runs.at(-1) ?? -9) + 1]
  // A printed credit is as good as markup: nothing but a caption has one.
  const marked = group.marked || (group.image.caption !== null && group.image.credit !== null)
  if (group.image.credit !== null || !after || after.words > CREDIT_WORDS || !isCreditPlace(after.inner, null))
    return { ...group, marked }
  return {
    image: { ...group.image, credit: cleanCredit(after.text) || null },
    runs: [...group.runs, after.index],
    marked: true,
  }
}
/** A credit names a person, an agency, perhaps two. */
const CREDIT_WORDS = 12
/** A caption's last line of so few words, after a longer one and without a full stop, is its credit. */
const LAST_LINE_WORDS = 5

function imageOf(box: Element, runs: readonly Run[]): Image {
  const words = collapse(runs.map((run) => run.text).join(' '))
  if (LABEL_ONLY.test(words)) return { caption: null, credit: null, url: null }
  const credits: string[] = []
  const captions: string[] = []
  for (const [at, run] of runs.entries()) {
    const isLastLine =
      at > 0 &&
      at === runs.length - 1 &&
      run.words <= LAST_LINE_WORDS &&
      !/[.!?:]$/.test(run.text) &&
      (runs[at - 1] as Run).words > run.words
    if (isCreditPlace(run.inner, box) || isLastLine) {
      credits.push(run.text)
      continue
    }
    const alone = runs[at - 1]?.element !== run.element && runs[at + 1]?.element !== run.element
    const parts = alone ? inlineParts(run.inner) : null
    if (parts && parts.credit !== '') {
      credits.push(parts.credit)
      if (parts.caption !== '') captions.push(parts.caption)
    } else captions.push(run.text.replaceAll('\n', ' '))
  }
  const text = collapse(captions.filter((caption) => !LABEL_ONLY.test(caption)).join(' '))
  const credit = collapse([...new Set(credits)].join(' '))
  // A place named for sources may hold caption and credit in one.
  const parted =
    text === '' && credit.length > 60
      ? partCredit(credit)
      : credit === ''
        ? partCredit(text)
        : { caption: text, credit }
  const again =
    credit !== '' && parted.caption !== '' && parted.credit === credit ? partCredit(parted.caption, true) : null
  return {
    caption: (again && again.credit !== '' ? again.caption : parted.caption) || null,
    credit: cleanCredit(parted.credit || (parted.caption === '' ? credit : '')) || null,
    url: null,
  }
}
/** A gallery's counter, a button's label: the words of the viewer, not of the caption. */
const LABEL_ONLY =
  /^(?:\d+ (?:of|von|de|\/) \(?\d+\)?|image \d+ of \(?\d+\)?|image caption|media caption|image source|caption|photo|bild|foto|image|open this photo in gallery:?|enlarge|vergrößern|toggle caption|hide caption|view image in fullscreen|vis mer|bild vergrößern)[,:]?$/i

function isCreditPlace(element: Element, box: Element | null): boolean {
  for (let up: Element | null = element, i = 0; up && up !== box && i < 3; up = up.parent, i++) {
    if (up.name === 'figcaption') return false
    const names = `${attr(up, 'class')} ${attr(up, 'itemprop')} ${attr(up, 'id')} ${attr(up, 'data-testid')}`.slice(
      0,
      300,
    )
    if (
      CREDIT_NAME.test(names) &&
      !/caption/i.test(
        names.replace(
          /caption[\w-]*(?:credit|copyright|source|author|attribution|byline)|(?:credit|copyright|source|attribution)[\w-]*caption/gi,
          '',
        ),
      )
    )
      return true
  }
  return element.name === 'cite' || element.name === 'small'
}

/**
 * Caption and credit where they are inline elements of one line: a child named for the credit, with what follows it;
 * or, when the line is nothing but two or more children, a last one that looks like a credit.
 */
function inlineParts(element: Element): { caption: string; credit: string } | null {
  let credit: Element | null = null
  const find = (node: Element, depth: number): void => {
    for (const child of node.children) {
      if (credit || typeof child === 'string' || !INLINE.has(child.name)) continue
      const names = `${attr(child, 'class')} ${attr(child, 'itemprop')} ${attr(child, 'data-testid')}`
      const named = CREDIT_NAME.test(names) || child.name === 'cite' || child.name === 'small'
      const text = named ? textOf(child) : ''
      if (text !== '' && text.length < 160) credit = child
      else if (depth < 3) find(child, depth + 1)
    }
  }
  find(element, 0)
  if (!credit) {
    const children = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    const last = children.at(-1)
    if (children.length < 2 || children.some((child) => typeof child === 'string') || typeof last !== 'object')
      return null
    const text = textOf(last)
    if (text === '' || countWords(text) > 9 || /[.!?]$/.test(text) || /^(?:a|i|em|b|strong)$/.test(last.name))
      return null
    credit = last
  }
  let before = ''
  let after = ''
  let passed = false
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (child === credit) passed = true
      else if (typeof child !== 'string') {
        if (!passed) before += ' '
        walk(child)
      } else if (passed) after += child
      else before += child
    }
  }
  walk(element)
  const rest = collapse(after)
  const own = textOf(credit)
  return rest.length <= 60 && !/[.!?]\s/.test(rest)
    ? { caption: withoutEnd(collapse(before)), credit: collapse(`${own} ${rest}`) }
    : { caption: collapse(`${before} ${after}`), credit: own }
}

const CREDIT_WORD =
  /(?:^|[\s|.,–—(["”’»/)])((?:(?:photo|picture|image|file photo|pic|photograph|illustration|graphic|video|ap photo|handout photo|screenshot)s?\s?(?:credit|courtesy|by|source|from|:|©|copyright)|(?:foto|bild|photo|fotos|quelle|crédit|credit|credits|source|copyright|fotografía|imagen|zdjęcie|fot|kuva|kilde|bildrechte|фото|коллаж|источник|джерело|image source|image credit|image copyright|photographie|crédits|grafik|kreditering|ảnh|사진|写真)\s?[:：.=＝]|©|\(c\)|photograph(?:er)?:|courtesy(?: of|:)|via (?=getty|ap\b|reuters|afp))\s?[:：]?\s{0,2})(.{2,140})$/iu

/**
 * Parts `A street in Kyiv. (AP Photo/X)` into caption and credit.
 * @param bracketOnly only a bracket at the end may go: the credit is known already and may be repeated there
 */
export function partCredit(text: string, bracketOnly = false): { caption: string; credit: string } {
  const bracket =
    /^(.*?)\s{0,2}[([（［【〔]([^()[\]（）［］【】〔〕]{2,90}(?:\([^()]{1,30}\)[^()]{0,40})?)[)\]）］】〕]\s?\.?$/su.exec(
      text,
    )
  if (bracket) {
    const [, before = '', inside = ''] = bracket
    const sentence =
      /[.!?。"”]$/.test(before) &&
      countWords(inside) <= 12 &&
      /^\p{Lu}/u.test(inside) &&
      !/\s\p{Ll}+\s\p{Ll}+\s\p{Ll}+/u.test(inside)
    if (looksLikeCredit(inside) || sentence || before.trim() === '') {
      // "... in October. Jane Doe (dpa/picture alliance)": the name before the bracket belongs to the credit.
      const named = looksLikeCredit(inside) ? nameAtEnd(before) : null
      return named
        ? { caption: named.rest, credit: `${named.name} (${inside})` }
        : { caption: before.trim(), credit: inside }
    }
  }
  if (bracketOnly) return { caption: text, credit: '' }
  const cjk = /^(.{4,})[＝=]([^＝=\s]{1,24}(?:\s?[^＝=\s]{1,12})?)$/su.exec(text)
  if (cjk?.[1] && cjk[2] && UNSPACED_TEXT.test(cjk[1])) return { caption: cjk[1], credit: cjk[2] }
  const word = CREDIT_WORD.exec(text)
  if (word?.[1] && word[2] && !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}+\s\p{Ll}+/u.test(word[2])) {
    return {
      caption: withoutEnd(text.slice(0, word.index + word[0].length - word[1].length - word[2].length)),
      credit: word[2],
    }
  }
  // The last short stretch after a full stop that names an agency, or is a label and a name: "... on Friday. Jane Doe/Reuters"
  const last = /^(.*[.!?。"”»])\s+([^.!?]{2,70}?)\.?$/su.exec(text)
  if (last?.[1] && last[2] && countWords(last[2]) <= 9) {
    if (looksLikeCredit(last[2]) || agenciesIn(last[2]).length > 0) return { caption: last[1], credit: last[2] }
    const labelled = /^\p{Lu}\p{L}{3,12}\s?:\s(\p{Lu}.{1,50})$/u.exec(last[2])
    if (labelled?.[1]) return { caption: last[1], credit: labelled[1] }
  }
  if (
    countWords(text) <= 5 &&
    text.length < 60 &&
    !UNSPACED_TEXT.test(text) &&
    (looksLikeCredit(text) || agencyNamed(text) !== null)
  )
    return { caption: '', credit: text }
  return { caption: text, credit: '' }
}
/** A name of up to four capitalised words after the last full stop: "... in October. Jane Doe". */
function nameAtEnd(text: string): { rest: string; name: string } | null {
  const trimmed = text.trimEnd()
  let stop = trimmed.length - 1
  while (stop >= 0 && !(NAME_AFTER.includes(trimmed.charAt(stop)) && trimmed.charAt(stop + 1) === ' ')) stop--
  const words = stop < 0 ? [] : trimmed.slice(stop + 2).split(' ')
  const isName = words.length > 0 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
  return isName ? { rest: trimmed.slice(0, stop + 1), name: words.join(' ') } : null
}
const NAME_AFTER = '.!?。"”»'

/** Without the punctuation that led over to the credit; by hand, since a pattern anchored at the end is quadratic. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \n\t|,–—-(["/'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end).trim()
}
const UNSPACED_TEXT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Words that stand in credits and hardly elsewhere; picture agencies and how sites name them. */
const CREDIT_SIGN =
  /getty|shutterstock|imago|alamy|epa\b|afp|reuters|\bap\b|yonhap|\bdpa\b|keystone|photo|foto|picture alliance|handout|courtesy|file\b|supplied|unsplash|pexels|istock|\/[A-Z]|xinhua|bloomberg|anadolu|zuma|\bpa\b|\befe\b|ansa|kyodo|tass|images?$|wikimedia|screenshot|screengrab|via\s|配信|提供|撮影|사진|제공|連合|聯合|ＡＰ|ロイター|AP通信|連合ニュース/iu
function looksLikeCredit(text: string): boolean {
  return CREDIT_SIGN.test(text) && text.length < 100
}

/** The credit without its brackets and its label: `Photo: Ann Lee/AP)` -> `Ann Lee/AP`. */
export function cleanCredit(text: string): string {
  let end = text.length
  const opens = text.includes('(') && !/^[\s([]/.test(text)
  while (end > 0 && (' ]|/,\n\t'.includes(text.charAt(end - 1)) || (!opens && text.charAt(end - 1) === ')'))) end--
  return text
    .slice(0, end)
    .replace(/^[\s([|/–—,-]+/u, '')
    .replace(
      /^(?:(?:photo|picture|image|bild|foto|quelle|fotos|photograph|credit|credits|source|copyright|crédit|image source|image credit|image copyright|photo credit|source|fot|bildrechte|фото|коллаж|источник|джерело)\s{0,2}(?:by|credit)?\s{0,2}(?:\.{3}|[:：,.=＝])\s{0,2}|(?:photo|picture|image|photograph|illustration)s? by\s|copyright\s|©\s?|\(c\)\s?)+/giu,
      '',
    )
    .trim()
}

function pictureOf(box: Element): string | null {
  let found: string | null = null
  const walk = (node: Element, depth: number): void => {
    for (const child of node.children) {
      if (found !== null || typeof child === 'string') continue
      if (child.name === 'img' || child.name === 'amp-img') {
        const src = attr(child, 'data-src') || attr(child, 'src')
        if (src !== '' && !src.startsWith('data:')) found = src
      }
      if (depth < 10 && (!PICTURES.has(child.name) || child.name === 'picture')) walk(child, depth + 1)
    }
  }
  walk(box, 0)
  return found
}
