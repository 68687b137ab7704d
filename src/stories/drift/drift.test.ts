// Each type of drift on pairs of sentences: two that are drift and two that are not. The sentences are read by the rule
// engine, so that a pair is two claims as any report holds them.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../claims/attribution.ts'
import type { Claim } from '../../claims/claim.ts'
import { loadEngine } from '../../claims/engines.ts'
import { readClaims } from '../../claims/index.ts'
import { readPage } from '../../page/index.ts'
import { driftBetween } from './between.ts'
import type { Drift, DriftKind } from './drift.ts'

type Pair = readonly [from: string, to: string]

const DRIFT: Readonly<Record<DriftKind, { readonly is: readonly Pair[]; readonly isNot: readonly Pair[] }>> = {
  'hedge dropped': {
    is: [
      [
        'Up to 400 miners were killed in the collapse, Anna Kovac said.',
        '400 miners were killed in the collapse, Anna Kovac said.',
      ],
      [
        'The dam may have released toxic sludge into the river, the mayor of Lom said.',
        'The dam released toxic sludge into the river, the mayor of Lom said.',
      ],
      [
        'Some 70 miners may have died in the shaft, Anna Kovac said.',
        'Some 70 miners died in the shaft, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'Up to 400 miners were killed in the collapse, Anna Kovac said.',
        'As many as 400 miners were killed in the collapse, Anna Kovac said.',
      ],
      [
        'The dam may have released toxic sludge into the river, the mayor of Lom said.',
        'The dam might have released toxic sludge into the river, the mayor of Lom said.',
      ],
      [
        'The closure could hurt the port, which employs 400 people, Anna Kovac said.',
        'The port employs 400 people, Anna Kovac said.',
      ],
    ],
  },
  'hedge added': {
    is: [
      [
        'The firm cut 900 jobs at its plant in Brno, Anna Kovac said.',
        'The firm cut about 900 jobs at its plant in Brno, Anna Kovac said.',
      ],
      [
        'The dam released toxic sludge into the river, the mayor of Lom said.',
        'The dam may have released toxic sludge into the river, the mayor of Lom said.',
      ],
    ],
    isNot: [
      [
        'The firm cut about 900 jobs at its plant in Brno, Anna Kovac said.',
        'The firm cut around 900 jobs at its plant in Brno, Anna Kovac said.',
      ],
      [
        'The dam released toxic sludge into the river, the mayor of Lom said.',
        'The dam released sludge that is toxic into the river, the mayor of Lom said.',
      ],
    ],
  },
  'attribution dropped': {
    is: [
      [
        'The firm cut 900 jobs at its plant in Brno, a union official said.',
        'The firm cut 900 jobs at its plant in Brno.',
      ],
      [
        'At least 45 villagers drowned in the flood, the governor of Lom said.',
        'At least 45 villagers drowned in the flood.',
      ],
    ],
    isNot: [
      [
        'The firm cut 900 jobs at its plant in Brno, a union official said.',
        'The firm cut 900 jobs at its plant in Brno, according to a union official.',
      ],
      [
        'At least 45 villagers drowned in the flood, the governor of Lom said.',
        'At least 45 villagers drowned in the flood, said the governor of Lom.',
      ],
      [
        'The firm cut 900 jobs at its plant in Brno, a union official said.',
        'The firm cut 900 jobs at its plant in Brno, by the count of officials.',
      ],
    ],
  },
  'population narrowed': {
    is: [
      [
        'The navy lost up to a battalion of Danish sailors and Polish divers, Anna Kovac said.',
        'The navy lost up to a battalion of Danish sailors, Anna Kovac said.',
      ],
      [
        'Some 2,000 nurses and teachers were laid off, Anna Kovac said.',
        'Some 2,000 nurses were laid off, Anna Kovac said.',
      ],
      [
        'The number of nurses and teachers dismissed in Lom had reached 140, Anna Kovac said.',
        '140 teachers were dismissed in Lom, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'The navy lost up to a battalion of Danish sailors and Polish divers, Anna Kovac said.',
        'The navy lost up to a battalion of Polish divers and Danish sailors, Anna Kovac said.',
      ],
      [
        'Some 2,000 nurses were laid off, Anna Kovac said.',
        'Some 2,000 nurses and teachers were laid off, Anna Kovac said.',
      ],
      [
        'Some 300 servicemen and officers were wounded, Anna Kovac said.',
        'Some 300 troops and officers were wounded, Anna Kovac said.',
      ],
      [
        'The flood displaced 2,000 villagers and farm hands near Lom, Anna Kovac said.',
        'The flood displaced 2,000 people near Lom, Anna Kovac said.',
      ],
      [
        'The raid killed 40 sailors and stopped the ferry to Lom, Anna Kovac said.',
        'The raid killed 40 sailors, Anna Kovac said.',
      ],
    ],
  },
  'figure changed': {
    is: [
      [
        'The firm laid off 900 workers at its plant in Brno, Anna Kovac said.',
        'The firm laid off 1,400 workers at its plant in Brno, Anna Kovac said.',
      ],
      [
        'The flood killed 45 villagers near Lom, the governor said.',
        'The flood killed 54 villagers near Lom, the governor said.',
      ],
      [
        'The crash left 30 commuters stranded near Lom, Anna Kovac said.',
        'The crash left 300 passengers stranded near Lom, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'The firm laid off 900 workers at its plant in Brno, Anna Kovac said.',
        'The firm laid off more than 850 workers at its plant in Brno, Anna Kovac said.',
      ],
      [
        'The flood killed 45 villagers near Lom, the governor said.',
        'The flood killed forty-five villagers near Lom, the governor said.',
      ],
      [
        'The flood killed 45 villagers near Lom, the governor said on Monday.',
        'The flood killed 54 villagers near Lom, the governor said on Wednesday.',
      ],
      [
        'The firm laid off 900 workers at its plant in Brno, Anna Kovac said.',
        'The firm hired 1,400 workers at its plant in Brno, Anna Kovac said.',
      ],
    ],
  },
  'bound turned': {
    is: [
      [
        'Up to 1,800 workers could be laid off in Brno, Anna Kovac said.',
        'More than 1,800 workers could be laid off in Brno, Anna Kovac said.',
      ],
      [
        'At least 70 soldiers were wounded in the raid, Anna Kovac said.',
        'At most 70 soldiers were wounded in the raid, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'Up to 1,800 workers could be laid off in Brno, Anna Kovac said.',
        'As many as 1,800 workers could be laid off in Brno, Anna Kovac said.',
      ],
      [
        'At least 70 soldiers were wounded in the raid, Anna Kovac said.',
        'No fewer than 70 soldiers were wounded in the raid, Anna Kovac said.',
      ],
    ],
  },
  'window stretched': {
    is: [
      [
        'The army lost 500 soldiers in two days, Anna Kovac said.',
        'The army lost 500 soldiers in a week, Anna Kovac said.',
      ],
      [
        'The clinic treated 250 patients over the past week, Anna Kovac said.',
        'The clinic treated 250 patients over the past month, Anna Kovac said.',
      ],
      [
        'The storm killed 45 fishermen overnight, Anna Kovac said.',
        'The storm killed 45 fishermen this month, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'The army lost 500 soldiers in seven days, Anna Kovac said.',
        'The army lost 500 soldiers in a week, Anna Kovac said.',
      ],
      [
        'The clinic treated 250 patients over the past week, Anna Kovac said.',
        'The clinic treated 250 patients over the last week, Anna Kovac said.',
      ],
      [
        'The clinic treated 250 patients in two days, Anna Kovac said.',
        'The clinic treated 250 patients in a day, Anna Kovac said.',
      ],
      [
        'The clinic treated 250 patients in January and February, Anna Kovac said.',
        'The clinic treated 250 patients this year, Anna Kovac said.',
      ],
    ],
  },
  'verb strengthened': {
    is: [
      [
        'The mayor said that the bridge would close in June.',
        'The mayor admitted that the bridge would close in June.',
      ],
      [
        'The firm will cut 900 jobs in Brno, Anna Kovac said.',
        'The firm will slash 900 jobs in Brno, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'The mayor said that the bridge would close in June.',
        'The mayor told reporters that the bridge would close in June.',
      ],
      [
        'The firm will cut 900 jobs in Brno, Anna Kovac said.',
        'The firm will reduce its staff by 900 jobs in Brno, Anna Kovac said.',
      ],
    ],
  },
  'source pluralised': {
    is: [
      [
        'The firm will sell its yard in Gdynia, a person familiar with the talks said.',
        'The firm will sell its yard in Gdynia, people familiar with the talks said.',
      ],
      [
        'The missile failed after launch, a senior defence official said.',
        'The missile failed after launch, senior defence officials said.',
      ],
      [
        'The vaccine was spoiled on the way to Lom, an aide to the mayor said.',
        'The vaccine was spoiled on the way to Lom, aides to the mayor said.',
      ],
    ],
    isNot: [
      [
        'The firm will sell its yard in Gdynia, a person familiar with the talks said.',
        'The firm will sell its yard in Gdynia, one person familiar with the talks said.',
      ],
      [
        'The missile failed after launch, two defence officials said.',
        'The missile failed after launch, defence officials said.',
      ],
      [
        'The vaccine was spoiled on the way to Lom, a nurse said.',
        'The vaccine was spoiled on the way to Lom, according to media reports.',
      ],
    ],
  },
  'measure changed': {
    is: [
      [
        'The brigade has taken 600 casualties near Lom, Anna Kovac said.',
        'The brigade has had 600 soldiers killed near Lom, Anna Kovac said.',
      ],
      [
        'More than 80 marines were killed or wounded near Lom, Anna Kovac said.',
        'More than 80 marines were killed near Lom, Anna Kovac said.',
      ],
      [
        'Police detained 60 marchers in Lom on Friday, Anna Kovac said.',
        'Prosecutors brought charges against 60 marchers in Lom on Friday, Anna Kovac said.',
      ],
      [
        'Some 90 villagers were injured in the landslide, Anna Kovac said.',
        'Some 90 villagers were killed in the landslide, Anna Kovac said.',
      ],
      [
        'There were 45 suspected cases of cholera in Lom, Anna Kovac said.',
        'There were 45 confirmed cases of cholera in Lom, Anna Kovac said.',
      ],
    ],
    isNot: [
      [
        'The brigade has taken 600 casualties near Lom, Anna Kovac said.',
        'The brigade has had 600 soldiers killed or wounded near Lom, Anna Kovac said.',
      ],
      [
        'More than 80 marines were killed near Lom, Anna Kovac said.',
        'More than 80 marines have died near Lom, Anna Kovac said.',
      ],
      [
        'The storm claimed the lives of 90 villagers near Lom, Anna Kovac said.',
        'The storm killed 90 villagers near Lom, Anna Kovac said.',
      ],
      [
        'The brigade lost 80 marines near Lom, Anna Kovac said.',
        'The brigade lost 80 marines, dead and wounded, near Lom, Anna Kovac said.',
      ],
      ['In the raid 12 were killed and 30 wounded, Anna Kovac said.', 'In the raid 30 were wounded, Anna Kovac said.'],
    ],
  },
}

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine('rules')
})

/** The first claim of a sentence. */
async function claimOf(sentence: string): Promise<Claim> {
  const article = readPage(sentence, { as: 'article', given: { outlet: 'The Harbour Post', published: '2024-05-06' } })
  const [[claim] = []] = await readClaims([article], engine)
  if (claim === undefined) throw new Error(`no claim in: ${sentence}`)
  return claim
}

async function found([from, to]: Pair): Promise<readonly Drift[]> {
  return driftBetween(await claimOf(from), await claimOf(to))
}

describe.each(Object.entries(DRIFT))('%s', (kind, { is, isNot }) => {
  test.each(is)('%s -> %s', async (from, to) => {
    const drift = await found([from, to])
    expect(drift.map((one) => one.kind)).toEqual([kind])
    for (const one of drift) {
      expect(from.slice(one.from.start, one.from.end)).toBe(one.from.text)
      expect(to.slice(one.to.start, one.to.end)).toBe(one.to.text)
      expect(one.why).not.toBe('')
    }
  })
  test.each(isNot)('not: %s -> %s', async (from, to) => {
    expect((await found([from, to])).map((one) => one.kind)).not.toContain(kind)
  })
})
