// Captions parted from their credits.
import { describe, expect, test } from 'vitest'
import { partCredit } from './captions.ts'

describe('partCredit', () => {
  test.each([
    // brackets at the end
    ['Boats leave the harbour on Monday. (AP Photo/Ann Lee)', 'Boats leave the harbour on Monday.', 'AP Photo/Ann Lee'],
    [
      'The mayor arrives in Brussels on Dec. 19, 2024. (AP-Yonhap)',
      'The mayor arrives in Brussels on Dec. 19, 2024.',
      'AP-Yonhap',
    ],
    ['The quay at dawn [Ann Lee/Reuters]', 'The quay at dawn', 'Ann Lee/Reuters'],
    ['The quay at dawn. (Photo by Ann Lee)', 'The quay at dawn.', 'Photo by Ann Lee'],
    ['The quay at dawn. (Ann Lee)', 'The quay at dawn.', 'Ann Lee'],
    ['The quay at dawn. (Ann Lee (Reuters))', 'The quay at dawn.', 'Ann Lee (Reuters)'],
    ['夜明けの港（ロイター）', '夜明けの港', 'ロイター'],
    // a word that introduces it
    ['The quay at dawn. Photo: Ann Lee', 'The quay at dawn.', 'Ann Lee'],
    ['The quay at dawn | Photograph: Ann Lee/The Herald', 'The quay at dawn', 'Ann Lee/The Herald'],
    ['Der Kai am Morgen. Foto: Imke Lorenz', 'Der Kai am Morgen.', 'Imke Lorenz'],
    ['The quay at dawn. Photo by Ann Lee', 'The quay at dawn.', 'Ann Lee'],
    ['The quay at dawn © Ann Lee', 'The quay at dawn', 'Ann Lee'],
    ['The quay at dawn. Image credit: Ann Lee', 'The quay at dawn.', 'Ann Lee'],
    ['The quay at dawn. Courtesy of the harbour office', 'The quay at dawn.', 'the harbour office'],
    // the last words, where they name an agency
    ['Boats leave the harbour on Friday. Ann Lee/Reuters', 'Boats leave the harbour on Friday.', 'Ann Lee/Reuters'],
    ['Boats leave the harbour on Friday. AFP', 'Boats leave the harbour on Friday.', 'AFP'],
    // a credit alone
    ['Ann Lee/Reuters', '', 'Ann Lee/Reuters'],
    ['Getty Images', '', 'Getty Images'],
    ['Photo: Ann Lee', '', 'Ann Lee'],
  ])('%j', (text, caption, credit) => {
    expect(partCredit(text)).toEqual({ caption, credit })
  })

  test.each([
    'Boats leave the harbour on Monday.',
    'The mayor (left) and the harbour master.',
    'The wall is ten metres high (33 feet)',
    'Ann Lee, who took the photo that went round the world, at the quay.',
    'The mayor shows a photo of the old wall to the council on Monday.',
    'The source of the river: a photo shows nothing of it, says the guide who came here as a child.',
    'The bus of the Associated Press stands at the quay in the rain.',
    'Boats leave. The mayor watches them go. Nobody waves.',
    '',
  ])('no credit in %j', (text) => {
    expect(partCredit(text)).toEqual({ caption: text, credit: '' })
  })

  test('with a credit known already, only a bracket goes', () => {
    expect(partCredit('The quay at dawn. (Reuters)', true)).toEqual({ caption: 'The quay at dawn.', credit: 'Reuters' })
    expect(partCredit('The quay at dawn. Photo: Ann Lee', true)).toEqual({
      caption: 'The quay at dawn. Photo: Ann Lee',
      credit: '',
    })
  })
})
