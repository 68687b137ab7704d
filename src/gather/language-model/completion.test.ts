// Chat completions in one piece and as events, however they are cut into packets, and what is none.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completionIn, completionOf, troubleIn } from './completion.ts'
import { LanguageModelError } from './error.ts'

const bytes = new TextEncoder()

async function* packets(text: string, size: number): AsyncGenerator<Uint8Array> {
  const all = bytes.encode(text)
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

const event = (value: unknown, end = '\n\n'): string => `data: ${JSON.stringify(value)}${end}`
const piece = (content: string, finish: string | null = null) => ({
  choices: [{ delta: { content }, finish_reason: finish }],
})

describe('in one piece', () => {
  test('its words and what it cost', () => {
    const body = { choices: [{ message: { content: 'yes' }, finish_reason: 'stop' }], usage: { total_tokens: 12 } }
    expect(completionIn(JSON.stringify(body))).toEqual({ text: 'yes', tokens: 12 })
    expect(completionIn(JSON.stringify({ ...body, usage: { total_tokens: -1 } }))).toEqual({
      text: 'yes',
      tokens: null,
    })
  })

  test.each([
    ['', /no chat completion/],
    ['<html>', /no chat completion/],
    ['{"choices": []}', /no chat completion/],
    ['{"choices": [{"message": {"content": 7}}]}', /no chat completion/],
    ['{"error": {"message": "model\\n not \\u202e loaded"}}', /model not loaded/],
    ['[{"error": {"message": "no quota"}}]', /no quota/],
    ['{"choices": [{"message": {"content": "y"}, "finish_reason": "length"}]}', /cut off/],
    ['{"choices": [{"message": {"content": "y"}, "finish_reason": "content_filter"}]}', /content_filter/],
    ['{"choices": [{"message": {"refusal": "I will not."}, "finish_reason": "stop"}]}', /declines: I will not/],
  ])('%j is none', (body, message) => {
    expect(() => completionIn(body)).toThrow(message)
    expect(() => completionIn(body)).toThrow(LanguageModelError)
  })
})

describe('in pieces', () => {
  const words = 'He said: “naïve 😀 rain”'
  const stream = `: comment\r\n\r\n${event(piece('He said: '), '\r\n\r\n')}event: x\n${event(piece('“naïve 😀'))}${event(piece(' rain”'))}${event(piece('', 'stop'))}${event({ choices: [], usage: { total_tokens: 5 } })}data: [DONE]\n\n`

  test.each([1, 2, 3, 7, 10_000])('in packets of %i bytes', async (size) => {
    expect(await completionOf(packets(stream, size))).toEqual({ text: words, tokens: 5 })
  })

  test.each([
    ['ended by another name', stream.replace('"stop"', '"eos_token"')],
    ['without [DONE]', stream.replace('data: [DONE]\n\n', '')],
    ['without its last line end', stream.replace('data: [DONE]\n\n', 'data: [DONE]')],
    ['with something after [DONE]', `${stream}data: garbage\n\n`],
  ])('%s', async (_, text) => {
    expect(await completionOf(packets(text, 11))).toEqual({ text: words, tokens: 5 })
  })

  test.each([
    ['that break off', event(piece('He said')), /broke off/],
    ['of which there are none', '', /broke off/],
    ['that are garbage', 'data: {"choices": [{"delta"\n\n', /no chat completion/],
    [
      'with an error among them',
      `${event(piece('He'))}${event({ error: { message: 'out of memory' } })}`,
      /out of memory/,
    ],
    ['cut off for length', event(piece('He', 'length')), /cut off/],
    ['in one line without end', `data: ${'x'.repeat(400_000)}`, /no chat completion/],
  ])('%s', async (_, text, message) => {
    await expect(completionOf(packets(text, text.length > 1_000 ? 9_999 : 5))).rejects.toThrow(message)
  })
})

test('whatever comes is an answer or an error of its own', async () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json().map((json) => `data: ${json}`),
    fc.string().map((content) => event(piece(content))),
    fc.constantFrom('data: [DONE]', 'data:', '\r', 'data: {"choices": null}', event(piece('', 'stop'))),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 50 }), async (lines, size) => {
      const text = lines.join('\n')
      const outcomes = await Promise.allSettled([
        completionOf(packets(text, size)),
        (async () => completionIn(text))(),
        (async () => troubleIn(text))(),
      ])
      for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(LanguageModelError)
    }),
  )
})
