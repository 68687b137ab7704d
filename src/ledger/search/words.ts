/**
 * The words of a text as search knows them, the same for what is stored and what is asked: letters without marks and
 * case, English stems, numbers without thousands separators. Each word has its place in the text, so that what was found
 * can be marked there.
 */
import type { Span } from '../../page/article.ts'
import { stem } from './stem.ts'

/** A word: `plain` as it is written but for marks and case, `term` as it is compared. */
export interface Word extends Span {
  readonly plain: string
  readonly term: string
}

/**
 * 3,000 and 1.5; U.S.; what French elides (l’état); a letter of a script that is written without spaces; a word with its apostrophes. Repeats are
 * bounded where a later part can fail, so that no text makes this slow.
 */
const WORD =
  /\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?(?!\d)|\d{1,20}\.\d{1,20}|(?:\p{L}\.){2,8}|(?:[cdjlmnstCDJLMNST]|[qQ]u)(?=['’]\p{L})|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+(?:['’][\p{L}\p{M}]+)*/gv

const ASCII = /^[a-z0-9]+$/
const NUMBER = /^\d[\d,]*(?:\.\d+)?$/
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** A longer word is known by its beginning, in UTF-16 units: it is an address or a mistake, and an index entry has limits. */
const LONGEST = 64

/** Stems of words seen, since few words are most of what is written. */
const stems = new Map<string, string>()
const STEMS = 200_000

function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= STEMS) stems.clear()
  const found = stem(word)
  stems.set(word, found)
  return found
}

/** A word without marks, case, apostrophes and the possessive `'s`; empty where nothing is left. */
function plainOf(written: string): string {
  const lower = written.toLowerCase()
  if (ASCII.test(lower)) return lower.slice(0, LONGEST)
  if (NUMBER.test(lower)) return lower.replaceAll(',', '').replace('.', '_').slice(0, LONGEST)
  return written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] as string)
    .replace(/[\u0300-\u036f]|[^\p{L}\p{N}\p{M}]/gu, '')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
}

/** What `wordsOf` can be told. */
export interface WordOptions {
  /** No more words than these. */
  readonly most?: number
  /**
   * First letters (a to z, 0 to 9) of the terms that are looked for. Other words of these letters have their place, but no
   * term: stems keep the first letter of a word.
   */
  readonly initials?: ReadonlySet<string> | null
}

/** The words of a text in their order. */
export function wordsOf(text: string, { most = Number.POSITIVE_INFINITY, initials = null }: WordOptions = {}): Word[] {
  const words: Word[] = []
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (words.length >= most) break
    const [start, end] = [index, index + written.length]
    if (initials !== null && isOther(written, initials)) {
      words.push({ start, end, plain: '', term: '' })
      continue
    }
    const plain = plainOf(written)
    if (plain !== '') words.push({ start, end, plain, term: /^[a-z]{3,}$/.test(plain) ? stemOf(plain) : plain })
  }
  return words
}

function isOther(written: string, initials: ReadonlySet<string>): boolean {
  const first = (written[0] as string).toLowerCase()
  return ASCII.test(first) && !initials.has(first)
}

/** The terms of a text. */
export const termsOf = (text: string, most?: number): string[] =>
  wordsOf(text, most === undefined ? {} : { most }).map(({ term }) => term)
