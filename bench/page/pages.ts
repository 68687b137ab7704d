// The shared pages: HTML as captured, with what people who read them marked up as right. Three public sets, none of
// whose text is in this repository: article-extraction-benchmark (aeb), Fundus's test data, and WCXB's articles.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from '../data.ts'

export const setNames = ['aeb', 'fundus', 'wcxb'] as const
export type SetName = (typeof setNames)[number]

/** What is right about a page. Each set knows some of it: aeb `text`, wcxb `main_content` and the like, Fundus the rest. */
export interface Gold {
  readonly text?: string
  readonly main_content?: string
  readonly body?: {
    readonly summary: readonly string[]
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[]
  }
  readonly title?: string | null
  readonly authors?: readonly string[]
  readonly author?: string | null
  readonly publishing_date?: string | null
  readonly publish_date?: string | null
  readonly images?: readonly { readonly caption: string | null; readonly authors?: readonly string[] }[]
}

export interface Page {
  readonly id: string
  readonly url: string
  readonly html: string
}

interface MarkedPage extends Page {
  readonly gold: Gold
}

/** The folder of the shared pages: in `HEARSAY_DATA` where that is set, else beside the clone. */
export const pagesFolder = join(dataFolder, 'pages')

const fileOf = (set: SetName) => join(pagesFolder, `${set}.jsonl.gz`)

export const hasSet = (set: SetName): boolean => existsSync(fileOf(set))

/** Split by hand: readline would also break a line at U+2028, which JSON leaves as it is. */
export function pagesOf(set: SetName): MarkedPage[] {
  const lines = gunzipSync(readFileSync(fileOf(set)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
  return lines.map((line) => JSON.parse(line) as MarkedPage)
}

/** Where a page lies once it is unpacked, and what is right about it. */
export interface Unpacked {
  readonly id: string
  readonly url: string
  readonly file: string
  readonly gold: Gold
}

/** Lays a set out as one file a page: an engine that reads those holds no other page, and no archive, in its memory. */
export function unpack(set: SetName, folder: string): Unpacked[] {
  const pages = pagesOf(set).map(({ id, url, html, gold }, number) => {
    const file = join(folder, `${set}-${number}.html`)
    writeFileSync(file, html)
    return { id, url, file, gold }
  })
  writeFileSync(listOf(set, folder), JSON.stringify(pages.map(({ id, url, file }) => ({ id, url, file }))))
  return pages
}

/** The pages of an unpacked set, each read when its turn comes. */
export function* unpackedPages(set: SetName, folder: string): Generator<Page> {
  const pages = JSON.parse(readFileSync(listOf(set, folder), 'utf8')) as Omit<Unpacked, 'gold'>[]
  for (const { id, url, file } of pages) yield { id, url, html: readFileSync(file, 'utf8') }
}

const listOf = (set: SetName, folder: string) => join(folder, `${set}.json`)
