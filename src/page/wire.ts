/**
 * Whose copy it is: the dateline at the start of the body, and the agency credits around it.
 *
 * "SEOUL, Jan. 5 (Yonhap) --", a closing "(Reuters)", "Reporting by ...; Editing by ...", "AP contributed", "With
 * reporting by AFP", "Mit Material von dpa", a byline that is an agency. Photo credits never count. Datelines follow
 * the form of the AP Stylebook: the place in capitals, sometimes a date, sometimes the agency in brackets, then a dash.
 */
import { agenciesIn, agencyNamed } from './agencies.ts'
import type { Evidence } from './article.ts'
import { isCity } from './cities.ts'

const DASH = String.raw`\s{0,2}(?:--|—|–|―|-(?=\s))\s{0,2}`
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’\-]{1,24}(?:\s\p{Lu}[\p{Lu}.'’\-]{1,24}){0,3}`
const TAIL = String.raw`(?:,\s[\p{Lu}][\p{L}.'’]{1,20}(?:\s[\p{Lu}\d][\p{L}\d.]{0,14}){0,3}){0,2}`
const DATE = String.raw`(?:,?\s(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s\p{Lu}?\p{L}{2,9}\.?)(?:,?\s\d{4})?)?`

const DASHED = /[—–―]|--|-\s/

/** `SEOUL, Jan. 5 (Yonhap) --`, `WASHINGTON (AP) —`, `JAKARTA, Indonesia (AP) —` */
const CAPITAL_DATELINE = new RegExp(
  `^(${CAPITALS}${TAIL}${DATE}(?:\\s?[(/[][\\p{L}\\d.,\\-/ ]{2,40}[)/\\]])?)${DASH}`,
  'u',
)
/** `Kyiv, Ukraine — `, `Washington (AFP) - `, `Berlin (dpa) - ` : mixed case needs an agency or a long dash */
const MIXED_DATELINE = new RegExp(
  `^(\\p{Lu}[\\p{L}.'’\\-]{1,20}(?:[ /]\\p{Lu}[\\p{L}.'’\\-]{1,20}){0,2}${TAIL}${DATE}\\s?\\([\\p{L}.,\\-/ ]{2,30}\\))\\s{0,2}(?:${DASH}|[.:]\\s|(?=\\p{Lu}))`,
  'u',
)
const PLAIN_DATELINE =
  /^(\p{Lu}[\p{L}'’-]{2,20}(?:[ /]\p{Lu}[\p{L}'’-]{1,20}){0,2}(?:,\s\p{Lu}[\p{L}.'’]{1,20})?)\s{1,2}(?:—|--)\s{0,2}(?=\p{Lu})/u
/** `(서울=연합뉴스) 홍길동 기자 =`, `【ソウル＝名前】`, `【ソウル時事】` */
const CJK_DATELINE = /^([(（【[［][^()（）【】[\]［］]{1,30}[)）】\]］])/u
/** A German dateline printed bold at the start: `Berlin.`, `Frankfurt/Main.` */
const BOLD_DATELINE = /^(\p{Lu}[\p{L}\-/]{2,24}(?:\s(?:am|an der|im)?\s?\p{Lu}[\p{L}-]{2,20})?)\.\s/u

export interface Dateline {
  /** As printed, without the dash: `SEOUL, Jan. 5 (Yonhap)`. */
  readonly text: string
  readonly agency: string | null
}

/**
 * The dateline that a paragraph opens with, or null.
 * @param boldStart how many characters at the start are printed bold, which marks a German dateline
 */
export function datelineOf(paragraph: string, boldStart = 0): Dateline | null {
  const head = paragraph.slice(0, 140)
  const made = (text: string): Dateline => {
    const bracket = /[(/[（【［]([^)/\]）】］]{2,40})[)/\]）】］]/u.exec(text)
    return { text, agency: agenciesIn(bracket?.[1] ?? '')[0] ?? null }
  }
  // Capitals and a dash alone may be any name: NATO, a speaker in an interview. A date, a region or an agency tells a
  // dateline; so does a city that is known for them. Most paragraphs lack the mark that a form needs, which is told first.
  const dashed = DASHED.test(head)
  const capital = dashed ? CAPITAL_DATELINE.exec(head)?.[1]?.trim() : undefined
  if (capital && !NOT_PLACE.test(capital) && (/[(,/\d]/.test(capital) || isCity(capital))) return made(capital)
  const colon = head.includes(':') ? COLON_DATELINE.exec(head)?.[1] : undefined
  if (colon && isCity(colon)) return made(colon)
  const mixed = head.includes('(') ? MIXED_DATELINE.exec(head)?.[1]?.trim() : undefined
  if (mixed && made(mixed).agency) return made(mixed)
  const plain = dashed ? PLAIN_DATELINE.exec(head)?.[1]?.trim() : undefined
  if (plain && (plain.includes(',') || isCity(plain)) && !NOT_PLACE.test(plain)) return made(plain)
  const spaced = /\s[·–]\s/.test(head) ? SPACED_DATELINE.exec(head)?.[1] : undefined
  if (spaced && isCity(spaced)) return made(spaced)
  const cjk = CJK_DATELINE.exec(head)
  const closing = cjk?.[1]
    ? (agenciesIn(cjk[1].slice(1, -1))[0] ??
      agencyNamed(/(?:時事|共同|連合|聯合|新華社)(?=.$)/u.exec(cjk[1])?.[0] ?? ''))
    : null
  if (cjk?.[1] && (/[=＝]/.test(cjk[1]) || (/^【/.test(cjk[1]) && closing !== null))) {
    return { text: cjk[1], agency: closing }
  }
  const bold = boldStart > 0 ? BOLD_DATELINE.exec(head) : null
  if (bold?.[1] && boldStart >= bold[1].length && boldStart <= bold[1].length + 3) return made(bold[1])
  return null
}
/** `NEW DELHI: ` as Indian papers print it; `Neuss · ` and `Indianapolis – ` elsewhere */
const COLON_DATELINE = new RegExp(`^(${CAPITALS}):\\s(?=[\\p{Lu}"“‘'])`, 'u')
const SPACED_DATELINE = /^(\p{Lu}\p{Ll}{2,18}(?:[ /-]\p{Lu}\p{Ll}{1,18})?)\s(?:·|–)\s(?=[\p{Lu}"“„])/u
const NOT_PLACE =
  /^(?:BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|VIDEO|LIVE|READ|NOTE|MORE|FULL|KEY|TIPS?|Q&A|FAQ|QUESTION|ANSWER|SUMMARY|TOPLINE|DISCLAIMER|IMPORTANT|CORRECTION|OPINION|ANALYSIS|FACT|SPOILER|DEAR|WARNING|PHOTOS?|Breaking|Update|Note|Correction|Yes|No|Nein|Ja|Video|Live|Opinion|Analysis|Exclusive)\b/u

/** `Reporting by A in Seoul; Editing by B`: the sign-off of Reuters copy and others' */
const SIGN_OFF = /^\(?\s?(?:(?:additional|with)\s)?(?:reporting|writing|editing|compiled)\s(?:by|from)\b/i
const CONTRIBUTED =
  /\b(?:contributed (?:to|from|reporting)|contributed\.?$|contributed to this (?:report|story|article))/i
const WITH =
  /\b(?:with (?:reporting|files|material|additional reporting|inputs?|agency inputs|information) (?:by|from)|additional (?:reporting|material)(?: by| from|\s?:)|files from|(?:this (?:story|article|report) (?:was |has been )?(?:originally )?(?:published|provided|produced) by)|source\s?:|quelle\s?:|fuente\s?:|mit (?:material|agenturmaterial|informationen) (?:von|der|des)|avec|con información de|con agencias)\s/i

/** Whether a line says whose reporting the article is or leans on. */
export function isCreditLine(line: string): boolean {
  return SIGN_OFF.test(line) || CONTRIBUTED.test(line) || isPlainCredit(line)
}

/** A short line that opens with what it takes from an agency; in running text the same words are a sentence's. */
function isPlainCredit(line: string): boolean {
  const found = line.length < 120 ? WITH.exec(line) : null
  return found !== null && found.index <= 24 && !/\b(?:said|told|poll|survey|data)\b/i.test(line)
}

export interface Wire {
  readonly name: string | null
  readonly evidence: Evidence | null
}

/**
 * @param paragraphs the body, in order
 * @param around short runs printed between headline and body or right after it
 */
export function wireOf(
  paragraphs: readonly string[],
  dateline: Dateline | null,
  bylines: readonly string[],
  around: readonly string[],
  outlet: string | null,
): Wire {
  const names: string[] = []
  const from: string[] = []
  const add = (agencies: readonly string[], place: string): void => {
    for (const agency of agencies) {
      if (
        outlet !== null &&
        (agencyNamed(outlet) === agency || new RegExp(`^${agency}(?![\\p{L}\\p{N}])`, 'iu').test(outlet))
      )
        continue
      if (!names.includes(agency)) {
        names.push(agency)
        from.push(place)
      }
    }
  }
  if (dateline?.agency) add([dateline.agency], 'dateline')
  for (const byline of bylines) {
    const parts = byline.split(/\s*[/,]\s*/)
    const named = parts.flatMap((part) => agencyNamed(part) ?? [])
    if (named.length > 0) add(named, 'byline')
    else if (/^(?:the )?associated press\b|^reuters\b|^agence france/i.test(byline)) add(agenciesIn(byline), 'byline')
  }
  paragraphs.forEach((paragraph, i) => {
    const nearEnd = i >= paragraphs.length - 3
    // The credit stands alone after the last full stop; a bracket within a sentence explains a word.
    const closing = /(?:[.!?。”"»…]|^)\s{0,2}[(（[]([^()（）[\]]{2,40})[)）\]]\s{0,2}\.?$/u.exec(paragraph)
    if (closing?.[1] && nearEnd) {
      const named = creditIn(closing[1])
      if (named.length > 0) add(named, 'closing credit')
    }
    if (paragraph.length < 400 && nearEnd) {
      if (SIGN_OFF.test(paragraph)) {
        const named = agenciesIn(paragraph)
        add(named, 'sign-off')
      } else if (CONTRIBUTED.test(paragraph) && /^(?:the\s)?[\p{Lu}(]/u.test(paragraph))
        add(agenciesIn(paragraph.split(/\bcontributed\b/i)[0] ?? ''), 'contribution line')
      else if (isPlainCredit(paragraph)) add(agenciesIn(paragraph), 'credit line')
      else if (paragraph.length < 60) add(creditIn(paragraph.replace(/^[—–-]\s*|^[([]|[)\].]$/g, '')), 'credit line')
    }
  })
  for (const line of around) {
    if (line.length > 160) continue
    if (isPlainCredit(line) || SIGN_OFF.test(line) || CONTRIBUTED.test(line)) add(agenciesIn(line), 'credit line')
    else if (line.length < 50)
      add(
        creditIn(
          line.replace(/^(?:source|quelle|fuente|von|by|par|por)\s?[:：]?\s/i, '').replace(/^[([]|[)\].]$/g, ''),
        ),
        'credit line',
      )
  }
  return {
    name: names.length > 0 ? names.join(', ') : null,
    evidence: names.length > 0 ? { from: [...new Set(from)].join(', ') } : null,
  }
}

/** Agencies when a text is nothing but agencies: "AFP/Reuters", "dpa", "AP, AFP". */
function creditIn(text: string): string[] {
  const parts = text.split(/\s*(?:[/,;&|·–-]|\band\b|\bund\b|\bwith\b)\s*/u).filter(Boolean)
  const named = parts.map(
    (part) => agencyNamed(part) ?? (/^(?:afp|apa|efe|kna|sid)$/.test(part) ? agencyNamed(part.toUpperCase()) : null),
  )
  return parts.length > 0 && named[0] && named.filter(Boolean).length >= parts.length / 2
    ? named.filter((name) => name !== null)
    : []
}
