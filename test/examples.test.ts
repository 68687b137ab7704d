// Every example page is read as examples/expected says: each line of an expectation is a test of its own.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode } from '../src/page/encoding.ts'
import { type Article, readPage } from '../src/page/index.ts'
import { readRuns } from '../src/page/runs.ts'
import { parseTree } from '../src/page/tree.ts'
import { type ExpectedBlock, PAGE_NOTES, parseExpected, SEVERAL, SINGLE, valuesOf } from './expected.ts'

const examples = join(import.meta.dirname, '..', 'examples')
const pages = readdirSync(examples)
  .filter((name) => /\.(?:html|txt)$/.test(name))
  .sort()

const expectedOf = (page: string): string => `expected/${page.replace(/\.\w+$/, '.md')}`
const start = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** Where a text went that is no block of its own, for the message of a failure. */
function whereabouts(text: string, article: Article): string {
  const held = article.blocks.find((block) => article.text.slice(block.start, block.end).includes(text))
  if (held) return `it is part of a longer ${held.kind}: ${article.text.slice(held.start, held.end)}`
  const out = article.leftOut.find(
    (run) => run.text.includes(text) || (run.text.length > 20 && text.includes(run.text)),
  )
  if (out) return `it is left out as ${out.reason}`
  if (article.deck?.includes(text)) return 'it is the deck'
  if (article.headline?.includes(text)) return 'it is the headline'
  if (article.related.some((line) => line.title.includes(text))) return 'it is a related line'
  if (article.images.some((image) => image.caption?.includes(text))) return 'it is an image’s caption, but no block'
  return 'it is nowhere in the reading'
}

/** The clock of a time, whichever way it is written: an ISO instant of the page's own zone, or as printed. */
const clockOf = (time: string | undefined): string | null => time?.replace(/^.*T(\d\d:\d\d).*$/, '$1') ?? null

describe.each(pages)('%s', (page) => {
  const article = readPage(readFileSync(join(examples, page)))
  const expected = parseExpected(readFileSync(join(examples, expectedOf(page)), 'utf8'), expectedOf(page))
  const blocks = article.blocks.map(({ kind, start, end, time }) => ({
    kind,
    time,
    text: article.text.slice(start, end),
  }))
  const label = ({ kind, time }: ExpectedBlock): string => (time === null ? kind : `${kind} ${time}`)

  test.each(SINGLE)('%s', (name) => {
    const field = expected.fields.get(name)
    expect(article[name], field?.at ?? `${expectedOf(page)} names none`).toBe(field?.value ?? null)
  })

  test.each(SEVERAL)('%s', (name) => {
    const field = expected.fields.get(name)
    const found =
      name === 'notes' ? article.notes.map(({ kind }) => kind).filter((kind) => PAGE_NOTES.has(kind)) : article[name]
    expect(found, field?.at ?? `${expectedOf(page)} names none`).toEqual(valuesOf(field))
  })

  test.each(expected.images)('$at: image $caption | $credit', ({ at, caption, credit }) => {
    const found =
      article.images.find((image) => image.caption === caption) ??
      article.images.find((image) => image.credit === credit)
    expect({ caption: found?.caption ?? null, credit: found?.credit ?? null }, at).toEqual({ caption, credit })
  })

  test('no other images, in this order', () => {
    expect(article.images.map(({ caption }) => caption)).toEqual(expected.images.map(({ caption }) => caption))
  })

  const printed = article.related.filter((line) => line.start !== undefined)
  test.each(expected.related)('$at: related $title', ({ at, label, title, url }) => {
    const found =
      article.related.find((line) => line.title === title) ?? article.related.find((line) => line.title.includes(title))
    expect(found && { label: found.label, title: found.title, url: found.url }, at).toEqual({ label, title, url })
    expect(found?.start, `${at}: its span of the article's text`).toBeTypeOf('number')
  })

  test('no other related lines within the article, in this order', () => {
    expect(printed.map(({ title }) => title)).toEqual(expected.related.map(({ title }) => title))
  })

  test.each(expected.blocks)('$at: $kind', (wanted) => {
    const { at, text, time } = wanted
    const found = blocks.filter((block) => block.text === text)
    const same = found.find((block) => block.kind === wanted.kind) ?? found[0]
    if (!same) expect.fail(`${at}: no block says: ${text}\n${whereabouts(text, article)}`)
    expect(same.kind, `${at}: ${start(text)}`).toBe(wanted.kind)
    if (time !== null) expect(clockOf(same.time), `${at}: the entry's time`).toBe(time)
  })

  test('no other blocks, in this order', () => {
    expect(blocks.map(({ kind, text }) => `[${kind}] ${start(text)}`)).toEqual(
      expected.blocks.map((block) => `[${block.kind}] ${start(block.text)}`),
    )
  })

  test.each(expected.leftOut)('$at: left out as $reason', ({ at, reason, text }) => {
    const kept = blocks.find((block) => block.text === text || (text.length > 30 && block.text.includes(text)))
    if (kept) expect.fail(`${at}: kept as ${label({ at, ...kept, time: kept.time ?? null })}: ${text}`)
    // The same line printed twice is expected twice, and must be left out twice.
    const wanted = expected.leftOut.filter((line) => line.text === text && line.reason === reason).length
    const found = article.leftOut.filter((run) => run.text.replace(/\s+/g, ' ').includes(text))
    if (found.length === 0) expect.fail(`${at}: not among what was left out: ${text}`)
    const right = found.filter((run) => run.reason === reason)
    const given = [...new Set(found.map((run) => run.reason))].join(', ')
    expect(
      right.length,
      `${at}: left out as ${given}, ${right.length} times as ${reason}: ${start(text)}`,
    ).toBeGreaterThanOrEqual(wanted)
  })
})

test('every expectation has its page', () => {
  const named = readdirSync(join(examples, 'expected')).map((name) => `expected/${name}`)
  expect(named.sort()).toEqual(pages.map(expectedOf).sort())
})

describe('nothing printed is dropped in silence', () => {
  test.each(pages.filter((name) => name.endsWith('.html')))('%s', (name) => {
    const bytes = readFileSync(join(examples, name))
    const article = readPage(bytes)
    const said = [
      article.text,
      article.headline,
      article.deck,
      ...article.images.flatMap(({ caption, credit }) => [caption, credit]),
      ...article.related.map(({ title }) => title),
      ...article.leftOut.map(({ text }) => text),
    ].join('\n')
    const words = new Set(said.toLowerCase().match(/[\p{L}\p{N}]+/gu))
    const { runs } = readRuns(parseTree(decode(bytes, null).text).root)
    // A credit loses its label ("Photo:"), so a run is told when most of its words are.
    const lost = runs.filter((run) => {
      const own = run.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      return own.filter((word) => words.has(word)).length * 2 < own.length
    })
    expect(lost.map((run) => run.text)).toEqual([])
  })
})
