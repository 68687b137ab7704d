// Datelines and agency credits, rule by rule.
import { describe, expect, test } from 'vitest'
import { agenciesIn, agencyNamed } from './agencies.ts'
import { datelineOf, wireOf } from './wire.ts'

describe('datelineOf', () => {
  test.each<[string, string, string | null]>([
    // place in capitals, with or without a region, a date and an agency
    ['SEOUL, Jan. 5 (Yonhap) -- The boats have left.', 'SEOUL, Jan. 5 (Yonhap)', 'Yonhap'],
    ['WASHINGTON (AP) — The boats have left.', 'WASHINGTON (AP)', 'AP'],
    ['JAKARTA, Indonesia (AP) — A quake struck.', 'JAKARTA, Indonesia (AP)', 'AP'],
    ['DETROIT, March 4 (Reuters) - Kestrel said.', 'DETROIT, March 4 (Reuters)', 'Reuters'],
    ['FAIRMEAD, Ohio (F12) -- A notice stays.', 'FAIRMEAD, Ohio (F12)', null],
    ['KYIV — The boats have left.', 'KYIV', null],
    ['NEW YORK – The boats have left.', 'NEW YORK', null],
    ['TEL AVIV, Israel — The boats have left.', 'TEL AVIV, Israel', null],
    ['ST. JOHN’S, Newfoundland — The boats have left.', 'ST. JOHN’S, Newfoundland', null],
    ['LONDON/PARIS, 5 January 2025 (Reuters) - The boats.', 'LONDON/PARIS, 5 January 2025 (Reuters)', 'Reuters'],
    // mixed case with an agency
    ['Berlin (dpa) - Die Boote sind fort.', 'Berlin (dpa)', 'dpa'],
    ['Frankfurt/Main (dpa) - Die Boote sind fort.', 'Frankfurt/Main (dpa)', 'dpa'],
    ['Paris (AFP) – Les bateaux sont partis.', 'Paris (AFP)', 'AFP'],
    // mixed case with a long dash
    ['Kyiv, Ukraine — The boats have left.', 'Kyiv, Ukraine', null],
    ['New Delhi -- The boats have left.', 'New Delhi', null],
    // Korean and Japanese
    ['(서울=연합뉴스) 홍길동 기자 = 배가 떠났다.', '(서울=연합뉴스)', 'Yonhap'],
    ['【モスクワ時事】船が出た。', '【モスクワ時事】', 'Jiji'],
    ['【ソウル＝名前】船が出た。', '【ソウル＝名前】', null],
  ])('%j', (paragraph, text, agency) => {
    expect(datelineOf(paragraph)).toEqual({ text, agency })
  })

  test('a German one printed bold', () => {
    expect(datelineOf('Brunnhaven. Die Boote sind fort.', 'Brunnhaven.'.length)?.text).toBe('Brunnhaven')
    expect(datelineOf('Brunnhaven. Die Boote sind fort.', 0)).toBeNull()
    expect(datelineOf('Brunnhaven. Die Boote sind fort.', 30)).toBeNull()
  })

  test.each([
    'The boats have left the harbour.',
    'BREAKING — The boats have left.',
    'UPDATE: The boats have left.',
    'WATCH — The boats leave.',
    'Boats – about forty of them – have left.',
    'HUNDREDS of holidaymakers were stuck – passengers said.',
    'NATO said on Monday that boats had left.',
    'US — a country of boats.',
    'Monday (Reuters says) was a long day.',
    'The ship (AP) was',
    '(This story has been corrected) The boats have left.',
    '',
    'Brunnhaven ist eine Stadt. Die Boote sind fort.',
  ])('none in %j', (paragraph) => {
    expect(datelineOf(paragraph)).toBeNull()
  })
})

describe('wireOf', () => {
  const body = ['The boats have left the harbour, the office said.', 'Nobody was hurt.']
  const wire = (
    paragraphs: string[],
    around: string[] = [],
    bylines: string[] = [],
    outlet: string | null = null,
  ): string | null => wireOf(paragraphs, paragraphs[0] ? datelineOf(paragraphs[0]) : null, bylines, around, outlet).name

  test.each<[string, string[], string]>([
    ['the dateline', ['SEOUL, Jan. 5 (Yonhap) -- The boats have left.', 'Nobody was hurt.'], 'Yonhap'],
    ['a closing bracket', [...body, 'The storm passed by night. (Yonhap)'], 'Yonhap'],
    ['a closing bracket of two', [...body, 'The storm passed by night. (AFP/Reuters)'], 'AFP, Reuters'],
    ['a closing line', [...body, '(Reuters)'], 'Reuters'],
    ['a dash and the name', [...body, '— AFP'], 'AFP'],
    ['a sign-off that names it', [...body, 'Reporting by Ann Lee for Reuters; Editing by Bo Ray'], 'Reuters'],
    ['additional reporting', [...body, 'Additional reporting by AFP'], 'AFP'],
    ['a contribution', [...body, 'The Associated Press contributed to this report.'], 'AP'],
    [
      'a writer who contributed',
      [...body, 'Associated Press writer Agus Lee in Ambon contributed to this report.'],
      'AP',
    ],
    ['with reporting by', [...body, 'With reporting by AFP'], 'AFP'],
    ['German material', [...body, 'Mit Material von dpa und AFP'], 'dpa, AFP'],
    ['Spanish agencies', [...body, 'Con información de EFE'], 'EFE'],
  ])('%s', (_, paragraphs, name) => {
    expect(wire(paragraphs)).toBe(name)
  })

  test.each<[string, string[], string[], string]>([
    ['a short line around the body', ['Reuters'], [], 'Reuters'],
    ['a source line', ['Source: AFP'], [], 'AFP'],
    ['Quelle', ['Quelle: dpa'], [], 'dpa'],
    ['a byline', [], ['Reuters'], 'Reuters'],
    ['a byline with a person', [], ['Ann Lee, AP'], 'AP'],
    ['a byline in full', [], ['The Associated Press'], 'AP'],
  ])('%s', (_, around, bylines, name) => {
    expect(wire(body, around, bylines)).toBe(name)
  })

  test('an agency named in the story is no credit', () => {
    expect(wire(['Kestrel told Reuters last month that boats would go.', ...body, 'It did not answer.'])).toBeNull()
    expect(
      wire([...body, 'The office told AFP that forty boats had left the harbour before the storm reached the wall.']),
    ).toBeNull()
  })
  test('a bracket in the middle of the story is no credit', () => {
    expect(wire(['He told the paper. (Reuters)', 'b.', 'c.', 'd.', 'e.', 'f.'])).toBeNull()
  })
  test('a closing bracket that is no agency is no credit', () => {
    expect(wire([...body, 'The wall is ten metres high (33 feet).'])).toBeNull()
  })
  test('an agency that is the outlet itself is no wire', () => {
    expect(wire(['DETROIT, March 4 (Reuters) - Kestrel said.', ...body], [], [], 'Reuters')).toBeNull()
    expect(wire([...body, 'The storm passed. (Yonhap)'], [], [], 'Yonhap News Agency')).toBeNull()
  })
  test('two credits are joined, the same one twice is one', () => {
    expect(wire(['SEOUL, Jan. 5 (Yonhap) -- The boats have left.', 'The storm passed. (Yonhap)'])).toBe('Yonhap')
    expect(wire(['SEOUL, Jan. 5 (Yonhap) -- The boats have left.', 'The storm passed. (AFP)'])).toBe('Yonhap, AFP')
  })
  test('says where it was read', () => {
    expect(wireOf([...body, 'The storm passed. (AFP)'], null, [], [], null).evidence?.from).toBe('closing credit')
    expect(wireOf(body, null, ['Reuters'], [], null).evidence?.from).toBe('byline')
  })
})

describe('agencies', () => {
  test.each([
    ['Reuters', 'Reuters'],
    ['the Associated Press', 'AP'],
    ['AGENCE FRANCE-PRESSE', 'AFP'],
    ['연합뉴스', 'Yonhap'],
    ['dpa', 'dpa'],
    ['AP', 'AP'],
  ])('%s is %s', (text, name) => {
    expect(agencyNamed(text)).toBe(name)
  })
  test.each(['ap', 'Pa', 'aa', 'uni', 'the', '', 'Ansa Lee', 'constructor', 'The Guardian'])('%j is none', (text) => {
    expect(agencyNamed(text)).toBeNull()
  })
  test('several in order', () => {
    expect(agenciesIn('Reuters/AP')).toEqual(['Reuters', 'AP'])
    expect(agenciesIn('mit Material von dpa und AFP')).toEqual(['dpa', 'AFP'])
    expect(agenciesIn('Ann Lee of the Associated Press')).toEqual(['AP'])
    expect(agenciesIn('nobody in particular')).toEqual([])
  })
})
