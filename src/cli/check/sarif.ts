/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. Columns are counted in UTF-16 code units; what the
 * writer switched off is there with its reason, as `suppressions`.
 */
import { relative, sep } from 'node:path'
import { json } from '../../publish/printable.ts'
import type { Severity } from '../../stories/check/index.ts'
import type { Checked, Placed, Reported, Suppressed } from './checked.ts'
import { LISTED } from './ids.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', off: 'none' }

/** What the log says of the tool besides its findings. */
export interface Tool {
  readonly version: string
  /** The page of a rule, as Markdown. */
  readonly pageOf: (id: string) => string
  /** Where the rules' pages are published; null where they only lie beside the tool, as docs/rules/ID.md. */
  readonly docs: string | null
}

/** A path as a relative URI reference (RFC 3986), from the folder that the command runs in. */
export function uriOf(file: string): string {
  if (file === '-') return 'stdin'
  const path = relative(process.cwd(), file)
  return path.split(sep).map(encodeURIComponent).join('/')
}

const regionOf = ({ place }: Placed) => {
  if (place.precision === 'file') return {}
  const { line: startLine, column: startColumn, endLine, endColumn } = place
  if (place.precision === 'line') return { region: { startLine } }
  return { region: { startLine, startColumn, endLine, endColumn } }
}

const locationOf = (file: string, at: Placed) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...regionOf(at) },
})

function resultOf(file: string, one: Reported | Suppressed) {
  const { rule, severity, message, advice, other } = one
  return {
    ruleId: rule,
    ruleIndex: LISTED.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: `${message}. ${advice}` },
    locations: [locationOf(file, one)],
    ...(other === null
      ? {}
      : { relatedLocations: [{ id: 1, ...locationOf(file, other), message: { text: other.words.toWellFormed() } }] }),
    ...('reason' in one
      ? { suppressions: [{ kind: 'inSource', ...(one.reason === null ? {} : { justification: one.reason }) }] }
      : {}),
  }
}

/**
 * The findings of drafts as one SARIF 2.1.0 log with a line feed at its end.
 * @param tool its version and where its rules are documented
 */
export function sarifOf(results: readonly Checked[], { version, pageOf, docs }: Tool): string {
  const rules = LISTED.map(({ id, summary, severity }) => ({
    id,
    shortDescription: { text: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.` },
    help: { text: `docs/rules/${id}.md`, markdown: pageOf(id) },
    ...(docs === null ? {} : { helpUri: new URL(`${id}.md`, docs.endsWith('/') ? docs : `${docs}/`).href }),
    defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity === 'off' ? 'info' : severity] },
    properties: { page: `docs/rules/${id}.md` },
  }))
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hearsay check', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: results.every(({ refusal }) => refusal === null),
            toolExecutionNotifications: results.flatMap(({ file, refusal, notes }) => [
              ...(refusal === null ? [] : [notification(file, 'error', refusal.message, refusal.line)]),
              ...notes.map(({ message }) => notification(file, 'note', message, null)),
            ]),
          },
        ],
        results: results.flatMap(({ file, reported, suppressed }) =>
          [...reported, ...suppressed].map((one) => resultOf(file, one)),
        ),
      },
    ],
  }
  return `${json(log)}\n`
}

const notification = (file: string, level: string, text: string, startLine: number | null) => ({
  level,
  message: { text: text.toWellFormed() },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        ...(startLine === null ? {} : { region: { startLine } }),
      },
    },
  ],
})
