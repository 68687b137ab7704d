/**
 * `npm start`: the example pages, read; one of them in full; and what to try next.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadEngine } from '../claims/engines.ts'
import { when } from '../publish/when.ts'
import { beside, kindsOf } from './flow.ts'
import { colours, columns, complain, dieQuietly, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { claimReader, pageOf, type Reading } from './reading.ts'
import { labelled, pageView } from './terminal.ts'
import { clip, wrap } from './wrap.ts'

const FOLDER = join(import.meta.dirname, '../../examples')
const IN_FULL = 'battalion-inquirer.html'

const TRY = `Try next:
  npm run -s hearsay -- read examples/tabloid.html                 another page in full
  npm run -s hearsay -- read examples/layoffs-wire.html --all      every claim, and nothing folded
  npm run -s hearsay -- read examples/tabloid.html --why           where each field and claim came from
  npm run -s hearsay -- read examples/layoffs-wire.html --json     the Reading, for programs
  npm run -s hearsay -- read examples/live-blog.html --markdown    the article as Markdown
  npm run -s hearsay -- read PAGE.html                             a page saved from your own browser
  npm run -s hearsay -- read --help                                everything else
`

/** A few lines: headline, who and when, how much of what. */
function summary({ id, article, claims }: Reading, { width, paint }: Look): string {
  const facts = [
    article.outlet,
    article.published && when(article.published),
    article.bylines.length > 0 ? `by ${article.bylines.join(', ')}` : null,
    article.wire && `wire: ${article.wire}`,
  ].filter(Boolean)
  const counts = [
    `${claims.length} claim(s)`,
    kindsOf(article) || 'no body',
    `${article.images.length} image(s)`,
    `${beside(article).length} related`,
    `${article.leftOut.length} left out`,
  ]
  const indent = labelled('', 2)
  return [
    paint.label(clip(`examples/${id}`, width)),
    ...wrap(article.headline ?? '(no headline)', width, indent).map((line) => paint.heading(line)),
    ...(facts.length > 0 ? wrap(facts.join(' / '), width, indent) : []),
    ...wrap(counts.join('; '), width, indent).map((line) => paint.dim(line)),
    ...article.notes.flatMap(({ kind, message }) =>
      wrap(`${kind}: ${message}`, width, { first: '  ! ', rest: '    ' }).map((line) => paint.warning(line)),
    ),
  ].join('\n')
}

/** The example pages by name, all read. */
async function examples(): Promise<Reading[]> {
  const names = readdirSync(FOLDER).filter((name) => /\.(?:html|txt)$/.test(name))
  const readingsOf = claimReader(await loadEngine('model'))
  const results = await readingsOf(names.sort().map((name) => pageOf(name, readFileSync(join(FOLDER, name)), {})))
  return results.map((result) => {
    if ('error' in result) throw new Error(`examples/${result.id}: ${result.error}`)
    return result
  })
}

dieQuietly()
const look: Look = { width: columns(), paint: paints(colours()) }
try {
  const readings = await examples()
  await print(`The ${readings.length} example pages, read:\n\n`)
  for (const reading of readings) await print(`${summary(reading, look)}\n\n`)
  await print(`One of them in full, ${look.paint.label(`examples/${IN_FULL}`)}:\n\n`)
  for (const { article, claims, headline } of readings.filter(({ id }) => id === IN_FULL))
    await print(`${pageView(article, claims, { ...look, all: false, minConfidence: null }, headline)}\n${TRY}`)
} catch (error) {
  complain((error as Error).message)
  process.exitCode = 1
}
