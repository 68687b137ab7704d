/** Articles as programs get them: what the page says as a page, as it stood, with captures, versions and stories. */
import { z } from 'zod'
import type { ArticleStood, VersionOf } from '../../ledger/article-stood.ts'
import type { CaptureShown } from '../../ledger/stood.ts'
import { webAddress } from '../address.ts'
import { articleAt, versionAt } from '../addresses.ts'
import { Capture, captureRecord } from './capture.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { Count, Moment, Numbered, PageAddress, Permalink, Published, Span } from './words.ts'

const headline = z.string().nullable()

export const ArticleListed = z
  .object({
    number: Numbered,
    headline,
    outlet: z.string().nullable(),
    published: Published,
    claims: Count,
    versions: Count,
    permalink: Permalink,
  })
  .meta({
    id: 'ArticleListed',
    description: 'An article as it is listed.',
    examples: [
      {
        number: 7,
        headline: '40 hurt as ferry strikes pier',
        outlet: 'The Harbour Post',
        published: '2031-05-13T08:30:00Z',
        claims: 9,
        versions: 2,
        permalink: 'https://hearsay.example/article/7',
      },
    ],
  })
export type ArticleListed = z.infer<typeof ArticleListed>

const Version = z
  .object({
    number: Numbered.describe('From 1.'),
    headline,
    firstSeen: Moment,
    lastSeen: Moment,
    isPartial: z.boolean().describe('Whether no capture of it brought more than a part of the article.'),
    permalink: Permalink,
  })
  .meta({
    id: 'Version',
    description: 'An article as it stood for a time; one that came back is told each time it stood so.',
    examples: [
      {
        number: 1,
        headline: 'Up to 40 hurt as ferry strikes pier',
        firstSeen: '2031-05-12T09:00:00.000Z',
        lastSeen: '2031-05-12T10:00:00.000Z',
        isPartial: false,
        permalink: 'https://hearsay.example/article/7/1',
      },
    ],
  })
type Version = z.infer<typeof Version>

const Block = z
  .object({
    kind: z.enum(['paragraph', 'heading', 'quote', 'list-item', 'table-row', 'caption', 'note', 'live-entry']),
    start: z.int().min(0),
    end: z.int().min(0),
    time: z.string().nullable().describe("A live entry's printed time."),
  })
  .meta({ id: 'Block', description: 'What part of the text a span is.' })

const LeftOut = z
  .object({ text: z.string().nullable(), reason: z.string() })
  .meta({ id: 'LeftOut', description: 'What was not kept as body, and why; its words for those who may read all.' })

export const Article = z
  .object({
    number: Numbered,
    version: Version,
    isCurrent: z.boolean().describe('Whether it is the version seen last.'),
    url: PageAddress,
    outlet: z.string().nullable(),
    headline,
    deck: z.string().nullable(),
    bylines: z.array(z.string()),
    published: Published,
    modified: Published,
    dateline: z.string().nullable(),
    wire: z.string().nullable(),
    tags: z.array(z.string()),
    section: z.string().nullable(),
    copyright: z.string().nullable(),
    lang: z.string().nullable().describe('BCP 47, lower case.'),
    text: z.string().describe('Its text, which every span indexes; to the excerpt where the site shows excerpts.'),
    isExcerpt: z.boolean().describe('Whether `text` is cut: `length` says how long all of it is.'),
    length: Count.describe('UTF-16 code units of the whole text.'),
    blocks: z.array(Block).describe('The parts of the text; of an excerpt those that are in it.'),
    images: z.array(
      z.object({ caption: z.string().nullable(), credit: z.string().nullable(), url: z.string().nullable() }),
    ),
    related: z.array(
      z.object({ label: z.string().nullable(), title: z.string(), url: z.string().nullable(), span: Span.nullable() }),
    ),
    leftOut: z.array(LeftOut),
    notes: z.array(z.object({ kind: z.string(), message: z.string() })).describe('What to know before trusting it.'),
    reading: z
      .object({ engine: z.string(), edition: z.string(), readAt: Moment })
      .nullable()
      .describe('Who read it when; null where it was not read.'),
    claims: z.array(Numbered).describe('Its claims, in their order.'),
    hidden: Count.describe('Claims that people have hidden.'),
    captures: z.array(Capture).describe('The captures that the version is known by, the earliest first.'),
    captureCount: Count,
    addresses: z.array(z.string()).describe('Addresses that lead to it, up to a hundred.'),
    versions: z.array(Version).describe('In the order in which they stood.'),
    stories: z.array(Numbered),
    permalink: Permalink.describe('Of this version.'),
  })
  .meta({ id: 'Article', description: 'What a page says as a page, in one of its versions.' })
export type Article = z.infer<typeof Article>

/** A version of an article. */
const versionRecord = (article: number, version: VersionOf, pinned: Pinned): Version => ({
  number: version.number,
  headline: version.headline && excerptOf(version.headline, pinned),
  firstSeen: version.firstSeen,
  lastSeen: version.lastSeen,
  isPartial: version.isPartial,
  permalink: pinned.site + versionAt(article, version.number),
})

/** An article as it is listed. */
export const articleListedRecord = (
  listed: Omit<ArticleListed, 'number' | 'permalink'> & { readonly article: number },
  pinned: Pinned,
): ArticleListed => ({
  number: listed.article,
  headline: listed.headline && excerptOf(listed.headline, pinned),
  outlet: listed.outlet,
  published: listed.published,
  claims: Number(listed.claims),
  versions: Number(listed.versions),
  permalink: pinned.site + articleAt(listed.article),
})

/**
 * An article as it stands or stood.
 * @param captures those of the version, the earliest first
 */
export function articleRecord(stood: ArticleStood, captures: readonly CaptureShown[], pinned: Pinned): Article {
  const { article: page, id, version } = stood
  const cut = (words: string) => excerptOf(words, pinned)
  const shown = pinned.excerpt === null ? page.text.length : Math.min(page.text.length, pinned.excerpt)
  return {
    number: id,
    version: versionRecord(id, version, pinned),
    isCurrent: stood.isCurrent,
    url: webAddress(page.url),
    outlet: page.outlet,
    headline: page.headline && cut(page.headline),
    deck: page.deck && cut(page.deck),
    bylines: [...page.bylines],
    published: page.published,
    modified: page.modified,
    dateline: page.dateline,
    wire: page.wire,
    tags: [...page.tags],
    section: page.section,
    copyright: page.copyright,
    lang: page.lang,
    text: page.text.slice(0, shown),
    isExcerpt: shown < page.text.length,
    length: page.text.length,
    blocks: page.blocks
      .filter(({ start }) => start < shown)
      .map(({ kind, start, end, time }) => ({ kind, start, end: Math.min(end, shown), time: time ?? null })),
    images: page.images.map(({ caption, credit, url }) => ({
      caption: caption && cut(caption),
      credit,
      url: webAddress(url),
    })),
    related: page.related.map(({ label, title, url, start, end }) => ({
      label,
      title: cut(title),
      url: webAddress(url),
      span: start === undefined || end === undefined ? null : { start, end },
    })),
    leftOut: page.leftOut.map(({ text, reason }) => ({ text: pinned.excerpt === null ? text : null, reason })),
    notes: page.notes.map(({ kind, message }) => ({ kind, message })),
    reading: stood.reading && {
      engine: stood.reading.engine,
      edition: stood.reading.edition,
      readAt: stood.reading.readAt,
    },
    claims: stood.claims.map(({ number }) => number),
    hidden: stood.hidden,
    captures: captures.map(captureRecord),
    captureCount: stood.captureCount,
    addresses: [...stood.addresses],
    versions: stood.versions.map((one) => versionRecord(id, one, pinned)),
    stories: stood.stories.map((story) => story.id),
    permalink: pinned.site + versionAt(id, version.number),
  }
}
