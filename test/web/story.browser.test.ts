// What a person does with a story in Chromium: sees its sentence at once, walks by keys, follows a mark of the chart to its
// claim, takes the table along; nothing is out of reach for a screen reader, and nothing overflows a phone.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storiesListed } from '../../src/ledger/told.ts'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

let site: ExampleSite
let browser: Browser
let story: string
beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
  const all = await storiesListed(site.ledger)
  story = `${site.address}/story/${all.toSorted((one, other) => other.articles - one.articles)[0]?.id}`
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What axe finds on a page, by rule and element. */
async function violations(path: string, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  const context = await browser.newContext({ colorScheme, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(path)
  expect(await page.locator('main').textContent()).toContain('Depot fire in Port Callow')
  await page.evaluate(axe)
  const found = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
  )
  await context.close()
  return found as string[]
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing, %s',
  async (scheme) => {
    for (const path of [story, `${story}/figures?vague=on`, `${site.address}/stories`])
      expect([path, await violations(path, scheme)]).toEqual([path, []])
  },
  60_000,
)

test('the sentence stands on the first screen of a phone, and nothing is wider than it', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  for (const path of [story, `${story}/figures`, `${site.address}/stories`]) {
    await page.goto(path)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  }
  await page.goto(story)
  const box = await page.locator('.account').first().boundingBox()
  expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(740)
  await page.close()
}, 60_000)

test('keys lead to what the retelling changed and to its times; a mark of the chart leads to its claim', async () => {
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  await page.goto(story)
  for (const [key, heading] of [
    ['d', 'What the retelling changed'],
    ['t', 'Over time'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => page.evaluate('document.activeElement.querySelector("h2")?.textContent')).toBe(heading)
  }
  await page.goto(story)
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate('document.activeElement.matches("blockquote.said")')).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/claim\/\d+$/)
  await page.goto(story)
  expect(wrong).toEqual([])
  const mark = page.locator('figure .wide .chart a').first()
  const to = await mark.getAttribute('href')
  await mark.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${site.address}${to}`)
  await page.close()
}, 60_000)

test('figures are taken along as a table', async () => {
  const page = await browser.newPage()
  await page.goto(`${story}/figures`)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).first().click()
  const file = await (await waiting).path()
  expect(readFileSync(file, 'utf8')).toContain('Ilse Maren')
  await page.close()
}, 60_000)
