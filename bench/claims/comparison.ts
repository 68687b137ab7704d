// Engines on the same texts, held against the same marks by the same scorers, side by side in one table.
import type { Engine } from '../../src/claims/attribution.ts'
import { loadEngine } from '../../src/claims/engines.ts'
import { type Anchoring, addUp } from '../../src/claims/language-model/anchoring.ts'
import { languageModelEngine } from '../../src/claims/language-model/engine.ts'
import { openLanguageModel, type Spent } from '../../src/gather/language-model/open.ts'
import { languageModelSettings } from '../../src/gather/language-model/settings.ts'
import type { EngineChoice } from '../../src/gather/reading/engines.ts'
import { barsOf } from './bars.ts'
import { goldPart, polnearPart } from './parts.ts'

/** What is measured. */
interface Wanted {
  readonly polnear: boolean
  readonly gold: boolean
  readonly minConfidence: number
  /** Of each set so many texts. */
  readonly most: number
}

/** One engine, measured. */
export interface MeasuredEngine {
  readonly engine: string
  /** Accuracy, by the words of the table of bars. */
  readonly bars: readonly { readonly label: string; readonly value: number | null }[]
  readonly texts: number
  /** Why texts could not be read; they count as texts without claims. */
  readonly unread: readonly string[]
  readonly seconds: number
  /** Null for an engine that marks words itself. */
  readonly anchoring: Anchoring | null
  /** Null for an engine that asks nobody. */
  readonly spent: Spent | null
}

/**
 * Measures an engine.
 * @throws EngineUnavailable where it cannot be had: a language model that is not set
 */
export async function measureEngine(name: EngineChoice, wanted: Wanted): Promise<MeasuredEngine> {
  if (name !== 'language-model') return measured(name, await loadEngine(name), wanted, () => null)
  const languageModel = openLanguageModel(languageModelSettings())
  const engine = languageModelEngine(languageModel)
  return measured(`language-model ${languageModel.model}`, engine, wanted, languageModel.spent)
}

async function measured(
  name: string,
  engine: Engine,
  wanted: Wanted,
  spent: () => Spent | null,
): Promise<MeasuredEngine> {
  const polnear = wanted.polnear ? await polnearPart(engine, wanted.minConfidence, wanted.most) : null
  const gold = wanted.gold ? await goldPart(engine, wanted.most) : null
  const read = [polnear, gold].flatMap((part) => part?.read ?? [])
  const scores = { polnear: polnear?.score ?? null, gold: gold?.score ?? null, recognizers: null, speed: null }
  const anchorings = read.flatMap(({ anchoring }) => anchoring ?? [])
  return {
    engine: name,
    bars: barsOf(scores).map(({ label, value }) => ({ label, value })),
    texts: read.reduce((sum, { texts }) => sum + texts, 0),
    unread: read.flatMap(({ unread }) => unread),
    seconds: read.reduce((sum, { ms }) => sum + ms, 0) / 1000,
    anchoring: anchorings.length > 0 ? addUp(anchorings) : null,
    spent: spent(),
  }
}

/** Every number, as JSON. */
export const comparisonJson = (engines: readonly MeasuredEngine[]): string => JSON.stringify({ engines }, null, 2)

/** A table with a column for each engine; a number that an engine does not have is `-`. */
export function comparisonTable(engines: readonly MeasuredEngine[], isMarkdown: boolean): string {
  const row = (label: string, of: (one: MeasuredEngine) => number | null | undefined, digits = 0): string[] => [
    label,
    ...engines.map((one) => of(one)?.toFixed(digits) ?? '-'),
  ]
  const labels = engines[0]?.bars.map(({ label }) => label) ?? []
  const drops = new Set(engines.flatMap(({ anchoring }) => Object.keys(anchoring?.dropped ?? {})))
  const rows = [
    ['', ...engines.map(({ engine }) => engine)],
    ...labels.map((label) => row(label, ({ bars }) => bars.find((bar) => bar.label === label)?.value, 1)),
    row('texts', ({ texts }) => texts),
    row('texts that could not be read, counted as texts without claims', ({ unread }) => unread.length),
    row('seconds by the clock', ({ seconds }) => seconds, 1),
    row('attributions offered', ({ anchoring }) => anchoring?.offered),
    row('attributions kept', ({ anchoring }) => anchoring?.kept),
    ...[...drops].map((drop) =>
      row(`dropped: ${drop}`, ({ anchoring }) =>
        anchoring === null ? null : (anchoring.dropped[drop as keyof Anchoring['dropped']] ?? 0),
      ),
    ),
    row('characters not asked about', ({ anchoring }) => anchoring?.unread),
    row('requests', ({ spent }) => spent?.requests),
    row('questions answered before', ({ spent }) => spent?.known),
    row('tokens', ({ spent }) => spent?.tokens),
  ].filter(([label = '', ...cells], at) => at === 0 || label === 'texts' || cells.some((cell) => cell !== '-'))
  const table = isMarkdown ? markdownOf(rows) : plainOf(rows)
  const unread = engines.flatMap((one) => one.unread.slice(0, 5).map((reason) => `${one.engine}: ${reason}`))
  return unread.length === 0 ? table : `${table}\n\nNot read (at most five an engine):\n${unread.join('\n')}`
}

function plainOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return rows.map(line).join('\n')
}

function markdownOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
