/**
 * Findings for people: where, what, the line with the words underlined, the words elsewhere that they are held against,
 * what to do.
 */
import { linesIn } from '../../page/draft/index.ts'
import { printable } from '../../publish/printable.ts'
import type { Paints } from '../paint.ts'
import { clip, widthOf } from '../wrap.ts'
import { type Checked, counted, type Placed, type Reported } from './checked.ts'

/** How it is drawn. */
export interface TextLook {
  readonly width: number
  readonly paint: Paints
}

/** Characters of a line shown before the words. */
const BEFORE = 24

/** A draft's findings. */
export function textOf({ file, source, reported, notes, refusal }: Checked, look: TextLook): string {
  const { paint } = look
  const name = oneLine(file)
  const starts = linesIn(source)
  const lineOf = (line: number) => source.slice(starts[line - 1], starts[line] ?? source.length).replace(/[\r\n]+$/, '')
  return [
    ...(refusal === null
      ? []
      : [
          `${paint.label(at(name, refusal.line, refusal.column))}: ${paint.warning('not checked')}: ${oneLine(refusal.message)}`,
        ]),
    ...notes.map(({ message }) => `${paint.label(name)}: ${paint.dim(`note: ${oneLine(message)}`)}`),
    ...reported.flatMap((one) => [...findingLines(name, one, lineOf(one.place.line), look), '']),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function findingLines(name: string, one: Reported, line: string, { width, paint }: TextLook): string[] {
  const { place, severity, message, rule, other, advice } = one
  const number = `${place.line}`
  const margin = ' '.repeat(number.length + 2)
  const shown = place.precision === 'words' ? underlined(line, one, width - margin.length - 3) : null
  return [
    `${paint.label(placeText(name, one))}: ${severity === 'info' ? paint.dim(severity) : paint.warning(severity)}: ${oneLine(message)} ${paint.dim(`[${rule}]`)}`,
    ...(shown === null
      ? []
      : [`${paint.dim(` ${number} |`)} ${shown.line}`, `${paint.dim(`${margin}|`)} ${paint.mark(shown.under)}`]),
    ...(other === null ? [] : [`${margin}${paint.dim('=')} ${placeText(name, other)}: "${clip(other.words, width)}"`]),
    `${margin}${paint.dim('>')} ${oneLine(advice)}`,
  ]
}

/** `draft.md:3:12`; without the column where only the line is known, and without either where nothing is. */
function placeText(name: string, { place }: Placed): string {
  if (place.precision === 'file') return name
  return at(name, place.line, place.precision === 'line' ? null : place.column)
}

const at = (name: string, line: number | null, column: number | null): string =>
  [name, line, column].filter((part) => part !== null).join(':')

const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ')

/** A line of the file, cut around the words, and the mark under them. */
function underlined(line: string, { place }: Placed, width: number): { line: string; under: string } {
  const start = place.column - 1
  const end = place.endLine === place.line ? place.endColumn - 1 : line.length
  const from = start > BEFORE * 2 ? start - BEFORE : 0
  const before = `${from > 0 ? '…' : ''}${oneLine(line.slice(from, start))}`
  const words = oneLine(line.slice(start, end))
  const whole = `${before}${words}${oneLine(line.slice(end))}`
  const shown = clipped(whole, Math.max(20, width))
  const columns = Math.max(1, Math.min(widthOf(words), widthOf(shown) - widthOf(before)))
  return { line: shown, under: `${' '.repeat(widthOf(before))}^${'~'.repeat(columns - 1)}` }
}

/** A line cut at its end where it is wider; white space stays as it is. */
function clipped(line: string, width: number): string {
  if (widthOf(line) <= width) return line
  let end = Math.min(line.length, width - 1)
  while (end > 0 && widthOf(line.slice(0, end)) > width - 1) end--
  return `${line.slice(0, end).toWellFormed()}…`
}

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** What was found in all drafts, in a line. */
export function summaryOf(results: readonly Checked[]): string {
  const { error, warning, info } = counted(results)
  const refusals = results.filter(({ refusal }) => refusal !== null).length
  const suppressed = results.reduce((sum, one) => sum + one.suppressed.length, 0)
  const found = [
    ...(error > 0 ? [some(error, 'error')] : []),
    ...(warning > 0 ? [some(warning, 'warning')] : []),
    ...(info > 0 ? [some(info, 'info')] : []),
  ]
  return [
    `${found.join(', ') || 'Nothing found'} in ${some(results.length - refusals, 'draft')}`,
    ...(suppressed > 0 ? [`${suppressed} switched off`] : []),
    ...(refusals > 0 ? [`${refusals} not checked`] : []),
  ].join('; ')
}
