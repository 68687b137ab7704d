// Texts that break readers of claims, each kind by itself, with both engines: nothing throws, every span is valid, and a
// text eight times as long takes about eight times as long.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../src/claims/claim.ts'
import { ENGINES, loadEngine } from '../src/claims/engines.ts'
import { readClaims } from '../src/claims/index.ts'
import { type Article, readPage } from '../src/page/index.ts'
import { brokenClaims } from './claim-spans.ts'

const SAID = 'The harbour office said on Monday that about 40 boats had left before the storm.'
const times = (count: number, make: (i: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between)
/** A word of letters alone that no other number has. */
const word = (i: number): string => `Ba${[...String(i)].map((digit) => 'klmnoprstu'[Number(digit)]).join('a')}a`

const POEM = `The Tide

O tell me, said the wall, how many boats
   went out?
"Forty," the water said, "and some
   were never told of."

   *

So said. So said. So`

const ODD: readonly (readonly [string, string])[] = [
  ['one word', 'Rain'],
  ['one verb', 'said'],
  ['one mark', '“'],
  ['marks alone', '.,;:!?“”"\'()[]—…'],
  ['white space alone', ' \n\t \u00a0\u2028 '],
  ['a poem', POEM],
  ['a table', `Site\tStaff\tTo go\n${times(60, (i) => `${word(i)}\t${i * 37}\tup to ${i * 3}`, '\n')}`],
  ['a price list', times(80, (i) => `${word(i)} ${i}K, 5G: $${i}.99 – $${i + 20}+ (was $${i + 50})`, '\n')],
  ['200 quotations that never close', times(200, () => '“Boats left, he said.')],
  ['200 quotations that only close', times(200, () => 'Boats left,” he said.')],
  ['quotations deep in one another', `${times(300, () => 'she said “')}rain${times(300, () => '” ')}he said.`],
  ['straight marks, odd in number', times(101, () => '"', '" he said ')],
  ['sayings deep in one another', `${times(400, (i) => `${word(i)} said that`)} it rained.`],
  ['citations in a ring', times(200, (i) => `${word(i)} reported, citing ${word(i + 1)},`)],
  ['lone surrogates', `\udc00 ${SAID} \ud800he said\udfff that \ud800\ud800 300 people died\udc00.`],
  ['half characters in names', `Ana \ud800Lind\udc00qvist said 300 boats\ud83d left. \ud83dLindqvist said so.`],
  ['NUL and control characters', `\0\u0001${SAID}\u0007\0 “\u001b[31mIt\0 rained\u009f,” \u0008he\0 said\u007f.`],
  ['a byte order mark within', `\ufeff${SAID}\ufeff He said\ufeff 3\ufeff00 died.`],
  ['emoji', `👩‍👩‍👧 said 🇰🇷 that 300 😀 people 👍🏽 left. “😀😀,” 👮 said. ${'😀'.repeat(500)} he said.`],
  ['zero-width and direction marks', `The\u200b mayor\u202e said\u2066 that\u200d 300\u2069 people\u061c died\u200f.`],
  ['combining marks', `T\u0301\u0302\u0303he ma\u0308yor sai\u0301d 3\u030400 died.${'\u0301'.repeat(400)}`],
  ['full-width letters', 'Ｔｈｅ　ｍａｙｏｒ　ｓａｉｄ　３００　ｐｅｏｐｌｅ　ｄｉｅｄ．'],
  ['numbers alone', times(500, (i) => `${i},000`)],
  ['a number of 10,000 digits', `Police said ${'9'.repeat(10_000)} people died, up ${'1,000'.repeat(2000)} percent.`],
  ['dates alone', times(200, (i) => `on Monday, Jan. ${i}, ${i}, last week, in ${1900 + i},`)],
  ['dashes alone', '— '.repeat(2000)],
  ['dots alone', `He said${'.'.repeat(20_000)}`],
  ['brackets never closed', times(500, () => '(he said')],
  ['an address of the web without end', `See https://${'a.b/'.repeat(5000)} he said.`],
  ['markup', `<p>${SAID}</p><script>alert("he said 300")</script>&#0;&amp;`],
  ['one word of 300,000 characters', 'a'.repeat(300_000)],
  ['300,000 letters without a space or a stop, said', `${'rainfell'.repeat(37_500)} she said`],
  ['300,000 characters of words without a stop', 'the boats of the harbour and '.repeat(10_345)],
  ['5,000 sayings in one sentence', times(5000, (i) => `${word(i)} said ${i} left and`)],
]

const LANGUAGES: readonly (readonly [string, string, string])[] = [
  [
    'German',
    'de',
    'Die Hafenbehörde sagte am Montag, dass etwa 40 Boote vor dem Sturm ausgelaufen seien. „Wir haben sie gewarnt“, erklärte der Sprecher, der auch nach der Sitzung nicht mehr sagen wollte.',
  ],
  [
    'French',
    'fr',
    'La capitainerie a déclaré lundi que près de 40 bateaux étaient partis avant la tempête. « Nous les avions prévenus », a dit son porte-parole, qui n’a pas voulu en dire plus après la réunion.',
  ],
  [
    'Arabic',
    'ar',
    'قال مكتب الميناء يوم الاثنين إن نحو 40 قاربا غادرت قبل العاصفة. وقال المتحدث باسمه: "لقد حذرناهم"، ولم يرد أن يقول المزيد بعد الاجتماع.',
  ],
  [
    'Hebrew',
    'he',
    'משרד הנמל אמר ביום שני כי כארבעים סירות יצאו לפני הסערה. "הזהרנו אותם", אמר הדובר, שלא רצה לומר עוד לאחר הישיבה.',
  ],
  [
    'Korean',
    'ko',
    '항만청은 월요일 약 40척의 배가 폭풍 전에 떠났다고 밝혔다. 대변인은 "우리는 경고했다"고 말했으며 회의 뒤에는 더 말하지 않았다.',
  ],
  [
    'Japanese',
    'ja',
    '港湾局は月曜日、嵐の前に約40隻の船が出港したと発表した。「警告はした」と報道官は述べ、会議の後はそれ以上語らなかった。',
  ],
]

/** Grown to any length; each has made some reader slower than its text is long. */
const GROWING: readonly (readonly [string, (size: number) => string])[] = [
  ['paragraphs that say', (size) => times(size, () => `${SAID} “It was too late,” he said on Friday.`, '\n\n')],
  [
    'ever new speakers',
    (size) =>
      times(
        size,
        (i) => `Mayor ${word(i)} ${word(i + 7)} said that ${i} people left, citing the ${word(i)} Company.`,
        '\n\n',
      ),
  ],
  ['sayings in one sentence', (size) => times(size, (i) => `and the mayor said on Monday that ${i} people left`)],
  ['sayings within sayings', (size) => `${times(size, () => 'Lind said that Roe told him that')} it rained.`],
  ['sources without an end', (size) => times(3 * size, () => 'according to Lind')],
  ['rows of a table', (size) => times(2 * size, (i) => `${word(i)} ${i}\t${i * 3} jobs\t${i * 7}`, '\n')],
  ['quotations that never close', (size) => times(2 * size, () => '“Boats left, he said')],
  ['paragraphs without a mark', (size) => times(4 * size, (i) => `${word(i)} sank`, '\n')],
]
const SIZE = 200
const FACTOR = 8

const articleOf = (text: string): Article => readPage(text, { as: 'article', given: { published: '2025-01-06' } })

describe.each(ENGINES)('%s', async (name) => {
  const engine = await loadEngine(name)
  const claimsOf = async (article: Article): Promise<readonly Claim[]> => {
    const [claims = []] = await readClaims([article], engine)
    expect(brokenClaims(article, claims).slice(0, 5)).toEqual([])
    return claims
  }

  test('no text at all', async () => {
    expect(await claimsOf(articleOf(''))).toEqual([])
    expect(await claimsOf(readPage('', { as: 'html' }))).toEqual([])
    expect(await readClaims([], engine)).toEqual([])
  })

  test.each(ODD)('%s', { timeout: 60_000 }, async (_, text) => {
    await claimsOf(articleOf(text))
    // as headline too, which has a grammar of its own
    const headline = text.slice(0, 2000)
    if (headline.trim() !== '') await claimsOf(readPage(SAID, { as: 'article', given: { headline } }))
  })

  test('white space and marks claim nothing', async () => {
    expect(await claimsOf(articleOf(' \n\n\t '))).toEqual([])
    expect(await claimsOf(articleOf('.,;:!?“”()'))).toEqual([])
  })

  test('what stands beside broken text is still read', async () => {
    const found = await claimsOf(articleOf(`${SAID}\n\n\ud800\0 ${'“'.repeat(200)}\n\n${SAID}`))
    expect(found.filter(({ source }) => source?.text === 'The harbour office')).toHaveLength(2)
  })

  test.each(LANGUAGES)('%s: the language is told and no claim guessed', async (_, lang, text) => {
    const article = articleOf(Array(3).fill(text).join('\n\n'))
    expect(article.lang).toBe(lang)
    expect(await claimsOf(article)).toEqual([])
  })

  test.each(GROWING)('time grows as the text does: %s', { timeout: 120_000 }, async (_, grow) => {
    const took = async (size: number): Promise<number> => {
      const article = articleOf(grow(size))
      const began = performance.now()
      await claimsOf(article)
      return performance.now() - began
    }
    await took(SIZE)
    // Twice what it should take, and as much again for a machine that is busy; what grows with the square takes 8 times.
    const ratios: number[] = []
    for (let turn = 0; turn < 3 && (ratios.at(-1) ?? Number.POSITIVE_INFINITY) > 4; turn++)
      ratios.push((await took(FACTOR * SIZE)) / (await took(SIZE)) / FACTOR)
    expect(Math.min(...ratios)).toBeLessThan(4)
  })

  test('an article of half a million characters', { timeout: 120_000 }, async () => {
    const example = readPage(readFileSync(join(import.meta.dirname, '..', 'examples', 'layoffs-wire.html'))).text
    const text = Array(Math.ceil(500_000 / example.length))
      .fill(example)
      .join('\n\n')
    const claims = await claimsOf(articleOf(text))
    expect(claims.at(-1)?.content.end).toBeGreaterThan(text.length - example.length)
  })
})
