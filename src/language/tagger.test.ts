import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentOf } from './document.ts'
import { tagsOf } from './tagger.ts'

function tagged(text: string): string {
  const document = documentOf(text)
  const { parts } = tagsOf(document)
  return document.tokens.map((token, i) => `${token.text}/${parts[i]}`).join(' ')
}

describe('parts of speech', () => {
  test('plain news sentences', () => {
    expect(tagged('The mayor said on Tuesday that two bridges had been closed.')).toBe(
      'The/DT mayor/NN said/VBD on/IN Tuesday/NNP that/IN two/CD bridges/NNS had/VBD been/VBN closed/VBN ./.',
    )
    expect(tagged('“We will not leave,” she told reporters.')).toBe(
      "“/`` We/PRP will/MD not/RB leave/VB ,/, ”/'' she/PRP told/VBD reporters/NNS ./.",
    )
  })
  test('a tag for every token, whatever the text', () => {
    for (const text of ['', ' ', '\ud800 \udc00', 'שלום עולם', '""""', 'a'.repeat(2000)]) {
      const document = documentOf(text)
      expect(tagsOf(document).parts).toHaveLength(document.tokens.length)
    }
  })
})

test('the scores are those of the model that ships', () => {
  const file = (name: string): Buffer => readFileSync(new URL(`../../models/${name}`, import.meta.url))
  const { model } = JSON.parse(file('names.scores.json').toString())
  expect(createHash('sha256').update(file('names.bin')).digest('hex')).toBe(model)
})
