/**
 * Words of pages as an assistant is shown them. Whoever writes a page may write instructions into it, openly or in
 * characters that nobody sees (OWASP LLM01, prompt injection): what a page says stands between marks that no page can
 * write itself, on one line, with nothing in it that is not visible.
 */
import { printable } from '../publish/printable.ts'

/** The marks around words of pages: white square brackets, which are taken out of the words themselves. */
export const OPENS = '⟦'
export const CLOSES = '⟧'

/**
 * Format characters that show nothing: soft hyphens, direction marks, zero-width spaces, tag characters and the variation
 * selectors beyond the sixteen of typography. The joiners that Persian, Hindi and emoji are written with stay.
 */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu
/** Joiners and selectors in a row spell nothing. */
const PILED = /(?<=[\p{Join_Control}\p{Variation_Selector}])[\p{Join_Control}\p{Variation_Selector}]+/gu

/** A text without what nobody sees. */
export const seen = (text: string): string => text.replace(UNSEEN, '').replace(PILED, '')

/** A text as it may be shown: controls as their pictures, direction overrides as U+FFFD, nothing unseen. Line feeds stay. */
export const visible = (text: string): string => seen(printable(text.replaceAll('\r\n', '\n')))

/** A text cut where it has more characters than `most`. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed().trimEnd()} …` : text
}

/** Words without the marks that stand around words. */
export const marksOut = (words: string): string => words.replaceAll(OPENS, '[').replaceAll(CLOSES, ']')

/** Words of a page on one line between their marks: `⟦up to 40 workers⟧`. @param most characters of them */
export function quotation(words: string, most = 300): string {
  const line = marksOut(visible(cut(words, 2 * most)))
    .replace(/\s+/g, ' ')
    .trim()
  return `${OPENS}${cut(line, most)}${CLOSES}`
}

/** A value whose every text is visible. Keys stay: they are ours. */
export function visibleIn<Value>(value: Value): Value {
  if (typeof value === 'string') return visible(value) as Value
  if (Array.isArray(value)) return value.map(visibleIn) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, visibleIn(own)])) as Value
}
