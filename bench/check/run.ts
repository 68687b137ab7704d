// How long a draft of some 800 words takes to check: warm, as an editor or --watch meets it, and cold, from the command's
// start to its end. `npm run -s bench:check`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadEngine } from '../../src/claims/engines.ts'
import { checked } from '../../src/cli/check/checked.ts'
import { NO_SETTINGS } from '../../src/cli/check/config.ts'
import { readPage } from '../../src/page/index.ts'

const root = resolve(import.meta.dirname, '../..')
const WORDS = 800
const RUNS = 60
const COLD = 5

/** A draft in Markdown: the example draft, and paragraphs of the example pages below it until it is long enough. */
function draftOf(words: number): string {
  const examples = ['layoffs-wire.html', 'battalion-inquirer.html', 'tabloid.html'].map((name) =>
    readPage(readFileSync(join(root, 'examples', name))),
  )
  const paragraphs = examples.flatMap(({ text, blocks }) =>
    blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => text.slice(start, end)),
  )
  let draft = readFileSync(join(root, 'examples/drafts/harbour.md'), 'utf8')
  for (let i = 0; draft.split(/\s+/).length < words; i++) draft += `\n${paragraphs[i % paragraphs.length]}\n`
  return draft
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

const draft = draftOf(WORDS)
const engine = await loadEngine('model')
const bytes = Buffer.from(draft)
for (let i = 0; i < 5; i++) await checked('draft.md', bytes, null, engine, NO_SETTINGS)
const warm: number[] = []
for (let i = 0; i < RUNS; i++) {
  const began = performance.now()
  await checked('draft.md', bytes, null, engine, NO_SETTINGS)
  warm.push(performance.now() - began)
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-check-'))
const cold: number[] = []
try {
  const file = join(folder, 'draft.md')
  writeFileSync(file, draft)
  for (let i = 0; i < COLD; i++) {
    const began = performance.now()
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/hearsay.ts', 'check', file], { cwd: root })
    if (status !== 0 && status !== 1) throw new Error(stderr.toString())
    cold.push(performance.now() - began)
  }
} finally {
  rmSync(folder, { recursive: true })
}
console.log(
  `${draft.split(/\s+/).length} words: warm median ${quantile(warm, 0.5).toFixed(0)} ms, p95 ${quantile(warm, 0.95).toFixed(0)} ms; cold start ${quantile(cold, 0.5).toFixed(0)} ms`,
)
