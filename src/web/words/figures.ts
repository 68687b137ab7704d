/** Rival figures, in English. */
import { counted } from '../../publish/numbers.ts'

export const FIGURES = {
  title: 'Rival figures',
  lead: 'Figures that count the same thing, side by side: who gave which, when, in which words. What counts something else has a panel of its own, or is named below with the reason.',
  none: 'Nobody gives two figures in this story that could be laid side by side.',
  back: 'Back to the story',
  articles: 'Its articles',
  by: 'Set figures by',
  said: 'the day they were said',
  asOf: 'the day up to which they count',
  vague: 'Words without a number',
  asWords: 'stay words',
  asRead: 'are read by a convention',
  noAsOf: 'No report of these figures says up to which day they count.',
  someAsOf: 'Figures whose reports do not say up to which day they count stand under “day not known”.',
  conventions: 'Conventions by which words are read here, for the eye alone: nothing is counted or compared by them.',
  unread: 'No convention is known for the words here; they stay words.',
  download: 'Download',
  formats: { svg: 'SVG', png: 'PNG', csv: 'CSV' },
  table: 'Who gave which figure',
  missing: 'There are no such figures',
  missingWhy: 'This story has no panel of this number.',
  from: 'From',
} as const

/** How many reports carry a panel's figures. */
export const carriedBy = (reports: number): string => `${counted(reports, 'article')} carry one of these figures`

/** The columns of the table as a file. */
export const COLUMNS = [
  'panel',
  'measure',
  'of whom',
  'place',
  'unit',
  'claimant',
  'said on',
  'as of',
  'least',
  'most',
  'about',
  'qualifier',
  'words',
  'outlet',
  'words of the report',
  'claim',
  'not comparable because',
] as const
