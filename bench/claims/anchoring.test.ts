// What people marked in PolNeAR, offered as a language model's answer: how much of a right answer is kept, and whether
// where it was marked. Runs where the data are.
import { expect, test } from 'vitest'
import { anchor } from '../../src/claims/language-model/anchor.ts'
import { offeredIn } from '../../src/claims/language-model/answer.ts'
import { windowsOf } from '../../src/claims/language-model/windows.ts'
import { documentOf } from '../../src/language/document.ts'
import { isWithin } from '../../src/language/order.ts'
import type { Span } from '../../src/page/article.ts'
import { markedTexts } from './polnear.ts'

const texts = markedTexts()

test.skipIf(texts.length === 0)('of what people marked, nearly all is kept, where they marked it', () => {
  let [offered, kept, moved] = [0, 0, 0]
  for (const { text, relations } of texts) {
    const document = documentOf(text)
    const words = ({ start, end }: Span): string => text.slice(start, end)
    const whole = (parts: readonly Span[]): string | null =>
      parts.length === 0 ? null : text.slice(parts[0]?.start, parts.at(-1)?.end)
    for (const window of windowsOf(document, text.length).windows) {
      const own = relations.filter(({ source, cue, content }) =>
        [...source, ...cue, ...content].every((span) => isWithin(span, window)),
      )
      const attributions = own.map(({ source, cue, content }) => ({
        source: whole(source),
        cue: whole(cue),
        content: content.map(words),
      }))
      for (const [at, one] of anchor(document, window, offeredIn(JSON.stringify({ attributions }))).entries()) {
        offered++
        if (typeof one === 'string') continue
        kept++
        const { source, cue, content } = own[at] as (typeof own)[number]
        const marked = [source[0]?.start, cue[0]?.start, content[0]?.start]
        const found = [one.source?.start, one.cue?.start, one.content[0]?.start]
        if (found.some((start, role) => start !== marked[role])) moved++
      }
    }
  }
  expect(offered).toBeGreaterThan(2_000)
  expect(kept / offered).toBeGreaterThan(0.95)
  expect(moved / kept).toBeLessThan(0.002)
})
