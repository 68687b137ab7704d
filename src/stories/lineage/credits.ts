/**
 * Printed credit: where an article says from which other outlet it has what it tells - in a sentence, for what that
 * sentence tells; in a dateline, a closing line or a byline, for the whole article. Its own outlet is no source of its own.
 */
import type { LinkKind } from '../../claims/claim.ts'
import { documentOf } from '../../language/document.ts'
import { agencyNamed } from '../../page/agencies.ts'
import type { Span } from '../../page/article.ts'
import type { Reading } from '../reading.ts'
import { carrierOf } from '../voice.ts'
import { AFTER, BEFORE, SUBJECT, UNNAMED_AFTER, UNNAMED_BEFORE, UNNAMED_MEDIA } from './credit-forms.ts'
import { type NamedOutlet, type OutletNames, outletsNamed } from './outlet-names.ts'

export interface Credit {
  /** The outlet as it is known, or as printed. */
  readonly name: string
  /** `unnamed` for "local media": that tells no more than that the article did not hear it itself. */
  readonly kind: 'outlet' | 'unnamed'
  readonly link: LinkKind
  /** Where the text prints the name; null for a byline or a credit beside the text. */
  readonly anchor: Span | null
  /** The sentence that it stands in; null where it holds for the whole article. */
  readonly reach: Span | null
}

/** Characters before and after a name that tell whether it is credited. */
const AROUND = 120
/** Lines at the end of a text that may be a credit. */
const CLOSING = 3
/** A longer line is a paragraph. */
const LINE = 160

/** The credits that an article prints, in the order of the text, those for the whole article first. */
export function creditsIn({ article }: Reading, names: OutletNames): Credit[] {
  const { text, outlet } = article
  const own = outlet === null ? null : carrierOf(outlet)
  const lines = linesOf(text).filter(
    ({ start, end }) =>
      !article.blocks.some((block) => block.kind === 'caption' && block.start < end && start < block.end) &&
      !article.related.some((one) => one.start !== undefined && one.start < end && start < (one.end ?? end)),
  )
  const whole = [
    ...(article.wire?.split(', ') ?? []).map((name): Credit => ({ ...WIRE, name })),
    ...article.bylines.flatMap((byline) => bylineCredit(byline)),
    ...lines.slice(0, 1).flatMap((line) => datelineCredit(text, line, names)),
    ...lines.slice(-CLOSING).flatMap((line) => closingCredit(text, line, names)),
  ]
  const passing = lines.flatMap((line) => [...sentenceCredits(text, line, names), ...unnamedCredits(text, line)])
  const isOther = ({ name }: Credit) => carrierOf(name) !== own
  const all = whole.filter(isOther)
  const wholly = new Set(all.map(({ anchor }) => anchor?.start))
  return [
    ...new Map(all.map((credit) => [carrierOf(credit.name), credit])).values(),
    ...passing.filter((credit) => isOther(credit) && !wholly.has(credit.anchor?.start)),
  ]
}

const WIRE = { kind: 'outlet', link: 'wire', anchor: null, reach: null } as const

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() !== '') lines.push({ start: index, end: index + line.length })
  }
  return lines
}

/** An article whose author is an agency: `By Reuters`, `AFP staff`. */
function bylineCredit(byline: string): Credit[] {
  const name = agencyNamed(byline.replace(/^by\s+/i, '').replace(/\s+(?:staff|correspondent|writers?)$/i, ''))
  return name === null ? [] : [{ ...WIRE, name }]
}

const outletCredit = (link: LinkKind, offset: number, { name, start, end }: NamedOutlet): Credit => ({
  name,
  kind: 'outlet',
  link,
  anchor: { start: offset + start, end: offset + end },
  reach: null,
})

/** `GRANGE (Radio Grange) -`, `(Bay Press) --` */
const DATELINE = /^([^()\n]{0,60}\()([^()\n]{2,60})\)\s{0,2}(?:--|[-–—―:])/u

function datelineCredit(text: string, { start, end }: Span, names: OutletNames): Credit[] {
  const match = DATELINE.exec(text.slice(start, Math.min(end, start + 140)))
  if (!match) return []
  const [, opening = '', bracket = ''] = match
  return wholly(bracket, names).map((named) => outletCredit('wire', start + opening.length, named))
}

/** The outlets that are all a bracket or a line says: `Reuters, Bay Press`; none where it says more. */
function wholly(words: string, names: OutletNames): NamedOutlet[] {
  const found = outletsNamed(words, names)
  let rest = words
  for (const { start, end } of [...found].reverse()) rest = rest.slice(0, start) + rest.slice(end)
  return /[\p{L}\p{N}]/u.test(rest.replace(/\b(?:and|with|the|news|agency|agencies|staff)\b/giu, '')) ? [] : found
}

/** What opens a line that credits: `Source:`, `With material from`, `First published by`. */
const LABEL =
  /^[[(—–-]?\s?(?:(?:source|sources|via|credit|credits|courtesy of|h\/t|from)\s?:\s?|(?:\(c\)|©|copyright)\s(?:\d{4}\s)?|(?:with\s)?(?:additional\s)?(?:contributions?|files|information|inputs?|material|reporting)\s(?:by|from)\s|(?:this\s(?:article|content|item|piece|post|report|story)\s)?(?:(?:is|was|has been|has|had)\s)?(?:also\s|first\s|originally\s|previously\s)?(?:appeared|provided|published|produced|republished|reprinted|written|ran)\s(?:first\s|originally\s)?(?:by|from|in|on|with permission from)\s|(?:republished|reprinted)\sfrom\s)(?:the\s)?/iu
/** `Radio Grange first published this story`, `Bay Press contributed to this report` */
const CONTRIBUTED =
  /^(?:the\s)?(.{2,60}?)\s(?:first|originally)?\s?(?:contributed|published|reported|ran|produced)\s(?:to\s)?this\s(?:article|piece|report|story)/iu
/** `It rained. (Bay Press)`, `(Bay Press)`, `-- Bay Press` */
const TAIL = /(?:^|[.!?…”"’]\s{0,2})(\(|\[|--\s?|—\s?|–\s?)([^()[\]\n]{2,60})[)\]]?\.?\s?$/u
/** Any name after a label that leaves no doubt. */
const ANY_NAME = /^(\p{Lu}[\p{L}\p{N}.&'’-]{1,24}(?:\s[\p{Lu}&][\p{L}\p{N}.&'’-]{0,24}){0,4})[.)\]]{0,2}\s?$/u
const SURE = /^[[(—–-]?\s?(?:source\s?:|via\s?:|(?:this\s|first\s|originally\s))/iu

function closingCredit(text: string, { start, end }: Span, names: OutletNames): Credit[] {
  const line = text.slice(start, end)
  const tail = TAIL.exec(line.slice(-100))
  if (tail) {
    const offset = end - Math.min(100, line.length) + tail.index + tail[0].indexOf(tail[2] as string)
    const named = wholly(tail[2] as string, names)
    if (named.length > 0) return named.map((one) => outletCredit('wire', offset, one))
  }
  if (line.length > LINE) return []
  const label = LABEL.exec(line)?.[0]
  if (label !== undefined) {
    const rest = line.slice(label.length)
    const named = outletsNamed(rest, names)
    if (named.length > 0) return named.map((one) => outletCredit('wire', start + label.length, one))
    const any = SURE.test(label) ? ANY_NAME.exec(rest)?.[1]?.replace(/\.$/, '') : undefined
    return any === undefined
      ? []
      : [outletCredit('wire', start + label.length, { name: any, start: 0, end: any.length, known: false })]
  }
  const contributed = CONTRIBUTED.exec(line)?.[1]
  if (contributed !== undefined) {
    const at = line.indexOf(contributed)
    return outletsNamed(contributed, names).map((one) => outletCredit('wire', start + at, one))
  }
  return line.length < 60
    ? wholly(line, names)
        .filter(({ known }) => known)
        .map((one) => outletCredit('wire', start, one))
    : []
}

/** The outlets that a paragraph's sentences have what they tell from. */
function sentenceCredits(text: string, { start, end }: Span, names: OutletNames): Credit[] {
  const line = text.slice(start, end)
  const credited = outletsNamed(line, names).flatMap((named) => {
    const link = linkBy(line, named)
    return link === null ? [] : [outletCredit(link, 0, named)]
  })
  return inSentences(line, start, credited)
}

/** How a name is credited by the words around it; null where it is not. */
function linkBy(line: string, { start, end }: Span): LinkKind | null {
  const ahead = line.slice(Math.max(0, start - AROUND), start)
  const behind = line.slice(end, end + AROUND)
  const before = BEFORE.find((form) => form.before.test(ahead))
  if (before !== undefined) return before.link
  if (SUBJECT.test(behind)) return null
  return AFTER.find((form) => form.after.test(behind))?.link ?? null
}

function unnamedCredits(text: string, { start, end }: Span): Credit[] {
  const line = text.slice(start, end)
  if (!/media|news|press/i.test(line)) return []
  const found = [...line.matchAll(UNNAMED_MEDIA)].flatMap(({ 0: words, index }): Credit[] => {
    const ahead = line.slice(Math.max(0, index - AROUND), index)
    const behind = line.slice(index + words.length, index + words.length + AROUND)
    if (!UNNAMED_BEFORE.test(ahead) && !UNNAMED_AFTER.test(behind)) return []
    const anchor = { start: index, end: index + words.length }
    return [{ name: words, kind: 'unnamed', link: 'cites', anchor, reach: null }]
  })
  return inSentences(line, start, found)
}

/** Longest paragraph that is cut into sentences; in a longer one a credit holds for what is near it. */
const LONGEST = 5000

/** Credits of a line, each with its sentence, at their places in the text. */
function inSentences(line: string, offset: number, credits: readonly Credit[]): Credit[] {
  if (credits.length === 0) return []
  const sentences: readonly Span[] = line.length > LONGEST ? [] : documentOf(line).sentences
  return credits.map((credit) => {
    const anchor = credit.anchor as Span
    const { start, end } = sentences.find((one) => anchor.start < one.end) ?? {
      start: Math.max(0, anchor.start - AROUND),
      end: Math.min(line.length, anchor.end + AROUND),
    }
    return {
      ...credit,
      anchor: { start: offset + anchor.start, end: offset + anchor.end },
      reach: { start: offset + start, end: offset + end },
    }
  })
}
