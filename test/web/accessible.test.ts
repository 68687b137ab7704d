// Every screen is held against axe-core's rules, in light and dark, on a phone and a desk; and all of it can be walked
// through with keys alone.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { screensOf } from './screens.ts'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: ExampleSite
let browser: Browser
let screens: Readonly<Record<string, string>>

beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
  screens = await screensOf(site)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in the %s at %i pixels', (colorScheme, width) => {
  test('axe-core finds nothing on any screen, and nothing is wider than the window', async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const wrong: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
    for (const [name, path] of Object.entries(screens)) {
      const answer = await page.goto(site.address + path)
      expect([name, answer?.status()]).toEqual([name, 200])
      await page.evaluate(AXE)
      const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as Violation[]
      for (const { id, nodes } of found)
        wrong.push(
          `${name}: ${id} at ${nodes
            .map(({ target, failureSummary }) => `${target} (${failureSummary})`)
            .join('; ')
            .slice(0, 300)}`,
        )
      const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
      if (wide > width + 1) wrong.push(`${name}: ${wide} px wide`)
    }
    await page.close()
    expect(wrong).toEqual([])
  }, 180_000)
})

describe('with keys alone', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate('document.activeElement?.id || document.activeElement?.textContent?.trim().slice(0, 60) || ""')

  test('the first tab leads to the content; / to the search; ? to the list of keys, and Escape back', async () => {
    const page = await browser.newPage()
    await page.goto(site.address)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('To the content')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('main')
    await page.keyboard.press('/')
    expect(await focused(page)).toBe('find')
    await page.keyboard.type('injured')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=injured/)
    await page.keyboard.press('?')
    expect(await page.locator('#keys-help').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('#keys-help').isVisible()).toBe(false)
    await page.close()
  })

  test('from the desk to a story, its claims, and back: j, k and Enter', async () => {
    const page = await browser.newPage()
    await page.goto(site.address)
    await page.keyboard.press('j')
    const first = await focused(page)
    await page.keyboard.press('j')
    expect(await focused(page)).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focused(page)).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(?:story|article)\/\d+/)
    await page.goto(site.address + screens.story)
    await page.keyboard.press('d')
    expect(await page.evaluate('document.activeElement !== document.body')).toBe(true)
    await page.close()
  })

  test('a page is brought without a mouse', async () => {
    const page = await browser.newPage()
    await page.goto(site.address)
    await page.locator('#words').focus()
    await page.keyboard.type(
      'The dam at Ruddock held, engineer Ola Brandt said on Monday. "At least 30 wells are dry," she said.',
    )
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/brought\//)
    await page.locator('.batch .entered').waitFor()
    await page.close()
  })
})
