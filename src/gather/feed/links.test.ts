import { describe, expect, test, vi } from 'vitest'
import { linkedFeeds } from './linked.ts'
import { articleAddress, articleLinks } from './links.ts'

// Machines that run many tests at once are slow; what may take long is bounded by the tests themselves.
vi.setConfig({ testTimeout: 30_000 })

const front = `<!doctype html>
<html lang="en"><head>
<title>The Harbour Post</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/rss+xml" title="All news" href="/feed">
<link rel="alternate" type="application/atom+xml" href="https://harbour.example/atom.xml">
<link rel="alternate" hreflang="de" href="/de/">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
</head><body>
<nav class="main-nav"><ul><li><a href="/local/">Local</a><li><a href="/politics/">Politics</a>
<li><a href="/service/how-to-reach-the-newsroom/">How to reach the newsroom</a></ul></nav>
<main>
  <article class="card"><a href="/2025/01/06/ferry-strike.html?utm_source=front#comments"><img alt="A ferry"></a>
    <h2><a href="/2025/01/06/ferry-strike.html?utm_medium=front">Ferry strike may last up to nine days</a></h2>
    <p>Crews walked out at dawn. <a href="/2025/01/06/ferry-strike.html">Read more</a></p></article>
  <article class="card"><a href="//www.harbour.example/story/1234567"><div><h3>Mud and more mud at the old lock</h3><p>Dredgers were
    seen at seven, and nobody knows who sent them.</p></div></a></article>
  <div><a href="/local/pilots-count-eleven-boats-off-the-quay">Pilots count eleven boats off the quay</a></div>
  <a href="/tag/boats-and-other-floating-things/">All about boats and other floating things</a>
  <a href="/author/ines-okafor/">More stories by Ines Okafor</a>
  <a href="/files/budget-of-the-harbour-2025.pdf">The harbour's whole budget for 2025</a>
  <a href="https://elsewhere.example/2025/01/06/some-other-story-of-note">A story that another site tells</a>
  <a href="/2025/01/06/short">Mud</a>
  <a rel="sponsored" href="/partner/buy-a-boat-from-our-good-friends">Buy a boat from our good friends</a>
  <a href="javascript:void(0)">A link that is none at all</a>
  <a href="/local/harbour-fees">Everything that we have on harbour fees.</a>
</main>
<footer><a href="/terms-of-use">The terms on which you read</a></footer>
</body></html>`
const url = 'https://harbour.example/'

test('a front page gives its articles once each, under their headlines', () => {
  expect(articleLinks(front, url)).toEqual([
    { url: 'https://harbour.example/2025/01/06/ferry-strike.html', title: 'Ferry strike may last up to nine days' },
    { url: 'https://www.harbour.example/story/1234567', title: 'Mud and more mud at the old lock' },
    {
      url: 'https://harbour.example/local/pilots-count-eleven-boats-off-the-quay',
      title: 'Pilots count eleven boats off the quay',
    },
  ])
})

test('and the feeds that it names, those of comments last', () => {
  expect(linkedFeeds(front, url)).toEqual([
    { url: 'https://harbour.example/feed', title: 'All news', format: 'rss' },
    { url: 'https://harbour.example/atom.xml', title: null, format: 'atom' },
    { url: 'https://harbour.example/comments/feed', title: 'Comments', format: 'rss' },
  ])
})

test('relative links are resolved by the base element', () => {
  const html =
    '<base href="https://harbour.example/b/"><main><a href="2025/01/06/a-raft-was-found">A raft was found</a>'
  expect(articleLinks(html, 'https://harbour.example/x/')).toEqual([
    { url: 'https://harbour.example/b/2025/01/06/a-raft-was-found', title: 'A raft was found' },
  ])
})

describe('an address', () => {
  test.each<[string, 0 | 1 | 2]>([
    ['/2025/01/06/ferry-strike.html', 2],
    ['/local/ferry-strike-may-last-up-to-nine-days', 2],
    ['/local/ferry-strike-1234567', 2],
    ['/news/articles/c1ym8zyrp9o', 1],
    ['/article/2350041', 1],
    ['/news/view.php?idx=8723', 1],
    ['/local/ferry-strike-latest', 1],
    ['/local', 0],
    ['/', 0],
    ['/local/harbour-fees', 0],
    ['/tag/ferries-and-other-boats-at-sea', 0],
    ['/2025/01/06/author/ines-okafor', 0],
    ['/2025/01/06/budget-of-the-harbour.pdf', 0],
  ])('%s looks like an article: %i', (path, looks) => {
    expect(articleAddress(`https://harbour.example${path}`)).toBe(looks)
  })
})

test.each([
  ['links', '<a href="/2025/01/06/a-raft-was-found">A raft was found'],
  ['nested headings', '<a href="/x"><h2>'],
  ['open elements', '<div class="nav">'],
])('a megabyte of %s takes no more than linear time', (_name, piece) => {
  const start = performance.now()
  articleLinks(piece.repeat(1_000_000 / piece.length), url)
  linkedFeeds(piece.repeat(1_000_000 / piece.length), url)
  expect(performance.now() - start).toBeLessThan(6000)
})
