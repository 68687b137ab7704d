/**
 * Pictures' captions and credits.
 *
 * A caption is the text of a figcaption or figure, or text in a place named for captions beside a picture. The credit is
 * a part of its own where markup makes one, else what stands in brackets at the end or after "Photo:", "Foto:", "©".
 */
import { agenciesIn } from './agencies.ts'
import type { Image } from './article.ts'
import { PLACE_BIT } from './furniture.ts'
import type { Page, Run } from './runs.ts'
import { attr, collapse, type Element, INLINE, textOf } from './tree.ts'

export interface CaptionGroup {
  readonly image: Image
  /** Runs that the caption and credit were read from, the first of them standing for the caption. */
  readonly runs: readonly number[]
}

const CREDIT_NAME = /credit|copyright|(?:^|[^a-z])source|photographer|photo-?by|attribution|provider|agency|rights|quelle|foto-?graf|fotocredit|(?:^|[\s_-])autor|author|byline|(?:^|[\s_-])by(?:$|[\s_-])|owner/i
const PICTURES = new Set(['img', 'picture', 'video', 'amp-img', 'amp-video', 'iframe', 'amp-youtube', 'noscript', 'canvas'])
const NOT_FIGURE = new Set(['blockquote', 'table', 'pre', 'code', 'ul', 'ol'])

/** The figure-like element and the caption element that a run belongs to. */
function captionBox(run: Run, page: Page): { box: Element; caption: Element } | null {
  let caption: Element | null = null
  let named: Element | null = null
  for (let up: Element | null = run.element, level = 0; up && level < 14; up = up.parent, level++) {
    if (NOT_FIGURE.has(up.name) && !caption && !named) {
      if (up.name !== 'ul' && up.name !== 'ol') return null
    }
    if (up.name === 'figcaption') caption = up
    if (up.name === 'figure') {
      if (caption) return { box: up, caption }
      return page.media.has(up) && run.words < 120 ? { box: up, caption: named ?? up } : null
    }
    if (!named && level < 4 && up.name !== 'body' && page.places(up) & PLACE_BIT.caption) named = up
    if (named && level < 7 && page.media.has(up) && up.name !== 'body' && up.name !== 'article' && up.name !== 'main') {
      return run.words < 120 && (page.prose.get(up) ?? 0) < 900 ? { box: up, caption: named } : null
    }
  }
  return caption ? { box: caption, caption } : null
}

/** Groups the page's caption runs by picture, and parts captions from credits. */
export function captionsOf(page: Page): CaptionGroup[] {
  const groups: { box: Element; caption: Element; runs: Run[] }[] = []
  for (const run of page.runs) {
    const found = captionBox(run, page)
    if (!found) continue
    const last = groups.at(-1)
    const sameFigure = last && last.box === found.box && (last.caption === found.caption || last.box.name === 'figure')
    if (last && sameFigure && (last.runs.at(-1)?.index ?? -9) >= run.index - 2) last.runs.push(run)
    else groups.push({ ...found, runs: [run] })
  }
  return groups.map(({ box, runs }) => ({ image: imageOf(box, runs), runs: runs.map((run) => run.index) }))
}

function imageOf(box: Element, runs: readonly Run[]): Image {
  const credits: string[] = []
  const captions: string[] = []
  const seen = new Set<Element>()
  for (const run of runs) {
    if (seen.has(run.element)) continue
    seen.add(run.element)
    const own = isCreditPlace(run.element, box)
    if (own) {
      credits.push(run.text)
      continue
    }
    const inline = inlineCredits(run.element)
    if (inline.length > 0 && runs.filter((other) => other.element === run.element).length === 1) {
      credits.push(...inline.map((element) => textOf(element)))
      const rest = textWithout(run.element, new Set(inline))
      if (rest !== '') captions.push(rest)
    } else for (const other of runs) if (other.element === run.element) captions.push(other.text.replaceAll('\n', ' '))
  }
  const text = collapse(captions.filter((caption) => !LABEL_ONLY.test(caption)).join(' '))
  const parted = credits.length === 0 ? partCredit(text) : { caption: text, credit: collapse(credits.join(' ')) }
  const again = credits.length > 0 && parted.caption !== '' ? partCredit(parted.caption, true) : null
  return {
    caption: (again && again.credit !== '' ? again.caption : parted.caption) || null,
    credit: cleanCredit(parted.credit) || null,
    url: pictureOf(box),
  }
}
const LABEL_ONLY = /^(?:image caption|media caption|image source|caption|photo|bild|foto|image|open this photo in gallery:?|enlarge|vergrößern|toggle caption|hide caption|view image in fullscreen|vis mer|bild vergrößern)[,:]?$/i

function isCreditPlace(element: Element, box: Element): boolean {
  for (let up: Element | null = element, i = 0; up && up !== box && i < 3; up = up.parent, i++) {
    if (up.name === 'figcaption') return false
    const names = `${attr(up, 'class')} ${attr(up, 'itemprop')} ${attr(up, 'id')} ${attr(up, 'data-testid')}`
    if (CREDIT_NAME.test(names) && !/caption/i.test(names.replace(/caption[\w-]*(?:credit|copyright|source|author|attribution|byline)|(?:credit|copyright|source|attribution)[\w-]*caption/gi, ''))) return true
  }
  return element.name === 'cite' || element.name === 'small'
}

/** Inline children of a caption that hold its credit. */
function inlineCredits(element: Element): Element[] {
  const found: Element[] = []
  const walk = (node: Element, depth: number): void => {
    for (const child of node.children) {
      if (typeof child === 'string' || !INLINE.has(child.name)) continue
      const names = `${attr(child, 'class')} ${attr(child, 'itemprop')} ${attr(child, 'data-testid')}`
      const credit = CREDIT_NAME.test(names) || child.name === 'cite' || child.name === 'small'
      const text = credit ? textOf(child) : ''
      if (credit && text !== '' && text.length < 160) found.push(child)
      else if (depth < 3) walk(child, depth + 1)
    }
  }
  walk(element, 0)
  return found
}

function textWithout(element: Element, dropped: ReadonlySet<Element>): string {
  const parts: string[] = []
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (typeof child === 'string') parts.push(child)
      else if (!dropped.has(child) && child.name !== 'script') walk(child)
    }
  }
  walk(element)
  return collapse(parts.join(''))
}

const CREDIT_WORD = /(?:^|[\s|.,–—(["”’»/)])((?:(?:photo|picture|image|file photo|pic|photograph|illustration|graphic|video|ap photo|handout photo|screenshot)s?\s?(?:credit|courtesy|by|source|from|:|©|copyright)|(?:foto|bild|photo|fotos|quelle|crédit|credit|credits|source|copyright|fotografía|imagen|zdjęcie|fot|kuva|kilde|image source|image credit|image copyright|photographie|crédits|grafik|kreditering|ảnh|사진|写真)\s?[:：.=＝]|©|\(c\)|photograph(?:er)?:|courtesy(?: of|:)|via (?=getty|ap\b|reuters|afp))\s{0,2})(.{2,140})$/iu

/**
 * Parts `A street in Kyiv. (AP Photo/X)` into caption and credit.
 * @param bracketOnly only a bracket at the end may go: the credit is known already and may be repeated there
 */
export function partCredit(text: string, bracketOnly = false): { caption: string; credit: string } {
  const bracket = /^(.*?)\s{0,2}[([（［【〔]([^()[\]（）［］【】〔〕]{2,90}(?:\([^()]{1,30}\)[^()]{0,40})?)[)\]）］】〕]\s?\.?$/su.exec(text)
  if (bracket) {
    const [, before = '', inside = ''] = bracket
    if (looksLikeCredit(inside) || (/[.!?。"”]$/.test(before) && inside.split(' ').length <= 6 && /^\p{Lu}/u.test(inside))) return { caption: before.trim(), credit: inside }
  }
  if (bracketOnly) return { caption: text, credit: '' }
  const word = CREDIT_WORD.exec(text)
  if (word?.[2] && word.index > -1 && !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}+\s\p{Ll}+/u.test(word[2])) {
    const before = text.slice(0, word.index + (word[0].length - word[1]!.length - word[2].length)).replace(/[\s|,–—(["/]+$/u, '')
    return { caption: before.trim(), credit: word[2] }
  }
  // The last short stretch after a full stop that names an agency: "... on Friday. Jane Doe/Reuters"
  const last = /^(.*[.!?。"”»])\s+([^.!?]{2,70}?)\.?$/su.exec(text)
  if (last?.[1] && last[2] && (looksLikeCredit(last[2]) || agenciesIn(last[2]).length > 0) && last[2].split(' ').length <= 9) return { caption: last[1], credit: last[2] }
  if (text.length < 60 && (looksLikeCredit(text) || agenciesIn(text).length > 0) && text.split(' ').length <= 6) return { caption: '', credit: text }
  return { caption: text, credit: '' }
}

/** Words that stand in credits and hardly elsewhere; picture agencies and how sites name them. */
const CREDIT_SIGN = /getty|shutterstock|imago|alamy|epa\b|afp|reuters|\bap\b|yonhap|\bdpa\b|keystone|photo|foto|picture alliance|handout|courtesy|file\b|supplied|unsplash|pexels|istock|\/[A-Z]|xinhua|bloomberg|anadolu|zuma|\bpa\b|\befe\b|ansa|kyodo|tass|images?$|wikimedia|screenshot|screengrab|via\s|配信|提供|撮影|사진|제공|連合|聯合|ＡＰ|ロイター|AP通信|連合ニュース/iu
function looksLikeCredit(text: string): boolean {
  return CREDIT_SIGN.test(text) && text.length < 100
}

function cleanCredit(text: string): string {
  return text
    .replace(/^[\s([|/–—,-]+/u, '')
    .replace(/^(?:(?:photo|picture|image|bild|foto|quelle|fotos|photograph|credit|credits|source|copyright|crédit|image source|image credit|image copyright|photo credit|fot)\s{0,2}(?:by|credit)?\s{0,2}(?:[:：,.=＝]|\.{3})\s{0,2}|(?:photo|picture|image)s? by\s|©\s?|\(c\)\s?)+/giu, '')
    .replace(/[\s)\]|/,]+$/u, (tail) => (tail.includes(')') && text.includes('(') && !/^[\s([]/.test(text) ? ')' : ''))
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
