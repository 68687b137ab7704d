// A hundred pages made to break a screen: every screen shows them as words, and nothing else.
import { Parser } from 'htmlparser2'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterTogether } from '../../src/gather/enter.ts'
import { threadedReader } from '../../src/gather/reading/pool.ts'
import { hostilePages } from './hostile-pages.ts'
import { type ExampleSite, exampleSite, openBrowser } from './site.ts'

let site: ExampleSite
let browser: Browser
/** Every screen that shows something of the pages. */
const paths: string[] = []

beforeAll(async () => {
  site = await exampleSite()
  browser = await openBrowser()
  const reader = threadedReader('rules', 2)
  const read = await reader.read(hostilePages())
  await reader.close()
  const pages = read.flatMap((page) => ('unread' in page ? [] : [page]))
  expect(pages.length).toBe(100)
  const entered = await enterTogether(site.ledger, pages, '2031-03-01T08:00:00.000Z')
  const claims: number[] = []
  for (const one of entered) {
    if ('unread' in one) throw new Error(one.unread)
    paths.push(`/article/${one.article}`)
    claims.push(...one.claims.slice(0, 1))
  }
  const stories = await site.ledger.db.selectFrom('story').select('id').execute()
  for (const { id } of stories) paths.push(`/story/${id}`, `/story/${id}/figures`)
  for (const claim of claims) paths.push(`/claim/${claim}`)
  const outlets = await site.ledger.db
    .selectFrom('claim')
    .innerJoin('article', 'article.id', 'claim.articleId')
    .select('outlet')
    .distinct()
    .execute()
  for (const { outlet } of outlets)
    if (outlet !== null) paths.push(`/outlet/${encodeURIComponent(outlet.toWellFormed())}`)
  paths.push(
    '/',
    '/stories',
    '/search?q=barges',
    '/review',
    '/corrections',
    `/search?q=${encodeURIComponent('"><script>window.pwned=1</script>')}`,
  )
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const RUNS = /^\s*(?:javascript|data|vbscript):/i
// Overrides and embeddings, which make words read otherwise than they stand.
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069\0]/

/** Elements that no screen has. */
const NEVER = new Set(['style', 'iframe', 'base', 'object', 'embed', 'img', 'template'])

/** What is wrong with a screen; nothing where it shows words alone. */
function faultsOf(source: string): string[] {
  const faults: string[] = []
  let [mains, scripted] = [0, false]
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'main') mains++
      scripted = name === 'script'
      if (scripted && attributes.src?.startsWith('/assets/') !== true) faults.push('a script')
      if (NEVER.has(name)) faults.push(`<${name}>`)
      if (name === 'form' && /^https?:|^\/\//.test(attributes.action ?? '')) faults.push('a form that leads away')
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$/i.test(key)) faults.push(`<${name} ${key}>`)
        if (/^(?:href|src|action|formaction|xlink:href)$/i.test(key) && RUNS.test(value))
          faults.push(`${key}=${value.slice(0, 40)}`)
      }
    },
    ontext: (text) => {
      if (scripted && text.trim() !== '') faults.push('a script with words')
    },
    onclosetag: () => {
      scripted = false
    },
  })
  parser.end(source)
  if (OVERRIDES.test(source)) faults.push('an override of direction, or a null')
  if (!source.trimEnd().endsWith('</html>')) faults.push('no end')
  if (mains !== 1) faults.push(`${mains} main`)
  if (source.length > 3_000_000) faults.push(`${source.length} characters`)
  return faults
}

describe('hostile pages', () => {
  test('are shown as words on every screen', async () => {
    const wrong: string[] = []
    for (const path of paths) {
      const answer = await site.ask(path)
      const source = await answer.text()
      const isTold = answer.status === 200 || (answer.status === 400 && path.startsWith('/search'))
      const faults = isTold ? faultsOf(source) : [`status ${answer.status}`]
      if (faults.length > 0) wrong.push(`${path.slice(0, 80)}: ${[...new Set(faults)].join(', ')}`)
    }
    expect(wrong).toEqual([])
  }, 180_000)

  test('run nothing, ask nobody and push nothing out of the window in a browser', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const wrong: string[] = []
    page.on('dialog', (dialog) => {
      wrong.push(`dialog on ${page.url()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) wrong.push(`asked ${request.url()}`)
    })
    const few = paths.filter(
      (path, at) => !path.startsWith('/outlet') && (at % 5 === 0 || !/^\/(?:article|claim)/.test(path)),
    )
    for (const path of few) {
      await page.goto(site.address + path)
      const seen = (await page.evaluate(
        '({ pwned: window.pwned, wide: document.documentElement.scrollWidth, shown: document.querySelector("main").getClientRects().length })',
      )) as { pwned?: number; wide: number; shown: number }
      if (seen.pwned !== undefined) wrong.push(`ran on ${path}`)
      if (seen.wide > 391) wrong.push(`${path} is ${seen.wide} px wide`)
      if (seen.shown !== 1) wrong.push(`${path} shows nothing`)
    }
    await page.close()
    expect(wrong).toEqual([])
  }, 240_000)
})
