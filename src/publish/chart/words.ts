/** The chart in words: for those who cannot see it, and what a reader must know of its scale and marks. */
import type { VagueReading } from '../../stories/figures/vague.ts'
import { counted, grouped } from '../numbers.ts'
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

/** What stands for a mark in words: on a page, and in a terminal. */
const MARKS = {
  page: {
    open: 'An arrow: no bound is given on that side.',
    between: 'A bar with two ends: between the two.',
    about: 'A hollow dot: about that number.',
    revised: 'A dotted line joins what one claimant revised.',
    read: 'A ladder: words without a number, read by the convention named; nothing is computed from it.',
  },
  terminal: {
    open: '← →: no bound is given on that side.',
    between: '┣━┫: between the two.',
    about: '○: about that number.',
    revised: '↳: revised by the same claimant.',
    read: '┉: words without a number, read by a convention.',
  },
} as const

/** `“dozens” read as 24 to 99 (plural of dozen, below a hundred)`. */
export const readingWords = ({ words, low, high, convention }: VagueReading): string =>
  `“${words}” read as ${grouped(low)} to ${grouped(high)} (${convention})`

/** The words over figures that have no place on the scale. */
export const NO_PLACE = 'In words, with no place on the scale'

/** Which marks the chart has and what they mean; what its scale is, where it is not the usual one. */
export function noteOf({ scale, lanes, more }: Chart, where: keyof typeof MARKS): string {
  const { open, between, about, revised, read } = MARKS[where]
  const marks = lanes.flatMap((lane) => lane.marks)
  const closed = marks.filter((mark) => mark.open === null && mark.reading === null)
  const has = [
    marks.some((mark) => mark.open !== null) && open,
    closed.some(({ low, high }) => low !== high) && between,
    closed.some(({ low, high, approximate }) => low === high && approximate) && about,
    lanes.some((lane) => lane.marks.filter(({ said }) => said !== null).length > 1) && revised,
    marks.some(({ reading }) => reading !== null) && read,
    scale?.kind === 'log' && `The scale is logarithmic${scale.nought ? '; nought stands at its start' : ''}.`,
    more > 0 && `${counted(more, 'claimant')} more in the table.`,
  ]
  return has.filter((line) => line !== false).join(' ')
}
