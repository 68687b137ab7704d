import { describe, expect, it } from 'vitest'
import { readPage } from './index.ts'

const PARAGRAPHS = [
  'The river rose two metres in a night and took the bridge at Orlova with it, the district office said on Monday morning.',
  'Rescuers brought 140 people to a school on the hill, and the count of those still missing stood at about thirty by noon.',
  'The dam above the town had been inspected in autumn, and the inspectors had asked for repairs that were never begun.',
  'A spokeswoman for the ministry said that the money had been set aside but that no company had put in a bid for the work.',
  'Trains between the valley and the coast will not run before Thursday, and the main road is under water in three places.',
]

/** An ordinary news page with `extra` as one more paragraph in the middle of its text. */
function pageWith(extra: string, head = ''): ReturnType<typeof readPage> {
  const body = [...PARAGRAPHS.slice(0, 2), extra, ...PARAGRAPHS.slice(2)]
    .map((html) => (html.startsWith('<') ? html : `<p>${html}</p>`))
    .join('\n')
  return readPage(
    `<!doctype html><html lang="en"><head><title>River takes bridge at Orlova</title>
     <script type="application/ld+json">{"@type":"NewsArticle","headline":"River takes bridge at Orlova","datePublished":"2025-01-06T09:00:00Z"}</script>${head}</head>
     <body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
     <article><h1>River takes bridge at Orlova</h1><p class="byline">By Ann Lee</p><div class="article-body">${body}</div></article>
     <footer>© 2025 Harbour Courier</footer></body></html>`,
    { url: 'https://harbour.example/news/orlova' },
  )
}

describe('sentences that look like furniture stay in the text', () => {
  it.each([
    'On January 5, 2025, the dam broke, and the village of Orlova was gone within minutes.',
    'It happened on 5 January 2025.',
    'By Sunday, 40 had died.',
    'Von Storch spoke in the evening.',
    'Support the troops, he said.',
    'The best of them never came back.',
    'By continuing to strike the grid, the army wants to freeze the cities, he said.',
    'Register to continue your benefits by Friday, the agency told claimants in the valley.',
    'The museum said it holds the © of the 1999 photograph, and that it would lend it to the town for the memorial.',
    'Tags: the trackers that shops sew into clothes were found on the river bank, the police said.',
  ])('%s', (sentence) => {
    expect(pageWith(sentence).text).toContain(sentence)
  })
})

it('keeps a list of names that a colon announces', () => {
  const article = pageWith(
    '<p>The dead were:</p><ul><li>Anna Kovalenko, 44, a nurse</li><li>Petro Kovalenko, 51, a driver</li></ul>',
  )
  expect(article.text).toContain('Anna Kovalenko, 44, a nurse')
  expect(article.text).toContain('Petro Kovalenko, 51, a driver')
})

it('takes a bold first line for the deck, and no paragraph after it', () => {
  const article = readPage(
    `<html><body><h1>River takes bridge at Orlova</h1><div><b>Thirty people are missing after a night of rain.</b><br><br>${PARAGRAPHS.join('<br><br>')}</div></body></html>`,
  )
  expect(article.deck).toBe('Thirty people are missing after a night of rain.')
  for (const paragraph of PARAGRAPHS) expect(article.text).toContain(paragraph)
})

it('takes no photo’s date and no other article’s for the time of publishing', () => {
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
  const photo = readPage(
    `<html><body><article><h1>River takes bridge at Orlova</h1><figure><img src="a.jpg"><figcaption>The bridge, 24 April 2023</figcaption></figure>${body}</article></body></html>`,
  )
  expect(photo.published).toBeNull()
  const other = readPage(
    `<html><head><script type="application/ld+json">[{"@type":"NewsArticle","headline":"River takes bridge at Orlova"},{"@type":"NewsArticle","headline":"Older","datePublished":"2019-01-01"}]</script></head><body><h1>River takes bridge at Orlova</h1>${body}</body></html>`,
  )
  expect(other.published).toBeNull()
})

it('guesses no zone for an abbreviation of several meanings', () => {
  expect(pageWith('A word.', '<meta property="article:modified_time" content="2025-01-06 15:48 CST">').modified).toBe(
    '2025-01-06T15:48:00',
  )
})

it.each([
  ['NATO — The alliance said it would send boats to the valley before the end of the week.', null],
  [
    'WASHINGTON (AP) — The alliance said it would send boats to the valley before the end of the week.',
    'WASHINGTON (AP)',
  ],
  ['GENEVA — The alliance said it would send boats to the valley before the end of the week.', 'GENEVA'],
])('dateline of %s', (first, dateline) => {
  const body = [first, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('')
  expect(
    readPage(`<html><body><article><h1>River takes bridge at Orlova</h1>${body}</article></body></html>`).dateline,
  ).toBe(dateline)
})

it('points to pages of its own site only', () => {
  const article = pageWith(
    '<p><a href="https://shop.example/offer">Get the boots that every rescuer wears this winter</a></p><p><a href="/news/dam">Inspectors warned of the dam at Orlova in autumn</a></p>',
  )
  expect(article.related.filter((line) => line.start !== undefined).map((line) => line.title)).toEqual([
    'Inspectors warned of the dam at Orlova in autumn',
  ])
})

it('reads a caption of four hundred capitals in no time', () => {
  const before = performance.now()
  pageWith(`<figure><img src="a.jpg"><figcaption>X. ${'A'.repeat(4000)}1 (AP)</figcaption></figure>`)
  expect(performance.now() - before).toBeLessThan(2000)
})

it.each(['not a url', 'example.com/news', 'http://', '//x'])('reads a page whose given address is %j', (url) => {
  const links = '<p><a href="//cdn.example/one">One two three four five words</a></p>'
  const html = `<html><body><article><h1>River takes bridge at Orlova</h1><p>${PARAGRAPHS.join(`</p>${links}<p>`)}</p></article></body></html>`
  const article = readPage(html, { url })
  for (const paragraph of PARAGRAPHS) expect(article.text).toContain(paragraph)
})
