// Tasks that people come with, in Chromium, that no screen's own tests have: what the headline lost, and a memo on paper.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { screensOf } from './screens.ts'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

let site: ExampleSite
let browser: Browser
let page: Page
let screens: Readonly<Record<string, string>>

beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  screens = await screensOf(site)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('within a minute: from the desk, to how few origins a story traces and what its loudest headline dropped', async () => {
  await page.goto(site.address)
  await page
    .getByRole('link', { name: /Depot fire in Port Callow/ })
    .first()
    .click()
  await page.waitForURL(/\/story\/\d+/)
  const words = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ').trim()
  expect(words.slice(0, 700)).toMatch(/8 outlets tell this in 9 articles\. .* traces to 2 origins/s)
  expect(words.slice(0, 1200)).toMatch(/headline of .* dropped .*[Uu]p to/s)
})

test('the words that a headline lost are struck out in it, and named', async () => {
  await page.goto(`${site.address}/articles`)
  await page
    .getByRole('link', { name: /Russia has lost a battalion/ })
    .first()
    .click()
  await page.waitForURL(/\/article\/\d+/)
  const lost = page.locator('del', { hasText: 'up to' }).first()
  await lost.waitFor()
  expect(await page.locator('main').textContent()).toMatch(/hedge dropped/)
})

test('a claim and a story print with addresses, times of capture and hashes, without what is for the screen', async () => {
  for (const path of [screens.claim, screens.story]) {
    await page.goto(site.address + path)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav').first().isVisible()).toBe(false)
    expect(await page.locator('.find').isVisible()).toBe(false)
    expect(await page.locator('main').textContent()).toMatch(/\b[0-9a-f]{16}/)
    expect(await page.locator('main').textContent()).toMatch(/\d{1,2} \w{3} \d{4} \d{2}:\d{2} UTC/)
    const addresses = (await page.evaluate(`[...document.querySelectorAll('main a')]
      .map((link) => getComputedStyle(link, '::after').content + link.textContent)
      .filter((words) => words.includes('http')).length`)) as number
    expect(addresses).toBeGreaterThan(0)
    const paper = await page.pdf({ format: 'A4' })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'screen' })
  }
})
