import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from './document.ts'
import { namesOf } from './names.ts'
import { tagsOf } from './tagger.ts'

function namesIn(text: string): string[] {
  const document = documentOf(text)
  return namesOf(document, tagsOf(document)).map((name) => {
    expect(text.slice(name.start, name.end)).toBe(name.text)
    return `${name.kind}: ${name.text}`
  })
}

describe('names', () => {
  test('of people, without their titles', () => {
    expect(namesIn('The deal was signed by Finance Minister Maria Lund and Gen. Pavel Horak.')).toEqual([
      'person: Maria Lund',
      'person: Pavel Horak',
    ])
  })
  test('of people, without what is said of them', () => {
    expect(
      namesIn("It rained, the army's Chief of Naval Staff General Pavel Horak and Mum-of-three Kelly Brandt said."),
    ).toEqual(['organisation: Chief of Naval Staff', 'person: Pavel Horak', 'person: Kelly Brandt'])
  })
  test('of countries, peoples and cities', () => {
    expect(namesIn('Norwegian officials met in Oslo with a team from South Africa.')).toEqual([
      'nationality: Norwegian',
      'place: Oslo',
      'place: South Africa',
    ])
  })
  test('of institutions told by their form', () => {
    expect(namesIn('The Ministry of Foreign Affairs and the Federal Water Agency declined to comment.')).toEqual([
      'organisation: Ministry of Foreign Affairs',
      'organisation: Federal Water Agency',
    ])
  })
  test('of agencies and outlets', () => {
    expect(namesIn('Reuters and the Financial Times reported the sale on Monday.')).toEqual([
      'agency: Reuters',
      'outlet: Financial Times',
    ])
  })
  test('a surname is a person where the full name is', () => {
    expect(namesIn('Anna Brandt resigned on Friday. Brandt said she was tired.')).toEqual([
      'person: Anna Brandt',
      'person: Brandt',
    ])
  })

  test('lie in the text in order and do not overlap, whatever the text', () => {
    const pieces = fc.constantFrom(
      'President',
      'Roe',
      'Anna',
      'Ministry',
      'of',
      'the',
      'said',
      'South',
      'Korean',
      'U.S.',
      '(',
      'NIS',
      ')',
      ',',
      '.',
      '“',
      "'s",
      '\n',
      '\ud800',
      'שלום',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const document = documentOf(parts.join(' '))
        let at = 0
        return namesOf(document, tagsOf(document)).every(({ start, end, first, last, text }) => {
          const follows = first >= at && last > first && document.text.slice(start, end) === text
          at = last
          return follows
        })
      }),
    )
  })
})
