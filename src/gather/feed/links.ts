/**
 * A front page or a section -> the articles that it links to. What a page prints as a headline and what an address looks
 * like have to agree; menus, tags, authors and service pages are told by their place and their address.
 */
import { PLACE_BIT } from '../../page/furniture.ts'
import { isSameSite } from '../../page/imprint.ts'
import { countWords } from '../../page/runs.ts'
import { attr, collapse, type Element, parseTree, textOf } from '../../page/tree.ts'
import { addressKey, canonicalAddress } from './canonical.ts'
import { httpAddress } from './entry.ts'
import { SECTION_ANYWHERE, SECTION_LAST } from './section-words.ts'

export interface ArticleLink {
  /** Canonical: tracking parameters and fragment gone. */
  readonly url: string
  /** The headline, as the link prints it. */
  readonly title: string
}

/** A portal's front page links to some 400 articles. */
const MAX_LINKS = 2000
/** A headline has some 4 to 25 words; what is longer is a headline with its summary, cut where the heading is not marked. */
const MIN_WORDS = 4
const MAX_TITLE_CHARS = 300

const ELSEWHERE =
  PLACE_BIT.navigation |
  PLACE_BIT.footer |
  PLACE_BIT.share |
  PLACE_BIT.tags |
  PLACE_BIT.author |
  PLACE_BIT.comments |
  PLACE_BIT.consent |
  PLACE_BIT.advertisement |
  PLACE_BIT.newsletter
const HEADING = /^h[1-6]$/
/** What is no page to read, by the end of its path. */
const FILE =
  /\.(?:7z|apk|avif|csv|docx?|epub|exe|gif|ico|jpe?g|json|m3u8|m4a|mov|mp3|mp4|pdf|png|pptx?|rss|svg|webm|webp|xlsx?|xml|zip)$/i

const ARTICLE = /^(?:articles?|artikel|clanek|nota|noticias?|stor(?:y|ies))$/i

/** How much an address looks like an article's: 0 not at all, 1 perhaps, 2 surely. */
export function articleAddress(address: string): 0 | 1 | 2 {
  const { pathname, search } = new URL(address)
  const parts = pathname.split('/').filter((part) => part !== '')
  const last = parts.at(-1)?.toLowerCase() ?? ''
  if (FILE.test(pathname) || parts.some((part) => SECTION_ANYWHERE.has(part.toLowerCase())) || SECTION_LAST.has(last))
    return 0
  const words = Math.max(0, ...parts.slice(-2).map(slugWords))
  const isDated = /\/(?:19|20)\d{2}[/-]?(?:\d{1,2}|[a-z]{3})(?:[/-]?\d{1,2})?[/-]/i.test(`${pathname}/`)
  const hasId =
    parts.some((part) => /(?:^|\D)\d{5,}(?:\D|$)/.test(part)) || /[=/](?:[0-9a-f]{8}-|[0-9a-f]{16,})/i.test(pathname)
  if (words >= 5 || (isDated && words >= 2) || (hasId && (words >= 2 || isDated))) return 2
  if (words >= 3 || isDated || hasId || /[?&](?:p|\w{0,12}(?:id|idx|no|num))=\d{3,}/i.test(search)) return 1
  // /articles/c1ym8zyrp9o: a key, under a word that says what it is the key of.
  if (parts.slice(0, -1).some((part) => ARTICLE.test(part)) && /^(?=.*\d)[a-z\d]{6,}$/.test(last)) return 1
  return 0
}

/** How many words a part of a path is made of: `ferry-strike-may-last` has 4. */
function slugWords(part: string): number {
  const words = part.slice(0, 300).split(/[-_+]|%20/)
  return words.filter((word) => /[a-z\u0080-\uffff%]/i.test(word)).length < 2
    ? 0
    : words.filter((word) => /^(?:[\p{L}%]|\d{1,4}$)/u.test(word)).length
}

interface Mention {
  readonly title: string
  readonly isHeading: boolean
  readonly isElsewhere: boolean
}

/**
 * The articles of its own site that a page links to, in page order, each once.
 * @param html the decoded page
 * @param url its address
 */
export function articleLinks(html: string, url: string): ArticleLink[] {
  const mentions = new Map<string, { url: string; of: Mention[] }>()
  const own = addressKey(url)
  let base: string = url

  const visit = (element: Element, isHeading: boolean, isElsewhere: boolean): void => {
    const { name } = element
    // What a menu or footer links to is on every page; an article among it stands on the page as well.
    if (name === 'nav' || name === 'footer' || attr(element, 'role') === 'navigation') return
    if (name === 'base') base = httpAddress(attr(element, 'href'), url) ?? base
    const heading = isHeading || HEADING.test(name)
    const elsewhere = isElsewhere || (element.places & ELSEWHERE) !== 0
    if (name === 'a') take(element, heading, elsewhere)
    for (const child of element.children) if (typeof child !== 'string') visit(child, heading, elsewhere)
  }
  const take = (anchor: Element, isHeading: boolean, isElsewhere: boolean): void => {
    const address = httpAddress(attr(anchor, 'href'), base)
    const canonical = address && canonicalAddress(address)
    const key = canonical && addressKey(canonical)
    if (!canonical || !key || key === own || mentions.size >= MAX_LINKS || !isSameSite(canonical, url)) return
    if (/\b(?:author|nofollow|sponsored|tag)\b/i.test(attr(anchor, 'rel'))) return
    const inner = headingIn(anchor)
    const title =
      collapse(inner ? textOf(inner) : textOf(anchor)) || collapse(attr(anchor, 'aria-label') || attr(anchor, 'title'))
    const found = mentions.get(key) ?? { url: canonical, of: [] }
    found.of.push({ title, isHeading: isHeading || inner !== null, isElsewhere })
    mentions.set(key, found)
  }
  visit(parseTree(html).root, false, false)

  const links: ArticleLink[] = []
  for (const found of mentions.values()) {
    const title = titleOf(found.of, articleAddress(found.url))
    if (title !== null) links.push({ url: found.url, title })
  }
  return links
}

/** The headline among the mentions of one address, or null where it is no article's. */
function titleOf(mentions: readonly Mention[], looks: 0 | 1 | 2): string | null {
  const headlines = mentions.filter(({ title }) => countWords(title) >= MIN_WORDS)
  const inPlace = headlines.filter(({ isElsewhere }) => !isElsewhere)
  // What stands only where class names speak of menus or tags is an article if its address leaves no doubt.
  const candidates = inPlace.length > 0 ? inPlace : looks === 2 ? headlines : []
  const best =
    candidates.find(({ isHeading }) => isHeading) ??
    candidates.find(({ title }) => title.length <= MAX_TITLE_CHARS) ??
    candidates[0]
  if (best === undefined || looks === 0) return null
  // Headlines are no sentences with a full stop; what introduces a topic is.
  if (looks === 1 && !best.isHeading && /[^.]\.$/.test(best.title)) return null
  return best.title.length > MAX_TITLE_CHARS ? `${best.title.slice(0, MAX_TITLE_CHARS).toWellFormed()}…` : best.title
}

/** The first heading inside, near below. */
function headingIn(element: Element, reach = 6): Element | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (HEADING.test(child.name)) return child
    const found = reach > 0 ? headingIn(child, reach - 1) : null
    if (found) return found
  }
  return null
}
