/**
 * Furniture that needs no weighing: navigation, comments, consent dialogs, buttons, footers.
 *
 * A place is certain only when it cannot be the article: it does not hold the headline, and not most of the page's prose.
 */
import type { LeftOutReason } from './article.ts'
import { PLACE_BIT } from './furniture.ts'
import type { Page } from './runs.ts'
import { attr, type Element, isWithin } from './tree.ts'

const BY_TAG = new Map<string, LeftOutReason>(
  Object.entries({
    nav: 'navigation',
    dialog: 'consent',
    'amp-consent': 'consent',
    'amp-ad': 'advertisement',
    'amp-embed': 'advertisement',
    'amp-sidebar': 'navigation',
    option: 'form',
    label: 'form',
  }),
)
const BY_ROLE = new Map<string, LeftOutReason>(
  Object.entries({
    navigation: 'navigation',
    contentinfo: 'navigation',
    search: 'navigation',
    dialog: 'consent',
    alertdialog: 'consent',
    menu: 'navigation',
    menubar: 'navigation',
  }),
)
const NAMES: readonly (readonly [RegExp, LeftOutReason])[] = [
  [
    /(?:^|[\s_-])(?:comments?|commentlist|comments?-?(?:area|section|list|wrapper|container|thread)|disqus(?:_thread)?|fb-comments|respond|livefyre|viafoura|coral-talk|kommentare?|leserkommentare?|lesermeinungen|community-?(?:comments|section)|comentarios|commentaires)(?:$|[\s_-])/i,
    'comments',
  ],
  [
    /(?:^|[\s_-])(?:cookie-?(?:consent|notice|banner|law|policy|popup|bar|message|dialog|modal|info)?|cookies|gdpr|cmplz|onetrust|didomi|usercentrics|consent|cookiebot|cky|cli-modal|eu-cookie-law|moove_gdpr\w*|sp_message\w*)(?:$|[\s_-])/i,
    'consent',
  ],
  [
    /(?:^|[\s_-])(?:outbrain|taboola|adsbygoogle|ob-widget|dfp-ad|ad-?slot|ad-?unit|advertisement|google-ad|zergnet)(?:$|[\s_-])/i,
    'advertisement',
  ],
  [
    /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text|a11y-only|visuallyhidden|u-hidden-visually)(?:$|[\s_-])/i,
    'hidden',
  ],
  [
    /(?:^|[\s_-])(?:twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed|bluesky-embed|reddit-embed-bq|telegram-post|social-(?:post|embed)|tweet-embed|embedded-tweet)(?:$|[\s_-])/i,
    'embed',
  ],
  [
    /(?:^|[\s_-])(?:mega-?menu|main-?menu|site-?(?:nav|header|footer)|global-?(?:nav|header|footer)|page-?footer|breadcrumbs?)(?:$|[\s_-])/i,
    'navigation',
  ],
]
/** A certain place holds at most this share of the page's prose, unless this much is left outside it. */
const MOST = 0.4
const ENOUGH_OUTSIDE = 600
/** A newsletter form or a row of share buttons says little; what says more is no such thing. */
const SMALL = 500

/** For each run, the reason it is certainly furniture, or null. */
export function certainFurniture(page: Page, headlineRun: number): (LeftOutReason | null)[] {
  const memo = new Map<Element, LeftOutReason | null>()
  const nameMemo = new Map<string, LeftOutReason | null>()
  const headlineChain = new Set<Element>()
  for (let up: Element | null = page.runs[headlineRun]?.element ?? null; up; up = up.parent) headlineChain.add(up)
  let total = 0
  for (const size of page.prose.values()) total = Math.max(total, size)

  const named = (element: Element): LeftOutReason | null => {
    const names = `${attr(element, 'class')} ${attr(element, 'id')}`
    if (names === ' ') return null
    let reason = nameMemo.get(names)
    if (reason === undefined) {
      reason = NAMES.find(([pattern]) => pattern.test(names.length > 300 ? names.slice(0, 300) : names))?.[1] ?? null
      nameMemo.set(names, reason)
    }
    return reason
  }
  const own = (element: Element): LeftOutReason | null => {
    if (element.name === 'body' || element.name === 'html' || element.name === 'article' || element.name === 'main')
      return null
    const isPageFooter = element.name === 'footer' && !isWithin(element, (ancestor) => ancestor.name === 'article')
    return (
      BY_TAG.get(element.name) ??
      (isPageFooter ? 'navigation' : null) ??
      BY_ROLE.get(attr(element, 'role').toLowerCase()) ??
      named(element)
    )
  }
  const small = (element: Element): LeftOutReason | null => {
    const places = element.places
    if (places & (PLACE_BIT.body | PLACE_BIT.headline | PLACE_BIT.deck)) return null
    return places & PLACE_BIT.newsletter ? 'newsletter' : places & PLACE_BIT.share ? 'share' : null
  }
  const reasonOf = (element: Element): LeftOutReason | null => {
    const known = memo.get(element)
    if (known !== undefined) return known
    const inherited = element.parent ? reasonOf(element.parent) : null
    let reason = inherited
    if (reason === null && !headlineChain.has(element)) {
      const candidate = own(element)
      const held = page.prose.get(element) ?? 0
      if (candidate !== null && (held <= total * MOST || total - held >= ENOUGH_OUTSIDE)) reason = candidate
      if (reason === null && (page.content.get(element)?.chars ?? SMALL) < SMALL) reason = small(element)
    }
    memo.set(element, reason)
    return reason
  }
  return page.runs.map((run) => (run.index === headlineRun ? null : reasonOf(run.element)))
}
