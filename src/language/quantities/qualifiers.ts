/**
 * Words before and after a number that bound it or loosen it: more than, at least, up to, nearly, about, or so. What each
 * leaves open is the convention of the figures: more than / at least -> low; up to / nearly -> high; about -> both alike.
 * Nearly and almost approximate as about does: the figure is approximate, and the hedge an approximation and no bound.
 */

/** What a qualifier says of the number: its lower bound, its upper bound, or about it. */
type Bound = 'low' | 'high' | 'about'

export interface Qualifier {
  readonly bound: Bound
  /** Whether the number itself is meant too: at least, up to; but not more than, under. */
  readonly included: boolean
  /** Close to the bound as well: nearly, almost. Approximate like about; no interval in the strict sense. */
  readonly soft: boolean
}

const MORE = 'more greater larger higher bigger'.split(' ')
const LESS = 'less fewer smaller lower'.split(' ')

const listed = (words: string, bound: Bound, { included = false, soft = false } = {}): [string, Qualifier][] =>
  words.split('|').map((word) => [word.trim().replace(/\s+/g, ' '), { bound, included, soft }])

const comparatives = (adjectives: readonly string[], bound: Bound): [string, Qualifier][] =>
  adjectives.flatMap((word) => [
    ...listed(`${word} than`, bound),
    ...listed(
      `${word} than or equal to|${word} than or equal|${word} or equal than|${word} or equal to|equal to or ${word} than|equal or ${word} than`,
      bound,
      { included: true },
    ),
    // no more than 5 is up to 5
    ...listed(`no ${word} than|not ${word} than`, bound === 'low' ? 'high' : 'low', { included: true }),
  ])

/** Written before the number. */
export const BEFORE: ReadonlyMap<string, Qualifier> = new Map([
  ...comparatives(MORE, 'low'),
  ...comparatives(LESS, 'high'),
  ...listed(
    `far more than|well over|well above|well more than|well past|just over|just above|just more than|slightly more than|
    slightly over|slightly above|a little over|a little more than|a bit over|a bit more than|upwards of|upward of|
    in excess of|exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|better than|somewhat more than|
    considerably more than|many more than|substantially more than|significantly more than`,
    'low',
  ),
  ...listed(
    'over|above|past|beyond|pass|passed|passes|passing|top|topped|topping|tops|north of|cross|crossed|crosses|crossing',
    'low',
  ),
  ...listed(
    'at least|at the very least|at least or equal to|a minimum of|minimum of|no fewer than|not fewer than|at a minimum',
    'low',
    { included: true },
  ),
  ...listed(
    `up to|upto|as many as|as much as|as high as|as large as|as long as|as far as|at most|at the most|a maximum of|
    maximum of|to a maximum of|anything up to|not exceeding|capped at`,
    'high',
    { included: true },
  ),
  ...listed(
    `just under|just below|slightly less than|slightly under|slightly fewer than|slightly below|a little under|
    a little less than|a bit under|well under|well below|far fewer than|far less than|just short of|somewhat less than|
    a little fewer than`,
    'high',
  ),
  ...listed('under|below|short of|south of', 'high'),
  ...listed('nearly|almost|close to|very nearly|very close to|not quite|nigh on|virtually|practically', 'high', {
    soft: true,
  }),
  ...listed(
    `about|around|some|roughly|approximately|approx|approx.|circa|ca.|an estimated|estimated|an estimated total of|
    in the region of|in the order of|of the order of|on the order of|something like|somewhere around|somewhere near|
    around about|more or less|an approximate|nearing|approaching|in the neighborhood of|in the neighbourhood of|
    in the vicinity of|an average of|on average|averaging|perhaps|maybe|~|≈|∼`,
    'about',
    { included: true },
  ),
])

/** Written after the number. */
export const AFTER: ReadonlyMap<string, Qualifier> = new Map([
  ...MORE.flatMap((word) => listed(`or ${word}|and ${word}|or ${word} than`, 'low', { included: true })),
  ...LESS.flatMap((word) => listed(`or ${word}|and ${word}|or ${word} than`, 'high', { included: true })),
  ...listed(
    'or above|and above|or over|and over|or up|and up|or upwards|and upwards|and counting|plus|+|or even more|at least|at minimum|at a minimum',
    'low',
    { included: true },
  ),
  ...listed('or below|and below|or under|and under|at most|at the most|tops', 'high', { included: true }),
  ...listed('or so|odd|or thereabouts|give or take|more or less', 'about', { included: true }),
])

/** Mathematical signs. */
export const SIGNS: ReadonlyMap<string, Qualifier> = new Map([
  ...listed('>|＞', 'low'),
  ...listed('> =|≥|⩾', 'low', { included: true }),
  ...listed('<|＜', 'high'),
  ...listed('< =|≤|⩽', 'high', { included: true }),
])

/** Before a qualifier, words that take it for themselves: handed over 70 prisoners, talks about 300 jobs. */
export const TAKES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    about: `argue argued arguing claims complain complained concern concerned concerns debate debated discussion discussions fears
      information knew know known knows learn learned news question questions rumors rumours speak speaking speaks spoke
      statement talk talked talking talks tell told think thought thinking warned warning warnings worried worry wrote`,
    over: `anger battle clash clashes concern concerns control crossed disagreement dispute disputes divided fears fight
      flew fork forked forking handed handing hands hand lawsuit presided presides pulled row take taken takes taking took tensions turn turned
      turning turns war worries`,
    past: 'drove marched walked went',
    top: 'a at in its of on the their to world',
    under: 'came come comes falls fell placed',
  }).map(([word, before]) => [word, new Set(before.split(/\s+/))]),
)
