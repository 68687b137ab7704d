/** A speaker's or an outlet's screen, in English. Counts come with what they are counted of; nobody is graded. */
import type { LinkKind } from '../../claims/claim.ts'
import { counted, grouped } from '../../publish/numbers.ts'

export const SOURCE = {
  speaker: 'Speaker',
  outlet: 'Outlet',
  unnamed: 'Source without a name',
  unnamedNote: 'These words name nobody: several people may stand behind them.',
  extent: (claims: number, articles: number, outlets: number | null) =>
    [
      counted(claims, 'claim'),
      `in ${counted(articles, 'article')}`,
      outlets === null ? null : `of ${counted(outlets, 'outlet')}`,
    ]
      .filter(Boolean)
      .join(' '),
  published: (days: string) => `published ${days}`,
  counts: 'Counts',
  own: { speaker: 'their own word', outlet: 'in its own voice', unnamed: 'their own word' },
  relayed: { speaker: 'pass on what another says', outlet: 'relay others', unnamed: 'pass on what another says' },
  of: (count: number, of: number) => `${grouped(count)} of ${grouped(of)}`,
  untold: (many: number) => `Of ${counted(many, 'claim')} more it is not known whose word it is.`,
  origins: (origins: number) => (origins === 1 ? 'origin' : 'origins, however many carry each'),
  via: {
    wire: (claims) => `${grouped(claims)} by an agency’s copy`,
    quotes: (claims) => `${grouped(claims)} quoted`,
    cites: (claims) => `${grouped(claims)} cited`,
    told: (claims) => `${grouped(claims)} told to it`,
    'own reporting': (claims) => `${grouped(claims)} by the outlet’s own account`,
    unnamed: (claims) => `${grouped(claims)} cited without a name`,
  } satisfies Record<LinkKind, (claims: number) => string>,
  viaName: {
    wire: 'an agency’s copy',
    quotes: 'quoted',
    cites: 'cited',
    told: 'told to the outlet',
    'own reporting': 'the outlet’s own account',
    unnamed: 'cited without a name',
  } satisfies Record<LinkKind, string>,
  copyOf: (claims: number, wire: string) => `${grouped(claims)} print the copy of ${wire}`,
  how: { speaker: 'How outlets have it', unnamed: 'How outlets have it', outlet: 'How it has it' },
  travels: 'How it travels',
  whose: 'On whose word',
  wires: 'Whose copy',
  names: 'As articles print the name',
  carriers: 'Who carries it',
  speakers: 'Whose word it prints',
  figures: {
    speaker: 'Their own figures over time',
    unnamed: 'Their own figures over time',
    outlet: 'Its own figures over time',
  },
  figuresNote:
    'Each number of a statement once, by the day it was said or, where no report tells, the first day on which a page has it. What counts the same thing is laid side by side.',
  noPanels: 'No two of these figures count the same thing on different days, so nothing is laid side by side.',
  allFigures: (many: number) => `All ${grouped(many)} figures`,
  newest: (many: number) => `The newest ${grouped(many)} figures`,
  columns: ['Said or printed', 'Figure', 'As it was put', 'What it counts', 'Carried by'],
  printed: 'printed',
  notTold: 'not told',
  claims: 'What they said',
  claimsOutlet: 'What it printed',
  newestFirst: 'Newest first.',
  further: 'Further back',
  latest: 'Newest',
  search: 'Look through it',
  all: 'All claims',
  direct: 'Quotations',
  indirect: 'Reported speech',
  headline: 'Told otherwise by the headline',
  missing: {
    speaker: 'No claim of this speaker',
    outlet: 'No claim of this outlet',
    unnamed: 'No claim of this source',
  },
  missingWhy: 'No claim that counts in this ledger is of it. It may be written otherwise, or be corrected since.',
  searchFor: 'Search the ledger for it',
} as const
