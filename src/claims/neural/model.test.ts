import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadModel } from './model.ts'

const models = new URL('../../../models/', import.meta.url)

test('the scores and the card beside the model are those of this model', () => {
  const hash = createHash('sha256')
  for (const file of ['attributions.json', 'attributions.onnx', 'attributions.vectors'])
    hash.update(readFileSync(new URL(file, models)))
  const scores = JSON.parse(readFileSync(new URL('attributions.scores.json', models), 'utf8'))
  expect(scores.model).toBe(hash.digest('hex'))
  const card = readFileSync(new URL('attributions.md', models), 'utf8')
  const [, told] = /^\| source, exact span +\| +([\d.]+) \|/m.exec(card) ?? []
  expect(told).toBe(scores.all.source.precision.toFixed(1))
})

test('what the network is given lies between -1 and 1, the range in which it quantizes', () => {
  const { glove, tables } = loadModel(models)
  for (const { rows } of tables) expect(rows.every((value) => Math.abs(value) <= 1)).toBe(true)
  const inRange = glove.rows.every((value, k) => {
    const scale = glove.scales[Math.floor(k / glove.width)] as number
    return Math.abs(value * scale) <= 1 + 1e-6
  })
  expect(inRange).toBe(true)
})
