/**
 * Odd spellings: a name or a long word that a few texts spell alike as hardly anyone spells it - two letters changed
 * places, one doubled, one lost. Spellings that are a desk's choice (Kiev and Kyiv, Zelensky and Zelenskyy, Mohamed and
 * Mohammed, colour and color) are no errors and tell nothing.
 */
import { surnameKey } from '../language/keys.ts'
import type { Usage } from './usage.ts'

/** A form that is odd, and the one that most have instead. */
export interface OddForm {
  readonly odd: string
  readonly usual: string
}

/** Words that are another when two of their letters change places, and no slip. */
const TWO_WORDS: ReadonlySet<string> = new Set(
  'casual causal complaint compliant conserve converse corporal kirsten kristen marital martial micheal michael reserve reverse united untied'.split(
    ' ',
  ),
)

/** A name of fewer letters is easily another's; a word in small letters is told by more. */
const SHORTEST_NAME = 5
const SHORTEST_WORD = 8
/** Longer words are not words. */
const LONGEST = 32

/** Whether a word is one whose spelling is held against others. */
export const isSpelt = (word: string): boolean =>
  word.length <= LONGEST &&
  (/^\p{Lu}[\p{Ll}\p{M}]+$/u.test(word)
    ? word.length >= SHORTEST_NAME
    : /^\p{Ll}+$/u.test(word) && word.length >= SHORTEST_WORD)

/** The forms of which each is another's slip, the odd one first, by who uses them and beside what names. */
export function oddForms(usages: ReadonlyMap<string, Usage>): OddForm[] {
  const found: OddForm[] = []
  for (const [odd, usage] of usages) {
    if (usage.articles.size < 2 || TWO_WORDS.has(odd.toLowerCase())) continue
    const fits = (form: string, sure: boolean): boolean => {
      const other = usages.get(form)
      return other !== undefined && isRare(usage, other) && (sure ? areOne(usage, other) : mayBeOne(usage, other))
    }
    const usual = slipsOf(odd).find((form) => fits(form, false)) ?? withLetterLost(odd).find((form) => fits(form, true))
    if (usual !== undefined) found.push({ odd, usual })
  }
  return found
}

/** Few use the one beside those who use the other; texts that are copies of each other count once. */
const isRare = (odd: Usage, usual: Usage): boolean =>
  usual.articles.size >= 3 && usual.texts.size >= 2 && usual.texts.size > odd.texts.size

/** Names that stand beside both: two names with nobody in common beside them are two people's. */
function mayBeOne(odd: Usage, usual: Usage): boolean {
  return odd.beside.size === 0 || usual.beside.size === 0 || !odd.beside.isDisjointFrom(usual.beside)
}

/** Somebody is named beside both, and no text has both: a name with a letter less may be another's. */
function areOne(odd: Usage, usual: Usage): boolean {
  if (odd.beside.isDisjointFrom(usual.beside)) return false
  return [...odd.articles.keys()].every((id) => !usual.articles.has(id))
}

/** The words that a word is when two of its letters changed places or one is doubled. */
function slipsOf(word: string): string[] {
  const letters = [...word]
  const forms: string[] = []
  for (let i = 1; i < letters.length - 1; i++) {
    const [before, one, next] = [letters[i - 1], letters[i], letters[i + 1]] as [string, string, string]
    // Two letters that changed places; the ends of a word are seldom missed.
    if (i < letters.length - 2 && one !== next) {
      const form = [...letters.slice(0, i), next, one, ...letters.slice(i + 2)].join('')
      if (surnameKey(form) !== surnameKey(word)) forms.push(form)
    }
    // A letter too many: the same twice.
    if (one === next && isNoStyle(before, one, letters[i + 2]))
      forms.push([...letters.slice(0, i), ...letters.slice(i + 1)].join(''))
  }
  return forms
}

/** The names that a name is with one consonant lost. */
function withLetterLost(word: string): string[] {
  if (!/^\p{Lu}/u.test(word)) return []
  const forms: string[] = []
  for (let i = 1; i < word.length; i++)
    for (const lost of LOST)
      if (lost !== word[i] && lost !== word[i - 1]) forms.push(word.slice(0, i) + lost + word.slice(i))
  return forms
}

/** Consonants that transliterations neither add nor drop. */
const LOST = [...'bcdflmnprstvz']

/**
 * Whether a doubled letter is none that a transliteration doubles: long vowels (Mahmoud, Mahmood), and consonants between
 * vowels (Mohamed, Mohammed).
 */
function isNoStyle(before: string, letter: string, after: string | undefined): boolean {
  if (after === undefined || after === letter) return after === letter
  if (/[aeoy]/iu.test(letter)) return false
  if (/[iu]/iu.test(letter)) return VOWEL.test(before) === false && VOWEL.test(after) === false
  return !(VOWEL.test(before) && VOWEL.test(after))
}

const VOWEL = /[aeiouy]/iu
