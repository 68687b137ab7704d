/**
 * The words by which sites mark what is not the article: in class names and ids, and in the furniture's own text.
 *
 * Class words were collected from CMS themes and ad servers' documentation, and from the class names that recur across
 * publishers; phrases are what the furniture says to readers, in the languages of the pages we read most. Both are
 * evidence for the body model and the reason given in `leftOut`, never a verdict alone.
 */
import type { LeftOutReason } from './article.ts'
import { wordEnd } from './fold.ts'

/** The kinds of place a class name or id speaks of; one bit each. */
export const PLACES = [
  'advertisement',
  'author',
  'body',
  'caption',
  'comments',
  'consent',
  'date',
  'deck',
  'embed',
  'footer',
  'headline',
  'kicker',
  'list',
  'media',
  'navigation',
  'newsletter',
  'paywall',
  'related',
  'share',
  'tags',
] as const
export type Place = (typeof PLACES)[number]

const PLACE_WORDS: Readonly<Record<Place, string>> = {
  advertisement:
    'ad ads adbox adslot adunit advert advertisement advertisements advertising advertorial adv adsense adwrapper anzeige banner billboard commercial criteo dfp gpt leaderboard mpu outbrain partner promoted publicidad publicidade pub reklame reklama sponsor sponsored sponsoring taboola teads werbung',
  author:
    'author authors autor autoren auteur bio byline bylines contributor contributors columnist creator journalist profile redakteur reporter signature writer',
  body: 'article articlebody articlecontent articletext article__body artikel artikelbody body bodycontent bodytext content contentbody copy entry maincontent paragraph post postbody postcontent prose richtext rich story storybody storytext text texto wysiwyg',
  caption:
    'bildunterschrift bu caption captions cap copyright credit credits cutline figcaption legend legende pie source sourceline wp-caption',
  comments:
    'cmt cmts comment comments commenting commentaires comentarios coral discussion disqus forum hyvor kommentar kommentare livefyre replies reply respond responses viafoura',
  consent: 'consent cookie cookies cookiebot didomi eucookie gdpr onetrust privacy sourcepoint usercentrics',
  date: 'date dates datetime datum fecha published publishdate pubdate time timestamp updated zeit',
  deck: 'abstract chapeau deck dek description entradilla excerpt intro introduction lead leadin lede standfirst sub subhead subheadline subheading subtitle subtitulo subtitulo summary synopsis teasertext vorspann',
  embed: 'embed embedded facebook-post iframe infogram instagram oembed tweet twitter-tweet youtube',
  footer: 'bottom colophon foot footer impressum imprint legal siteinfo',
  headline: 'headline heading headlines title titles titel titre titulo entrytitle posttitle articletitle',
  kicker: 'category categories channel dachzeile eyebrow kicker label overline rubrik ressort section-name topic',
  list: 'archive cards carousel feed grid listing listings slider stream swiper tile tiles',
  media:
    'audio carousel figure gallery image images img lightbox media photo photos pic picture player podcast slide slideshow thumb thumbnail video videos',
  navigation:
    'account breadcrumb breadcrumbs dropdown hamburger header jump login masthead megamenu menu menus mobilenav nav navbar navi navigation off-canvas offcanvas pager pagination search sidenav sitenav skip skiplink sticky-header subnav tab tabs toc toolbar topbar topnav ticker',
  newsletter:
    'enews newsletter nl newsletters optin signup signupform sign-up subscribe subscription subscribebox mailchimp mailing',
  paywall: 'barrier offer overlay paywall piano register registration regwall upsell',
  related:
    'aside also associated card infobox inline-related interlinks keepreading linkbox mais more morefrom morelinks mostpopular mostread mostviewed next nextarticle onward popular previous promo promotion promo-box read-also readalso readmore readnext recirc recirculation recommend recommendation recommendations recommended recommender rail related relatedlinks relatedcontent relatedarticles relacionadas seealso sidebar similar suggested suggestions teaser teasers tease trending verwandt weiterlesen weitere widget widgets wrap-related zergnet',
  share:
    'addthis addtoany bookmark follow print sharebar sharing share shareaholic sharebuttons sharedaddy sharethis social socials socialmedia socialshare tools utility whatsapp',
  tags: 'keyword keywords schlagworte schlagwort tag tags tagcloud taglist topics themen',
}

const bitOf = (place: Place): number => 1 << PLACES.indexOf(place)
export const PLACE_BIT = Object.fromEntries(PLACES.map((place) => [place, bitOf(place)])) as Readonly<
  Record<Place, number>
>

const WORD_BITS = new Map<string, number>()
for (const place of PLACES)
  for (const word of PLACE_WORDS[place].split(' ')) WORD_BITS.set(word, (WORD_BITS.get(word) ?? 0) | bitOf(place))

/** Names longer than this are styling; a place is named at the beginning. */
const NAMES_CHARS = 400
const isLower = (c: number): boolean => c >= 97 && c <= 122
const isUpper = (c: number): boolean => c >= 65 && c <= 90

/**
 * The places that a class attribute, an id or a test id speaks of, as bits of `PLACE_BIT`.
 *
 * Splits `articleBody__related-links sc-1x2` into words at anything but letters and where a capital follows a small
 * letter; two words in a row are looked up joined, too.
 */
export function placesNamed(names: string): number {
  let bits = 0
  let before = ''
  const end = Math.min(names.length, NAMES_CHARS)
  for (let i = 0; i < end; ) {
    const c = names.charCodeAt(i)
    if (!isLower(c) && !isUpper(c)) {
      i++
      continue
    }
    const start = i++
    if (isUpper(c)) while (i < end && isUpper(names.charCodeAt(i)) && !isLower(names.charCodeAt(i + 1))) i++
    if (i === start + 1 || isLower(c)) while (i < end && isLower(names.charCodeAt(i))) i++
    const word = names.slice(start, i).toLowerCase()
    bits |= WORD_BITS.get(word) ?? 0
    if (before !== '') bits |= WORD_BITS.get(before + word) ?? 0
    before = word
  }
  return bits
}

/** Something that furniture says: the whole run, the beginning of it, or anywhere in it. Matched in lower case, straight quotes. */
interface Phrases {
  readonly whole?: string
  readonly begins?: string
  readonly holds?: string
}

const PHRASES: Readonly<Partial<Record<LeftOutReason, Phrases>>> = {
  advertisement: {
    whole:
      'advertisement|advertisements|advertising|ad|ads|anzeige|werbung|publicidad|publicidade|publicité|pubblicità|reklama|reklame|annonse|annons|reklam|sponsored|sponsored content|promoted|commercial|advertorial|- advertisement -|story continues below|scroll to continue|continue reading below|ad feedback|remove ads|report this ad|iklan|quảng cáo|広告|광고|paid content|partner content|advertisement - story continues below|loading ad',
    begins:
      'advertisement |article continues after|article continues below|story continues below|story continues after|continue reading below|continues below ad|scroll to continue|anzeige |the article continues below|sponsored by|paid for by|promoted by|this advertisement|learn more about ad|skip advertisement|after ad|affiliate disclosure|when you purchase through links|we may earn a commission|we may earn commission|advertising - |contenido patrocinado|der artikel wird nach|artikel wird unter der anzeige|la suite après cette publicité|continua a leggere',
    holds: 'may earn a commission|earn an affiliate commission|affiliate links',
  },
  newsletter: {
    whole:
      'subscribe to our newsletter|subscribe to our newsletter!|sign up|subscribe|subscribe now|newsletter|newsletters|get our newsletter|sign up now|thank you for subscribing|thanks for subscribing|thank you for signing up|invalid email|email address|enter your email|your email|sign me up|newsletter abonnieren',
    begins:
      'sign up for|sign up to|subscribe to|get the latest|get our|join our newsletter|your subscription|your sign-up|your registration|thank you for your|subscribe for|get breaking news|enter your email|please enter a valid email|by signing up|by subscribing|by submitting your email|by providing an email|by entering your email|follow us on|abonnieren sie|jetzt newsletter|melden sie sich|der newsletter|suscríbete|inscrivez-vous|recevez|iscriviti|assine|inscreva-se|join thousands|stay up to date with|never miss a story|delivered to your inbox|get the morning|this newsletter is',
    holds:
      'could not be saved|has been successful|giving us your email|email address, i agree|to our daily|our daily newsletter|our newsletter|sign up for|to your inbox|your inbox|subscription could not be saved|subscription has been successful|subscribe to the newsletter|free newsletter|signed up for|to unsubscribe|newsletter signup|newsletter-anmeldung',
  },
  share: {
    whole:
      'share|tweet|email|print|facebook|twitter|whatsapp|linkedin|reddit|pinterest|copy link|link copied|copied|copied!|share this|share this article|share article|share on facebook|share on twitter|share on x|share on linkedin|share via email|telegram|messenger|x|flipboard|save|bookmark|like|pin|pin it|teilen|drucken|merken|mailen|twittern|compartir|partager|condividi|compartilhar|compartilhe|share this story|share this post|gift article|gift this article|listen|listen to this article|read later|save article|print article|email this article|kopieren|artikel teilen|link kopieren|feedback|del|スケッチ|シェア|공유|公유|share this:|like this:|like loading...|loading...|share on:|follow|follow us|add to favorites|font size|text size|',
    begins:
      'share this|share on|share via|share:|click to share|teilen sie|follow us|follow me on|like us on|share full article|tweet this|auf facebook|partager sur|compartir en|copy the link|follow @',
    holds: 'link copied|복사되었습니다|copied to clipboard|link kopiert',
  },
  related: {
    whole:
      "related|related articles|related stories|related news|related content|related posts|related topics|related links|read more|read next|read also|more|more stories|more news|more from|you may also like|you might also like|recommended|recommended for you|recommended stories|most read|most popular|most viewed|popular|trending|trending now|trending stories|latest|latest news|latest stories|featured stories|featured|editor's picks|editors' picks|top stories|don't miss|see also|up next|next article|previous article|keep reading|what to read next|more on this story|more on this|more like this|lesen sie auch|lesen sie mehr|mehr zum thema|auch interessant|das könnte sie auch interessieren|meistgelesen|weiterlesen|weitere artikel|weitere themen|zum thema|te puede interesar|lee también|más noticias|relacionados|à lire aussi|lire aussi|sur le même sujet|leggi anche|leia também|leia mais|veja também|czytaj także|read full story|more articles|the latest|must read|in case you missed it|more to explore|similar articles|today's top stories|in other news|関連記事|あわせて読みたい|관련기사|popular posts|recent posts|recent articles|articles you may like|from the web|around the web|promoted stories",
    begins:
      "read more:|read also:|read:|also read:|also read|see also:|related:|more:|more on |more from |more in |related article|related stor|read more about|read more on|read next|watch:|listen:|lesen sie auch|lesen sie hier|lesen sie mehr|mehr zu|mehr zum thema|auch interessant|lee también|lea también|le puede interesar|te puede interesar|à lire aussi|lire aussi|a lire aussi|leggi anche|leia também|leia mais|veja também|czytaj także|czytaj też|les også|läs också|przeczytaj|ayrıca okuyun|baca juga|xem thêm|you may also|you might also|recommended reading|click here to|for more on|don't miss:|must read|>> read|[read:|also see:|continue reading|up next:|watch the|click to read|read our|view gallery|see more|read the full|関連記事|【関連|▶|►|➡|→|in pictures:|explained:|also on",
  },
  comments: {
    whole:
      'comments|comment|leave a comment|leave a reply|post a comment|add a comment|join the conversation|view comments|show comments|reply|report|log in to comment|kommentare|kommentieren|comentarios|commentaires|discuss|conversation|be the first to comment|write a comment|kommentar schreiben|cancel reply|post comment|0 comments|no comments|view all comments|load comments|have your say|report abuse|join the discussion',
    begins:
      'comments (|leave a comment|leave a reply|your email address will not be published|you must be logged in|log in to comment|this site uses akismet|comments are closed|join the conversation|be the first to comment|view comments|show comments|there are no comments|please keep comments|comments have been|the comments below|we welcome your comments|have something to say|write to us|do you have a story|to comment on this|required fields are marked|notify me of|save my name',
  },
  consent: {
    begins:
      'we use cookies|this website uses cookies|this site uses cookies|we and our partners|we value your privacy|wir verwenden cookies|mit ihrer zustimmung|diese website verwendet|utilizamos cookies|nous utilisons|usamos cookies|questo sito utilizza|to view this content, you need to|externer inhalt|an dieser stelle findet|empfohlener externer inhalt|redaktionell empfohlener inhalt|datenschutz|ich bin damit einverstanden|this content is hosted by|allow content provided by|we need your permission|recommended external content|externer inhalt|externe inhalte|deine privatsphäre-einstellungen|ihre privatsphäre-einstellungen|für die darstellung von|zur darstellung|placeholder image|contenido externo|contenu externe|this content could not be loaded|this is an information message|your consent|to see this content|wir benötigen ihre zustimmung|an dieser stelle finden sie',
    holds:
      'uses cookies|use cookies|use of cookies|cookie policy|cookie settings|cookie preferences|personenbezogene daten an drittplattformen|personal data may be transferred|our use of cookies|third-party content',
  },
  terms: {
    whole:
      'terms of use|privacy policy|terms of service|terms and conditions|terms|privacy|legal|impressum|agb|contact|contact us|about us|do not sell my personal information|accessibility|cookie policy|terms & conditions|editorial guidelines',
    begins:
      'by clicking|by creating an account|by registering|by using this|i agree|you agree|this site is protected by recaptcha|terms of|use of this site|disclaimer:|the information provided|this material may not be|reproduction|any copying|ask for permission|mit der nutzung',
    holds:
      'terms of use|terms of service|privacy policy|privacy notice|terms and conditions|recaptcha|datenschutzerklärung|politique de confidentialité|nutzungsbedingungen',
  },
  copyright: {
    begins: '©|(c) |copyright|all rights reserved|alle rechte|todos los derechos|tous droits|® |© ',
    holds:
      'all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|todos os direitos reservados|無断転載|무단전재|無断複製|may not be published, broadcast, rewritten|may not be reproduced',
  },
  promotion: {
    begins:
      'download our app|download the app|get the app|get our app|add us as a preferred|add us on google|make us your preferred|aktuelle nachrichten aufs handy|follow our live|listen to our podcast|join our whatsapp|follow our whatsapp',
    holds: 'preferred source|news app|our app|in the app store|on google play',
  },
  paywall: {
    whole:
      'subscribe to continue reading|subscribers only|this content is for subscribers|to continue reading|continue reading|log in|login|register|already a subscriber?|already a subscriber? log in|premium|weiterlesen mit|jetzt abonnieren|jetzt testen|subscribe to read|sign in|start your free trial',
    begins:
      "unlimited access|get unlimited access|subscribe to continue|subscribe to read|to continue reading|to read the full|this article is for subscribers|this content is for|already a subscriber|already have an account|register to continue|you have reached your|you've reached your|create a free account|log in to|sign in to|unlimited access|subscribe today|jetzt weiterlesen|dieser artikel ist exklusiv|sie haben noch kein|weiterlesen mit|lesen sie diesen artikel|testen sie|diesen artikel weiterlesen|exklusiv für abonnenten|pour lire la suite|article réservé|il vous reste|contenido exclusivo|para seguir leyendo|este contenido es|suscríbete para|start your subscription|this is a subscriber|this article is exclusive|please log in|この記事は有料|残り",
    holds:
      'for subscribers only|subscribers only|subscribe now for|exclusive to subscribers|exclusive for subscribers|nur für abonnenten|réservé aux abonnés|solo para suscriptores|solo per abbonati|有料会員限定|会員限定',
  },
  donation: {
    begins:
      'donate now|support our journalism|support us|make a donation|become a member|become a patron|buy me a coffee|unterstützen sie|if you enjoyed|if you value|fund this|help support',
    holds:
      'make a donation|support our journalism|your donation|become a member|monthly donation|tax-deductible|reader-supported',
  },
  player: {
    whole:
      'play|play video|watch|watch now|watch video|pause|mute|unmute|fullscreen|video player|audio player|listen now|loading video|video|audio|gallery|photos|0:00|close|expand|enlarge|view image in fullscreen|toggle caption|hide caption|show caption|open in gallery|zoom|image|full screen|image gallery|skip|next|previous|back',
    begins:
      'try refreshing|this video is|this browser does not|your browser does not|video:|javascript is|please enable javascript|to play this video|media caption|image source|image caption|play video|watch live|loading|you need to enable|video unavailable|this video can not|dieses video|the media could not|an error has occurred|please use a modern browser|this feature requires|enable javascript',
    holds: 'does not support the video|does not support the audio|does not support html5|enable javascript',
  },
  'table of contents': {
    whole:
      'table of contents|contents|in this article|on this page|jump to|inhaltsverzeichnis|inhalt|índice|sommaire|key points|skip to',
  },
  'author bio': {
    begins:
      'about the author|written by|over de auteur|über den autor|more about|view all posts|about author|view author|see all posts|posts by',
    holds:
      'is a freelance|is a staff writer|is a reporter for|is a senior reporter|is a journalist|follow her on|follow him on|follow them on|can be reached at|email the reporter|contact the author|is a correspondent for',
  },
}

const WHOLE = new Map<string, LeftOutReason>()
/** Phrases by their first word, or their first character where they begin with none: a run is compared with a handful. */
const BEGINS = new Map<string, [phrase: string, reason: LeftOutReason][]>()
const HOLDS = new Map<string, [phrase: string, reason: LeftOutReason][]>()
const ENDS_WORD = '.,;:!?)"'
const ENDS = ' :»›>…\t\n\u00a0'

/** The word that a text begins with, or its first character where it begins with none. */
function firstWord(text: string): string {
  return text.slice(0, Math.max(1, wordEnd(text, 0)))
}
function file(index: Map<string, [string, LeftOutReason][]>, phrases: string | undefined, reason: LeftOutReason): void {
  for (const phrase of phrases?.split('|') ?? []) {
    const key = firstWord(phrase)
    const list = index.get(key)
    if (list) list.push([phrase, reason])
    else index.set(key, [[phrase, reason]])
  }
}
for (const [reason, { whole, begins, holds }] of Object.entries(PHRASES) as [LeftOutReason, Phrases][]) {
  for (const phrase of whole?.split('|') ?? []) if (!WHOLE.has(phrase)) WHOLE.set(phrase, reason)
  file(BEGINS, begins, reason)
  file(HOLDS, holds, reason)
}

export interface PhraseFound {
  readonly reason: LeftOutReason
  readonly where: 'whole' | 'begins' | 'holds'
}

/** The furniture phrase that a run of text is, begins with or holds, if any; only the first 400 characters are looked at. */
export function furniturePhrase(text: string): PhraseFound | null {
  const lower = text.slice(0, 400).toLowerCase().trim()
  const folded = lower.includes('’') || lower.includes('‘') ? lower.replace(/[’‘]/g, "'") : lower
  let end = folded.length
  while (end > 0 && ENDS.includes(folded.charAt(end - 1))) end--
  const whole = WHOLE.get(folded.slice(0, end))
  if (whole) return { reason: whole, where: 'whole' }
  for (const [phrase, reason] of BEGINS.get(firstWord(folded)) ?? [])
    if (folded.startsWith(phrase)) return { reason, where: 'begins' }
  // What is held in a sentence takes a sentence; menus have no need of the search.
  if (folded.length <= 18 || !folded.includes(' ')) return null
  for (let at = 0; at < folded.length; ) {
    const space = folded.indexOf(' ', at)
    const next = space === -1 ? folded.length : space
    let end = next
    while (end > at + 1 && ENDS_WORD.includes(folded.charAt(end - 1))) end--
    for (const [phrase, reason] of HOLDS.get(folded.slice(at, end)) ?? [])
      if (folded.startsWith(phrase, at)) return { reason, where: 'holds' }
    at = next + 1
  }
  return null
}
