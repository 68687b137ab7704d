// Review by keyboard alone: a name, three claims, one taken back; and the same by buttons without scripts.
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inForce } from '../../src/ledger/corrections/correction.ts'
import { correctionEntries } from '../../src/ledger/corrections/record.ts'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

let site: ExampleSite
let browser: Browser

beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const said = async () =>
  inForce(await correctionEntries(site.ledger)).map(({ claim, by, change }) => [claim, by, change.field])

const claimShown = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.locator('.looked h2').textContent()) ?? '')?.[0])

/** Presses a key that leads to another claim. */
async function press(page: Page, key: string): Promise<number> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.href !== before)
  await page.waitForLoadState()
  return claimShown(page)
}

test('three claims are looked at by keyboard alone, and the last is taken back', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.address}/review`)
  await page.keyboard.type('Kim')
  await page.keyboard.press('Enter')
  await page.locator('.who-form .meta').waitFor()
  const one = await claimShown(page)
  const two = await press(page, 'a')
  const three = await press(page, 'h')
  const four = await press(page, 'a')
  expect(new Set([one, two, three, four]).size).toBe(4)
  expect(await said()).toEqual([
    [one, 'Kim', 'right'],
    [two, 'Kim', 'hidden'],
    [three, 'Kim', 'right'],
  ])
  expect(await page.locator('.progress p').first().textContent()).toMatch(/^3 of \d+ claims looked at; 1 corrected/)
  expect(await press(page, 'u')).toBe(three)
  expect(await said()).toEqual([
    [one, 'Kim', 'right'],
    [two, 'Kim', 'hidden'],
  ])
  expect(await press(page, 'j')).toBe(four)
  expect(await press(page, 'k')).toBe(three)
  await page.keyboard.press('m')
  const [led, leads] = [
    await page.evaluate('document.activeElement.dataset.led'),
    await page.locator('[data-led="m"]').count(),
  ]
  expect(led).toBe(leads > 0 ? 'm' : undefined)
  await page.keyboard.press('f')
  await page.waitForURL(`${site.address}/claim/${three}#fix`)
  await page.close()
})

test('by buttons, without scripts, on a phone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${site.address}/review`)
  await page.getByLabel('Your name').fill('Ana')
  await page.getByRole('button', { name: 'Begin' }).click()
  const one = await claimShown(page)
  await page.getByRole('button', { name: /^Right/ }).click()
  expect(await claimShown(page)).not.toBe(one)
  expect((await said()).at(-1)).toEqual([one, 'Ana', 'right'])
  await page.getByRole('button', { name: /^Undo/ }).click()
  expect(await claimShown(page)).toBe(one)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await context.close()
})

test('nothing is in the way of who reads with other means', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme })
    await context.addCookies([{ name: 'hearsay-name', value: 'Kim', url: `${site.address}/review` }])
    const page = await context.newPage()
    for (const path of [
      '/review?done=1',
      '/corrections?all=yes',
      '/search',
      '/search?q=speker:x',
      '/search?q=injured',
    ]) {
      await page.goto(site.address + path)
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
      const found = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)
      expect(found).toEqual([])
    }
    await context.close()
  }
})
