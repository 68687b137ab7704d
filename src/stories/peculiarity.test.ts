// What reports share that is no accident.
import { expect, test } from 'vitest'
import { peculiaritiesOf } from './peculiarity.ts'

const texts = (...all: string[]) => all.map((text, n) => ({ id: `t${n}`, text }))
const right = 'Boats near Tarvola sank on Monday, as the guard said.'
const wrong = 'Boats near Tarvula sank on Monday, as the guard said.'

test('a name spelled oddly by two of many', () => {
  expect(peculiaritiesOf(texts(right, wrong, right, right, wrong, right, right))).toEqual([
    { kind: 'odd spelling', text: 'Tarvula', instead: 'Tarvola', articles: ['t1', 't4'] },
  ])
})

test('transliterations are house styles, not errors', () => {
  const [one, other] = ['Then Dovskiy spoke.', 'Then Dovsky spoke.']
  expect(peculiaritiesOf(texts(one, other, one, one, other, one, one))).toEqual([])
})

test('a word doubled by mistake', () => {
  const doubled = 'They left for the the harbour early.'
  expect(peculiaritiesOf(texts(doubled, doubled)).map(({ kind }) => kind)).toEqual(['doubled word'])
})

test('a quotation with the same word dropped', () => {
  const said = (words: string) => `“${words},” she said.`
  const whole = said('we will not leave this bay before the spring')
  const less = said('we will leave this bay before the spring')
  expect(peculiaritiesOf(texts(whole, whole, whole, less, less))).toMatchObject([
    { kind: 'altered quotation', articles: ['t3', 't4'] },
  ])
})
