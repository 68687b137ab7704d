/**
 * Words and marks of an English text. The division follows the Penn Treebank's habits, on which the training data of
 * attributions were divided: clitics ('s, n't, 'll) and marks stand alone, while 3,000, $, U.S., Jan. and
 * so-called stay whole. Offsets are kept; nothing is rewritten.
 */
import type { Span } from '../page/article.ts'
import { BEFORE_A_NAME, WITHIN_A_SENTENCE } from './abbreviations.ts'

export interface Token extends Span {
  readonly text: string
}

/** A word longer than this is cut: no text is read at a cost that grows faster than its length. */
const LONGEST = 512

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`
const NUMBER = String.raw`(?:\d{1,3}(?:[,.\u00a0\u202f]\d{2,3})*[,.\u00a0\u202f]\d{3}(?:\.\d+)?(?!\d)|\d+(?:[.:/]\d+)*|\.\d+)`
/**
 * Top-level domains that newspapers and companies carry in their names: the general ones, and the countries' (ISO 3166-1)
 * but for those that are English words, with which a sentence could begin after a missing space.
 */
const DOMAINS = `com info net news org ae af al ar au az ba bd bg bh br by ca ch cl cn co cy cz de dk dz ee eg es et eu
  fi fr ge gh gr hk hr hu ie il iq ir jo jp ke kg kh kr kw kz lb lk lt lu lv ly ma md mk mm mn mt mx ng ni nl np nz pe
  ph pk pl ps pt py qa ro rs ru rw sa sd se sg si sk sn sy th tj tn tr tv tw tz ua ug uk uy uz ve vn ye za zw`
  .split(/\s+/)
  .map((domain) => [...domain].map((letter) => `[${letter.toUpperCase()}${letter}]`).join(''))
  .join('|')
const PIECES = new RegExp(
  [
    String.raw`https?://[^\s<>"“”]{1,${LONGEST}}[^\s<>"“”.,;:!?'’)\]}]|www\.[^\s<>"“”]{1,${LONGEST}}[^\s<>"“”.,;:!?'’)\]}]`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}`,
    String.raw`[@#][\p{L}\p{N}_]{1,${LONGEST}}`,
    // 3,000; 1.5; 10:30; 1/2; 5th; 1990s; 50-state; 5km
    String.raw`${NUMBER}(?:(?:-\p{L}{1,64}){1,6}|\p{L}{1,12})?`,
    String.raw`(?:\p{L}\.){2,8}(?:-\p{L}{1,64})?`, // U.S.; a.m.; U.S.-backed
    // sites that are names: Gazeta.ru, Booking.com
    String.raw`\p{Lu}[\p{L}\p{N}-]{1,40}\.(?:${DOMAINS})(?![\p{L}\p{N}])`,
    String.raw`${LETTER}{1,${LONGEST}}(?:[-&/·](?=${LETTER})${LETTER}{1,${LONGEST}}|['’](?:[tT](?!\p{L})|(?=\p{L}{2,})(?!(?:ll|re|ve|LL|RE|VE)(?!\p{L}))\p{L}{1,${LONGEST}})){0,12}`,
    String.raw`\.{2,${LONGEST}}|…|--+|['’](?:s|S|ll|LL|re|RE|ve|VE|d|D|m|M)(?!\p{L})|''|\x60\x60`,
    String.raw`[^\s\p{L}\p{N}]`,
  ].join('|'),
  'gu',
)
const NEGATED = /^(.+?)(n['’]t)$/i
const NUMBER_AND_UNIT = new RegExp(String.raw`^(${NUMBER})(\p{L}{1,12})$`, 'u')
const CANNOT = /^cannot$/i

/** Abbreviations that are words or names too: their dot is theirs only before a number. */
const ALSO_A_WORD =
  /^(?:art|ed|fig|ill|in|jan|la|ma|mar|mass|miss|mo|mon|no|nos|op|pa|pt|rev|sat|sun|wed|st|pres|rep|reps|sec|sen)$|^(?:Ed|Ill|La|Ma|Mo|Mon|No|NO|Op|Sat|Sun|Wed|Jan)$/

/** A dot written to an abbreviation or initial belongs to it. */
function takesDot(word: string, text: string, end: number): boolean {
  if (text[end] !== '.' || text[end + 1] === '.') return false
  const dotted = `${word.toLowerCase()}.`
  const next = text.slice(end + 1, end + 3)
  if (BEFORE_A_NAME.has(dotted)) return !ALSO_A_WORD.test(word) || /^[ \u00a0]?\p{Lu}/u.test(next)
  if (WITHIN_A_SENTENCE.has(dotted)) return !ALSO_A_WORD.test(word) || /^[ \u00a0]\d/.test(next)
  return /^\p{Lu}$/u.test(word) && word !== 'I'
}

/**
 * The tokens of `text` from `start` to `end` (UTF-16 offsets), in order, white space left out.
 * `text.slice(token.start, token.end) === token.text` always.
 */
export function tokensOf(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  const put = (from: number, to: number) => tokens.push({ start: from, end: to, text: text.slice(from, to) })
  PIECES.lastIndex = start
  for (let match = PIECES.exec(text); match !== null && match.index < end; match = PIECES.exec(text)) {
    // a match may begin with the first half of a pair that `start` cuts
    const from = Math.max(match.index, start)
    let to = Math.min(match.index + match[0].length, end)
    const word = text.slice(from, to)
    if ((/^[\p{L}\p{M}\p{N}.]/u.test(word) && word.length > 1) || /^\p{L}/u.test(word)) {
      if (takesDot(word, text, to) && to < end) {
        to++
        PIECES.lastIndex = to
      }
      const negated = NEGATED.exec(word)
      if (negated && to - from === word.length) {
        const cut = from + (negated[1] as string).length
        put(from, cut)
        put(cut, to)
        continue
      }
      if (CANNOT.test(word)) {
        put(from, from + 3)
        put(from + 3, to)
        continue
      }
      // 5km, 3pm, 20pc: a number and its unit are two words; 5th and 1990s were taken above
      const unit = NUMBER_AND_UNIT.exec(word)
      if (unit && !/^(?:st|nd|rd|th|s)$/i.test(unit[2] as string)) {
        put(from, from + (unit[1] as string).length)
        put(from + (unit[1] as string).length, to)
        continue
      }
    }
    put(from, to)
  }
  return tokens
}
