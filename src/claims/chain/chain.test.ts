import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../../language/document.ts'
import type { Attribution } from '../attribution.ts'
import type { Speaker, SpeakerKind } from '../claim.ts'
import { headlineAttributions } from '../headlines.ts'
import { attributionsOf } from '../rules/engine.ts'
import { chainsOf } from './chain.ts'
import type { Publication } from './credits.ts'

/** Who is meant, in the tests' own small world: mentions begin with one of these words. */
const WORLD: readonly (readonly [RegExp, string, SpeakerKind])[] = [
  [/^(?:the )?(?:Daily Star|Star\b)/, 'Daily Star', 'outlet'],
  [/^(?:the )?(?:Northern News)/, 'Northern News', 'outlet'],
  [/^report$/, 'report', 'document'],
  [/^(?:a|the) (?:Northern )?(?:report|story)$|^a Northern report/, 'Northern News', 'outlet'],
  [/^Reuters/, 'Reuters', 'outlet'],
  [/^(?:Radio Oslo)/, 'Radio Oslo', 'outlet'],
  [/^(?:he|him|Berg|the minister|minister Ola Berg|Minister Ola Berg)/i, 'Ola Berg', 'person'],
  [/^(?:she|General Holt|Holt|the general)/i, 'Ida Holt', 'person'],
  [/^(?:the lawmaker Lund|Lund|a lawmaker)/, 'Per Lund', 'person'],
  [/^(?:the (?:spy|security) agency|security agency)/i, 'Security Agency', 'organisation'],
  [/^(?:his military|the army)/, "Norway's army", 'organisation'],
  [/^(?:the )?Treasury/i, 'Treasury', 'organisation'],
  [/^(?:a person|the person|two officials|the officials|officials|sources)/, 'officials (unnamed)', 'unnamed'],
]

const resolverOf =
  (text: string) =>
  ({ start, end }: { start: number; end: number }): Speaker => {
    const mention = text.slice(start, end)
    const known = WORLD.find(([form]) => form.test(mention))
    return { name: known?.[1] ?? mention, kind: known?.[2] ?? 'organisation', key: null }
  }

function chains(text: string, publication: Publication = { outlet: 'Daily Star', wire: null }): string[] {
  const document = documentOf(text)
  const resolve = resolverOf(text)
  const attributions = attributionsOf(document)
  return chainsOf(document, attributions, resolve, publication).map(
    ({ speaker, chain, carries }) =>
      `${carries ? 'carries: ' : ''}${chain.map(({ name, link }, i) => (i < chain.length - 1 ? `${name} -${link}-> ` : name)).join('')} | ${speaker.name}`,
  )
}

// Every rule with two examples.
describe('who has it from whom', () => {
  test.each([
    // the outlet first
    ['Berg said the dam was old.', ['Daily Star -cites-> Ola Berg | Ola Berg']],
    ['“The dam will not hold,” Berg said.', ['Daily Star -quotes-> Ola Berg | Ola Berg']],
    // an unnamed source
    ['Rents will rise, two officials said.', ['Daily Star -unnamed-> officials (unnamed) | officials (unnamed)']],
    ['According to sources, rents will rise.', ['Daily Star -unnamed-> officials (unnamed) | officials (unnamed)']],
    // a paper and the one it cites: the one cited speaks
    [
      'Rents will rise, Northern News reported on Friday, citing a person who knows the plans.',
      ['Daily Star -cites-> Northern News -cites-> officials (unnamed) | officials (unnamed)'],
    ],
    [
      'Rents will rise, according to a Northern report quoting two officials.',
      ['Daily Star -cites-> Northern News -cites-> officials (unnamed) | officials (unnamed)'],
    ],
    [
      'Citing sources, Northern News reported that rents will rise.',
      ['Daily Star -cites-> Northern News -cites-> officials (unnamed) | officials (unnamed)'],
    ],
    // a person and what he cites: he speaks, the report is his basis
    [
      'The minister, citing a report from the army, said the pass was lost.',
      ["Daily Star -cites-> Ola Berg -cites-> Norway's army (report) | Ola Berg"],
    ],
    [
      'The pass was lost, Berg said, citing the spy agency.',
      ['Daily Star -cites-> Ola Berg -cites-> Security Agency | Ola Berg'],
    ],
    [
      'Berg made the claim citing the report he received from his military, saying that the pass was lost, Radio Oslo reported Saturday.',
      [
        'carries: Daily Star -cites-> Radio Oslo | Radio Oslo',
        "Daily Star -quotes-> Radio Oslo -cites-> Ola Berg -cites-> Norway's army (report) | Ola Berg",
      ],
    ],
    // an attribution within another
    [
      'The pass was lost, Berg said, Northern News reported on Friday.',
      [
        'Daily Star -quotes-> Northern News -cites-> Ola Berg | Ola Berg',
        'carries: Daily Star -cites-> Northern News | Northern News',
      ],
    ],
    [
      'The pass was lost, the spy agency said, according to Lund.',
      [
        'Daily Star -cites-> Per Lund -cites-> Security Agency | Security Agency',
        'carries: Daily Star -cites-> Per Lund | Per Lund',
      ],
    ],
    // told to a paper, and told to people
    ['Berg told Northern News that rents will rise.', ['Daily Star -told-> Northern News -told-> Ola Berg | Ola Berg']],
    [
      'In an interview with Radio Oslo, Berg said rents will rise.',
      ['Daily Star -told-> Radio Oslo -told-> Ola Berg | Ola Berg'],
    ],
    ['Berg told reporters that rents will rise.', ['Daily Star -cites-> Ola Berg | Ola Berg']],
    // seen by, quoted by, asked by
    [
      'Rents will rise, Berg said in a letter seen by Northern News.',
      ['Daily Star -cites-> Northern News -cites-> Ola Berg -cites-> letter | Ola Berg'],
    ],
    [
      'The Treasury did not respond to a Northern News request for comment.',
      ['Daily Star -cites-> Northern News -cites-> Treasury | Treasury'],
    ],
    // on a network, in a letter
    ['On X, Berg wrote that rents will rise.', ['Daily Star -cites-> X (post) -cites-> Ola Berg | Ola Berg']],
    [
      'In a letter to employees, Berg said rents will rise.',
      ['Daily Star -cites-> Ola Berg -cites-> letter to employees | Ola Berg'],
    ],
    // confirming somebody's figure
    [
      'Losses are high, Berg said, confirming the Treasury figure of 40.',
      ['Daily Star -cites-> Ola Berg | Ola Berg', 'Daily Star -cites-> Ola Berg -cites-> Treasury | Ola Berg'],
    ],
    // briefed by a body: on its word in the whole article, but not where it is itself spoken of
    [
      'Forty fell, Lund said after the security agency had briefed lawmakers.\nThe war goes on, he noted. More will fall, Lund added.',
      [
        'Daily Star -told-> Per Lund -told-> Security Agency | Per Lund',
        'Daily Star -cites-> Ola Berg | Ola Berg',
        'Daily Star -told-> Per Lund -told-> Security Agency | Per Lund',
      ],
    ],
  ])('%s', (text, expected) => {
    const found = chains(text)
    expect(found.map((line) => line.replace(/-\w[\w ]*->/g, '>'))).toEqual(
      expected.map((line) => line.replace(/-\w[\w ]*->/g, '>')),
    )
  })
})

test("a plan that a paper reports is the paper's report, no claim of whoever plans", () => {
  const text = 'The Treasury plans to raise rents this year, Northern News reported on Friday, citing two officials.'
  const partOf = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  const plan: Attribution = {
    source: partOf('The Treasury'),
    cue: partOf('plans'),
    content: partOf('to raise rents this year'),
    act: 'intention',
    confidence: 0.5,
    why: '',
  }
  const document = documentOf(text)
  const traced = chainsOf(
    document,
    [plan, ...attributionsOf(document).filter(({ act }) => act === 'speech')],
    resolverOf(text),
    { outlet: null, wire: null },
  )
  expect(traced.map(({ speaker, carries }) => [speaker.name, carries])).toEqual([
    ['Treasury', true],
    ['officials (unnamed)', false],
  ])
})

describe('how a link has it', () => {
  test.each([
    ['“It holds,” Berg told Northern News.', 'told'],
    ['Rents will rise, Northern News reported, citing sources.', 'cites'],
  ])('%s', (text, link) => {
    expect(chains(text)[0]).toContain(`-${link}-> `)
  })
  test('wire copy', () => {
    expect(chains('Berg said the dam was old.', { outlet: 'Daily Star', wire: 'Reuters' })).toEqual([
      'Daily Star -wire-> Reuters -cites-> Ola Berg | Ola Berg',
    ])
  })
})

describe('what a sentence takes up', () => {
  test('an unnamed source keeps the paper that brought it in', () => {
    expect(
      chains('Rents will rise, two officials told Northern News. Nobody was asked, the officials said.')[1],
    ).toContain('Northern News')
  })
  test('a pronoun keeps the carrier of the sentence before, a name does not', () => {
    expect(chains('Berg told Northern News the pass was lost. He said nobody fell.')[1]).toContain('Northern News')
    expect(chains('Berg told Northern News the pass was lost. Berg said nobody fell.')[1]).not.toContain(
      'Northern News',
    )
  })
  test('a report given to the speaker in the sentence before, or named as his source in the one after', () => {
    expect(chains('General Holt briefed the minister on Friday. The pass was lost, Berg said.')[0]).toContain(
      'Ida Holt (report)',
    )
    expect(chains('The pass was lost, Berg said. His source was the army.')[0]).toContain("Norway's army")
  })
  test("a report that was not the speaker's, or people briefed on something, are no basis of his", () => {
    expect(chains("General Holt's report is long. The pass was lost, Berg said.")[0]).not.toContain('report')
    expect(chains('Two people briefed on the plans left. The pass was lost, Berg said.')[0]).not.toContain('report')
  })
})

describe('credits in the text', () => {
  test.each([
    ['By Reuters\nBerg said the dam was old.'],
    ['Berg said the dam was old.\n[Source: Reuters]'],
    ['OSLO (Reuters) - Berg said the dam was old.'],
    ['Berg said the dam was old. -- Reuters'],
    ['Berg said the dam was old, Daily Star reports, citing Reuters.'],
    ['By Thomson Reuters\nBerg told Reuters the dam was old.'],
    ['The dam was old, Berg said, reports Reuters.'],
    ['Reuters first published this article.\nBerg said the dam was old.'],
  ])('%s', (text) => {
    expect(chains(text).find((line) => !line.startsWith('carries'))).toMatch(
      /^Daily Star -\w+-> Reuters -\w+-> Ola Berg/,
    )
  })
  test('an agency that is asked or reports on its own is no credit', () => {
    expect(chains('Berg said the dam was old. The firm did not answer Reuters.')[0]).not.toContain('Reuters')
    expect(chains('The Star reporter saw it.\nBerg said the dam was old.\nReuters saw smoke.')[0]).not.toContain(
      'Reuters',
    )
  })
})

test('a headline within the text is not the wire\'s, and a bare "report" is nobody\'s', () => {
  const text = 'Berg said it was old.\nBerg says dam is old: report'
  const document = documentOf(text, [
    { kind: 'paragraph', start: 0, end: 21 },
    { kind: 'heading', start: 22, end: text.length },
  ])
  const names = chainsOf(
    document,
    [...attributionsOf(document), ...headlineAttributions(document, 1)],
    resolverOf(text),
    {
      outlet: 'Daily Star',
      wire: 'AFP',
    },
  ).map(({ chain }) => chain.map(({ name }) => name).join(' '))
  expect(names[0]).toBe('Daily Star AFP Ola Berg')
  expect(names).toContain('Daily Star Ola Berg')
})

test('no source is printed: only the outlet, and whose copy it is', () => {
  expect(chains('The dam is reportedly old.', { outlet: 'Daily Star', wire: 'AFP' })).toEqual([
    'Daily Star -wire-> AFP | unstated source (unnamed)',
  ])
  expect(chains('The dam is believed to be old.', { outlet: null, wire: null })).toEqual([
    ' | unstated source (unnamed)',
  ])
})

test('any text is traced, every anchor lies within it and says what stands there', () => {
  const words = fc.constantFrom(
    'said',
    'Berg',
    '“',
    '”',
    ',',
    '.',
    'citing',
    'told',
    'Reuters',
    'according',
    'to',
    'briefed',
    'by',
    'report',
    'a',
    'the',
    'on',
    'X',
    '\n',
    'as',
    'saying',
    'quoted',
    '\ud800',
    'letter',
    'in',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 80 }), (parts) => {
      const text = parts.join(' ')
      const document = documentOf(text)
      const attributions = attributionsOf(document)
      const resolve = ({ start, end }: { start: number; end: number }): Speaker => ({
        name: text.slice(start, end),
        kind: 'person',
        key: null,
      })
      const traced = chainsOf(document, attributions, resolve, { outlet: 'Daily Star', wire: null })
      expect(traced).toHaveLength(attributions.length)
      for (const { chain } of traced) {
        expect(chain[0]?.name).toBe('Daily Star')
        for (const { anchor } of chain) if (anchor) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.text)
      }
    }),
  )
})

test('a text ten times as long costs about ten times as much', () => {
  const once = 'Berg, citing Holt, told Reuters that Lund, who said so, '.repeat(200)
  const time = (text: string) => {
    const document = documentOf(text)
    const attributions = attributionsOf(document)
    const before = performance.now()
    chainsOf(
      document,
      attributions,
      ({ start, end }) => ({ name: text.slice(start, end), kind: 'person', key: null }),
      { outlet: null, wire: null },
    )
    return performance.now() - before
  }
  time(once)
  expect(time(once.repeat(10))).toBeLessThan(40 * Math.max(time(once), 4))
})
