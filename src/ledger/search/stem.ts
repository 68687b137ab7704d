/**
 * English word stems: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with the two changes of its
 * author's own release (`-bli`, `-logi`). Both databases store these stems, so that both find the same.
 */

const CONSONANT = '[^aeiou]'
const VOWEL = '[aeiouy]'
const CONSONANTS = `${CONSONANT}[^aeiouy]*`
const VOWELS = `${VOWEL}[aeiou]*`

const MEASURE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`)
const MEASURE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`)
const MEASURE_2 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`)
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`)
const SHORT = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`)
const DOUBLED = /([^aeiouylsz])\1$/

/** Step 2: endings made of two, where something is left before them. */
const PAIRS: Readonly<Record<string, string>> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
}
const PAIR =
  /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/

/** Step 3: endings of adjectives and nouns. */
const ENDINGS: Readonly<Record<string, string>> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
}
const ENDING = /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/

/** Step 4: endings that fall away where much is left before them. */
const LAST = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/
const LAST_ION = /^(.+?[st])(ion)$/

/** The stem of an English word of lower-case letters a to z; words of one or two letters are their own. */
export function stem(word: string): string {
  if (word.length < 3) return word
  // A `y` that opens a word is a consonant.
  const w = word.startsWith('y') ? `Y${word.slice(1)}` : word
  const stripped = withoutE(withoutLast(withoutEnding(withoutPair(withI(withoutTense(withoutPlural(w)))))))
  return stripped.startsWith('Y') ? `y${stripped.slice(1)}` : stripped
}

/** Step 1a: caresses, ponies, cats. */
function withoutPlural(w: string): string {
  if (/(?:ss|i)es$/.test(w)) return w.slice(0, -2)
  return /[^s]s$/.test(w) ? w.slice(0, -1) : w
}

/** Step 1b: agreed, plastered, motoring, hopping. */
function withoutTense(w: string): string {
  if (w.endsWith('eed')) return MEASURE_0.test(w.slice(0, -3)) ? w.slice(0, -1) : w
  const base = w.endsWith('ed') ? w.slice(0, -2) : w.endsWith('ing') ? w.slice(0, -3) : null
  if (base === null || !HAS_VOWEL.test(base)) return w
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`
  if (DOUBLED.test(base)) return base.slice(0, -1)
  return SHORT.test(base) ? `${base}e` : base
}

/** Step 1c: happy, sky. */
const withI = (w: string): string => (w.endsWith('y') && HAS_VOWEL.test(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w)

function withoutPair(w: string): string {
  const [, base = '', ending = ''] = PAIR.exec(w) ?? []
  return ending !== '' && MEASURE_0.test(base) ? base + PAIRS[ending] : w
}

function withoutEnding(w: string): string {
  const [, base = '', ending = ''] = ENDING.exec(w) ?? []
  return ending !== '' && MEASURE_0.test(base) ? base + ENDINGS[ending] : w
}

function withoutLast(w: string): string {
  const [, base = '', ending = ''] = LAST.exec(w) ?? LAST_ION.exec(w) ?? []
  return ending !== '' && MEASURE_2.test(base) ? base : w
}

/** Step 5: probate, rate, controll. */
function withoutE(w: string): string {
  let out = w
  if (w.endsWith('e')) {
    const base = w.slice(0, -1)
    if (MEASURE_2.test(base) || (MEASURE_1.test(base) && !SHORT.test(base))) out = base
  }
  return out.endsWith('ll') && MEASURE_2.test(out) ? out.slice(0, -1) : out
}
