/** A story and the list of stories, in English. */
import { counted } from '../../publish/numbers.ts'

export const STORY = {
  title: 'Stories',
  lead: 'What several outlets tell of one matter. For each: how many carry it, and to how few it traces. Latest first.',
  none: 'No stories yet. A page that is brought to the desk is the beginning of one.',
  more: 'Older stories',
  newest: 'Back to the latest',
  undated: 'no day known',
  missing: 'There is no such story',
  missingWhy: 'No story of this ledger has this number.',
  kicker: 'Story',
  parts: 'Parts of this story',
  permalink: 'Address of this story',
  copy: 'Copy a citation',
  copied: 'Citation copied',
  loudest: 'Loudest change',
  timeline: 'Over time',
  timelineNote:
    'A dot for each report, at the time that its page gives; who is earliest here is the earliest of the captured pages, not the first of all. The reports are listed below as well.',
  timelineWide: 'Reports by the time of publication',
  noTime: 'no time given',
  figures: 'All figures, with their tables and downloads',
} as const

/** Under the chart of the story: what more there is. */
export const moreFigures = (panels: number): string =>
  panels <= 1 ? STORY.figures : `${counted(panels, 'set')} of rival figures, with tables and downloads`

/** Up to which entry of the ledger, and when that entered. */
export const asOfWords = (seq: number, at: string): string => `as told up to entry ${seq} of the ledger, ${at}`

/** When an article was captured, and the beginning of its SHA-256. */
export const capturedWords = (at: string, digits: string): string => `captured ${at}, SHA-256 ${digits}…`

/** The loudest change, as a sentence in parts: who, what is gone, what stands there. */
export const DROPPED = {
  headline: (outlet: string) => `The headline of ${outlet} dropped`,
  headlineChanged: (outlet: string) => `The headline of ${outlet} has`,
  part: (outlet: string) => `${outlet} dropped`,
  partChanged: (outlet: string) => `${outlet} has`,
  and: ' and ',
  own: 'where its text has',
  other: (outlet: string) => `where ${outlet} has`,
  andMore: (more: number, lost: boolean) =>
    more === 0 ? '' : !lost ? `${counted(more, 'other article')} too.` : `So did ${counted(more, 'other article')}.`,
} as const

/** A lane of the timeline: `Ilse Maren (147 outlets)`. */
export const laneName = (speaker: string | null, outlets: number): string =>
  `${speaker ?? 'nobody named'}, ${counted(outlets, 'outlet')}`

/** What the timeline shows, in words. */
export const timelineWords = (lanes: readonly { name: string; first: string | null; last: string | null }[]): string =>
  lanes
    .map(({ name, first, last }) =>
      first === null ? `${name}: no time given.` : `${name}: from ${first}${last === first ? '' : ` to ${last}`}.`,
    )
    .join(' ')
