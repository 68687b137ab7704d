/**
 * One HTML page, parsed and looked over: what the decisions about its parts are made from.
 */

import type { LeftOutReason } from './article.ts'
import { type CaptionGroup, captionsOf } from './captions.ts'
import { certainFurniture } from './certain.ts'
import { fold } from './fold.ts'
import { type Headline, headlineOf } from './headline.ts'
import { copyrightOf, outletOf } from './imprint.ts'
import { type Page, readRuns } from './runs.ts'
import { plain, readStructured, type Structured, strings, typesOf } from './structured.ts'
import type { Context } from './survey.ts'
import { parseTree, type Tree } from './tree.ts'

/** The page's own articleBody is compared up to here. */
const MAX_BODY_CHARS = 200_000

export interface PageEvidence {
  readonly tree: Tree
  readonly structured: Structured
  readonly page: Page
  readonly headline: Headline
  readonly outlet: ReturnType<typeof outletOf>
  readonly copyright: ReturnType<typeof copyrightOf>
  readonly captions: readonly CaptionGroup[]
  readonly certain: readonly (LeftOutReason | null)[]
  /** What the body model is told. */
  readonly context: Context
}

/** Parses a page and finds what is plain to see: headline, captions, certain furniture. */
export function lookOver(html: string, url: string | null): PageEvidence {
  const tree = parseTree(html)
  const page = readRuns(tree.root)
  const structured = readStructured(tree.root, tree.jsonLd)
  const copyright = copyrightOf(page.runs, structured)
  const outlet = outletOf(structured, copyright?.value ?? null, url ?? structured.canonical)
  const headline = headlineOf(structured, page, outlet?.value ?? null)
  const certain = certainFurniture(page, headline.run)
  const captions = captionsOf(page).filter((group) => group.runs.some((index) => certain[index] === null))
  const captionRuns = new Set(captions.flatMap((group) => (group.marked ? group.runs : [])))
  const besidePicture = new Set(captions.flatMap((group) => (group.marked ? [] : group.runs)))
  const articleBody =
    structured.articles
      .flatMap((node) => strings(node.articleBody))
      .sort((a, b) => b.length - a.length)[0]
      ?.slice(0, MAX_BODY_CHARS) ?? ''
  const description = structured.meta.get('og:description')?.[0] ?? structured.meta.get('description')?.[0] ?? ''
  const context: Context = {
    headlineRun: headline.run,
    articleBody: fold(plain(articleBody)),
    description: fold(description),
    articleMarkup:
      structured.brokenJsonLd > 0 &&
      tree.jsonLd.some((block) => /"@type"\s{0,3}:\s{0,3}\[?\s{0,3}"\w{0,20}NewsArticle"/.test(block))
        ? 2
        : structured.articles.some((node) =>
              typesOf(node).some((type) => type.endsWith('NewsArticle') || type === 'LiveBlogPosting'),
            )
          ? 2
          : structured.articles.length > 0 || /article/i.test(structured.meta.get('og:type')?.[0] ?? '')
            ? 1
            : 0,
    besidePicture: (index) => besidePicture.has(index),
    excluded: (index) => captionRuns.has(index) || (certain[index] ?? null) !== null,
  }
  return { tree, structured, page, headline, outlet, copyright, captions, certain, context }
}
