// The sentence of a whole story, by how many of its statements several outlets carry and who first said them.
import { expect, test } from 'vitest'
import type { Report } from '../lineage/lineage.ts'
import { accountOf } from './account.ts'
import { storyAccountOf } from './story-account.ts'

const report = (outlet: string, from: string | null): Report => ({
  article: outlet.toLowerCase(),
  outlet,
  claims: [],
  lineage: from === null ? 'unknown' : 'traced',
  copy: outlet.charCodeAt(0),
  evidence:
    from === null
      ? []
      : [
          {
            kind: 'credit',
            from,
            article: null,
            link: 'quotes',
            source: 'person',
            because: `quotes ${from}`,
            strength: 'strong',
            anchor: null,
            in: 'text',
            other: null,
            directed: true,
          },
        ],
})
const stated = (id: string, speaker: string, outlets: readonly string[], traced = true) => {
  const reports = outlets.map((outlet) => report(outlet, traced ? speaker : null))
  const voice = {
    name: speaker,
    kind: 'person',
    key: `person:${speaker}`,
    basis: [],
    carriers: [],
    outlet: null,
    countries: [],
    description: [],
    bodies: [],
    described: null,
  } as const
  return { id, speaker, kind: 'person', voices: [voice], called: [], reports, account: accountOf([reports]) } as const
}

test.each([
  [[], 'No outlet carries a statement of this.'],
  [[stated('o1', 'Abel', ['A'])], '1 outlet tells this in 4 articles, with 1 statement.'],
  [
    [stated('o1', 'Abel', ['A']), stated('o2', 'Kovac', ['B'])],
    '2 outlets tell this in 4 articles. No statement is carried by more than one outlet: 2 statements stand in one outlet alone.',
  ],
  [
    [stated('o1', 'Abel', ['A', 'B']), stated('o2', 'Kovac', ['B'])],
    '2 outlets tell this in 4 articles. What several of them carry traces to 1 origin. 1 statement stands in one outlet alone.',
  ],
  [
    [stated('o1', 'Abel', ['A', 'B']), stated('o2', 'Abel', ['B', 'C']), stated('o3', 'Kovac', ['B', 'C'], false)],
    '3 outlets tell this in 4 articles. What several of them carry traces to 1 origin; the lineage of 1 is unknown.',
  ],
  [
    [stated('o1', 'Abel', ['A', 'B']), stated('o2', 'Kovac', ['B', 'C']), stated('o3', 'Kovac', ['C'])],
    '3 outlets tell this in 4 articles. What several of them carry traces to 2 origins. 1 statement stands in one outlet alone. Independence is not established.',
  ],
  [
    [stated('o1', 'Abel', ['A', 'B'], false)],
    '2 outlets tell this in 4 articles. The lineage of what several of them carry is unknown.',
  ],
])('%#', (origins, sentence) => {
  expect(storyAccountOf(origins, 4).sentence).toBe(sentence)
})

test('its reasons say who stands behind most, and name nobody twice', () => {
  const { reasons } = storyAccountOf([stated('o1', 'Abel', ['A', 'B']), stated('o2', 'Abel', ['B', 'C'])], 3)
  expect(reasons[0]).toBe('one origin: 2 of the 2 trace to Abel')
  expect(new Set(reasons).size).toBe(reasons.length)
})
