// Names in a printed byline.
import { describe, expect, test } from 'vitest'
import { namesIn } from './bylines.ts'

describe('namesIn', () => {
  test.each<[string, string[]]>([
    ['Ann Lee', ['Ann Lee']],
    ['By Ann Lee', ['Ann Lee']],
    ['BY ANN LEE', ['ANN LEE']],
    ['Written by Ann Lee', ['Ann Lee']],
    ['Von Jette Brandt und Ole Mertens', ['Jette Brandt', 'Ole Mertens']],
    ['Par Anne Lefèvre et Luc Martin', ['Anne Lefèvre', 'Luc Martin']],
    ['Por Ana Ruiz y Juan Paz', ['Ana Ruiz', 'Juan Paz']],
    ['By Ann Lee and Bo Ray, Staff Writers', ['Ann Lee', 'Bo Ray']],
    ['By Ann Lee, Bo Ray and Cy Day', ['Ann Lee', 'Bo Ray', 'Cy Day']],
    ['Ann Lee & Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Ann Lee | Bo Ray', ['Ann Lee', 'Bo Ray']],
    ['Ann Lee; Bo Ray', ['Ann Lee', 'Bo Ray']],
    // what follows a name
    ['By Ann Lee, Political Editor', ['Ann Lee']],
    ['By Ann Lee, BBC correspondent in Kyiv', ['Ann Lee']],
    ['By Ann Lee (in Kyiv)', ['Ann Lee']],
    ['By Ann Lee - ', ['Ann Lee']],
    ['By Ann Lee, ann@herald.example', ['Ann Lee']],
    ['By Ann Lee, https://herald.example/ann', ['Ann Lee']],
    // names with letters and marks of all kinds
    ['By Émile O’Gagnon-Lévy', ['Émile O’Gagnon-Lévy']],
    ['By Ursula von der Leyen', ['Ursula von der Leyen']],
    ['By J. R. R. Tolk', ['J. R. R. Tolk']],
    ['文・山田太郎', ['山田太郎']],
    // written twice
    ['Ann Lee, ANN LEE', ['Ann Lee']],
    // markup in it
    ['<a href="/ann">Ann Lee</a> &amp; Bo Ray', ['Ann Lee', 'Bo Ray']],
  ])('%j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  test.each([
    '',
    '  ',
    'By ',
    'admin',
    'Unknown',
    'null',
    'undefined',
    'Staff Writer',
    'Follow',
    '@annlee',
    'www.herald.example',
    '5 min read',
    'Author',
    '—',
    '2025',
  ])('no name in %j', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  test('a sentence is no name', () => {
    expect(namesIn('The harbour office said on Monday that about forty boats had left')).toEqual([])
    expect(namesIn('x'.repeat(61))).toEqual([])
  })
})
