/** English words for numbers, by what they do in a numeral: units, tens, scales, ordinals, parts. */

/** Nought to nineteen. */
export const UNITS: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['nought', 0],
  ['naught', 0],
  ...('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, at) => [word, at + 1]) as [string, number][]),
])

export const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
)

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['billion', 1e9],
  ['billions', 1e9],
  ['bln', 1e9],
  ['bn', 1e9],
  ['crore', 1e7],
  ['crores', 1e7],
  ['lac', 1e5],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['mil', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['mln', 1e6],
  ['mn', 1e6],
  ['quadrillion', 1e15],
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['tln', 1e12],
  ['tn', 1e12],
  ['trillion', 1e12],
  ['trillions', 1e12],
])

/** Words that multiply by less than a thousand, and so stand inside a group of three digits. */
export const SMALL_SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['hundreds', 100],
  ['dozen', 12],
  ['dozens', 12],
  ['doz', 12],
  ['dozs', 12],
  ['dz', 12],
  ['dzs', 12],
])

/** Written to a numeral or after it: 10k, 1.2b, 10M. Case tells M from m, which is a metre outside of money. */
export const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['B', 1e9],
  ['b', 1e9],
  ['G', 1e9],
  ['K', 1e3],
  ['k', 1e3],
  ['M', 1e6],
  ['MM', 1e6],
  ['T', 1e12],
])

/** After a sum of money or before a currency's code, m is a million too: $5m. */
export const MONEY_SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['mm', 1e6],
  ['t', 1e12],
])

const UNIT_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'

/** Ordinals of one word: first to nineteenth, twentieth to ninetieth, hundredth and the scales. */
export const ORDINALS: ReadonlyMap<string, number> = new Map<string, number>([
  ...(UNIT_ORDINALS.split(' ').map((word, at) => [word, at + 1]) as [string, number][]),
  // a common misspelling
  ['nineth', 9],
  ...([...TENS].map(([word, value]) => [word.replace(/y$/, 'ieth'), value]) as [string, number][]),
  ['hundredth', 100],
  ['thousandth', 1e3],
  ['millionth', 1e6],
  ['billionth', 1e9],
  ['trillionth', 1e12],
])

/** Parts of one that are no ordinals. */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
])

/** Signs that are fractions by themselves. */
export const VULGAR: ReadonlyMap<string, number> = new Map([
  ['¼', 1 / 4],
  ['½', 1 / 2],
  ['¾', 3 / 4],
  ['⅐', 1 / 7],
  ['⅑', 1 / 9],
  ['⅒', 1 / 10],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])
