// One page by one call: names, engines, errors, and what a signal ends.
import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { type Engine, type Failure, type Input, loadEngine, ReadError, type Reading, read, readAll } from './index.ts'

const SAID = 'The dam is safe, engineer Ilse Brandt said.'

/** An engine that tells with how many documents it was asked, and does what it is told to. */
function engineOf(then: (signal?: AbortSignal) => void = () => {}): Engine & { readonly asked: number[] } {
  const asked: number[] = []
  return {
    name: 'test',
    asked,
    async attributions(documents, signal) {
      asked.push(documents.length)
      then(signal)
      return documents.map(() => [])
    },
  }
}

async function* stream(inputs: readonly Input[]): AsyncGenerator<Input> {
  yield* inputs
}

async function all(given: AsyncIterable<Reading | Failure>): Promise<(Reading | Failure)[]> {
  const found: (Reading | Failure)[] = []
  for await (const one of given) found.push(one)
  return found
}

test('an engine is loaded once', async () => {
  expect(await loadEngine('model')).toBe(await loadEngine('model'))
  await expect(loadEngine('magic' as 'model')).rejects.toThrow('there is no engine “magic”; there are: model, rules')
})

test('bytes and text are read alike; a page is named by its id, else its address, else not at all', async () => {
  const engine = engineOf()
  const url = 'https://post.example/dam'
  expect((await read(SAID, { engine, id: 'dam', url })).id).toBe('dam')
  expect((await read(SAID, { engine, url })).id).toBe(url)
  const { id, article } = await read(new TextEncoder().encode(SAID), { engine })
  expect(id).toBe('page')
  expect({ ...article, why: {} }).toEqual({ ...(await read(SAID, { engine })).article, why: {} })
})

test.each([[undefined], [null], [42], [Promise.resolve(SAID)], [new ArrayBuffer(8)], [{ html: SAID }]])(
  '%s is no input',
  async (input) => {
    await expect(read(input as unknown as string)).rejects.toThrow(TypeError)
    await expect(read(input as unknown as string)).rejects.toThrow('give a Uint8Array or a string, not ')
  },
)

test('an engine that breaks is a ReadError with its cause; among others a Failure in its place', async () => {
  const cause = new Error('it broke')
  const engine = engineOf(() => {
    throw cause
  })
  const error = await read(SAID, { engine }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ReadError)
  expect((error as ReadError).cause).toBe(cause)
  expect(await all(readAll([{ id: 'a', page: SAID }, { page: SAID }], { engine }))).toEqual([
    { id: 'a', error: 'its claims could not be read: it broke' },
    { id: '2', error: 'its claims could not be read: it broke' },
  ])
})

test('an aborted signal ends it with its reason, before, and while an engine works', async () => {
  const reason = new Error('enough')
  await expect(read(SAID, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  await expect(all(readAll([], { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
  const controller = new AbortController()
  const engine = engineOf((signal) => {
    controller.abort(reason)
    signal?.throwIfAborted()
  })
  await expect(all(readAll([{ page: SAID }, { page: SAID }], { engine, signal: controller.signal }))).rejects.toBe(
    reason,
  )
  expect(engine.asked).toHaveLength(1)
})

test('the model looks at the signal between its batches', async () => {
  const { attributions } = await loadEngine('model')
  const documents = Array.from({ length: 16 }, () => documentOf(`${SAID}\n\n`.repeat(1500)))
  const working = attributions(documents, AbortSignal.timeout(50))
  await expect(working).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }))
})

test('many are read a few together, in their order, and no further than they are asked for', async () => {
  const engine = engineOf()
  const inputs = Array.from({ length: 40 }, (_, number): Input => ({ id: `${number}`, page: SAID }))
  expect((await all(readAll(stream(inputs), { engine }))).map(({ id }) => id)).toEqual(inputs.map(({ id }) => id))
  const before = engine.asked.length
  for await (const { id } of readAll(inputs, { engine })) if (id === '0') break
  expect(engine.asked.length - before).toBe(1)
})
