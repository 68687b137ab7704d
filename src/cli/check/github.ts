/**
 * Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. A percent sign and line
 * ends are escaped everywhere, a colon and a comma in properties besides, as the runner's toolkit does.
 */
import { relative, sep } from 'node:path'
import { printable } from '../../publish/printable.ts'
import type { Severity } from '../../stories/check/index.ts'
import type { Checked, Reported } from './checked.ts'

const COMMANDS: Readonly<Record<Exclude<Severity, 'off'>, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

const escaped = (text: string): string =>
  printable(text.replace(/\r\n?/g, '\n')).replaceAll('%', '%25').replaceAll('\n', '%0A')
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A command: `::warning file=a.md,line=3::What is the matter`. */
function command(name: string, properties: Readonly<Record<string, string | number | null>>, message: string): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${property(`${value}`)}`],
  )
  return `::${name} ${given.join(',')}::${escaped(message)}\n`
}

const pathOf = (file: string): string => (file === '-' ? 'stdin' : relative(process.cwd(), file).split(sep).join('/'))

function findingOf(file: string, { severity, rule, message, advice, other, place }: Reported): string {
  const isFile = place.precision === 'file'
  const words = place.precision === 'words'
  // GitHub takes columns only within one line.
  const column = words && place.line === place.endLine
  const against =
    other === null ? '' : `\n${other.place.precision === 'file' ? '' : `Line ${other.place.line}: `}"${other.words}"`
  return command(
    COMMANDS[severity],
    {
      file: pathOf(file),
      line: isFile ? null : place.line,
      endLine: words ? place.endLine : null,
      col: column ? place.column : null,
      endColumn: column ? place.endColumn : null,
      title: rule,
    },
    `${message}.${against}\n${advice}`,
  )
}

/** The findings of drafts as workflow commands of GitHub Actions, one a line, which annotate the lines of a change. */
export function githubOf(results: readonly Checked[]): string {
  return results
    .flatMap(({ file, reported, refusal }) => [
      ...(refusal === null
        ? []
        : [command('error', { file: pathOf(file), line: refusal.line, title: 'not checked' }, refusal.message)]),
      ...reported.map((one) => findingOf(file, one)),
    ])
    .join('')
}
