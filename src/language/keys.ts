/**
 * Keys of people and organisations that are the same in every article, however their names are spelled: letters without
 * marks, the usual transliterations from Cyrillic and Hangul folded into one (Zelensky, Zelenskyy, Zelenskiy).
 */
import { commonSpelling } from './gazetteer/spellings.ts'

/** A word without marks and case, `y`, `i` and `j` and doubled letters as one. */
function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øö]/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A surname: `-skyi`, `-skij`, `-ski` and `-sky` are one ending, `ee` and `oo` one vowel. */
export function surnameKey(word: string): string {
  return folded(word)
    .replace(/kh/g, 'h')
    .replace(/ee/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/[ijy]+/g, 'i')
    .replace(/(\p{L})\1+/gu, '$1')
}

/**
 * A forename as it sounds: its consonants with the places of its vowels, whatever they are, but the first letter and
 * whether it ends on a vowel said in front (Mary) or at the back (Maria). So Sung-kwon is Seong-kweun, and Jane neither
 * Jan nor Ian.
 */
function forenameKey(word: string): string {
  const plain = folded(word)
  const sound = (commonSpelling(plain) ?? plain)
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'h')
    .replace(/ck|c(?![ehiy])/g, 'k')
    .replace(/w/g, 'v')
    .replace(/g/g, 'h')
    .replace(/(?<=[aeiouy])h$/, '')
    .replace(/e[ou]/g, 'u')
    .replace(/([^aeiouy])\1+/g, '$1')
  const last = sound.slice(1)
  return `${sound.slice(0, 1)}${last
    .replace(/[aou]$/, 'A')
    .replace(/[eiy]+$/, 'E')
    .replace(/[aeiouy]/g, '-')}`
}

/** Surnames that Korean, Chinese and Vietnamese usage puts first. */
const FIRST_SURNAMES = new Set(
  `ahn bae baek cai cao chang chen cheng cho choe choi chung deng dong feng gao guo han he hong hu huang hwang hwangbo im
  jang jeon jeong ji jiang jin jo joo ju jung kang kim ko koo ku kwak kwon lee li liang lim lin liu lu luo ma min moon nam
  nguyen no noh oh pak park peng qian ri rhee roh ryu seo shen shim shin sin so son song suh sun tang tran wang wei won
  woo wu xi xiao xie xu yang yi yim yoo yoon you yu yun zeng zhang zhao zheng zhou zhu`.split(/\s+/),
)

/** Words after a surname that part a child from a parent, and words that belong to it. */
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i
const PARTICLES = /^(?:al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|mac|o|san|st|van|von|ó)$/i

export interface PartsOfName {
  readonly surname: string
  readonly forenames: readonly string[]
  /** `jr`, `sr`, `ii` ...; null where none is written. */
  readonly generation: string | null
}

/** The parts of a person's name; a name of one word is a surname. */
export function partsOfName(name: string): PartsOfName {
  const all = name.split(/\s+/).filter(Boolean)
  const words = all.filter((word, i) => i === 0 || !GENERATION.test(word))
  const generation = words.length < all.length ? folded(all.findLast((word) => GENERATION.test(word)) ?? '') : null
  const [first = '', second = ''] = words
  if (words.length < 2 || PARTICLES.test(first)) return { surname: words.join(' ') || name, forenames: [], generation }
  const turned =
    FIRST_SURNAMES.has(first.toLowerCase()) &&
    (words.length === 3 || second.includes('-') || first.toLowerCase() === 'xi')
  if (turned) return { surname: first, forenames: [words.slice(1).join('')], generation }
  let from = words.length - 1
  while (from > 1 && PARTICLES.test(words[from - 1] as string)) from--
  return { surname: words.slice(from).join(' '), forenames: words.slice(0, from), generation }
}

/**
 * The key of a person: `person:zelenski:vl-d-m-r`; without the second part where the article never gives a forename, and
 * with a third where a generation is written: `person:roe:j-hn:jr`.
 */
export function personKey(name: string): string {
  const { surname, forenames, generation } = partsOfName(name)
  const parts = [surnameKey(surname), ...(forenames[0] ? [forenameKey(forenames[0])] : generation ? [''] : [])]
  return `person:${[...parts, ...(generation ? [generation] : [])].join(':')}`
}

/** The key of an organisation: its words without articles and forms of company. */
export function organisationKey(name: string): string {
  const words = name
    .replace(/^the /i, '')
    .replace(/\bU\.S\./g, 'US')
    .replace(/\bdefence\b/gi, 'defense')
    .replace(/\borganisation\b/gi, 'organization')
    .split(/\s+/)
    .map(folded)
    .filter((word) => word && !/^(?:inc|corp|co|corporation|ltd|llc|plc|company|of|the|and)$/.test(word))
  return `organisation:${words.join(' ')}`
}
