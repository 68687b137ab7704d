// The marked articles and texts, read by Hearsay from what a program would give it.
import type { Engine } from '../../src/claims/attribution.ts'
import type { Claim } from '../../src/claims/claim.ts'
import { readClaims } from '../../src/claims/index.ts'
import { type Article, readPage } from '../../src/page/index.ts'
import { headlineCheck } from '../../src/stories/drift/headline.ts'
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

async function readAll<Source extends { readonly id: string }>(
  sources: readonly Source[],
  page: (source: Source) => Article,
  engine: Engine,
): Promise<Map<string, ReadArticle>> {
  const readings = new Map<string, ReadArticle>()
  for (let from = 0; from < sources.length; from += BATCH) {
    const batch = sources.slice(from, from + BATCH)
    const pages = batch.map(page)
    const read = await readClaims(pages, engine)
    for (const [at, { id }] of batch.entries()) {
      const article = pages[at] as Article
      const claims = read[at] ?? []
      const check = headlineCheck(article, claims)
      const headline = check && { lost: check.lost, changed: check.changed.map(({ from, to }) => from || to) }
      readings.set(id, { text: article.text, claims, headline })
    }
  }
  return readings
}

/** What Hearsay reads in gold articles, by article. */
export const readGold = (articles: readonly GoldArticle[], engine: Engine): Promise<Map<string, ReadArticle>> =>
  readAll(articles, goldPage, engine)

/** What Hearsay reads in marked texts, by text. */
export async function readTexts(texts: readonly MarkedText[], engine: Engine): Promise<Map<string, readonly Claim[]>> {
  const read = await readAll(texts, ({ text }) => readPage(text, { as: 'article' }), engine)
  return new Map([...read].map(([id, { claims }]) => [id, claims]))
}
