/** An article, as it stands or stood, and the list of all. */
import { Hono } from 'hono'
import { articlesListed } from '../../ledger/article-list.ts'
import { type ArticleStood, articleStood } from '../../ledger/article-stood.ts'
import { outletsAmong } from '../../ledger/source-parties.ts'
import { storyTold } from '../../ledger/told.ts'
import { articleAt, articleLinkedAt, articlesAt, versionAt } from '../../publish/addresses.ts'
import { html } from '../../publish/html.ts'
import { headlineLevels } from '../../stories/drift/levels.ts'
import { shown } from '../layout.ts'
import { articleLine } from '../parts/lines.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { ARTICLE } from '../words/article.ts'
import { PARTS } from '../words/parts.ts'
import { articleView } from './view.ts'

/** Numbers of the ledger as an address may have them. */
const NUMBER = /^[1-9]\d{0,14}$/

/** A headline is not held against more of a text than this while somebody waits. */
const HELD_AGAINST = { characters: 300_000, claims: 1000 }

/** A story of more articles is not told for its title alone while somebody waits, nor are more stories than these. */
const TOLD_AT_ONCE = 30
const MOST_TITLES = 3

export function articleScreen({ ledger, settings }: Site): Screen {
  /** What the stories of an article are called, of those that are told at once. */
  const titlesOf = async ({ stories }: ArticleStood): Promise<Map<number, string>> => {
    const titles = new Map<number, string>()
    for (const { id } of stories.filter(({ size }) => size <= TOLD_AT_ONCE).slice(0, MOST_TITLES)) {
      const title = (await storyTold(ledger, id))?.title ?? null
      if (title !== null) titles.set(id, title)
    }
    return titles
  }
  const one = async (c: Asking) => {
    const { id = '', version } = c.req.param() as { id?: string; version?: string }
    const part = c.req.query('part') ?? '1'
    if (![id, version ?? '1', part].every((number) => NUMBER.test(number))) return missing(c)
    const stood = await articleStood(ledger, Number(id), version === undefined ? undefined : Number(version))
    if (stood === null) return missing(c)
    const main = articleView(stood, {
      isEditor: c.var.role === 'editor',
      site: settings.address,
      excerpt: c.var.role === 'reader' ? settings.excerpt : null,
      part: Number(part),
      levels: levelsOf(stood),
      outlets: await outletsAmong(ledger, sourcesOf(stood)),
      titles: await titlesOf(stood),
    })
    if (main === null) return missing(c)
    return shown(c, {
      title: (stood.article.headline?.trim() || PARTS.noHeadline).slice(0, 200),
      main,
      islands: ['article'],
      linked: articleLinkedAt(stood.id, stood.isCurrent ? undefined : stood.version.number),
      permalink: stood.isCurrent ? articleAt(stood.id) : versionAt(stood.id, stood.version.number),
    })
  }
  return new Hono<Asked>()
    .get('/article/:id', one)
    .get('/article/:id/:version', one)
    .get('/articles', async (c) => {
      const before = c.req.query('before')
      if (before !== undefined && !NUMBER.test(before)) return missing(c)
      const { articles, next } = await articlesListed(ledger, { before: before === undefined ? null : Number(before) })
      return shown(c, {
        title: ARTICLE.list,
        main: html`<section class="articles" aria-labelledby="articles"><h1 id="articles">${ARTICLE.list}</h1>
${
  articles.length === 0
    ? html`<p>${ARTICLE.listNone} <a href="/">${ARTICLE.listAddress}</a></p>`
    : html`<ol>${articles.map((article) => html`<li>${articleLine(article)}</li>`)}</ol>`
}
${
  (before !== undefined || next !== null) &&
  html`<nav class="further" aria-label="${ARTICLE.list}">${before !== undefined && html`<a href="${articlesAt()}" data-key="[">${ARTICLE.newer}</a> `}${next !== null && html`<a href="${articlesAt(next)}" rel="next" data-key="]">${ARTICLE.olderOnes}</a>`}</nav>`
}</section>`,
      })
    })
}

/** The sources of an article's claims, each once. */
const sourcesOf = ({ claims }: ArticleStood): string[] => [
  ...new Set(claims.flatMap(({ claim }) => claim.chain.map(({ name }) => name))),
]

const levelsOf = ({ article, claims }: ArticleStood) =>
  article.text.length > HELD_AGAINST.characters || claims.length > HELD_AGAINST.claims
    ? 'long'
    : headlineLevels(
        article,
        claims.map(({ claim }) => claim),
      )

const missing = (c: Asking) =>
  shown(
    c,
    {
      title: ARTICLE.missing,
      main: html`<article class="plain"><h1>${ARTICLE.missing}</h1><p>${ARTICLE.missingWhy}</p><p><a href="${articlesAt()}">${ARTICLE.list}</a></p></article>`,
    },
    404,
  )
