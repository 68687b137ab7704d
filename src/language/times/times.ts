/**
 * Time expressions of an English text -> days of the calendar. The grammar reads from left to right and takes the
 * longest reading at each word; values follow TIMEX3 (ISO-TimeML), readings the habits of news: a bare weekday is the
 * last such day, a date without a year the nearest.
 */
import { UNITS as ONES, ORDINALS, TENS } from '../quantities/number-words.ts'
import { dayOf, dayOfIso, isoOf } from './calendar.ts'
import { duration } from './durations.ts'
import { dayOrPeriod, RANGES } from './ranges.ts'
import { OTHERS, VAGUE_STARTS } from './recurring.ts'
import {
  type Context,
  type Days,
  emptyMemory,
  longer,
  longest,
  type Match,
  type Register,
  type Rule,
  type Stretch,
  type Time,
  type TimeExpression,
} from './time.ts'
import { MONTHS, PARTS_OF_DAY, SEASONS, TURNS, UNITS, WEEKDAYS, type Word, wordsOf } from './words.ts'

export interface Reference {
  /** When the text was published, ISO 8601, local or zoned; its date as written is the reference day. */
  readonly published: string | null
  /** The day that the words are counted from, where it is another: the day a quoted sentence was said. */
  readonly anchor?: string | null
  /** `news` unless given. */
  readonly register?: Register
}

/** A reference day for texts without one; what depends on it is given as unknown. */
const NO_DAY = dayOf(2000, 1, 3)

/** Words that time expressions begin with but that mostly begin something else: believed before one of the others. */
const LEADS: ReadonlySet<string> = new Set(
  `' a about after all almost an another around as at before between both by close during each end entire every final
  for from full in inside just many more my nearly on one our over per same some that the their these this those
  through throughout till to under until up very whole within`.split(/\s+/),
)
/** Words that only time expressions, numbers and little else begin with or hold. */
const TELLING: ReadonlySet<string> = new Set(
  [
    ...MONTHS.keys(),
    ...WEEKDAYS.keys(),
    ...SEASONS.keys(),
    ...UNITS.keys(),
    ...TURNS.keys(),
    ...PARTS_OF_DAY,
    ...VAGUE_STARTS,
    ...ONES.keys(),
    ...TENS.keys(),
    ...Array.from(TENS.keys(), (word) => word.replace(/y$/, 'ies')),
    ...ORDINALS.keys(),
    ...`ago annually beginning biweekly couple daily date early earlier end ending few fewer fortnightly future half
    hourly hundred hundreds late later less mid middle moment monthly nightly noughties now overnight past present prior
    q quarterly recent remainder rest several since start tens then thousand thousands time tmr tmrw today tomorow
    tomorrow tonight tonite w weekly while yearly yesterday`.split(/\s+/),
  ].filter((word) => !LEADS.has(word)),
)
/** How many words after a lead one of the telling ones is looked for. */
const LEAD_REACH = 3

/** Could a time expression begin at word `i`? */
function mayBegin(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word
  if (word.digits !== null) return true
  const lead = LEADS.has(word.low)
  if (!lead) return TELLING.has(word.low)
  for (let j = i + 1; j <= i + LEAD_REACH && j < words.length; j++) {
    const next = words[j] as Word
    if (next.digits !== null || TELLING.has(next.low)) return true
    if (/^[.;!?()]$/.test(next.low)) return false
  }
  return false
}

/**
 * The time expressions of a text, in order, none within another.
 * @param text any string
 * @param reference the day that relative words are counted from
 * @param start where to begin reading, a UTF-16 offset
 * @param end where to end
 */
export function timesOf(text: string, reference: Reference, start = 0, end = text.length): TimeExpression[] {
  const known = dayOfIso(reference.anchor ?? '') ?? dayOfIso(reference.published ?? '')
  const register = reference.register ?? 'news'
  const found: TimeExpression[] = []
  let previous: Days | null = null
  let from = start
  while (from < end) {
    // no expression runs on over a line's end
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    const words = wordsOf(text, from, to)
    let memory = emptyMemory()
    for (let i = 0; i < words.length; ) {
      const best: Match | null = mayBegin(words, i)
        ? read({ words, memory, today: known ?? NO_DAY, register, previous }, i)
        : null
      if (best === null) {
        i++
        continue
      }
      found.push(expressionOf(words, i, best, known !== null))
      const time: Time = best.time
      if (time.news?.last != null && time.grain === 'day' && (known !== null || time.absolute)) {
        previous = time.news
        memory = emptyMemory()
      }
      i = best.to
    }
    from = to + 1
  }
  return found
}

const LENGTHS: readonly Rule[] = [['length', duration]]

/** The longest reading at word `i`; of equals the one named first here. */
function read(context: Context, i: number): Match | null {
  const ends = longest(context, i, RANGES)
  const simple = longer(ends, dayOrPeriod(context, i))
  return longer(longer(simple, longest(context, i, OTHERS)), longest(context, i, LENGTHS))
}

const UNKNOWN: Stretch = { start: null, end: null }

function stretchOf(at: Days | null, known: boolean): Stretch | null {
  if (!known) return UNKNOWN
  if (at === null) return null
  return { start: at.first === null ? null : isoOf(at.first), end: at.last === null ? null : isoOf(at.last) }
}

function expressionOf(words: readonly Word[], i: number, match: Match, dayKnown: boolean): TimeExpression {
  const time: Time = match.time
  const known = dayKnown || time.absolute
  const news = stretchOf(time.news, known) ?? UNKNOWN
  // what the reference day would have said is not known either
  const counted = !known && (/^\d/.test(time.value) || time.begin !== null)
  return {
    start: (words[i] as Word).start,
    end: (words[match.to - 1] as Word).end,
    kind: time.kind,
    value: counted ? time.value.replace(/\d/g, 'X') : time.value,
    mod: time.mod,
    begin: known ? time.begin : null,
    endPoint: known ? time.end : null,
    grain: time.grain,
    first: news.start,
    last: news.end,
    past: stretchOf(time.past, known),
    future: stretchOf(time.future, known),
    absolute: time.absolute,
    why: match.why ?? 'time',
  }
}
