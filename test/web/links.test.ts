// No link of the site leads nowhere: neither to a page that is not there nor to a place that a page does not have.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleSite, exampleSite } from './site.ts'

let site: ExampleSite
beforeAll(async () => {
  site = await exampleSite()
})
afterAll(() => site.close())

/** Pages that are walked through: one of each thing of the ledger, as it is now. */
const WALKED =
  /^\/(?:(?:article|claim|story|outlet|speaker|unnamed)\/[^/?]+(?:\/1)?|articles|corrections|methods|stories)?$/
const WALKED_TOO = ['/', '/search?q=hurt', '/search?q=speaker%3A%22nobody+at+all%22', '/search?q=hurt&show=articles']

test('every link of the site leads to a page, and to a place that it has', { timeout: 120_000 }, async () => {
  const pages = new Map<string, string>()
  const dead = new Set<string>()
  const places: { readonly from: string; readonly path: string; readonly place: string }[] = []
  const waiting = [...WALKED_TOO]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue
    const answer = await site.ask(path)
    const page = await answer.text()
    pages.set(path, page)
    if (answer.status !== 200) dead.add(path)
    for (const [, href = ''] of page.matchAll(/ href="([^"]+)"/g)) {
      const [to = '', place] = href.replaceAll('&#39;', "'").replaceAll('&amp;', '&').split('#')
      if (/^https?:/.test(to)) continue
      const own = to === '' ? path : to
      if (place !== undefined) places.push({ from: path, path: own, place })
      if (WALKED.test(own)) waiting.push(own)
    }
  }
  expect(pages.size).toBeGreaterThan(100)
  for (const path of ['/articles', '/stories', '/methods']) expect(pages.has(path), path).toBe(true)
  expect([...dead]).toEqual([])
  const missing = places.filter(({ path, place }) => pages.has(path) && !pages.get(path)?.includes(` id="${place}"`))
  expect(missing).toEqual([])
})
