import { describe, expect, test } from 'vitest'
import { organisationKey, partsOfName, personKey } from './keys.ts'

describe('keys of people', () => {
  test.each([
    ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'],
    ['Volodymyr Zelensky', 'Vladimir Zelenskiy'],
    ['Oleksandr Syrskyi', 'Aleksandr Syrsky'],
    ['Sergei Shoigu', 'Serhii Shoigu'],
    ['Lee Seong-kweun', 'Lee Sung-kwon'],
    ['Recep Tayyip Erdogan', 'Recep Tayyip Erdoğan'],
    ['Mohammed Ali', 'Muhammad Ali'],
    ['Kim Jong-un', 'Kim Jong Un'],
    ['Andrii Roe', 'Andrey Roe'],
    ['Sarah Roe', 'Sara Roe'],
    ['Victor Roe', 'Viktor Roe'],
  ])('%s is %s', (one, other) => {
    expect(personKey(one)).toBe(personKey(other))
  })
  test.each([
    ['Bill Clinton', 'Hillary Clinton'],
    ['Anna Lund', 'Anna Lunde'],
    ['Kim Jong-un', 'Kim Yo-jong'],
    ['Kim Jong Un', 'Kim Jang Ahn'],
    ['Jane Roe', 'Ian Roe'],
    ['Jane Roe', 'Ann Roe'],
    ['Jan Roe', 'Juan Roe'],
    ['John Doe', 'Hanna Doe'],
    ['Maria Doe', 'Omar Doe'],
    ['Maria Doe', 'Mary Doe'],
    ['Robert Doe', 'Roberta Doe'],
    ['Larry Doe', 'Laura Doe'],
    ['Larry Doe', 'Lara Doe'],
    ['John Roe', 'John Roe Jr.'],
  ])('%s is not %s', (one, other) => {
    expect(personKey(one)).not.toBe(personKey(other))
  })
  test('a surname alone is the beginning of the key', () => {
    expect(personKey('Anna Lund').startsWith(`${personKey('Lund')}:`)).toBe(true)
  })
})

describe('parts of names', () => {
  test.each<[string, string, string[], (string | null)?]>([
    ['Anna Lund', 'Lund', ['Anna']],
    ['Roe Jr.', 'Roe', [], 'jr'],
    ['Ursula von der Leyen', 'von der Leyen', ['Ursula']],
    ['Kim Jong-un', 'Kim', ['Jong-un']],
    ['John Roe Jr.', 'Roe', ['John'], 'jr'],
    ['De Blasio', 'De Blasio', []],
  ])('%s', (name, surname, forenames, generation = null) => {
    expect(partsOfName(name)).toEqual({ surname, forenames, generation })
  })
})

describe('keys of organisations', () => {
  test.each([
    ['the Ministry of Defence', 'Ministry of Defense'],
    ['Acme Corp.', 'Acme'],
    ['U.S. Department of State', 'US Department of State'],
  ])('%s is %s', (one, other) => {
    expect(organisationKey(one)).toBe(organisationKey(other))
  })
})
