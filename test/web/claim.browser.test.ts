// The tasks of a claim in a browser: from a story to the claim and on to its sentence; a speaker corrected, and undone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

let site: ExampleSite
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** A claim of Ilse Maren's, by way of the story that it is in. */
async function fromTheStory(): Promise<void> {
  await page.goto(`${site.address}/stories`)
  await page.getByRole('link', { name: /fire/i }).first().click()
  await page.locator('.origin .said a').first().click()
  await page.waitForURL(/\/claim\/\d+/)
}

test('from a story’s origin to the claim, and to the sentence', async () => {
  await fromTheStory()
  const words = ((await page.locator('.exact').textContent()) ?? '').trim().replace(/[“”"]/g, '').slice(0, 20)
  expect(await page.locator('.rung').count()).toBeGreaterThan(1)
  await page.getByRole('link', { name: 'The sentence in the article' }).click()
  await page.waitForURL(/\/article\/\d+\/1#m/)
  const target = page.locator(':target')
  expect(await target.count()).toBe(1)
  expect(((await target.textContent()) ?? '').replace(/[“”"]/g, '')).toContain(words)
  expect(
    await page.evaluate<boolean>('document.querySelector(":target").getBoundingClientRect().top < innerHeight'),
  ).toBe(true)
})

test('a speaker is corrected, stays so when the page is loaded again, and is undone', async () => {
  await fromTheStory()
  const before = await page.locator('.claim h1').textContent()
  await page.getByRole('link', { name: 'Fix' }).click()
  await page.locator('.forms summary', { hasText: 'Speaker' }).click()
  const form = page.locator('.forms details[open] form')
  await form.getByLabel('Name', { exact: true }).fill('Bo Nye')
  await form.getByLabel('Your name').fill('Ada Quill')
  await form.getByLabel(/^Why/).fill('the second paragraph names him')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/#corrections$/)
  await page.reload()
  expect(await page.locator('.claim h1').textContent()).toBe('Bo Nye')
  await page.locator('.reverse summary', { hasText: 'Undo' }).click()
  const undo = page.locator('.reverse[open] form')
  await undo.getByLabel('Your name').fill('Ada Quill')
  await undo.getByLabel(/^Why/).fill('misread')
  await undo.getByRole('button', { name: 'Undo' }).click()
  await page.locator('.undone').waitFor()
  expect(await page.locator('.claim h1').textContent()).toBe(before)
})

test('a citation is copied by a key, and y goes to the address for ever', async () => {
  await fromTheStory()
  await page.keyboard.press('c')
  await page.locator('#said').waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toMatch(/On the word of: .* SHA-256 [0-9a-f]{64}\. Hearsay, claim \d+: http.*\?at=\d+$/)
  await page.keyboard.press('y')
  await page.waitForURL(/\/claim\/\d+\?at=\d+$/)
})
