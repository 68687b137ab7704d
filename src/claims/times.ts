/**
 * When it was said, and when it happened: which time expression of a sentence stands with the saying (beside its cue,
 * outside its content) and which within what is claimed. Relative words of a claim are counted from the day it was said.
 */
import type { Document } from '../language/document.ts'
import { hullOf, isWithin, overlap, spanAt, startingBefore } from '../language/order.ts'
import { dayOfIso, isoOf } from '../language/times/calendar.ts'
import type { TimeExpression } from '../language/times/time.ts'
import { type Reference, timesOf } from '../language/times/times.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'
import type { EventTime, SaidTime } from './claim.ts'

const inParts = (span: Span, parts: Parts): boolean => parts.some((part) => overlap(span, part))

/** The saying's words: cue and source, or the content where neither is printed. */
function sayingOf({ cue, source, content }: Attribution): Span {
  const [first] = cue ?? source ?? content
  return first as Span
}

/** A clause of its own between the saying and its time: who was appointed in March, after the talks on Friday. */
const OTHER_CLAUSE =
  /(?:^|[\s,(])(?:as (?:an?|he|it|she|the|they)|who|whom|which|whose|where|when|whether|while|because|since|if|after|before)\s/i
const CLAUSE_MARK = /[,;:()—–]/

/** The words between an expression and the mark before it that closes a clause, back to `floor`. */
function clauseBefore(text: string, start: number, floor: number): string {
  let from = start
  while (from > floor && !CLAUSE_MARK.test(text[from - 1] as string)) from--
  return text.slice(from, start)
}

function distance(a: Span, b: Span): number {
  if (overlap(a, b)) return 0
  return a.end <= b.start ? b.start - a.end : a.start - b.end
}

/** How far from the saying its time is looked for, in characters: a sentence may be as long as a list. */
const REACH = 700

/** How much of the sentence around a time tells which way it lies. */
const TENSE_REACH = 160

const around = (span: Span, { start, end }: Span, reach: number): Span => ({
  start: Math.max(start, span.start - reach),
  end: Math.min(end, span.end + reach),
})

/** Before the saying costs more than after it: said on Friday, rather than Friday's talks, he said. */
const BEFORE = 12
/** A mark between costs more still. */
const ACROSS = 25

/**
 * The time that stands with the saying, or null.
 * @param times the time expressions of the text, in order
 * @param others the text's other attributions: what stands in their content, or nearer their cue, is not this saying's
 */
export function saidTimeOf(
  document: Document,
  attribution: Attribution,
  times: readonly TimeExpression[],
  others: readonly Attribution[] = [],
): SaidTime | null {
  if (attribution.cue === null && attribution.source === null) return null
  const saying = sayingOf(attribution)
  const whole = spanAt(document.sentences, saying.start)
  if (whole === null) return null
  const sentence = around(saying, whole, REACH)
  const { text } = document
  const near = timesWithin(times, sentence).filter((time) => isOfSaying(time) && !inParts(time, attribution.content))
  if (near.length === 0) return null
  const rivals = others.filter(
    (other) => other !== attribution && other.cue !== null && isWithin(hullOf(other.cue), sentence),
  )
  let best: { readonly time: TimeExpression; readonly cost: number } | null = null
  for (const time of near) {
    // what another says is not when this one spoke, unless this one is part of what it says
    if (rivals.some((other) => inParts(time, other.content) && !inParts(saying, other.content))) continue
    const cost = costOf(text, time, saying, sentence, attribution)
    if (cost === null) continue
    const nearer = rivals.some((other) => {
      const cue = hullOf(other.cue as Parts)
      return (
        !overlap(cue, saying) &&
        !inParts(saying, other.content) &&
        distance(time, cue) + ACROSS < distance(time, saying)
      )
    })
    if (nearer) continue
    if (best === null || cost < best.cost) best = { time, cost }
  }
  return best === null ? null : saidTime(text, best.time)
}

/** How far an expression stands from the saying, in characters and what weighs like them; null where another clause has it. */
function costOf(text: string, time: Span, saying: Span, sentence: Span, attribution: Attribution): number | null {
  const clause = clauseBefore(text, time.start, Math.max(sentence.start, time.start - 200))
  const from = time.start - clause.length
  // said on Friday when it met; but not "said when it met on Friday"
  const inClause = saying.start >= from && saying.end <= time.start
  if (OTHER_CLAUSE.test(inClause ? text.slice(saying.end, time.start) : clause)) return null
  const between =
    time.end <= saying.start
      ? text.slice(time.end, saying.start)
      : text.slice(saying.end, Math.max(saying.end, time.start))
  // the content between them parts them: its own length is no distance
  const covered = attribution.content.reduce((sum, part) => {
    const a = Math.max(part.start, Math.min(time.end, saying.end))
    const b = Math.min(part.end, Math.max(time.start, saying.start))
    return sum + Math.max(0, b - a)
  }, 0)
  const marks = CLAUSE_MARK.test(between) ? ACROSS : 0
  return distance(time, saying) - covered + marks + (time.end <= saying.start ? BEFORE : 0) + (covered > 0 ? ACROSS : 0)
}

/** A day, a stretch or a word like `earlier`: no length, no habit, no open end. */
function isOfSaying({ kind, value, first, last, why }: TimeExpression): boolean {
  if (kind === 'duration' || kind === 'set') return false
  if (kind === 'vague') return value === 'PAST_REF'
  if (why === 'open at one end' || why === 'last or next length' || why === 'within a length') return false
  return (first === null) === (last === null)
}

/** The date that an expression's words give: a day, a month, a year, or null. */
function saidTime(text: string, time: TimeExpression): SaidTime {
  const { start, end, first, last } = time
  return { text: text.slice(start, end), date: commonDate(first, last), anchor: { start, end } }
}

/** What two ISO dates share: the day, the month or the year. */
function commonDate(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null
  for (const length of [10, 7, 4]) if (first.slice(0, length) === last.slice(0, length)) return first.slice(0, length)
  return null
}

function timesWithin(times: readonly TimeExpression[], span: Span): readonly TimeExpression[] {
  let from = 0
  let to = times.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((times[middle] as Span).end <= span.start) from = middle + 1
    else to = middle
  }
  let after = from
  while (after < times.length && (times[after] as Span).start < span.end) after++
  return times.slice(from, after)
}

/**
 * The time of what is claimed, or null.
 * @param times the time expressions of the text, counted from the published day
 * @param reference what they were counted from
 * @param said the day it was said, ISO, where known: relative words of the content are counted from it
 */
export function eventTimeOf(
  document: Document,
  attribution: Attribution,
  times: readonly TimeExpression[],
  reference: Reference,
  said: string | null = null,
): EventTime | null {
  const { text } = document
  const found = attribution.content.flatMap((part) =>
    timesWithin(times, part).filter((time) => isWithin(time, part) && !isYardstick(text, time, part)),
  )
  const best = preferred(text, found)
  if (best === null) return soFar(text, attribution.content, found, said ?? reference.anchor ?? reference.published)
  let time = best
  if (said !== null && said.length === 10 && !best.absolute) {
    const sentence = around(best, spanAt(document.sentences, best.start) ?? best, TENSE_REACH)
    const again = timesOf(text, { ...reference, anchor: said }, sentence.start, sentence.end)
    time = again.find(({ start, end }) => start === best.start && end === best.end) ?? best
  }
  return {
    text: text.slice(time.start, time.end),
    start: time.first,
    end: time.last,
    anchor: { start: time.start, end: time.end },
  }
}

/** Words in -est that compare nothing. */
const NO_SUPERLATIVE =
  /^(?:arrest|behest|chest|conquest|contest|crest|digest|divest|earnest|forest|guest|harvest|honest|interest|invest|latest|manifest|midwest|modest|nest|northwest|protest|quest|request|rest|southwest|suggest|test|vest|west)$/
/** How far before a length the superlative that it measures may stand. */
const SUPERLATIVE_REACH = 80

/** Is the time what something is the most of: the lowest in three years, the first since May? It tells no day of it. */
function isYardstick(text: string, time: TimeExpression, part: Span): boolean {
  if (!/^P/.test(time.value) && time.why !== 'last or next length' && time.why !== 'open at one end') return false
  const before = text.slice(Math.max(part.start, time.start - SUPERLATIVE_REACH), time.start)
  const [lead = ''] = /^(?:in|for|since)\b/i.exec(text.slice(time.start, time.end)) ?? []
  if (lead === '' && !/\b(?:in|for|since)(?: [\p{L}-]+){0,2} $/u.test(before)) return false
  const words = before
    .slice(Math.max(...Array.from('.,;:()—–', (mark) => before.lastIndexOf(mark))) + 1)
    .toLowerCase()
    .split(/\s+/)
  const at = words.findLastIndex(
    (word) =>
      /^(?:best|first|least|most|only|worst)$/.test(word) || (/^\p{L}+est$/u.test(word) && !NO_SUPERLATIVE.test(word)),
  )
  if (at < 0) return false
  // the oldest have left since Monday; but the worst that was seen in years
  const between = words.slice(at + 1)
  return (
    !between.some((word) => /^(?:are|had|has|have|is|was|were|will)$/.test(word)) ||
    between.some((word) => word === 'that' || word === 'ever')
  )
}

/** `Two days of fighting have cost`: a length that what is claimed has lasted, up to the day it was said. */
function soFar(text: string, content: Parts, times: readonly TimeExpression[], today: string | null): EventTime | null {
  const [time] = times
  const last = dayOfIso(today ?? '')
  const match = time && /^P(\d{1,3})([DW])$/.exec(time.value)
  if (time === undefined || !match || time.kind !== 'duration' || time.mod !== null || last === null) return null
  if (/^(?:several|a?\s?few|couple)/i.test(text.slice(time.start, time.end))) return null
  const part = content.find((whole) => isWithin(time, whole)) as Span
  const rest = text.slice(time.end, Math.min(part.end, time.end + TENSE_REACH))
  if (!/^ of /.test(rest) || !/\b(?:has|have|had) \p{L}/u.test(rest)) return null
  const length = Number(match[1])
  const first = match[2] === 'D' ? last - length + 1 : last - 7 * length
  const { start, end } = time
  return { text: text.slice(start, end), start: isoOf(first), end: isoOf(last), anchor: { start, end } }
}

/** The first that names days; failing that, the first that could. */
function preferred(text: string, times: readonly TimeExpression[]): TimeExpression | null {
  const dated = times.find(({ first, last, kind }) => (first !== null || last !== null) && kind !== 'vague')
  if (dated !== undefined) return dated
  const upToNow = times.find(({ kind, first, last }) => kind === 'vague' && first === null && last !== null)
  return (
    upToNow ?? times.find((time) => (time.kind === 'date' || time.kind === 'period') && namesDay(text, time)) ?? null
  )
}

/** Could its day be known? A year earlier, the next day: than what, or after which, nothing has said. */
function namesDay(text: string, { start, end, why }: TimeExpression): boolean {
  if (why === 'from the day named last') return false
  return why !== 'length ago or ahead' || /\b(?:ago|from \p{L}+)$/iu.test(text.slice(start, end))
}

export interface ClaimTimes {
  readonly said: SaidTime | null
  readonly event: EventTime | null
}

/** By speaker, the ISO day on which the article says that they spoke. */
export type SaidDays = ReadonlyMap<string, string>

/** The days on which speakers spoke, as far as they are this article's news; each speaker's first. */
export function saidDaysOf(
  times: readonly ClaimTimes[],
  speakers: readonly (string | null)[],
  published: string | null,
): SaidDays {
  const days = times.flatMap(({ said }, i): [string, string][] => {
    const speaker = speakers[i]
    return speaker && said?.date && isSameNews(said.date, published) ? [[speaker, said.date]] : []
  })
  return new Map(days.reverse())
}

/**
 * The times of all attributions of a text.
 * @param speakers for each attribution who speaks, by any key; the same for the same speaker, null where unknown
 * @param told the days on which speakers spoke, by the same keys, as told elsewhere: in the text, for its headline
 */
export function claimTimes(
  document: Document,
  attributions: readonly Attribution[],
  reference: Reference,
  speakers: readonly (string | null)[] = attributions.map((attribution) => sourceKey(document, attribution)),
  told: SaidDays = new Map(),
): ClaimTimes[] {
  const times = timesOf(document.text, reference)
  const sentences = attributions.map(
    (attribution) => spanAt(document.sentences, sayingOf(attribution).start)?.start ?? -1,
  )
  const together = new Map(
    Array.from(
      Map.groupBy(attributions.keys(), (i) => sentences[i] as number),
      ([sentence, indices]) => [sentence, byCue(indices.map((i) => attributions[i] as Attribution))],
    ),
  )
  const said = attributions.map((attribution, i) => {
    const { start, end } = sayingOf(attribution)
    const others = together.get(sentences[i] as number) ?? []
    const from = startingBefore(others, start - REACH - 1) + 1
    const near = others.slice(from, startingBefore(others, end + REACH) + 1)
    return saidTimeOf(
      document,
      attribution,
      times,
      near.map(({ of }) => of),
    )
  })
  const days = Map.groupBy(
    [...said.keys()].filter((i) => isSameNews(said[i]?.date ?? null, reference.published)),
    (i) => speakers[i] ?? '',
  )
  for (const indices of days.values()) indices.sort((a, b) => startOf(said[a]) - startOf(said[b]))
  const dated = [...days.values()].flat().sort((a, b) => startOf(said[a]) - startOf(said[b]))
  return attributions.map((attribution, i) => {
    const at = sayingOf(attribution).start
    const speaker = speakers[i] ?? ''
    const own = speaker === '' ? null : nearestSaid(at, said, days.get(speaker) ?? [])
    const day = said[i]?.date ?? own ?? told.get(speaker) ?? neighbouring(at, said, dated)
    return { said: said[i] ?? null, event: eventTimeOf(document, attribution, times, reference, day) }
  })
}

const startOf = (time: SaidTime | null | undefined): number => time?.anchor.start ?? 0

/** How old news can be, in days, and still be this article's. */
const SAME_NEWS = 3

/** Is it a day, and not long before the article? */
function isSameNews(date: string | null, published: string | null): boolean {
  if (date?.length !== 10) return false
  const said = dayOfIso(date)
  const today = dayOfIso(published ?? '')
  return said !== null && (today === null || Math.abs(today - said) <= SAME_NEWS)
}

/** How near another's day must be told, in characters, to be taken for the day of a saying without one. */
const NEIGHBOUR = 500

/** The day told last before the offset, or else first after it, within reach: the same news, as a rule. */
function neighbouring(at: number, said: readonly (SaidTime | null)[], dated: readonly number[]): string | null {
  const after = firstAfter(at, said, dated)
  for (const i of [dated[after - 1], dated[after]]) {
    const time = i === undefined ? null : said[i]
    if (time && Math.abs(time.anchor.start - at) <= NEIGHBOUR) return time.date
  }
  return null
}

/** The last word of a source's first part, which for people is the surname. */
function sourceKey({ text }: Document, { source }: Attribution): string | null {
  if (source === null) return null
  const [part] = source as [Span]
  const words = text.slice(part.start, part.end).match(/\p{Lu}[\p{L}\p{M}'’-]*/gu)
  // -y, -yy, -iy: one ending in several transliterations
  return (
    words
      ?.at(-1)
      ?.toLowerCase()
      .replace(/(?:i+y*|y+)$/, 'y') ?? null
  )
}

/** The attributions that have a cue, each with its cue's span, in the order of the cues. */
function byCue(attributions: readonly Attribution[]): (Span & { readonly of: Attribution })[] {
  return attributions
    .flatMap((of) => (of.cue === null ? [] : { ...hullOf(of.cue), of }))
    .sort((a, b) => a.start - b.start)
}

/**
 * Of the days said at the given indices, the one told nearest to the offset, those before it first.
 * @param indices in the order in which the days are told
 */
function nearestSaid(at: number, said: readonly (SaidTime | null)[], indices: readonly number[]): string | null {
  const after = firstAfter(at, said, indices)
  let best: { readonly i: number; readonly cost: number } | null = null
  for (const i of [indices[after - 1], indices[after]]) {
    if (i === undefined) continue
    const { start } = (said[i] as SaidTime).anchor
    const cost = start <= at ? at - start : 2 * (start - at)
    if (best === null || cost < best.cost || (cost === best.cost && i < best.i)) best = { i, cost }
  }
  return best === null ? null : (said[best.i] as SaidTime).date
}

/** The first of the given indices whose day is told after the offset; their number where none is. */
function firstAfter(at: number, said: readonly (SaidTime | null)[], indices: readonly number[]): number {
  let low = 0
  let high = indices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(said[indices[middle] as number]) <= at) low = middle + 1
    else high = middle
  }
  return low
}
