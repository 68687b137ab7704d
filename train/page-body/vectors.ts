/**
 * Step 1: the marked pages -> vectors and labels, one row a run, for `fit.py`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lookOver } from '../../src/page/evidence.ts'
import { FEATURES, isWeighed, vectorsOf } from '../../src/page/features.ts'
import { siteOf } from '../../src/page/imprint.ts'
import { labelsOf, markedPages, SETS, WORK, wordsOf } from './pages.ts'

mkdirSync(WORK, { recursive: true })
const rows: string[] = []
const vectors: Buffer[] = []
let pageNumber = 0
for (const set of SETS) {
  for (const { url, html, lines } of markedPages(set)) {
    const { page, context } = lookOver(html, url || null)
    const labels = labelsOf(page.runs, lines)
    const marked = wordsOf(lines.join('\n')).length
    for (const run of page.runs) {
      rows.push(
        [
          pageNumber,
          set,
          siteOf(url),
          labels[run.index],
          isWeighed(run, context) ? 0 : 1,
          wordsOf(run.text).length,
          marked,
        ].join('\t'),
      )
    }
    vectors.push(Buffer.from(vectorsOf(page, context).values.buffer))
    pageNumber++
  }
}
writeFileSync(join(WORK, 'rows.tsv'), rows.join('\n'))
writeFileSync(join(WORK, 'vectors.f32'), Buffer.concat(vectors))
writeFileSync(join(WORK, 'features.json'), JSON.stringify(FEATURES))
console.log(`${pageNumber} pages, ${rows.length} runs, ${FEATURES.length} features`)
