// A story made by hand that has every part of what can be told: each kind of evidence, of bound and of drift.

import type { Panel } from '../src/stories/figures/panels.ts'
import type { Carrier, CarrierEvidence } from '../src/stories/told/carriers.ts'
import type { DriftSide, DriftTold } from '../src/stories/told/changes.ts'
import type { ArticleTold, StoryTold } from '../src/stories/told/told.ts'

type PanelPoint = Panel['lanes'][number]['points'][number]

type Words = (text: string) => string

const article = (id: string, outlet: string, published: string | null, headline: string): ArticleTold => ({
  id,
  outlet,
  headline,
  published,
  url: `https://${id}.example/ferry`,
  wire: null,
})

const evidence = (kind: CarrierEvidence['kind'], because: string, own: string): CarrierEvidence => ({
  kind,
  because,
  article: own,
  anchor: { article: own, outlet: own, in: 'text', start: 0, end: 9, text: 'the mayor' },
  other: null,
})

const carrier = (name: string, articles: readonly string[], more: Partial<Carrier> = {}): Carrier => ({
  name,
  kind: 'outlet',
  articles,
  claims: articles.map((id) => `${id}#c1`),
  lineage: 'traced',
  from: [evidence('credit', 'quotes Marta Oduya', articles[0] ?? 'a')],
  also: [],
  carriers: [],
  ...more,
})

/** A figure said on a day. */
export const point = (
  words: string,
  said: string | null,
  low: number | null,
  high = low,
  about = false,
): PanelPoint => ({
  said,
  asOf: null,
  low,
  high,
  approximate: about,
  qualifier: null,
  words: [words],
  mentions: [
    { mention: 'a#c1', article: 'a', outlet: 'The Quay', in: 'text', start: 0, end: words.length, text: words },
  ],
})

/** A panel with the lanes given: a name and its points each. */
export const panel = (
  lanes: readonly (readonly [string, readonly PanelPoint[]])[],
  more: Partial<Panel> = {},
): Panel => ({
  measure: 'missing',
  population: 'passengers',
  place: 'Tarn Sound',
  unit: 'people',
  window: null,
  lanes: lanes.map(([name, points]) => ({ claimant: name, name, kind: 'person', points, reports: 1 })),
  apart: [],
  reports: 4,
  ...more,
})

const side = (text: string, place: DriftSide['in'], own: string): DriftSide => ({
  article: own,
  outlet: own,
  in: place,
  start: 0,
  end: text.length,
  text,
  claim: `${own}#c1`,
  origin: 'o1',
})

const changed = (kind: DriftTold['kind'], from: string, to: string, more: Partial<DriftTold> = {}): DriftTold => ({
  kind,
  where: 'within',
  from: side(from, 'text', 'b'),
  to: side(to, 'headline', 'b'),
  lost: false,
  why: `“${from}” is “${to}” there`,
  articles: ['b', 'c'],
  ...more,
})

/** A story of four articles, each string of the outside world made by `say`. */
export function storyTold(say: Words = (text) => text): StoryTold {
  const articles = [
    article('a', 'The Quay', '2031-03-04T08:00:00+01:00', 'Ferry lost in Tarn Sound'),
    article('b', 'Sound Daily', '2031-03-04T10:30:00', '200 missing as ferry sinks'),
    article('c', 'Island Echo', '2031-03-05', 'Ferry: hundreds missing'),
    article('d', 'Net Scrapbook', null, 'Ferry lost'),
  ].map((one) => ({
    ...one,
    outlet: say(one.outlet ?? ''),
    headline: say(one.headline ?? ''),
    url: say(one.url ?? ''),
  }))
  const account = {
    outlets: 4,
    nameless: 0,
    reports: 3,
    origins: 1,
    unknown: 1,
    sentence: '4 outlets carry this. They trace to 1 origin; the lineage of 1 is unknown.',
    reasons: [say('2: quotes Marta Oduya'), '1: no source printed, no text or error shared'],
  }
  const said = (text: string, day: string | null, low: number | null, high = low, about = false) =>
    point(say(text), day, low, high, about)
  const figures = panel(
    [
      [
        say('Marta Oduya'),
        [said('up to 200', '2031-03-04', null, 200), said('between 120 and 150', '2031-03-05', 120, 150)],
      ],
      [
        say('the shipping line'),
        [said('about 90', '2031-03-04', 90, 90, true), said('at least 95', '2031-03-06', 95, null)],
      ],
      [say('a deckhand (unnamed)'), [said('dozens', '2031-03-04', null)]],
    ],
    {
      population: say('passengers'),
      place: say('Tarn Sound'),
      apart: [
        {
          claimant: 'the coastguard',
          kind: 'organisation',
          name: say('the coastguard'),
          measure: 'missing or dead',
          population: say('passengers'),
          place: null,
          unit: 'people',
          points: [said('160', '2031-03-05', 160)],
          reason: say('missing or dead counts both; this counts missing'),
        },
      ],
    },
  )
  return {
    id: 's1',
    title: say('Ferry lost in Tarn Sound'),
    summary: say('A ferry sank in Tarn Sound on Tuesday, the mayor said.'),
    from: 'a',
    articles,
    first: '2031-03-04',
    last: '2031-03-05',
    account: {
      ...account,
      articles: 4,
      statements: 1,
      shared: 1,
      untraced: 0,
      sentence: '4 outlets tell this in 4 articles. What several of them carry traces to 1 origin.',
    },
    origins: [
      {
        id: 'o1',
        speaker: say('Marta Oduya'),
        kind: 'person',
        said: '2031-03-04',
        words: say('up to 200 passengers may be missing'),
        claims: ['a#c1', 'b#c1', 'c#c1', 'd#c1'],
        joined: [],
        reports: [],
        account,
        carriers: [
          carrier(say('The Quay'), ['a'], {
            from: [evidence('credit', say('quotes Marta Oduya'), 'a')],
            carriers: [
              carrier(say('Tarn Wire'), [], {
                carriers: [
                  carrier(say('Sound Daily'), ['b'], {
                    from: [evidence('text', say('shares 92 % of the text with The Quay'), 'b')],
                    also: [evidence('peculiarity', say('misspells “Odyua”, as in 1 other'), 'b')],
                  }),
                ],
              }),
              carrier(say('Island Echo'), ['c'], {
                from: [evidence('peculiarity', say('odd spelling “Tarn Soond”'), 'c')],
              }),
            ],
          }),
          carrier(say('Net Scrapbook'), ['d'], { lineage: 'unknown', from: [] }),
        ],
      },
    ],
    matters: [],
    figures: [figures],
    single: 2,
    drift: [
      changed('figure changed', say('up to 200'), say('200')),
      changed('hedge dropped', say('may be'), say('200 missing as ferry sinks'), { lost: true }),
      changed('measure changed', say('missing'), say('dead'), { where: 'between', articles: ['c'] }),
    ].map((one) => ({ ...one, why: say(one.why) })),
    unsaid: [
      {
        kind: 'who counted',
        about: say('up to 200'),
        sentence: 'No report says who counted.',
        why: say('4 claims name no list and no count'),
        origins: ['o1'],
        claims: ['a#c1'],
      },
    ],
  }
}
