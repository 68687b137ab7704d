/**
 * `npm start`: a ledger with the example pages in it - what it holds, one story told from it, and what to try next.
 */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { enterTogether } from '../gather/enter.ts'
import type { Arrival } from '../gather/reading/arrival.ts'
import { threadedReader } from '../gather/reading/pool.ts'
import { openLedger } from '../ledger/open.ts'
import { rejoin } from '../ledger/rejoin.ts'
import { storiesListed, storyTold } from '../ledger/told.ts'
import { colours, columns, complain, dieQuietly, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { clip, wrap } from './wrap.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'examples')
/** Nine articles about one fire, one a line. */
const STORY = join(FOLDER, 'story', 'depot-fire.jsonl')
const LEDGER = join(ROOT, '.hearsay', 'examples.ledger')

/** What to try, and what it shows. LEDGER stands for the ledger's file. */
const TRY = [
  ['a page and its claims', 'read examples/battalion-inquirer.html'],
  ['where each field and claim is from', 'read --why examples/tabloid.html'],
  ['claims by words, speakers, figures, days', "--ledger LEDGER search 'injured figure:>=20'"],
  ['a page of your own into the ledger', '--ledger LEDGER add PAGE.html'],
  ['or from its address', '--ledger LEDGER add https://news.example/a-page'],
  ['what the ledger holds, and that nothing in it was altered', '--ledger LEDGER verify'],
  ['a draft, before it is printed', 'check examples/drafts/harbour.md'],
  ['everything else', '--help'],
] as const

/** When a file was saved: the same however often it is added. */
const savedAt = (file: string): string => statSync(file).mtime.toISOString()

/** What is the same of every example. */
const IMPORTED = { redirects: [], status: null, headers: {}, how: 'imported', notes: [] } as const

/** The example pages, and the articles of the story. */
function examples(): Arrival[] {
  const names = readdirSync(FOLDER).filter((name) => /\.(?:html|txt)$/.test(name))
  const pages = names.sort().map((name): Arrival => {
    const file = join(FOLDER, name)
    return { ...IMPORTED, bytes: readFileSync(file), url: null, finalUrl: null, capturedAt: savedAt(file) }
  })
  const lines = readFileSync(STORY, 'utf8').split('\n').filter(Boolean)
  const articles = lines.map((line): Arrival => {
    const { url, outlet, published, headline, text } = JSON.parse(line) as Record<string, string>
    const given = { outlet: outlet ?? null, published: published ?? null, headline: headline ?? null }
    const bytes = new TextEncoder().encode(text)
    return { ...IMPORTED, bytes, url: url ?? null, finalUrl: null, capturedAt: savedAt(STORY), as: 'article', given }
  })
  return [...pages, ...articles]
}

dieQuietly()
const look: Look = { width: columns(), paint: paints(colours()) }
mkdirSync(join(LEDGER, '..'), { recursive: true })
const reader = threadedReader('model', 1)
try {
  const ledger = await openLedger(LEDGER)
  try {
    const pages = await reader.read(examples())
    // What an older release left there would not fit.
    await rejoin(ledger)
    const entered = await enterTogether(
      ledger,
      pages.flatMap((page) => ('unread' in page ? [] : [page])),
    )
    const failed = [...pages, ...entered].flatMap((one) => ('unread' in one ? [one.unread] : []))
    await print(
      `${look.paint.heading(`${entered.length} example pages are in ${relative(process.cwd(), LEDGER)}`)}\n\n`,
    )
    for (const page of pages)
      if (!('unread' in page)) {
        const { headline, outlet } = page.article
        const claims = `${page.found.claims.length}`.padStart(3)
        await print(`  ${claims} claims  ${clip(`${outlet}: ${headline}`, look.width - 14)}\n`)
      }
    for (const reason of new Set(failed))
      await print(`  ${look.paint.dim(clip(`not entered: ${reason}`, look.width - 2))}\n`)
    const largest = (await storiesListed(ledger)).toSorted((one, other) => other.articles - one.articles)[0]
    const story = largest === undefined ? null : await storyTold(ledger, largest.id)
    if (story !== null) {
      await print(`\nOne story told from it:\n\n`)
      for (const line of wrap(story.title ?? '', look.width, { first: '  ', rest: '  ' }))
        await print(`${look.paint.heading(line)}\n`)
      for (const line of wrap(story.account.sentence, look.width, { first: '  ', rest: '  ' })) await print(`${line}\n`)
    }
    await print('\nTry next:\n')
    for (const [what, command] of TRY) {
      const words = command.replace('LEDGER', relative(process.cwd(), LEDGER))
      await print(`  ${look.paint.dim(`${what}:`)}\n    npm run -s hearsay -- ${words}\n`)
    }
  } finally {
    await ledger.close()
  }
} catch (error) {
  complain((error as Error).message)
  process.exitCode = 1
} finally {
  await reader.close()
}
