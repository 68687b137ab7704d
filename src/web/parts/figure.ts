/** A figure as a chip: its bounds in signs, in words alone where the words give no number. */
import type { Figure } from '../../claims/claim.ts'
import { AFTER, BEFORE, type Qualifier } from '../../language/quantities/qualifiers.ts'
import { type Html, html } from '../../publish/html.ts'
import { grouped } from '../../publish/numbers.ts'
import { quoted } from '../../publish/story/words.ts'

/** What of a figure is shown; search knows less of it than a reading. */
export type FigureSeen = Pick<Figure, 'text' | 'low' | 'high'> &
  Partial<Pick<Figure, 'approximate' | 'qualifier' | 'unit' | 'measure' | 'of'>>

/** The longest words of a figure, in characters. */
const LONGEST = 60

/** What is shown after the number; people are counted without a word. */
const UNITLESS: ReadonlySet<string> = new Set(['number', 'people', 'person'])

/** `11,000`; from a million on `1.5 million`. */
function number(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e12) return `${grouped(value / 1e12)} trillion`
  if (size >= 1e9) return `${grouped(value / 1e9)} billion`
  return size >= 1e6 ? `${grouped(value / 1e6)} million` : grouped(value)
}

function withUnit(words: string, unit: string | null | undefined): string {
  if (unit === null || unit === undefined || UNITLESS.has(unit)) return words
  return unit === 'percent' ? `${words}%` : `${words} ${unit}`
}

function qualifierOf({ qualifier }: FigureSeen): Qualifier | null {
  const key = qualifier?.toLowerCase().replace(/\s+/g, ' ')
  return key === undefined ? null : (BEFORE.get(key) ?? AFTER.get(key) ?? null)
}

/**
 * How many, short: `≤ 1 battalion`, `≥ 80`, `> 3,000`, `about 300`, `nearly 300`, `10,000–12,000`, `9%`. Words that give no
 * number stay words: `“several dozen”`.
 */
export function figureWords(figure: FigureSeen): string {
  const { text, low, high, approximate = false, qualifier, unit } = figure
  const known = qualifierOf(figure)
  const above = known?.included === false ? '>' : '≥'
  const below = known?.included === false ? '<' : '≤'
  if (low === null && high === null) return groupWords(figure, known) ?? quoted(text, LONGEST)
  if (low === null)
    return withUnit(
      `${approximate ? (known?.soft ? qualifier : `about ${below}`) : below} ${number(high as number)}`,
      unit,
    )
  if (high === null) return withUnit(`${approximate ? 'about ' : ''}${above} ${number(low)}`, unit)
  const words = low === high ? number(low) : `${number(low)}–${number(high)}`
  return withUnit(`${approximate ? 'about ' : ''}${words}`, unit)
}

/** One of a body of people, bounded: `up to a battalion` is at most one of them. Null for other words. */
function groupWords({ text, qualifier, unit }: FigureSeen, known: Qualifier | null): string | null {
  if (known === null || known.bound === 'about' || qualifier == null || unit == null) return null
  const words = text.toLowerCase().replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim()
  const isOne = ['a', 'an', 'one'].some((one) => words === `${qualifier.toLowerCase()} ${one} ${unit.toLowerCase()}`)
  if (!isOne) return null
  const sign = known.bound === 'high' ? (known.included ? '≤' : '<') : known.included ? '≥' : '>'
  return `${sign} 1 ${unit}`
}

/** A figure with what is counted; its exact words are its title. */
export function figureChip(figure: FigureSeen): Html {
  const { text, measure, of, unit } = figure
  const what = [measure, of === unit ? null : of].filter(Boolean).join(': ')
  return html`<span class="figure-chip" title="${quoted(text)}"><b>${figureWords(figure)}</b>${what !== '' && html` <span>${what}</span>`}</span>`
}
