// The marked articles and texts, read by Hearsay from what a program would give it.
import type { Engine } from '../../src/claims/attribution.ts'
import { type Anchoring, addUp } from '../../src/claims/language-model/anchoring.ts'
import { type Article, readPage } from '../../src/page/index.ts'
import { foundIn, ReadError } from '../../src/read/reading.ts'
import type { ReadArticle } from './errors.ts'
import type { GoldArticle } from './gold.ts'
import type { MarkedText } from './polnear.ts'

/** So many are read together, as the command reads JSON lines. */
const BATCH = 16

/** A gold article as a page: its text is the article, or a copied page where its furniture stands in it. */
const goldPage = ({ url, outlet, published, published_inferred, headline, text, furniture }: GoldArticle): Article =>
  readPage(text, {
    url: url ?? undefined,
    as: furniture ? 'text' : 'article',
    given: {
      outlet,
      ...((published ?? published_inferred) ? { published: published ?? published_inferred ?? null } : {}),
      ...(headline ? { headline } : {}),
    },
  })

/** Texts as an engine read them, and how it went. */
export interface Readings {
  /** By the text's id; none for a text that could not be read. */
  readonly readings: ReadonlyMap<string, ReadArticle>
  readonly texts: number
  /** Why texts could not be read, one line each. */
  readonly unread: readonly string[]
  /** Milliseconds by the clock. */
  readonly ms: number
  /** What a language model offered and how much of it was kept; null for an engine that marks words itself. */
  readonly anchoring: Anchoring | null
}

async function readAll<Source extends { readonly id: string }>(
  sources: readonly Source[],
  page: (source: Source) => Article,
  engine: Engine,
): Promise<Readings> {
  const readings = new Map<string, ReadArticle>()
  const unread: string[] = []
  const anchorings: Anchoring[] = []
  const began = performance.now()
  for (let from = 0; from < sources.length; from += BATCH) {
    const batch = sources.slice(from, from + BATCH)
    const pages = batch.map(page)
    const read = await foundIn(pages, engine)
    for (const [at, { id }] of batch.entries()) {
      const found = read[at]
      if (found === undefined || found instanceof ReadError) {
        unread.push(`${id}: ${found?.message}`)
        continue
      }
      const { claims, headline: check, anchoring } = found
      const headline = check && { lost: check.lost, changed: check.changed.map(({ from, to }) => from || to) }
      readings.set(id, { text: (pages[at] as Article).text, claims, headline })
      if (anchoring !== undefined) anchorings.push(anchoring)
    }
  }
  const anchoring = engine.anchoring === undefined ? null : addUp(anchorings)
  return { readings, texts: sources.length, unread, ms: performance.now() - began, anchoring }
}

/** What Hearsay reads in gold articles, by article. */
export const readGold = (articles: readonly GoldArticle[], engine: Engine): Promise<Readings> =>
  readAll(articles, goldPage, engine)

/** What Hearsay reads in marked texts, by text. */
export const readTexts = (texts: readonly MarkedText[], engine: Engine): Promise<Readings> =>
  readAll(texts, ({ text }) => readPage(text, { as: 'article' }), engine)
