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
  ])('%s is %s', (one, other) => {
    expect(personKey(one)).toBe(personKey(other))
  })
  test.each([
    ['Bill Clinton', 'Hillary Clinton'],
    ['Anna Lund', 'Anna Lunde'],
    ['Kim Jong-un', 'Kim Yo-jong'],
  ])('%s is not %s', (one, other) => {
    expect(personKey(one)).not.toBe(personKey(other))
  })
  test('a surname alone is the beginning of the key', () => {
    expect(personKey('Anna Lund').startsWith(`${personKey('Lund')}:`)).toBe(true)
  })
})

describe('parts of names', () => {
  test.each<[string, string, string[]]>([
    ['Anna Lund', 'Lund', ['Anna']],
    ['Ursula von der Leyen', 'von der Leyen', ['Ursula']],
    ['Kim Jong-un', 'Kim', ['Jong-un']],
    ['John Roe Jr.', 'Roe', ['John']],
    ['De Blasio', 'De Blasio', []],
  ])('%s', (name, surname, forenames) => {
    expect(partsOfName(name)).toEqual({ surname, forenames })
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
