/**
 * The words of a statement as they are compared: lower case, without marks and endings, words of one family as one, a
 * country's adjective, people and capital as the country. Numbers are left out: figures are compared by themselves.
 */
import { MEASURES } from '../../claims/figures/measures.ts'
import { countryNamed, countryOfAdjective, countryOfCapital } from '../../language/gazetteer/countries.ts'
import { FAMILIES } from './families.ts'
import { PHRASES } from './phrases.ts'
import { STOPWORDS } from './stopwords.ts'

/** Measures whose words stand for one another when a statement is retold in short. */
const RELATED: Readonly<Record<string, string>> = {
  casualties: 'harm',
  killed: 'harm',
  lost: 'harm',
  wounded: 'harm',
  cut: 'cuts',
  'laid off': 'cuts',
  sent: 'sent',
  deployed: 'sent',
}

/** A word without its English endings: plans, planned, planning and plan are one. */
export function stemOf(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, 3) : word
  const bare = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ss)es$/, 'ss')
    .replace(/([^su])s$/, '$1')
    .replace(/(?:ing|ed|ly|ment|er)$/, (ending) => (word.length - ending.length >= 4 ? '' : ending))
    .replace(/([bdfgmnprt])\1$/, '$1')
    .replace(/e$/, '')
  return bare.length >= 3 ? bare : word
}

const FAMILY: ReadonlyMap<string, string> = new Map([
  ...FAMILIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', ...others] = line.split(' ')
      return [name, ...others].map((word) => [stemOf(word), `~${name}`] as const)
    }),
  ...MEASURES.filter(({ name, weak }) => !weak && name !== 'supplied').flatMap(({ name, words }) =>
    words.filter((word) => !word.includes(' ')).map((word) => [stemOf(word), `~${RELATED[name] ?? name}`] as const),
  ),
])

const COUNTRIES = new Map<string, string | null>()

/** The country that a capitalised word or pair of words stands for, as one word. */
function countryKey(word: string): string | null {
  const known = COUNTRIES.get(word)
  if (known !== undefined) return known
  const country = countryNamed(word) ?? countryOfAdjective(word) ?? countryOfCapital(word)
  const key = country === null ? null : `@${country.name}`
  if (COUNTRIES.size > 20_000) COUNTRIES.clear()
  COUNTRIES.set(word, key)
  return key
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*(?:\.\p{L}\b)*/gu
const LONGEST = 40

/** The words of a text as they stand, longer ones cut, possessive endings left out. */
export function rawWords(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.slice(0, LONGEST)).filter((word) => word !== 's')
}

const plainly = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const known = new Map<string, string>()

/** What a single word is compared by; empty for a word that tells nothing. */
function keyOfWord(word: string): string {
  const met = known.get(word)
  if (met !== undefined) return met
  const plain = plainly(word)
  const stem = stemOf(plain)
  const key = STOPWORDS.has(plain) || (plain.length < 2 && !/\p{L}/u.test(plain)) ? '' : (FAMILY.get(stem) ?? stem)
  if (known.size > 50_000) known.clear()
  known.set(word, key)
  return key
}

/** Phrases by their first word, the longest first, each with the word that it stands for. */
const PHRASED: ReadonlyMap<string, readonly (readonly [phrase: readonly string[], word: string])[]> = Map.groupBy(
  PHRASES.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', phrases = ''] = line.split(': ')
      return phrases.split(', ').map((phrase) => [phrase.split(' '), word] as const)
    })
    .sort(([one], [other]) => other.length - one.length),
  ([[first = '']]) => first,
)

/** The phrase that begins at a word, as how many words and what they stand for; a phrase begins in small letters. */
function phraseAt(words: readonly string[], at: number): readonly [length: number, word: string] | null {
  const found = PHRASED.get(words[at] as string)?.find(([phrase]) => phrase.every((part, i) => words[at + i] === part))
  return found === undefined ? null : [found[0].length, found[1]]
}

/** Whether a word begins with a capital; most begin in small letters of ASCII, which a look tells. */
const isCapital = (first: number, word: string): boolean =>
  first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word)

/** What the words of a text are compared by, in their order, each once. */
export function wordKeys(text: string): string[] {
  const words = rawWords(text)
  const keys = new Set<string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    const first = word.charCodeAt(0)
    if (first >= 48 && first <= 57) continue
    if (isCapital(first, word)) {
      const next = words[i + 1]
      const pair = next && /^\p{Lu}/u.test(next) ? countryKey(`${word === 'N' ? 'North' : word} ${next}`) : null
      if (pair !== null) {
        keys.add(pair)
        i++
        continue
      }
      const single = countryKey(word)
      if (single !== null) {
        keys.add(single)
        continue
      }
    }
    const phrase = phraseAt(words, i)
    const key = keyOfWord(phrase?.[1] ?? word)
    if (key !== '') keys.add(key)
    if (phrase !== null) i += phrase[0] - 1
  }
  return [...keys]
}

/** The countries that a description names: those of "South Korean military officials". */
export function countriesIn(text: string): string[] {
  return wordKeys(text).filter((key) => key.startsWith('@'))
}

const QUOTED = /[“"«‘„]([^“”"«»„]{2,400}?)[”"»’](?![\p{L}\p{N}])/gu

/** What stands within quotation marks in a text. */
export function quotationsIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => match[1] as string)
}
