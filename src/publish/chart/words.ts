/** The chart in words: for those who cannot see it, and what a reader must know of its scale and marks. */
import { counted } from '../numbers.ts'
import { dateOf } from '../when.ts'
import type { Chart, InWords } from './chart.ts'

/** Who gave a figure; in words, where no report has it from anybody. */
export const claimantName = (name: string | null): string => name ?? 'nobody named'

/** `Ilse Maren: up to 40 (12 May 2031), then 34 (14 May 2031).` for each lane, then the words without a place. */
export function describe({ lanes, words }: Chart): string {
  const said = lanes.map(
    ({ name, marks }) =>
      `${name}: ${marks.map((mark) => `${mark.words}${mark.said === null ? '' : ` (${dateOf(mark.said)})`}`).join(', then ')}.`,
  )
  return [...said, ...words.map((one) => `${wordsOf(one)}, in words alone.`)].join(' ')
}

/** `union official (unnamed): “several dozen” (13 May 2031)`. */
export function wordsOf({ name, said, words }: InWords): string {
  return `${name}: “${words.replace(/\s+/g, ' ').trim()}”${said === null ? '' : ` (${dateOf(said)})`}`
}

/** Which marks the chart has and what they mean; what its scale is, where it is not the usual one. */
export function noteOf({ scale, lanes, words, more }: Chart): string {
  const marks = lanes.flatMap((lane) => lane.marks)
  const has = [
    marks.some(({ open }) => open !== null) && 'An arrow: no bound is given on that side.',
    marks.some(({ open, low, high }) => open === null && low !== high) && 'A bar with two ends: between the two.',
    marks.some(({ open, low, high, approximate }) => open === null && low === high && approximate) &&
      'A hollow dot: about that number.',
    lanes.some((lane) => lane.marks.filter(({ said }) => said !== null).length > 1) &&
      'A dotted line joins what one claimant revised.',
    scale?.kind === 'log' && `The scale is logarithmic${scale.nought ? '; nought stands at its start' : ''}.`,
    words.length > 0 && `In words, with no place on the scale: ${words.map(wordsOf).join('; ')}.`,
    more > 0 && `${counted(more, 'claimant')} more in the table.`,
  ]
  return has.filter((line) => line !== false).join(' ')
}
