/**
 * Odd spellings: a name or a long word that a few texts spell alike as hardly anyone spells it - two letters changed
 * places, one doubled, one lost. Spellings that are a desk's choice (Kiev and Kyiv, Zelensky and Zelenskyy, Mohamed and
 * Mohammed, colour and color) are no errors and tell nothing.
 */
import { surnameKey } from '../../language/keys.ts'
import { likelihoodAmong } from './letters.ts'
import type { Usage } from './usage.ts'

/** A form that is odd, and the one that most have instead. */
interface OddForm {
  readonly odd: string
  readonly usual: string
}

/** Words that are another when two of their letters change places, and no slip. */
const TWO_WORDS: ReadonlySet<string> = new Set(
  'angel angle casual causal complaint compliant dairy diary kirsten kristen marital martial micheal michael quiet quite silver sliver there three trail trial united untied'.split(
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
  const likelihood = likelihoodAmong(usages.keys())
  const found: OddForm[] = []
  for (const [odd, usage] of usages) {
    if (usage.articles.size < 2 || TWO_WORDS.has(odd.toLowerCase())) continue
    const fits = (form: string, lost: boolean): boolean => {
      const other = usages.get(form)
      if (other === undefined) return false
      // A shorter word is the likelier by its letters alone.
      if (lost) return isSlip(usage, other, 0) && areOne(usage, other)
      if (form.length === odd.length && surnameKey(form) === surnameKey(odd)) return false
      return isSlip(usage, other, likelihood(form) - likelihood(odd)) && mayBeOne(usage, other)
    }
    const usual = slipsOf(odd).find((form) => fits(form, false)) ?? withLetterLost(odd).find((form) => fits(form, true))
    if (usual !== undefined) found.push({ odd, usual })
  }
  return found
}

/**
 * Whether of two spellings the one is a slip: fewer use it, its letters are unlikely, or something of both. An agency's
 * slip may be printed by more than have it right. Texts that are copies of each other count once.
 */
function isSlip(odd: Usage, usual: Usage, unlikely: number): boolean {
  if (usual.articles.size < 2) return false
  const fewer = Math.log2(usual.texts.size / odd.texts.size)
  if (unlikely >= UNLIKELY) return fewer + unlikely >= SURE
  return usual.articles.size >= 3 && fewer >= TWICE && unlikely >= -TWICE
}

/** Powers of two of likelihood by which letters alone tell a slip, and with use what they must come to. */
const UNLIKELY = 3
const SURE = 2.5
/** Where letters tell nothing, twice as many must have the other, and letters not speak for the odd one. */
const TWICE = 1

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
      forms.push(form)
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
  if (letter === 'v') return true
  if (/[aeoy]/iu.test(letter)) return false
  if (/u/iu.test(letter)) return true
  if (/i/iu.test(letter)) return !VOWEL.test(before) && !VOWEL.test(after)
  return !(VOWEL.test(before) && VOWEL.test(after))
}

const VOWEL = /[aeiouy]/iu
