/**
 * What the grammar of quantities reads: numerals, words and signs. Finer than the tokens of a sentence (hyphens divide:
 * three-thousand is two words and a sign), and a numeral keeps its groups: 3,000; 1,08,900; 124 800; 1.111,11.
 */
import type { Span } from '../../page/article.ts'

type LexemeKind = 'numeral' | 'word' | 'sign'

export interface Lexeme extends Span {
  readonly kind: LexemeKind
  readonly text: string
  /** `text` in lower case, typographic apostrophes straight. */
  readonly lower: string
  /** What a numeral says; NaN for words and signs. */
  readonly value: number
  /** Written to the one before, without a space. */
  readonly joined: boolean
}

/** Does a lexeme begin with a capital? */
export const isCapital = (lexeme: Lexeme | undefined): boolean => /^\p{Lu}/u.test(lexeme?.text ?? '')

const SPACE = '[ \\u00a0\\u2009\\u202f]'
/** The numeral's forms, the most particular first. */
const NUMERALS = [
  // thousands divided by spaces: 124 800
  String.raw`(?<![\d.,])\d{1,3}(?:${SPACE}\d{3}){1,6}(?!\d|,\d)(?:\.\d{1,20}(?!\.?\d))?`,
  // by commas: 3,000; 1,674.5; and the Indian way: 1,08,900
  String.raw`(?<!\d[.,])\d{1,3}(?:,\d{3}){1,8}(?!\d)(?!,\d)(?:\.\d{1,20}(?!\.?\d))?`,
  String.raw`(?<!\d[.,])\d{1,2}(?:,\d{2}){1,8},\d{3}(?!\d)(?!,\d)(?:\.\d{1,20}(?!\.?\d))?`,
  // by points, with a decimal comma: 1.111,11
  String.raw`(?<!\d[.,])\d{1,3}(?:\.\d{3}){1,6},\d{1,20}(?!\d|,\d)`,
  // a decimal comma: 1,3; 5,00
  String.raw`(?<!\d[.,])\d{1,12},\d{1,2}(?!\d|,\d)`,
  // 3.7; not within 192.168.1.2
  String.raw`(?<!\d\.)\d{1,40}\.\d{1,40}(?!\d|\.\d)`,
  String.raw`(?<![\d.\p{L}])\.\d{1,40}(?!\d|\.\d)`,
  String.raw`\d{1,40}`,
]
const PIECES = new RegExp(
  [
    String.raw`(?<url>(?:https?://|www\.)\S{1,2000})`,
    `(?<numeral>${NUMERALS.join('|')})`,
    // U.S.; N. before Korea; anything else ends with its letters
    String.raw`(?<word>(?<!\p{L})(?:(?:\p{Lu}\.){2,6}|[NSEW]\.(?=${SPACE}\p{Lu}\p{Ll}))|\p{L}[\p{L}\p{M}]{0,63}(?:['’]\p{L}{1,16})?)`,
    String.raw`\S`,
  ].join('|'),
  'gu',
)

function readNumeral(numeral: string): number {
  const plain = numeral.replace(/[ \u00a0\u2009\u202f]/g, '')
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^\d+,\d{1,2}$/.test(plain)) return Number(plain.replace(',', '.'))
  return Number(plain.replaceAll(',', ''))
}

/** The lexemes of `text` from `start` to `end`. An address of the web is one sign: no number in it is read. */
export function lexemesOf(text: string, start = 0, end = text.length): Lexeme[] {
  const lexemes: Lexeme[] = []
  PIECES.lastIndex = start
  let last = -1
  for (let match = PIECES.exec(text); match !== null && match.index < end; match = PIECES.exec(text)) {
    const { numeral, word } = match.groups as Record<string, string | undefined>
    const piece = match[0].slice(0, end - match.index)
    lexemes.push({
      kind: numeral ? 'numeral' : word ? 'word' : 'sign',
      text: piece,
      lower: word ? piece.toLowerCase().replace('’', "'") : piece,
      start: match.index,
      end: match.index + piece.length,
      value: numeral ? readNumeral(piece) : Number.NaN,
      joined: match.index === last,
    })
    last = match.index + piece.length
  }
  return lexemes
}
