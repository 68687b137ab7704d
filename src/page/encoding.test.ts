// Bytes -> text. The samples were encoded with iconv when this was written and stand here as hexadecimal.
import { describe, expect, test } from 'vitest'
import { binaryKind, decode } from './encoding.ts'

interface Sample {
  readonly label: string
  readonly text: string
  readonly hex: string
}

const KOREAN: Sample = {
  label: 'EUC-KR',
  text: '서해 화물선 침수, 선원 17명 중 15명 구조',
  hex: 'bcadc7d820c8adb9b0bcb120c4a7bcf62c20bcb1bff8203137b8ed20c1df203135b8ed20b1b8c1b6',
}
const JAPANESE: Sample = {
  label: 'Shift_JIS',
  text: '西の海で貨物船が浸水、船員を救助',
  hex: '90bc82cc8a4382c589dd95a8914482aa905a90858141914488f582f08b7e8f95',
}
const JAPANESE_EUC: Sample = {
  label: 'EUC-JP',
  text: '西の海で貨物船が浸水、船員を救助',
  hex: 'c0bea4ceb3a4a4c7b2dfcaaac1a5a4acbfbbbfe5a1a2c1a5b0f7a4f2b5dfbdf5',
}
const CHINESE: Sample = {
  label: 'GB18030',
  text: '西部海域货船进水，船员获救',
  hex: 'cef7b2bfbaa3d3f2bbf5b4acbdf8cbaea3acb4acd4b1bbf1bec8',
}
const CHINESE_BIG5: Sample = {
  label: 'Big5',
  text: '西部海域貨船進水，船員獲救',
  hex: 'a6e8b3a1aefcb0ecb366b2eeb669a4f4a141b2eeadfbc0f2b1cf',
}
const RUSSIAN: Sample = {
  label: 'windows-1251',
  text: 'В порту ждут бурю, лодки ушли',
  hex: 'c220efeef0f2f320e6e4f3f220e1f3f0fe2c20ebeee4eae820f3f8ebe8',
}
const RUSSIAN_KOI8: Sample = {
  label: 'KOI8-R',
  text: 'В порту ждут бурю, лодки ушли',
  hex: 'f720d0cfd2d4d520d6c4d5d420c2d5d2c02c20cccfc4cbc920d5dbccc9',
}
const WESTERN: Sample = {
  label: 'windows-1252',
  text: '“Überall Möwen” – café, £5',
  hex: '93dc626572616c6c204df677656e94209620636166e92c20a335',
}
const ARABIC: Sample = {
  label: 'windows-1256',
  text: 'غادرت القوارب الميناء قبل العاصفة',
  hex: 'dbc7cfd1ca20c7e1dee6c7d1c820c7e1e3ede4c7c120dec8e120c7e1dac7d5ddc9',
}
const POLISH: Sample = {
  label: 'ISO-8859-2',
  text: 'Łodzie opuściły port przed burzą, źle się dzieje',
  hex: 'a36f647a6965206f7075b66369b37920706f72742070727a6564206275727ab12c20bc6c65207369ea20647a69656a65',
}
const POLISH_1250: Sample = {
  label: 'windows-1250',
  text: 'Łodzie opuściły port przed burzą, źle się dzieje',
  hex: 'a36f647a6965206f70759c6369b37920706f72742070727a6564206275727ab92c209f6c65207369ea20647a69656a65',
}
const SAMPLES = [
  KOREAN,
  JAPANESE,
  JAPANESE_EUC,
  CHINESE,
  CHINESE_BIG5,
  RUSSIAN,
  RUSSIAN_KOI8,
  WESTERN,
  ARABIC,
  POLISH,
  POLISH_1250,
]

/** A page whose body is the sample's bytes, `head` and tags in ASCII. */
function pageOf(hex: string, head = '', copies = 1): Uint8Array {
  const body = Buffer.from(hex, 'hex')
  return Buffer.concat([
    Buffer.from(`<!doctype html><html><head>${head}<title>x</title></head><body>`),
    ...Array.from({ length: copies }, () => Buffer.concat([Buffer.from('<p>'), body, Buffer.from('</p>\n')])),
    Buffer.from('</body></html>'),
  ])
}
const utf8 = (text: string): string => Buffer.from(text).toString('hex')

describe('a page that says what it is', () => {
  test.each(SAMPLES)('$label in a meta', ({ label, text, hex }) => {
    const decoded = decode(pageOf(hex, `<meta charset="${label}">`), null)
    expect(decoded).toMatchObject({ replaced: 0 })
    expect(decoded.encoding.toLowerCase()).toBe(label.toLowerCase())
    expect(decoded.text).toContain(`<p>${text}</p>`)
    expect(decoded.evidence.from).toMatch(/meta/)
  })
  test.each(SAMPLES)('$label in a http-equiv', ({ label, text, hex }) => {
    const head = `<meta http-equiv="Content-Type" content="text/html; charset=${label.toLowerCase()}">`
    expect(decode(pageOf(hex, head), null).text).toContain(`<p>${text}</p>`)
  })
  test.each(SAMPLES)('$label in the Content-Type header', ({ label, text, hex }) => {
    const decoded = decode(pageOf(hex), `text/html; charset=${label}`)
    expect(decoded.text).toContain(`<p>${text}</p>`)
    expect(decoded.evidence.from).toMatch(/header/)
  })
  test.each([
    'text/html;charset=euc-kr',
    'text/html; charset="euc-kr"',
    "text/html; charset='euc-kr'",
    'text/html; CHARSET=EUC-KR; boundary=x',
    'text/html; charset = ks_c_5601-1987',
  ])('header %s', (header) => {
    expect(decode(pageOf(KOREAN.hex), header).text).toContain(KOREAN.text)
  })
  test('the header goes before the meta', () => {
    expect(decode(pageOf(RUSSIAN.hex, '<meta charset="koi8-r">'), 'text/html; charset=windows-1251').text).toContain(
      RUSSIAN.text,
    )
  })
  test('latin1 and ascii mean windows-1252, as in browsers', () => {
    for (const label of ['iso-8859-1', 'latin1', 'us-ascii', 'ISO8859-1']) {
      const decoded = decode(pageOf(WESTERN.hex, `<meta charset="${label}">`), null)
      expect(decoded.text).toContain(WESTERN.text)
      expect(decoded.encoding).toBe('windows-1252')
    }
  })
  test('gb2312 means GBK or GB18030, as in browsers', () => {
    expect(decode(pageOf(CHINESE.hex, '<meta charset=gb2312>'), null).text).toContain(CHINESE.text)
  })
})

describe('byte order marks', () => {
  const story = '<p>“Überall Möwen” 한국 😀</p>'
  test('UTF-8', () => {
    const decoded = decode(Buffer.from(`\ufeff${story}`), null)
    expect(decoded.encoding.toLowerCase()).toBe('utf-8')
    expect(decoded.text.replace(/^\ufeff/, '')).toBe(story)
  })
  test.each([true, false])('UTF-16, big-endian %s', (big) => {
    const bytes = Buffer.from(`\ufeff${story}`, 'utf16le')
    const decoded = decode(big ? bytes.swap16() : bytes, null)
    expect(decoded.text.replace(/^\ufeff/, '')).toBe(story)
    expect(decoded.replaced).toBe(0)
  })
  test('the mark goes before header and meta', () => {
    const bytes = Buffer.from(`\ufeff<meta charset="windows-1251">${story}`)
    expect(decode(bytes, 'text/html; charset=euc-kr').text).toContain(story)
  })
})

describe('a page that is wrong about itself', () => {
  test.each(['iso-8859-1', 'windows-1252', 'euc-kr', 'windows-1251'])('says %s and is UTF-8', (label) => {
    const decoded = decode(pageOf(utf8('“Überall Möwen” – café'), `<meta charset="${label}">`), null)
    expect(decoded.text).toContain('“Überall Möwen” – café')
    expect(decoded.evidence.because).toMatch(/valid UTF-8, though/)
  })
  test('says UTF-8 and is windows-1252', () => {
    const decoded = decode(pageOf(WESTERN.hex, '<meta charset="utf-8">', 20), null)
    expect(decoded.text).toContain(WESTERN.text)
    expect(decoded.replaced).toBe(0)
  })
  test('says UTF-8 and is EUC-KR', () => {
    expect(decode(pageOf(KOREAN.hex, '<meta charset="utf-8">', 20), null).text).toContain(KOREAN.text)
  })
  test('says UTF-8, is UTF-8, and holds a broken character', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<meta charset=utf-8><p>${KOREAN.text}`),
      Buffer.from([0xed, 0x95]),
      Buffer.from(`${KOREAN.text}</p>`),
    ])
    const decoded = decode(bytes, null)
    expect(decoded.text).toContain(KOREAN.text)
    expect(decoded.encoding.toLowerCase()).toBe('utf-8')
    expect(decoded.replaced).toBe(1)
  })
  test('an unknown label in the meta is as good as none', () => {
    expect(decode(pageOf(utf8(KOREAN.text), '<meta charset="klingon">'), null).text).toContain(KOREAN.text)
  })
  test('an unknown label in the header leaves the word to the meta', () => {
    expect(decode(pageOf(KOREAN.hex, '<meta charset="euc-kr">'), 'text/html; charset=klingon').text).toContain(
      KOREAN.text,
    )
  })
})

describe('a page that says nothing', () => {
  test('UTF-8', () => {
    const decoded = decode(pageOf(utf8(ARABIC.text)), null)
    expect(decoded.text).toContain(ARABIC.text)
    expect(decoded.evidence).toEqual({ from: 'no declaration', because: 'the bytes are valid UTF-8' })
  })
  test('ASCII', () => {
    expect(decode(Buffer.from('<p>Boats leave.</p>'), null)).toMatchObject({ text: '<p>Boats leave.</p>', replaced: 0 })
  })
  test.each([KOREAN, JAPANESE, RUSSIAN, WESTERN])('$label, by its statistics', ({ text, hex }) => {
    const decoded = decode(pageOf(hex, '', 20), null)
    expect(decoded.text).toContain(text)
    expect(decoded.evidence.from).toBe('byte statistics')
  })
  test.each([
    [
      'in the middle',
      Buffer.concat([
        Buffer.from(`<p>${KOREAN.text.repeat(9)}`),
        Buffer.from([0xff]),
        Buffer.from(KOREAN.text.repeat(9)),
      ]),
    ],
    ['at the end, cut off', Buffer.from(`<p>${KOREAN.text.repeat(9)}조`).subarray(0, -1)],
  ])('UTF-8 with one broken character %s', (_, bytes) => {
    const decoded = decode(bytes, null)
    expect(decoded.text).toContain(KOREAN.text)
    expect(decoded.encoding.toLowerCase()).toBe('utf-8')
    expect(decoded.replaced).toBe(1)
  })
  test('no bytes', () => {
    expect(decode(new Uint8Array(), null)).toMatchObject({ text: '', replaced: 0 })
  })
})

describe('what is no text', () => {
  test.each([
    ['%PDF-1.4', 'PDF'],
    ['\x89PNG\r\n', 'PNG'],
    ['\x1f\x8b\x08', 'gzip'],
    ['PK\x03\x04', 'ZIP'],
    ['GIF89a', 'GIF'],
    ['\0\x01\x02\x03\x04\x05\x06\x07\x08', 'binary'],
    // every byte as often as any other, as noise and compressed data have them
    [Array.from({ length: 4096 }, (_, i) => String.fromCharCode((i * 73 + 90) % 256)).join(''), 'binary'],
  ])('%j', (start, kind) => {
    expect(binaryKind(Buffer.from(start, 'latin1'))).toMatch(kind)
  })
  test.each([
    ['<p>PDF and PNG are formats', 'ASCII'],
    ['\xff\xfe<\0p\0>\0', 'UTF-16, little-endian'],
    ['\xfe\xff\0<\0p\0>', 'UTF-16, big-endian'],
    ['', 'nothing'],
    ['a\0 stray NUL in a text', 'dirt'],
    ['\x1b$B@>$N3$\x1b(B', 'ISO-2022-JP, which is full of escapes'],
  ])('%j is text: %s', (start) => {
    expect(binaryKind(Buffer.from(start, 'latin1'))).toBeNull()
  })
})
