// What readers of a site with excerpts get of the words of pages: nowhere more than the excerpt, whatever they ask for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClaim, correct } from '../../src/ledger/corrections/correct.ts'
import { unpackJson } from '../../src/ledger/pack.ts'
import type { Article } from '../../src/page/article.ts'
import { ROUTES } from '../../src/web/api/routes.ts'
import { type ApiSite, apiSite } from './api-site.ts'

const EXCERPT = 30
const TOKENS = ['reader:larch:read', 'desk:birch:read+write']
const saying = { by: 'M. Voss', why: 'It was missed.', at: '2031-05-14T11:00:00.000Z' }

let site: ApiSite
let printed: readonly string[]
let missed = ''
beforeAll(async () => {
  site = await apiSite({ tokens: TOKENS, excerpt: EXCERPT })
  const rows = await site.ledger.db.selectFrom('version').select(['articleId', 'page']).orderBy('id').execute()
  const pages = rows.map(({ page }) => unpackJson(page) as Article)
  printed = pages.flatMap(({ text, headline, deck, images }) => [
    text,
    headline ?? '',
    deck ?? '',
    ...images.map(({ caption }) => caption ?? ''),
  ])
  const [page] = pages
  missed = page?.text.slice(0, 80) ?? ''
  const article = rows[0]?.articleId as number
  await addClaim(site.ledger, article, { in: 'text', text: missed, nth: 0, type: 'none', speaker: null }, saying)
})
afterAll(() => site.close())

/** All strings of a value, with the way to each. */
const stringsIn = (value: unknown, way = ''): [string, string][] =>
  typeof value === 'string'
    ? [[way, value]]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, `${way}/${name}`))
      : []

/** Strings that have more words of a page than an excerpt. */
const tooLong = (value: unknown): [string, string][] =>
  stringsIn(value).filter(([, text]) => {
    // An excerpt ends within a word at most, and names are told whole.
    for (let at = 0; at + 2 * EXCERPT <= text.length; at++) {
      const piece = text.slice(at, at + 2 * EXCERPT)
      if (printed.some((one) => one.includes(piece))) return true
    }
    return false
  })

const PATHS = ROUTES.filter(({ method, scope, name }) => method === 'get' && scope === 'read' && name !== 'citeClaim')

test.each(PATHS.map((route) => [route.name, route] as const))(
  '%s',
  async (_, route) => {
    const own = site.pathOf(route)
    const isList = route.chosen !== route.answer
    const paths = [own]
    if (own.endsWith('/1') || own.includes('/1/')) {
      for (let number = 2; number <= 12; number++) paths.push(own.replace('/1', `/${number}`))
    }
    for (const path of paths) {
      const response = await site.api(isList ? `${path}${path.includes('?') ? '&' : '?'}limit=50` : path)
      if (response.status !== 200) continue
      expect([path, tooLong(await response.json())]).toEqual([path, []])
    }
  },
  60_000,
)

test('what was added and then hidden is told nowhere', async () => {
  const { items } = (await (await site.api('/corrections')).json()) as {
    items: { claim: number; change: { field: string } }[]
  }
  const added = items.find(({ change }) => change.field === 'claim')?.claim as number
  await correct(site.ledger, added, { field: 'hidden', hidden: true }, saying)
  for (const path of ['/corrections', `/claims/${added}/corrections`])
    expect(await (await site.api(path)).text()).not.toContain(missed.slice(0, EXCERPT - 5))
})
