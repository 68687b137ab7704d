import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf } from '../language/document.ts'
import { headlineAttributions, isHeadlineLike } from './headlines.ts'

/** The attributions of a headline, each as `source | cue | content`. */
function read(text: string, outlet: string | null = null): string[] {
  const words = (parts: readonly { start: number; end: number }[] | null) =>
    parts?.map(({ start, end }) => text.slice(start, end)).join(' ... ') ?? ''
  return headlineAttributions(documentOf(text), 0, outlet).map(
    (a) => `${words(a.source)} | ${words(a.cue)} | ${words(a.content)}`,
  )
}

// Every rule with two examples.
test.each([
  // a speaker alone after a dash or colon at the end
  ['Port lost half its cranes in storm – Ruiz', ['Ruiz | – | Port lost half its cranes in storm']],
  [
    'Two hundred homes flooded in delta: rescue officials',
    ['rescue officials | : | Two hundred homes flooded in delta'],
  ],
  // a speaker alone before a colon
  ['Oslo: ferry sank within an hour', ['Oslo | : | ferry sank within an hour']],
  ['Rail union chief: ‘We will not yield’', ['Rail union chief | : | ‘We will not yield’']],
  // the same with words between: a quotation after the colon is the subject's
  ['Berg slams rival: ‘He knew nothing’', ['Berg | : | ‘He knew nothing’']],
  ['Lund on school rents: They will rise', ['Lund | : | They will rise']],
  // a kicker in capitals is nobody
  ['STORM DAMAGE: Oslo blames the builders', ['Oslo | blames | the builders']],
  ['FIRST STEPS: Mayor says the dam is old', ['Mayor | says | the dam is old']],
  // verbs in the present, before and after what is said
  ['Holt says dam could fail', ['Holt | says | dam could fail']],
  ['Dam could fail within days, engineers warn', ['engineers | warn | Dam could fail within days']],
  ['Bank to shed 900 jobs, says union', ['union | says | Bank to shed 900 jobs']],
  ['Bank to shed 900 jobs, report says', ['report | says | Bank to shed 900 jobs']],
  // judging and naming
  ['Kim accuses league of fraud', ['Kim | accuses | league of fraud']],
  ['Police chief claims record fall in thefts', ['Police chief | claims | record fall in thefts']],
  // a participle with "by", its auxiliary left out
  ['Slower growth expected by Treasury', ['Treasury | expected by | Slower growth']],
  ['Toll of ferry disaster given by Oslo police', ['Oslo police | given by | Toll of ferry disaster']],
  // every word capitalised, or all capitals
  ['Bank To Shed 900 Jobs, Union Says', ['Union | Says | Bank To Shed 900 Jobs']],
  ['BANK TO SHED 900 JOBS, SAYS UNION', ['UNION | SAYS | BANK TO SHED 900 JOBS']],
  // one within the other
  ['Holt says dam could fail: report', ['report | : | Holt says dam could fail', 'Holt | says | dam could fail']],
  ['Navy: minister knew, says captain', ['Navy | : | minister knew, says captain', 'captain | says | minister knew']],
  // what only names the kind of piece is left out, and is no speaker
  ['WATCH: Holt says dam could fail', ['Holt | says | dam could fail']],
  ['READ: Port lost half its cranes – US official', ['US official | – | Port lost half its cranes']],
  ['Analysis: The ministry has no plan', []],
  ['Delta floods: Two hundred homes lost', []],
  ['Mobile phones: the ultimate guide', []],
  ['Holt: what we know of the engineer', []],
  ['A day in the delta - in pictures', []],
  // nor is it what is said
  ['Mayor: READ MORE', []],
  ['Anna Berg: Exclusive interview', []],
  ['Judge: Guilty', ['Judge | : | Guilty']],
  ['Police: 12 dead', ['Police | : | 12 dead']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('the publisher at the end of its own headline is no speaker', () => {
  expect(read('Port lost half its cranes in storm - The Daily Star', 'Daily Star')).toEqual([])
  expect(read('Port lost half its cranes in storm | Daily Star')).toEqual([])
})

test('a headline within a text is known by its form, and read where it stands', () => {
  const text = 'The storm came at night.\n\nHalf of cranes lost in storm: Ruiz\n\nNobody was hurt.'
  const document = documentOf(text)
  expect([0, 1, 2].map((p) => isHeadlineLike(document, p))).toEqual([false, true, false])
  const [one] = headlineAttributions(document, 1)
  expect(one?.content.map(({ start, end }) => text.slice(start, end))).toEqual(['Half of cranes lost in storm'])
})

test('any line is read, with spans that lie within it', () => {
  const words = fc.constantFrom(
    ':',
    '–',
    '-',
    '|',
    'Ruiz',
    'says',
    'SAYS',
    ',',
    '“',
    '”',
    '‘',
    'official',
    'by',
    'expected',
    'READ',
    '\n',
    '\ud800',
    'İ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join(' ')
      const document = documentOf(text)
      for (let p = 0; p < document.paragraphs.length; p++)
        for (const { source, cue, content } of headlineAttributions(document, p))
          for (const part of [...(source ?? []), ...(cue ?? []), ...content]) {
            expect(part.start).toBeGreaterThanOrEqual(document.paragraphs[p]?.start ?? 0)
            expect(part.end).toBeLessThanOrEqual(document.paragraphs[p]?.end ?? 0)
            expect(part.end).toBeGreaterThan(part.start)
          }
    }),
  )
})
