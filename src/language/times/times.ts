/**
 * Time expressions of an English text -> days of the calendar. The grammar reads from left to right and takes the
 * longest reading at each word; values follow TIMEX3 (ISO-TimeML), readings the habits of news: a bare weekday is the
 * last such day, a date without a year the nearest.
 */
import { dayOf, dayOfIso, isoOf } from './calendar.ts'
import { VAGUE_STARTS } from './recurring.ts'
import { RULES } from './rules.ts'
import type { Context, Days, Match, Register, Stretch, Time, TimeExpression } from './time.ts'
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

const STARTS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...UNITS.keys(),
  ...TURNS.keys(),
  ...PARTS_OF_DAY,
  ...VAGUE_STARTS,
  ...`' a about after all almost an another annually around as at before beginning between biweekly both by close couple
  daily day during each earlier early eight eighteen eighteenth eighth eightieth eighty eleven eleventh end entire every
  few fewer fifteen fifteenth fifth fifty final first five for fortnightly forty four fourteen fourteenth fourth from
  full h half hourly in inside july just late later less many mid middle month monthly more my nearly next nightly nine
  nineteen nineteenth ninety ninth noughties on one our over overnight per prior q quarterly rest remainder roughly same
  second seven seventeen seventeenth seventh seventy several since six sixteen sixteenth sixth sixty some start ten tenth
  that the their these third thirteen thirteenth thirtieth thirty this those three through throughout til till tmr tmrw
  to today tomorow tomorrow tonight tonite twelfth twelve twentieth twenty two under until up very w week weekly
  whole within year yearly yesterday zero thousand hundred`.split(/\s+/),
])

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
    for (let i = 0; i < words.length; ) {
      const best = bestAt({ words, today: known ?? NO_DAY, register, previous }, i)
      if (best === null) {
        i++
        continue
      }
      const { time, to: after, why } = best
      const expression = expressionOf(words, i, after, time, why, known !== null)
      found.push(expression)
      if (time.news?.last != null && time.grain === 'day' && (known !== null || time.absolute)) previous = time.news
      i = after
    }
    from = to + 1
  }
  return found
}

function bestAt(context: Context, i: number): (Match & { readonly why: string }) | null {
  const word = context.words[i] as Word
  if (word.digits === null && !STARTS.has(word.low)) return null
  let best: (Match & { readonly why: string }) | null = null
  for (const { name, read } of RULES) {
    const match = read(context, i)
    if (match !== null && (best === null || match.to > best.to)) best = { ...match, why: name }
  }
  return best
}

const UNKNOWN: Stretch = { start: null, end: null }

function stretchOf(at: Days | null, known: boolean): Stretch | null {
  if (!known) return UNKNOWN
  if (at === null) return null
  return { start: at.first === null ? null : isoOf(at.first), end: at.last === null ? null : isoOf(at.last) }
}

function expressionOf(
  words: readonly Word[],
  i: number,
  after: number,
  time: Time,
  why: string,
  dayKnown: boolean,
): TimeExpression {
  const known = dayKnown || time.absolute
  const news = stretchOf(time.news, known) ?? UNKNOWN
  const counted = !known && /^\d/.test(time.value)
  return {
    start: (words[i] as Word).start,
    end: (words[after - 1] as Word).end,
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
    why,
  }
}
