// The page that the project began with, read exactly right: as the text it was saved as, and set as HTML the way its site
// builds pages. The text is not ours to publish, so the test looks for it in the shared data and says so where there is none.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Article, type LeftOutReason, readPage } from '../src/page/index.ts'
import { brokenSpans } from './spans.ts'

const NAME = 'inquirer-2025-01-05.txt'
const places = [
  ...(process.env.HEARSAY_DATA ? [join(process.env.HEARSAY_DATA, 'seed', NAME)] : []),
  join(import.meta.dirname, '..', '..', 'shared', 'data', 'seed', NAME),
]
const place = places.find((file) => existsSync(file))

const line = (lines: readonly string[], number: number): string =>
  lines[number] ?? expect.fail(`the seed has no line ${number}`)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The seed's lines set as its site sets a story: ads and cards between paragraphs, forms and notices around. */
function asHtml(lines: readonly string[]): string {
  const at = (number: number): string => escaped(line(lines, number))
  const form = (first: number, ...rest: number[]): string =>
    `<div class="newsletter-form"><div class="message error" style="display:none">${at(first)}</div><div class="message success" style="display:none">${at(first + 1)}</div><form>${rest.map((number) => `<p>${at(number)}</p>`).join('')}<input type="email"><button>Sign up</button></form></div>`
  const ad = (number: number): string =>
    `<div class="ad-slot"><p class="ad-label">${at(number)}</p><div id="div-gpt-ad-${number}"></div></div>`
  const tags = at(18)
    .replace(/^TAGS:\s*/, '')
    .split(', ')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${at(0)} | INQUIRER.net</title><meta property="og:title" content="${at(1).replaceAll('"', '&quot;')}"></head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sports">Sports</a></li></ul></nav></header>
<div class="breadcrumbs-title">${at(0)}</div>
<main><article><h1 class="entry-title">${at(1)}</h1><div class="art-plat">${at(2)}</div>
<div class="article-content"><p><strong>${at(3)}</strong></p>
<figure><img src="/photo.jpg" alt=""><figcaption>${at(4)}</figcaption></figure>
<p>${at(5)}</p><p>${at(6)}</p>${ad(7)}<p>${at(8)}</p>
<div class="featured"><h3>${at(9)}</h3></div><p><strong><a href="/several-hundred">${at(10)}</a></strong></p>
<p>${at(11)}</p>${ad(12)}<p>${at(13)}</p></div></article>
${form(14, 16, 17)}
<div class="tags">TAGS: ${tags.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">${tag}</a>`).join(', ')}</div>
${form(19, 21, 22)}</main>
<footer><p>${at(23)}</p></footer>
<div class="cookie-notice"><p>${at(24)}</p><p>${at(25)}</p></div>
</body></html>`
}

if (!place) {
  describe('the seed', () => {
    it.skip('reads exactly right', () => {})
  })
  console.log(
    `test/seed.test.ts was skipped: ${NAME} is not part of this repository and stands neither under $HEARSAY_DATA/seed nor beside the clone.`,
  )
} else {
  const source = readFileSync(place, 'utf8')
  const lines = source
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const read: Readonly<Record<string, Article>> = {
    'as text': readPage(readFileSync(place)),
    'as HTML': readPage(Buffer.from(asHtml(lines))),
  }

  describe.each(Object.entries(read))('the seed %s', (form, article) => {
    const texts = (kind: string): string[] =>
      article.blocks.filter((block) => block.kind === kind).map((block) => article.text.slice(block.start, block.end))
    const body = [5, 6, 8, 11, 13].map((number) => line(lines, number))
    const caption = line(lines, 4).replace(/ \(AP-Yonhap\)$/, '')
    const pointer = line(lines, 10)
    const outAs = (number: number): LeftOutReason[] =>
      article.leftOut.filter(({ text }) => text === line(lines, number)).map(({ reason }) => reason)

    it('has the lines this test counts by', () => {
      expect(lines).toHaveLength(26)
      expect(line(lines, 0)).toMatch(/^Russia lost battalion of N\. Korean soldiers/)
      expect(line(lines, 2)).toBe('/ 03:48 PM January 05, 2025')
      expect(line(lines, 13)).toMatch(/\(Yonhap\)$/)
    })
    it('prints the headline once', () => {
      expect(article.headline).toBe(line(lines, 0))
      expect(article.text).not.toContain(line(lines, 0))
      expect(outAs(0)).toEqual(['duplicate headline'])
    })
    it('takes the line under the date for the deck, and says why', () => {
      expect(article.deck).toBe(line(lines, 3))
      expect(article.text).not.toContain(line(lines, 3))
      expect(article.why.deck?.because).toBeTruthy()
    })
    it('was published at the printed time, without a zone', () => {
      expect(article.published).toBe('2025-01-05T15:48:00')
      expect(article.modified).toBeNull()
    })
    it('has one picture, its caption parted from its credit', () => {
      expect(article.images.map(({ caption, credit }) => ({ caption, credit }))).toEqual([
        { caption, credit: 'AP-Yonhap' },
      ])
      expect(texts('caption')).toEqual([caption])
    })
    it('has five paragraphs and nothing else of its own', () => {
      expect(texts('paragraph')).toEqual(body)
      expect(article.blocks.map(({ kind }) => kind)).toEqual(['caption', ...body.map(() => 'paragraph')])
    })
    it('has the READ line as a related link and no paragraph', () => {
      const title = pointer.replace(/^READ: /, '')
      expect(article.related).toHaveLength(1)
      expect(article.related[0]).toMatchObject({ label: 'READ', title })
      const { start = -1, end = -1 } = article.related[0] ?? {}
      expect(article.text.slice(start, end)).toBe(pointer)
      expect(texts('paragraph')).not.toContain(pointer)
    })
    it('is Yonhap’s copy', () => {
      expect(article.wire).toBe('Yonhap')
      expect(article.why.wire?.from).toMatch(/closing/)
    })
    it('names no author and no dateline', () => {
      expect(article.bylines).toEqual([])
      expect(article.dateline).toBeNull()
    })
    it('has two tags', () => {
      expect(article.tags).toEqual(['Russia-Ukraine war', 'Volodymyr Zelensky'])
    })
    it('is INQUIRER.net’s', () => {
      expect(article.outlet).toBe('INQUIRER.net')
      expect(article.copyright).toBe(line(lines, 23))
    })
    it.each<[number, LeftOutReason, number]>([
      [2, 'date', 1],
      [7, 'advertisement', 2],
      [9, 'related', 1],
      [14, 'newsletter', 2],
      [15, 'newsletter', 2],
      [16, 'newsletter', 1],
      [17, 'newsletter', 2],
      [21, 'newsletter', 1],
      [23, 'copyright', 1],
      [24, 'consent', 1],
      [25, 'consent', 1],
    ])('leaves out line %i as %s, %i times', (number, reason, count) => {
      expect(outAs(number), line(lines, number)).toEqual(Array.from({ length: count }, () => reason))
    })
    it('leaves out the tags line as such', () => {
      const out = article.leftOut
        .filter(({ reason }) => reason === 'tags')
        .map(({ text }) => text)
        .join(' ')
      for (const tag of article.tags) expect(out).toContain(tag)
    })
    it.runIf(form === 'as text')('loses no line', () => {
      const gone = lines.filter(
        (text, number) =>
          number !== 0 &&
          number !== 3 &&
          text !== line(lines, 4) &&
          !article.text.includes(text) &&
          !article.leftOut.some((run) => run.text === text),
      )
      expect(gone).toEqual([])
    })
    it('has sound offsets', () => {
      expect(brokenSpans(article)).toEqual([])
      expect(article.notes).toEqual([])
    })
  })
}
