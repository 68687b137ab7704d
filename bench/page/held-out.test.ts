import { expect, test } from 'vitest'
import { heldOutOf, modelHash, readHeldOut } from './held-out.ts'

test('the scores beside the model are those of the model that ships', () => {
  expect(readHeldOut()?.model, 'retrain with npm run train:page-body, which scores too').toBe(modelHash())
})

test('a part of the sets has no score that was counted over all of them', () => {
  const tally = { agreed: 1, given: 1, wanted: 1 }
  const whole = { model: '', folds: 5, sets: {}, facts: { wire: tally } }
  expect(heldOutOf(whole, ['aeb', 'fundus', 'wcxb']).facts).toEqual({ wire: tally })
  expect(heldOutOf(whole, ['aeb']).facts).toEqual({})
})
