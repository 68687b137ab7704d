// The article's screen as people use it: words and cards together, by pointer and by key, copied, on paper, without scripts.
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

let site: ExampleSite
let browser: Browser
let kestrel: string

beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
  const { id } = await site.ledger.db
    .selectFrom('article')
    .innerJoin('version', 'version.id', 'article.versionId')
    .select('article.id')
    .where('headline', 'like', 'Kestrel Motors%')
    .executeTakeFirstOrThrow()
  kestrel = `${site.address}/article/${id}`
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Does something on a page of its own. */
async function on(
  url: string,
  task: (page: Page) => Promise<void>,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<void> {
  const page = await browser.newPage(options)
  try {
    await page.goto(url)
    await task(page)
  } finally {
    await page.close()
  }
}

test('pointing at a claim lights its card, and going to a card lights its words', async () => {
  await on(kestrel, async (page) => {
    await page.locator('#m1').hover()
    expect(await page.locator('#c1').getAttribute('class')).toContain('lit')
    await page.locator('#c3 summary').focus()
    expect(await page.locator('.m[data-claim="3"]').first().getAttribute('class')).toContain('lit')
    expect(await page.locator('#c1').getAttribute('class')).not.toContain('lit')
  })
})

test('a card stands beside its words on a wide screen, and below them on a narrow one', async () => {
  for (const [width, isBeside] of [
    [1280, true],
    [390, false],
  ] as const)
    await on(
      kestrel,
      async (page) => {
        const words = await page.locator('.passage:has(#m1)').boundingBox()
        const card = await page.locator('#c1').boundingBox()
        if (words === null || card === null) throw new Error('neither is shown')
        expect(card.x > words.x + words.width).toBe(isBeside)
        expect(Math.abs(card.y - words.y) < 40).toBe(isBeside)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      },
      { viewport: { width, height: 900 }, javaScriptEnabled: width > 1000 },
    )
})

test('words that are copied are the words of the page', async () => {
  await on(kestrel, async (page) => {
    const copied: string = await page.evaluate(
      "getSelection().selectAllChildren(document.querySelector('.passage:has(#m1)')), String(getSelection())",
    )
    expect(copied.trim()).toBe(
      'DETROIT, March 4 (Reuters) - Kestrel Motors said on Tuesday it would cut up to 4,200 jobs, about 9% of its workforce, and close an engine line in Duvall, Ontario, by the end of 2026, as it struggles with slowing sales of electric pickups.',
    )
  })
})

test('keys walk from claim to claim, and lead from a card to its words', async () => {
  await on(kestrel, async (page) => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const name = await page.evaluate('document.activeElement.dataset.claim')
    expect(name).toMatch(/^\d+$/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe(`#m${name}`)
    await page.keyboard.press('d')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-labelledby")')).toBe('check')
  })
})

test('nothing is in the way of who reads with other means', async () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const url of [kestrel, `${site.address}/articles`])
      await on(
        url,
        async (page) => {
          await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
          await page.evaluate(axe.source)
          const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
          expect(
            violations.map(
              ({ id, nodes }) =>
                `${id}: ${nodes
                  .slice(0, 3)
                  .map(({ html }) => html)
                  .join(' ')}`,
            ),
          ).toEqual([])
        },
        { colorScheme },
      )
})
