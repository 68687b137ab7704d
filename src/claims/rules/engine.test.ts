import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf } from '../../language/document.ts'
import { attributionsOf, rules } from './engine.ts'

/** The attributions of a text, each as `source | cue | content`. */
function read(text: string): string[] {
  const words = (parts: readonly { start: number; end: number }[] | null) =>
    parts?.map(({ start, end }) => text.slice(start, end)).join(' ... ') ?? ''
  return attributionsOf(documentOf(text)).map((a) => `${words(a.source)} | ${words(a.cue)} | ${words(a.content)}`)
}

// Every rule with two examples: text, then what is read from it.
test.each([
  // speaker and verb of saying, then a clause
  ['The mayor said the bridge was safe.', ['The mayor | said | the bridge was safe']],
  [
    'Officials in Oslo have repeatedly warned that the ice is thin.',
    ['Officials in Oslo | have repeatedly warned | that the ice is thin'],
  ],
  // a participle before its noun is no verb
  ["The port's reported losses and its promised recovery are one story.", []],
  ["The firm's lawyer reported losses.", ["The firm's lawyer | reported | losses"]],
  // the speaker with an apposition between commas
  [
    'Anna Berg, a spokeswoman for the port, said two cranes had fallen.',
    ['Anna Berg, a spokeswoman for the port, | said | two cranes had fallen'],
  ],
  [
    'The minister, Paul Ruiz, told the council on Monday that rents would fall.',
    ['The minister, Paul Ruiz, | told | that rents would fall'],
  ],
  // past the hearer
  ['He told reporters that the talks had failed.', ['He | told | that the talks had failed']],
  ['The coach assured her the match would go on.', ['The coach | assured | the match would go on']],
  // a clause, then speaker and verb of saying
  [
    'Two ferries collided in fog, the coast guard said on Friday.',
    ['the coast guard | said | Two ferries collided in fog'],
  ],
  ['The dam could fail, as the engineer Mia Holt noted.', ['the engineer Mia Holt | noted | The dam could fail']],
  // a clause, then verb of saying and speaker
  ['“We are tired,” said Omar Haddad, a nurse.', ['Omar Haddad, a nurse | said | “We are tired,”']],
  ['The road will reopen on Sunday, says the county.', ['the county | says | The road will reopen on Sunday']],
  // a quotation taken up again, or over several sentences
  ['“It is early,” she said, “but we hope.”', ['she | said | “It is early,” ... “but we hope.”']],
  [
    '“We waited. Nobody came,” Lund said. “It was cold.”',
    ['Lund | said | “We waited. Nobody came,” ... “It was cold.”'],
  ],
  // a colon, and the paragraph after it
  ['The sign said: “Keep out.”', ['The sign | said | “Keep out.”']],
  ['Then Marta Silva continued:\n“We shall rebuild.”', ['Marta Silva | continued | “We shall rebuild.”']],
  // "according to" and its like, behind, before and within
  ['Prices rose 4%, according to two people at the bank.', ['two people at the bank | according to | Prices rose 4%']],
  ['According to the agency, the wreck lies deep.', ['the agency | According to | the wreck lies deep']],
  ['The vote, according to the clerk, was void.', ['the clerk | according to | The vote ... was void']],
  ['Sales doubled, per the filing.', ['the filing | per | Sales doubled']],
  // the same speaker goes on
  [
    'The judge said the case was closed, adding that nobody would appeal.',
    ['The judge | said | the case was closed', 'The judge | adding | that nobody would appeal'],
  ],
  [
    'Rain is near, the pilot said, and warned of hail.',
    ['the pilot | said | Rain is near', 'the pilot | warned of | hail'],
  ],
  // who has said nothing yet in the sentence
  ['Berg took the floor, saying that rents would rise.', ['Berg | saying | that rents would rise']],
  ['The envoy left early, warning that talks had failed.', ['The envoy | warning | that talks had failed']],
  // judging or naming what follows
  ['The union condemned the layoffs.', ['The union | condemned | the layoffs']],
  ['Kim accused the league of fraud.', ['Kim | accused | the league of fraud']],
  // a preposition that belongs to the cue, and an infinitive
  ['The envoy called for calm.', ['The envoy | called for | calm']],
  ['The senator vowed to return.', ['The senator | vowed | to return']],
  // amounts
  ['The ministry estimates at least 40 dead.', ['The ministry | estimates | at least 40 dead']],
  ['The army reported over 300 arrests.', ['The army | reported | over 300 arrests']],
  // passives with and without their source
  ['The theft was first reported by the Daily Star.', ['the Daily Star | was first reported by | The theft']],
  ['The ship is believed to have sunk.', [' | is believed | The ship ... to have sunk']],
  ['The thieves are thought to be abroad.', [' | are thought | The thieves ... to be abroad']],
  // adverbs of hearsay, where no source is printed
  ['The firm is reportedly bankrupt.', [' | reportedly | The firm is ... bankrupt']],
  ['The crew allegedly fled.', [' | allegedly | The crew ... fled']],
  // questions not answered
  ['The airline declined to comment.', ['The airline | declined | to comment']],
  ['A spokesman refused to answer.', ['A spokesman | refused | to answer']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('an apposition before "said" is no speaker after it', () => {
  expect(read('Rosa Klein, who leads the fund, said it had lost half.')).toEqual([
    'Rosa Klein, who leads the fund, | said | it had lost half',
  ])
})

test('an apposition within an apposition belongs to the speaker', () => {
  expect(read('Rosa Klein, a lawyer for the fund, which is new, said many had lost all.')).toEqual([
    'Rosa Klein, a lawyer for the fund, which is new, | said | many had lost all',
  ])
})

test('a hearsay word beside a printed source makes no second attribution', () => {
  expect(read('The firm is reportedly bankrupt, the paper said.')).toEqual([
    'the paper | said | The firm is reportedly bankrupt',
  ])
})

test('nouns that look like verbs, and what is said within quotations, are no cues', () => {
  expect(read('The reports of the committee and its claims of success are long.')).toEqual([])
  expect(read('“He says no,” they wrote.')).toEqual(['they | wrote | “He says no,”'])
})

test('any text is read, with spans that lie within it and in order', () => {
  const words = fc.constantFrom(
    'said',
    'Smith',
    '“',
    '”',
    '"',
    ',',
    '.',
    ':',
    'that',
    'according',
    'to',
    'who',
    'and',
    '\n',
    '(',
    ')',
    "''",
    'reportedly',
    'told',
    '\ud800',
    'قال',
    'was',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
      const text = parts.join(' ')
      for (const { source, cue, content } of attributionsOf(documentOf(text)))
        for (const part of [...(source ?? []), ...(cue ?? []), ...content]) {
          expect(part.start).toBeGreaterThanOrEqual(0)
          expect(part.end).toBeLessThanOrEqual(text.length)
          expect(part.end).toBeGreaterThan(part.start)
        }
    }),
  )
})

test('a text ten times as long costs about ten times as much', async () => {
  const once = `${'Lee said that Kim, who told them '.repeat(300)}“${'a, said he '.repeat(300)}`
  const time = (text: string) => {
    const document = documentOf(text)
    const before = performance.now()
    attributionsOf(document)
    return performance.now() - before
  }
  time(once)
  expect(time(once.repeat(10))).toBeLessThan(40 * Math.max(time(once), 2))
  expect(await rules.attributions([documentOf('Lee said no.')])).toHaveLength(1)
})
