import { expect, test } from 'vitest'
import { eventPlaceOf } from './where.ts'

/** A claim that something happened somewhere, with the words before the place. */
const at = (name: string, before = 'in ') => {
  const text = `Twelve people were killed ${before}${name}`
  const start = text.length - name.length
  return eventPlaceOf({
    place: { start, end: text.length, text: name, name },
    content: { text, start: 0, end: text.length, parts: [{ start: 0, end: text.length }] },
  })
}

test.each([
  [1, 'the village of Lower Marsh'],
  [1, 'Elling Airport'],
  [1, 'Cairo'],
  [3, 'Harrow County'],
  [3, 'Elling district, Norway'],
  [4, 'Kursk Oblast'],
  [4, 'Elling region, Norway'],
  [4, 'Ohio'],
  [5, 'the Norwegian border'],
  [5, 'Elling Islands'],
  [6, 'Norway'],
  [7, 'Barents Sea'],
  [null, 'Elling'],
  [null, 'the Elling region'],
  [4, 'New York'],
  [null, 'Washington'],
] as const)('%s: %s', (precision, name) => {
  expect(at(name)?.precision).toBe(precision)
})

test('near a town is not in it; near a country is no nearer than a country', () => {
  expect(at('Cairo', 'near ')?.precision).toBe(2)
  expect(at('the village of Marsh', 'close to ')?.precision).toBe(2)
  expect(at('Norway', 'near ')?.precision).toBe(6)
})

test('what a place lies in is told where its name has it', () => {
  expect(at('Lower Marsh, Harrow County, Ohio')).toMatchObject({ adm1: 'Ohio', adm2: 'Harrow County', country: null })
  expect(at('Bergen, Norway')).toMatchObject({ adm1: null, country: 'Norway' })
})

test('a name that a country and a state of another have is neither', () => {
  expect(at('Georgia')).toMatchObject({ precision: null, country: null, adm1: null })
  expect(at('Atlanta, Georgia')).toMatchObject({ country: null })
  expect(at('Tbilisi, Georgia')).toMatchObject({ precision: 1, country: 'Georgia' })
})

test('no place is none', () => {
  expect(eventPlaceOf({ place: null, content: { text: '', start: 0, end: 0, parts: [] } })).toBeNull()
})
