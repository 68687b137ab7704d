import { expect, test } from 'vitest'
import { PartialMap, type Rows } from './partial.ts'
import { run } from './run.ts'

function table(entries: Record<string, string>) {
  const rows = new Map(Object.entries(entries))
  const loads: string[][] = []
  const behind: Rows<string, string> = {
    load: async (keys) => {
      loads.push([...keys])
      return keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key) as string] as const] : []))
    },
    store: async (stored, gone) => {
      for (const [key, value] of stored) rows.set(key, value)
      for (const key of gone) rows.delete(key)
    },
  }
  return { rows, loads, map: new PartialMap(behind) }
}

test('a chain of reads is followed link by link, and reads side by side are loaded together', async () => {
  const { rows, loads, map } = table({ a: 'b', x: 'y', b: 'c', y: 'z' })
  const ends = await run([map], () => {
    const ends = ['a', 'x'].map((start) => map.get(map.get(start) ?? '?') ?? '?')
    map.set('a', ends.join(''))
    map.delete('x')
    return ends
  })
  expect(ends).toEqual(['c', 'z'])
  expect(loads).toEqual([
    ['a', '?', 'x'],
    ['b', 'y'],
  ])
  expect(rows.get('a')).toBe('b')
  await map.store()
  expect([rows.get('a'), rows.has('x')]).toEqual(['cz', false])
})

test('what was written is read again, and what a try wrote before it lacked something is forgotten', async () => {
  const { map } = table({ n: '1' })
  const value = await run([map], () => {
    map.set('n', `${map.get('n')}+1`)
    return map.get('n')
  })
  expect(value).toBe('1+1')
})

test('an error counts only where nothing is lacking', async () => {
  const { map } = table({ a: 'word' })
  expect(await run([map], () => (map.get('a') as string).length)).toBe(4)
  await expect(run([map], () => (map.get('b') as string).length)).rejects.toThrow(TypeError)
})

test('what would need all of it is refused', () => {
  const { map } = table({})
  expect(() => [...map]).toThrow('a part is at hand')
  expect(() => map.size).toThrow('a part is at hand')
})
