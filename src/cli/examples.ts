/** The example pages: in every clone, and in the ledger that `npm start` opens. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { enterTogether } from '../gather/enter.ts'
import type { Arrival, Unread } from '../gather/reading/arrival.ts'
import type { PageReader } from '../gather/reading/pool.ts'
import type { Entered, Page } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/open.ts'

const FOLDER = join(import.meta.dirname, '../../examples')
/** Nine articles about one fire, one a line. */
const STORY = join(FOLDER, 'story', 'depot-fire.jsonl')

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

/**
 * Enters the examples. Done twice it is the same as done once.
 * @returns for each page what it is in the ledger, or why it is not
 */
export async function enterExamples(
  ledger: Ledger,
  reader: PageReader,
): Promise<readonly (Unread | { readonly page: Page; readonly entered: Entered })[]> {
  const read = await reader.read(examples())
  const pages = read.flatMap((one) => ('unread' in one ? [] : [one]))
  const entered = await enterTogether(ledger, pages, new Date().toISOString())
  const become = new Map(pages.map((page, at) => [page, entered[at] as Entered | Unread]))
  return read.map((one) => {
    if ('unread' in one) return one
    const there = become.get(one) as Entered | Unread
    return 'unread' in there ? there : { page: one, entered: there }
  })
}
