// Who counts as one party: speakers with those they cite, bodies with their heads; and who does not.
import { expect, test } from 'vitest'
import type { Voice } from '../voice.ts'
import { partiesOf, type Sourced } from './parties.ts'

const voice = (name: string, key: string | null, more: Partial<Voice> = {}): Voice => ({
  name,
  kind: key === null ? 'unnamed' : key.startsWith('person') ? 'person' : 'organisation',
  key,
  basis: [],
  carriers: [],
  outlet: null,
  countries: [],
  description: [],
  bodies: [],
  described: null,
  ...more,
})
const origin = (id: string, voices: readonly Voice[], called: readonly string[] = []): Sourced => ({
  id,
  voices,
  called,
  reports: [],
})
const parties = (...origins: readonly Sourced[]) => new Set(partiesOf(origins).values()).size

const KOVAC = voice('Anna Kovac', 'person:kovac:ana')
const ABEL = voice('Jon Abel', 'person:abel:j-n')
const MINISTRY = voice('Mining Ministry', 'organisation:mining ministry')
const POLICE = voice('police', 'organisation:police')

test('one speaker, by his full name and by his surname', () => {
  expect(parties(origin('o1', [KOVAC]), origin('o2', [voice('Kovac', 'person:kovac')]))).toBe(1)
})

test('one who cites another', () => {
  const citing = { ...KOVAC, basis: ['person:abel:j-n'] }
  expect(parties(origin('o1', [citing]), origin('o2', [ABEL]))).toBe(1)
})

test('a ministry and its minister, the police and their chief', () => {
  expect(parties(origin('o1', [MINISTRY]), origin('o2', [KOVAC], ['mining minister Anna Kovac']))).toBe(1)
  expect(parties(origin('o1', [POLICE]), origin('o2', [ABEL], ['Dorford police chief Jon Abel']))).toBe(1)
})

test('a source without a name, by the same description', () => {
  const source = voice('a port official (unnamed)', null)
  expect(parties(origin('o1', [source]), origin('o2', [source]))).toBe(1)
  expect(parties(origin('o1', [source]), origin('o2', [voice('a nurse (unnamed)', null)]))).toBe(2)
})

test('two people, a ministry and another minister, a country and its union leader', () => {
  expect(parties(origin('o1', [KOVAC]), origin('o2', [ABEL]))).toBe(2)
  expect(parties(origin('o1', [MINISTRY]), origin('o2', [KOVAC], ['health minister Anna Kovac']))).toBe(2)
  const country = voice('Norway', 'organisation:norway', { countries: ['norway'] })
  expect(parties(origin('o1', [country]), origin('o2', [ABEL], ["Norway's union leader Jon Abel"]))).toBe(2)
  expect(parties(origin('o1', [country]), origin('o2', [ABEL], ["Norway's prime minister, Jon Abel"]))).toBe(1)
})

test('two of one surname are not made one by a surname alone', () => {
  const other = voice('Piet Kovac', 'person:kovac:p-t')
  expect(parties(origin('o1', [KOVAC]), origin('o2', [other]), origin('o3', [voice('Kovac', 'person:kovac')]))).toBe(3)
})
