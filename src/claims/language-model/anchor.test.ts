// Offered words against the text: kept only letter by letter, at one place, within reach; else dropped with the reason.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../../language/document.ts'
import { type Anchored, anchor } from './anchor.ts'
import { DROPS, type Drop } from './anchoring.ts'
import { type Offered, offeredIn } from './answer.ts'
import { windowsOf } from './windows.ts'

const TEXT = `The mayor said the bridge was safe. “It will stand,” her office wrote, “for a century.”

Officials said the road was open. Later the road was open again, the ferry crew wrote.

“We didn’t know,” said Ada Quill. "We did not ask," said Bo Quill.

It rained, Ada Quill said. It rained, Ada Quill said.`

/** What becomes of what is offered about the first window of a text. */
function placed(offered: readonly (Offered | Drop)[], text = TEXT): (Anchored | Drop)[] {
  const document = documentOf(text)
  const [window] = windowsOf(document, 100_000).windows
  return window === undefined ? [] : anchor(document, window, offered)
}

const said = (source: string | null, cue: string | null, ...content: string[]): Offered => ({ source, cue, content })

/** The words of each role where they were found, with the offset of the content. */
function wordsOf(one: Anchored | Drop | undefined, text = TEXT): unknown {
  if (one === undefined || typeof one === 'string') return one
  const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end)
  return [words(one.source), words(one.cue), ...one.content.map(words)]
}

describe('is kept', () => {
  test.each([
    ['a clause', said('The mayor', 'said', 'the bridge was safe')],
    [
      'a quotation in two parts around its speaker',
      said('her office', 'wrote', '“It will stand,”', '“for a century.”'),
    ],
    ['curly marks where the text has them', said('Ada Quill', 'said', '“We didn’t know,”')],
    ['straight marks where the text has them', said('Bo Quill', 'said', '"We did not ask,"')],
    ['a content without a source', said(null, 'said', 'the bridge was safe')],
    ['a content without a cue', said('The mayor', null, 'the bridge was safe')],
  ])('%s', (_, offered) => {
    const [one] = placed([offered])
    expect(wordsOf(one)).toEqual([offered.source, offered.cue, ...offered.content])
  })

  test('words that stand twice, where cue and source are nearest', () => {
    const [one] = placed([said('Officials', 'said', 'the road was open')])
    expect(one).toMatchObject({ content: [{ start: TEXT.indexOf('the road was open') }] })
    const [other] = placed([said('the ferry crew', 'wrote', 'the road was open')])
    expect(other).toMatchObject({ content: [{ start: TEXT.lastIndexOf('the road was open') }] })
  })

  test('words that stand twice alike, each once where they are offered as often', () => {
    const twice = said('Ada Quill', 'said', 'It rained')
    const [first, second, third] = placed([twice, twice, twice])
    expect([first, second]).toMatchObject([
      { content: [{ start: TEXT.indexOf('It rained') }] },
      { content: [{ start: TEXT.lastIndexOf('It rained') }] },
    ])
    expect(third).toBe('repeated')
  })
})

describe('is dropped', () => {
  test.each<[Drop, Offered]>([
    ['not in the text', said('The mayor', 'said', 'the bridge was unsafe')],
    ['not in the text', said('The governor', 'said', 'the bridge was safe')],
    ['not in the text', said('The mayor', 'revealed', 'the bridge was safe')],
    ['written otherwise', said('The Mayor', 'said', 'the bridge was safe')],
    ['written otherwise', said('The mayor', 'said', 'the bridge  was safe')],
    ['written otherwise', said('her office', 'wrote', '"It will stand,"')],
    ['written otherwise', said('Ada Quill', 'said', "“We didn't know,”")],
    ['part of a word', said('The mayor', 'said', 'ridge was safe')],
    ['part of a word', said('The mayor', 'said', 'the bridge was saf')],
    ['part of a word', said('The mayor', 'said', 'for a century.”\n\nOfficials')],
    ['several places', said('Ada Quill', 'said', 'It rained')],
    ['out of reach', said('Bo Quill', 'said', 'the bridge was safe')],
    ['out of reach', said('The mayor', 'said', 'the bridge was safe', 'It rained')],
    ['out of reach', said('The mayor', 'said', 'was safe', 'the bridge')],
    ['overlap', said('mayor', 'said', 'The mayor said the bridge was safe')],
    ['overlap', said('The mayor', 'mayor said', 'the bridge was safe')],
  ])('%s: %o', (drop, offered) => {
    expect(placed([offered])).toEqual([drop])
  })

  test('repeated: the same again, and the same with another source', () => {
    const one = said('The mayor', 'said', 'the bridge was safe')
    expect(placed([one, { ...one }, { ...one, source: 'her office' }]).slice(1)).toEqual(['repeated', 'repeated'])
  })

  test('overlap: a content that cuts through another, not one within another', () => {
    const found = placed([
      said('The mayor', 'said', 'the bridge was'),
      said('The mayor', null, 'bridge was safe'),
      said('mayor', null, 'bridge'),
    ])
    expect(found.map((one) => (typeof one === 'string' ? one : 'kept'))).toEqual(['kept', 'overlap', 'kept'])
  })

  test('in another passage: words that stand elsewhere in the text', () => {
    const text = `${'The mayor said it rained on the first day. '.repeat(150)}\n\nThe baker said it snowed on the second day.`
    const document = documentOf(text)
    const { windows } = windowsOf(document, 100_000)
    expect(windows.length).toBeGreaterThan(1)
    expect(anchor(document, windows[0] as never, [said('The baker', 'said', 'it snowed on the second day')])).toEqual([
      'in another passage',
    ])
  })

  test('several places: words that stand in more than can be told apart', () => {
    const text = 'He said he said he said. '.repeat(100)
    expect(placed([said('he', 'said', 'he')], text)).toEqual(['several places'])
  })
})

describe('whatever is offered', () => {
  /** Runs of the text, some of them changed, and anything else. */
  const words = fc.oneof(
    fc.tuple(fc.nat(TEXT.length), fc.nat(60)).map(([start, length]) => TEXT.slice(start, start + length)),
    fc.constantFrom(...(TEXT.match(/\S+/g) ?? [])),
    fc.constantFrom('The mayor', 'said', 'the road was open', 'It rained', 'wrote', '“It will stand,”'),
    fc.string({ unit: 'binary' }),
  )
  const attribution = fc.record({
    source: fc.oneof(words, fc.constant(null)),
    cue: fc.oneof(words, fc.constant(null)),
    content: fc.array(words, { minLength: 1, maxLength: 3 }),
  })

  test('a span is words of the text, whole, apart and in order', () => {
    let kept = 0
    fc.assert(
      fc.property(fc.array(attribution, { maxLength: 8 }), (attributions) => {
        const offered = offeredIn(JSON.stringify({ attributions }))
        const results = placed(offered)
        expect(results).toHaveLength(attributions.length)
        for (const [at, one] of results.entries()) {
          if (typeof one === 'string') {
            expect(Object.keys(DROPS)).toContain(one)
            continue
          }
          kept++
          expect(wordsOf(one)).toEqual([
            attributions[at]?.source?.trim() || null,
            attributions[at]?.cue?.trim() || null,
            ...(attributions[at]?.content ?? []).map((part) => part.trim()),
          ])
          const spans = [...one.content, ...(one.cue ? [one.cue] : []), ...(one.source ? [one.source] : [])]
          const inOrder = spans.toSorted((a, b) => a.start - b.start)
          inOrder.forEach(({ start, end }, i) => {
            expect(end).toBeGreaterThan(start)
            expect(start).toBeGreaterThanOrEqual(inOrder[i - 1]?.end ?? 0)
          })
          expect(one.content).toEqual(one.content.toSorted((a, b) => a.start - b.start))
        }
      }),
      { numRuns: 2_000 },
    )
    expect(kept).toBeGreaterThan(100)
  })
})
