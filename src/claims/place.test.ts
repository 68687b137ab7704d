import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { markedOf } from '../language/phrases.ts'
import { placeOf, surroundingsOf } from './place.ts'

/** The place of the content set in [brackets]. */
function placeIn(bracketed: string, dateline: string | null = null): string | null {
  const start = bracketed.indexOf('[')
  const end = bracketed.indexOf(']') - 1
  const document = documentOf(bracketed.replace(/[[\]]/g, ''))
  const marked = markedOf(document)
  const place = placeOf([{ start, end }], marked, surroundingsOf(marked), dateline)
  if (place) expect(document.text.slice(place.start, place.end)).toBe(place.text)
  return place?.name ?? null
}

test.each<[string, string | null]>([
  ['Officials said [two bridges fell in Bergen].', 'Bergen'],
  ['He said [two bridges fell near Bergen, Norway, on Friday].', 'Bergen, Norway'],
  ["He said [shells fell in Russia's Belgorod region].", 'Belgorod region, Russia'],
  ['He said [Russia lost two bridges].', null],
  ["He said [Norway's army lost two bridges].", null],
  ['Norway sent 90 men to Chad. He said [nine of them died there].', 'Chad'],
  ['He said [there were nine dead].', null],
])('%s', (text, expected) => {
  expect(placeIn(text)).toBe(expected)
})

test('here is the dateline', () => {
  expect(placeIn('He said [nine had died here].', 'Oslo')).toBe('Oslo')
  expect(placeIn('He said [nine had died here].')).toBeNull()
})
