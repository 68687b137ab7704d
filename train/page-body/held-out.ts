/**
 * Step 3: reads every marked page with the forest that was fitted without its site, and writes the readings, one JSON
 * line each, for a scorer: what to expect on sites never seen. usage: held-out.ts SET > READINGS.jsonl
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forestOf, type Weigh } from '../../src/page/body.ts'
import { readHtml } from '../../src/page/html.ts'
import { siteOf } from '../../src/page/imprint.ts'
import { markedPages, SETS, WORK } from './pages.ts'

const set = SETS.find((name) => name === process.argv[2])
if (!set) throw new Error(`usage: held-out.ts ${SETS.join('|')}`)
const folds: Record<string, number> = JSON.parse(readFileSync(join(WORK, 'folds.json'), 'utf8'))
const forests = new Map<number, Weigh>()
for (const { id, url, html } of markedPages(set)) {
  const fold = folds[siteOf(url)] ?? 0
  const weigh = forests.get(fold) ?? forestOf(readFileSync(join(WORK, `fold-${fold}.json`)), `fold-${fold}.json`)
  forests.set(fold, weigh)
  process.stdout.write(`${JSON.stringify({ id, article: readHtml(html, url || null, weigh) })}\n`)
}
