// The claims of every example page, a line each, are those of examples/claims: a change in what is read is a change that
// one can look at. `npx vitest run test/claims.test.ts -u` writes them again.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Claim } from '../src/claims/claim.ts'
import { loadEngine } from '../src/claims/engines.ts'
import { readClaims } from '../src/claims/index.ts'
import { chosen, claimLine, noClaims } from '../src/cli/claims.ts'
import { numberOf } from '../src/cli/marks.ts'
import { type Article, readPage } from '../src/page/index.ts'

const examples = join(import.meta.dirname, '..', 'examples')
const pages = readdirSync(examples).filter((name) => /\.(?:html|txt)$/.test(name))
const goldenOf = (page: string) => page.replace(/\.\w+$/, '.txt')

let articles: readonly Article[]
let claims: readonly (readonly Claim[])[]
beforeAll(async () => {
  articles = pages.map((page) => readPage(readFileSync(join(examples, page))))
  claims = await readClaims(articles, await loadEngine('model'))
}, 60_000)

test.each(pages)('%s', async (page) => {
  const at = pages.indexOf(page)
  const article = articles[at] as Article
  const lines = chosen(claims[at] ?? [], { all: false, minConfidence: null }).map(
    (claim) => `[${numberOf(claim)}] ${claimLine(claim, article)}`,
  )
  const told = lines.length > 0 ? lines.join('\n') : noClaims(article)
  await expect(`${told}\n`).toMatchFileSnapshot(join(examples, 'claims', goldenOf(page)))
})

test('every list of claims has its page', () => {
  expect(readdirSync(join(examples, 'claims')).sort()).toEqual(pages.map(goldenOf).sort())
})
