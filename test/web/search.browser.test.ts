// Search as people use it: ask, choose a name while typing, narrow, take out, share the link; by keys, and without scripts.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function on(
  task: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await task(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

test('a search is narrowed by a link, shared by its address, and finds the same elsewhere', async () => {
  let [address, heading] = ['', '']
  await on(async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(site.address)
    await page.keyboard.press('/')
    await page.keyboard.type('injured')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=injured/)
    await page.locator('#narrow a').first().click()
    await page.waitForURL(/outlet/)
    heading = (await page.locator('h1').textContent()) ?? ''
    await page.keyboard.press('c')
    await page.getByRole('status').waitFor()
    address = String(await page.evaluate('navigator.clipboard.readText()'))
  })
  expect(heading).toMatch(/^\d+ claims?$/)
  await on(async (page) => {
    await page.goto(address)
    expect(await page.locator('h1').textContent()).toBe(heading)
    expect(await page.locator('.terms li').count()).toBe(2)
    await page.getByRole('link', { name: /^Take out: outlet/ }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === 'injured')
  })
})

test('a name is chosen while typing, by keys', async () => {
  await on(async (page) => {
    await page.goto(`${site.address}/search`)
    await page.keyboard.press('/')
    await page.keyboard.type('figure:>1 speaker:mar')
    await page.getByRole('option', { name: /Ilse Maren/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.locator('#query').inputValue()).toBe('figure:>1 speaker:"Ilse Maren" ')
    expect(await page.getByRole('listbox').isHidden()).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/Ilse\+Maren/)
    expect(await page.locator('.claim-line .who').first().textContent()).toBe('Ilse Maren')
  })
})

test('without scripts the fields make a query', async () => {
  await on(
    async (page) => {
      await page.goto(`${site.address}/search`)
      await page.getByLabel('Speaker').fill('Maren')
      await page.getByLabel('At least').fill('2')
      await page.locator('.by-fields button').click()
      await page.waitForURL((url) => url.searchParams.get('q') === 'speaker:"Maren" figure:">=2"')
      expect(await page.locator('.claim-line').count()).toBeGreaterThan(0)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    },
    { javaScriptEnabled: false, viewport: { width: 390, height: 800 } },
  )
})
