/**
 * Keys of people and organisations that are the same in every article, however their names are spelled: letters without
 * marks, the usual transliterations from Cyrillic and Hangul folded into one (Zelensky, Zelenskyy, Zelenskiy).
 */

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

/** The consonants of a forename, as they sound: Volodymyr and Vladimir, Sergei and Serhii are one name. */
function forenameKey(word: string): string {
  const skeleton = folded(word)
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/ck|c(?=[aou])/g, 'k')
    .replace(/w/g, 'v')
    .replace(/g/g, 'h')
    .replace(/[aeiouyj]/g, '')
    .replace(/h+(?!$)/g, 'h')
    .replace(/(\p{L})\1+/gu, '$1')
  return skeleton || folded(word)
}

/** Surnames that Korean, Chinese and Vietnamese usage puts first. */
const FIRST_SURNAMES = new Set(
  `ahn bae baek cai cao chang chen cheng cho choe choi chung deng dong feng gao guo han he hong hu huang hwang hwangbo im
  jang jeon jeong ji jiang jin jo joo ju jung kang kim ko koo ku kwak kwon lee li liang lim lin liu lu luo ma min moon nam
  nguyen no noh oh pak park peng qian ri rhee roh ryu seo shen shim shin sin so son song suh sun tang tran wang wei won
  woo wu xi xiao xie xu yang yi yim yoo yoon you yu yun zeng zhang zhao zheng zhou zhu`.split(/\s+/),
)

/** Words after a surname, and those that belong to it. */
const AFTER = /^(?:jr|sr|ii|iii|iv)\.?$/i
const PARTICLES = /^(?:al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|mac|o|san|st|van|von|ó)$/i

/** The surname and the forenames of a person's full name. */
export function partsOfName(name: string): { readonly surname: string; readonly forenames: readonly string[] } {
  const words = name.split(/\s+/).filter((word) => word && !AFTER.test(word))
  const [first = '', second = ''] = words
  if (words.length < 2 || PARTICLES.test(first)) return { surname: words.join(' ') || name, forenames: [] }
  const turned =
    FIRST_SURNAMES.has(first.toLowerCase()) &&
    (words.length === 3 || second.includes('-') || first.toLowerCase() === 'xi')
  if (turned) return { surname: first, forenames: [words.slice(1).join('')] }
  let from = words.length - 1
  while (from > 1 && PARTICLES.test(words[from - 1] as string)) from--
  return { surname: words.slice(from).join(' '), forenames: words.slice(0, from) }
}

/** The key of a person: `person:zelenski:vldmr`; without the second part where the article never gives a forename. */
export function personKey(name: string): string {
  const { surname, forenames } = partsOfName(name)
  return forenames[0] ? `person:${surnameKey(surname)}:${forenameKey(forenames[0])}` : `person:${surnameKey(surname)}`
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
