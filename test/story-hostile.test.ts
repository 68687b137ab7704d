// Whatever stands in an article's words, names and addresses, a report shows it and nothing else: no markup, no script, no
// link but of the web, no control of the terminal.
import { parseHTML } from 'linkedom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { paints } from '../src/cli/paint.ts'
import { storyView } from '../src/cli/story-view.ts'
import { printable } from '../src/publish/printable.ts'
import { storyHtml } from '../src/publish/story/html.ts'
import { storyMarkdown } from '../src/publish/story/markdown.ts'
import { storyTold } from './told.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '</style><style>*{display:none}</style>',
  '"><img src=x onerror=alert(1)>',
  "'onmouseover='alert(1)",
  '</title></svg><svg onload=alert(1)>',
  '<!-- ',
  ']]>',
  '&lt;b&gt;&#x3c;i&#62;',
  '\u001b]0;owned\u0007\u001b[2J',
  '\u202egnp.exe\u2066',
  '\0\ud800',
  '](javascript:alert(1)) [x](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '`code` **bold** ~~gone~~ | cell | cell',
  '# heading\n- item\n> quote\n1. one\n---\n',
  '<https://evil.example> https://evil.example www.evil.example',
]
const report = { all: true, unread: [] }

/** What is used of a page's elements. */
interface Element {
  readonly nodeType: number
  readonly nodeName: string
  readonly childNodes: Iterable<Element>
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  querySelectorAll(selector: string): Iterable<Element>
  replaceWith(...nodes: readonly Element[]): void
  replaceChildren(): void
}
const TEXT = 3

/** The elements of a page, without what they say. */
const shapeOf = (node: Element): unknown => [
  node.nodeName,
  [...node.childNodes].filter(({ nodeType }) => nodeType !== TEXT).map(shapeOf),
]

const documentOf = (source: string): Element => parseHTML(source).document as unknown as Element

/** A page without its links and pictures, and the elements of its pictures: those leave words out that find no room. */
function page(source: string) {
  const document = documentOf(source)
  const pictures = [...document.querySelectorAll('svg')]
  const inPictures = new Set(
    pictures.flatMap((svg) => [...svg.querySelectorAll('*')].map(({ nodeName }) => nodeName.toLowerCase())),
  )
  for (const svg of pictures) svg.replaceChildren()
  // An address with other words after it is no address: that there is a link or not is no change of the page's shape.
  for (const link of [...document.querySelectorAll('a')]) link.replaceWith(...link.childNodes)
  return { shape: shapeOf(document), inPictures }
}

const PICTURE = new Set(['title', 'desc', 'g', 'line', 'path', 'text', 'tspan', 'circle'])

test.each(HOSTILE)('HTML: %j', (hostile) => {
  const own = page(storyHtml([storyTold((text) => `${text} ${hostile}`)], { ...report, unread: [hostile] }))
  const plain = page(storyHtml([storyTold((text) => `${text} x`)], { ...report, unread: ['x'] }))
  expect(own.shape).toEqual(plain.shape)
  expect([...own.inPictures].filter((name) => !PICTURE.has(name))).toEqual([])
})

test.each(HOSTILE)('HTML, no element that runs or loads, no address but of the web: %j', (hostile) => {
  const document = documentOf(
    storyHtml([storyTold((text) => (text.startsWith('https:') ? `${text}?${hostile}` : hostile))], report),
  )
  const loading = 'script, img, iframe, object, embed, link, base, form, image, use, foreignObject'
  expect([...document.querySelectorAll(loading)]).toEqual([])
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).toMatch(/^(?!on)(?!src)[a-z][\w-]*$/i)
      if (/href/i.test(name)) expect(value).toMatch(/^(?:#|https?:\/\/[a-d]\.example\/)/)
    }
})

test('an address that is not of the web is no link', () => {
  const source = storyHtml([storyTold((text) => (text.startsWith('https:') ? 'javascript:alert(1)' : text))], report)
  expect(source).not.toContain('javascript:')
  expect(source).not.toMatch(/<a /)
})

test('the page allows no script and no request', () => {
  const source = storyHtml([storyTold()], report)
  expect(source).toContain(`default-src &#39;none&#39;`)
  expect(source).not.toMatch(/<script|@import|url\(/)
})

interface Node {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly Node[]
}
const tree = (source: string): Node =>
  fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as unknown as Node

/** A bare address that is shown as itself: this parser makes links of escaped ones too. */
const isBare = ({ type, url, children = [] }: Node): boolean =>
  type === 'link' && children.length === 1 && url?.replace('http://www', 'www') === children[0]?.value
const kinds = ({ type, children = [] }: Node): unknown => [
  type,
  children.filter((node) => node.type !== 'text' && !isBare(node)).map(kinds),
]
const urls = (node: Node): string[] =>
  isBare(node) ? [] : [...(node.url === undefined ? [] : [node.url]), ...(node.children ?? []).flatMap(urls)]

test.each(HOSTILE)('Markdown: %j', (hostile) => {
  const told = (say: string) =>
    tree(
      storyMarkdown([storyTold((text) => (text.startsWith('https:') ? text : `${say} ${text} ${say}`))], {
        ...report,
        unread: [say],
      }),
    )
  expect(kinds(told(hostile))).toEqual(kinds(told('x')))
  expect(urls(told(hostile)).filter((url) => !/^https:\/\/[a-d]\.example\/ferry/.test(url))).toEqual([])
})

test.each(HOSTILE)('terminal: %j', (hostile) => {
  const view = printable(
    storyView(
      storyTold(() => hostile),
      { width: 60, wide: 60, paint: paints(false) },
      true,
    ),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is tested
  expect(view).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800]/)
})
