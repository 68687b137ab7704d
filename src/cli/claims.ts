/**
 * Claims for people: which are shown, and each on a line or two - who says it, on whose word, what, how many, where,
 * when, how sure.
 */
import type { Claim, Figure, Link } from '../claims/claim.ts'
import type { Article } from '../page/index.ts'
import { dateOf, datesOf } from '../publish/when.ts'
import { tally } from './flow.ts'
import { numberOf } from './marks.ts'
import type { Look } from './paint.ts'
import { clip, pad, wrap } from './wrap.ts'

/** Which claims are shown. */
export interface Choice {
  /** Beliefs and intentions as well as what was said, however unsure. */
  readonly all: boolean
  /** 0 to 1; null leaves it to `all`. */
  readonly minConfidence: number | null
}

/** Of what the model reads below this in PolNeAR, annotators marked less than three in ten just so. */
const MIN_CONFIDENCE = 0.3

/** The claims to show, in their order. */
export function chosen(claims: readonly Claim[], { all, minConfidence }: Choice): readonly Claim[] {
  const floor = minConfidence ?? (all ? 0 : MIN_CONFIDENCE)
  return claims.filter(({ act, confidence }) => confidence >= floor && (all || act === 'speech'))
}

/** What is not shown and how to see it, or null where nothing is kept back. */
export function unshown(claims: readonly Claim[], choice: Choice): string | null {
  const shown = new Set(chosen(claims, choice))
  const kinds = claims
    .filter((claim) => !shown.has(claim))
    .map(({ act }) => (act === 'speech' ? 'of low confidence' : act))
  if (kinds.length === 0) return null
  const remedy = choice.all ? 'a lower --min-confidence shows them' : '--all shows them'
  return `not shown: ${tally(kinds, (kind) => (kind === 'of low confidence' ? kind : `${kind}s`))}; ${remedy}`
}

/** Why an article has no claims at all. */
export function noClaims({ text, headline, lang }: Article): string {
  if (text === '' && headline === null) return 'No claims found: there is no text.'
  if (lang !== null && lang !== 'en')
    return `No claims found: claims are read in English only, and this page is in ${languageNamed(lang)}.`
  return 'No claims found: nothing here is attributed to anyone, and no statement gives a figure.'
}

function languageNamed(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The list of claims, a line or two each. */
export function claimList(claims: readonly Claim[], article: Article, { width, paint }: Look): string[] {
  const column = Math.max(0, ...claims.map((claim) => numberOf(claim).length)) + 3
  return claims.flatMap((claim) => {
    const label = `[${numberOf(claim)}]`
    const indent = { first: pad(label, column), rest: ' '.repeat(column) }
    const [first = '', ...rest] = wrap(claimLine(claim, article), width, indent)
    return [paint.mark(label) + first.slice(label.length), ...rest]
  })
}

/** A claim on one line: `Volodymyr Zelensky <- RBC-Ukraine <- Yonhap: lost "up to a battalion" (Kursk; 3-4 Jan 2025)`. */
export function claimLine(claim: Claim, article: Article): string {
  const chips = chipsOf(claim)
  return `${lineageOf(claim, article)}: ${gistOf(claim)}${chips.length > 0 ? ` (${chips.join('; ')})` : ''}`
}

/** The speaker, on whose word, and who carried it, inward to outward; the page's own outlet goes without saying. */
function lineageOf({ type, speaker, chain }: Claim, { outlet }: Article): string {
  const links = chain[0]?.kind === 'outlet' && chain[0].name === outlet ? chain.slice(1) : chain
  const names = (some: readonly Link[]) => some.map(({ name }) => name)
  if (type === 'none' || speaker === null) return ['unattributed', ...names(links).reverse()].join(' <- ')
  const own = links.findIndex(({ name }) => name === speaker.name)
  const basis = own < 0 ? [] : names(links.slice(own + 1))
  const carriers = names(own < 0 ? links : links.slice(0, own)).reverse()
  const named = basis.length > 0 ? `${speaker.name}, citing ${basis.join(', who cites ')}` : speaker.name
  return [named, ...carriers].join(' <- ')
}

const MARKS = /["“”«»]/
const OUTER = /^["'“”‘’«»]+|["'“”‘’«»,.]+$/g

/** Words in quotation marks; their own outer ones are taken off where no others stand within. */
function quoted(words: string): string {
  const bare = words.replace(OUTER, '')
  if (!MARKS.test(bare)) return `"${bare}"`
  return MARKS.test(words.charAt(0)) ? words : `"${words}"`
}

/** The longest gist, in columns: two lines of a terminal with what stands beside it. */
const GIST = 110

/** What is claimed: each figure with its measure, or the words themselves. */
function gistOf({ figures, content }: Claim): string {
  const measured = figures.filter(({ measure }) => measure !== null)
  if (measured.length === 0) return quoted(clip(content.text.replace(/^that\s/, ''), GIST))
  return measured.map(({ measure, text }) => `${measure} ${quoted(text)}`).join(', ')
}

/** Figures, population, place, times, hedges - and what kind of claim it is where that is not speech in the text. */
function chipsOf(claim: Claim): string[] {
  const { figures, place, eventTime, saidTime, hedges, act, confidence } = claim
  const told = figures.some(({ measure }) => measure !== null)
  const weak = hedges.filter(({ start, end }) => !figures.some((figure) => start >= figure.start && end <= figure.end))
  const event = eventTime && (datesOf(eventTime.start, eventTime.end) ?? quoted(eventTime.text))
  const said = saidTime && (saidTime.date === null ? quoted(saidTime.text) : dateOf(saidTime.date))
  return [
    claim.in === 'text' ? null : `in the ${claim.in}`,
    act === 'speech' ? null : act,
    ...figures.map((figure) => boundsOf(figure) ?? (told ? null : quoted(figure.text))),
    ...new Set(figures.map(({ of, unit }) => (of === unit ? null : of))),
    place?.name,
    event,
    said && `said ${said}`,
    weak.length > 0 ? `hedged ${[...new Set(weak.map(({ text }) => quoted(text)))].join(', ')}` : null,
    confidence < MIN_CONFIDENCE ? `confidence ${confidence.toFixed(2)}` : null,
  ].filter((chip) => chip !== null && chip !== undefined)
}

/** `3,000`, `1.5 million`. Not by Intl, whose tables take a tenth of a second to load. */
function written(number: number): string {
  const size = Math.abs(number)
  if (size >= 1e9) return `${digits(number / 1e9)} billion`
  return size >= 1e6 ? `${digits(number / 1e6)} million` : digits(number)
}

/** A number with at most four decimals, its thousands parted. */
function digits(number: number): string {
  const [whole = '', decimals] = String(Number(number.toFixed(4))).split('.')
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return decimals === undefined ? parted : `${parted}.${decimals}`
}

/** How many: `<= 500`, `>= 3,000`, `~11,000`, `10,000-12,000`, `9 percent`; null for words without a number. */
function boundsOf({ low, high, approximate, unit }: Figure): string | null {
  const about = approximate ? '~' : ''
  const of = unit === null || unit === 'people' ? '' : ` ${unit}`
  if (low === null) return high === null ? null : `<= ${written(high)}${of}`
  if (high === null) return `>= ${written(low)}${of}`
  const range = low === high ? written(low) : `${written(low)}-${written(high)}`
  return `${about}${range}${of}`
}

/** The account of claims: each with the words it was read from and the rule or model behind its parts. */
export function claimsWhy(claims: readonly Claim[], article: Article, look: Look): string[] {
  const { width, paint } = look
  return claims.flatMap((claim) => {
    const { source, cue, content, type, chain, hedges, confidence, why } = claim
    const facts: [string, string | null | undefined][] = [
      ['source', source?.text],
      ['cue', cue?.text],
      ['content', `${content.text} (${type})`],
      [
        'chain',
        chain
          .map(({ name, link, anchor }) => `${name} (${link}${anchor ? `: ${quoted(anchor.text)}` : ''})`)
          .join(' > '),
      ],
      ['hedges', hedges.map(({ text, kind }) => `${quoted(text)} (${kind})`).join(', ')],
      ['sure', confidence.toFixed(2)],
      ['why', why],
    ]
    const lines = facts.flatMap(([label, text]) => {
      if (!text) return []
      const [first = '', ...rest] = wrap(text, width, { first: pad(`    ${label}`, 13), rest: pad('', 13) })
      return [paint.label(first.slice(0, 13)) + first.slice(13), ...rest]
    })
    return [...claimList([claim], article, look), ...lines]
  })
}
