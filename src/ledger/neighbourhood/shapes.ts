/** How what origins and stories are made of is kept: the tables of migrations/stories.ts. */
import type { Member, Origin } from '../../stories/origins.ts'
import type { Statement } from '../../stories/statement.ts'
import type { Story } from '../../stories/stories.ts'
import { json, packed, type Shape } from './rows.ts'

const readingOf = (mention: string): number => Number(mention.slice(1, mention.lastIndexOf('#')))

/** A claim in its origin. */
export const MEMBER: Shape<Member> = {
  table: 'member',
  key: 'mention',
  columns: ['readingId', 'originId', 'joinedTo', 'confidence', 'reasonsJson'],
  write: ({ mention, origin, to, confidence, reasons }) => ({
    readingId: readingOf(mention),
    originId: origin,
    joinedTo: to,
    confidence,
    reasonsJson: JSON.stringify(reasons),
  }),
  read: ({ mention, originId, joinedTo, confidence, reasonsJson }) => ({
    mention: mention as string,
    origin: originId as number,
    to: joinedTo as string | null,
    confidence: confidence as number,
    reasons: JSON.parse(reasonsJson as string) as Member['reasons'],
  }),
}

/** A reading in its story. */
export const PLACED: Shape<number> = {
  table: 'storyMember',
  key: 'reading',
  columns: ['storyId'],
  write: (story) => ({ storyId: story }),
  read: ({ storyId }) => storyId as number,
}

type StoryForm = Omit<Story, 'words' | 'names'> & Record<'words' | 'names', [string, number][]>

const FORM = packed<Story, StoryForm>(
  'story',
  'id',
  (story) => ({ ...story, words: [...story.words], names: [...story.names] }),
  (form) => ({ ...form, words: new Map(form.words), names: new Map(form.names) }),
)

/** With size and last day, in days since 1970, by which stories are listed. */
export const STORY: Shape<Story> = {
  ...FORM,
  columns: [...FORM.columns, 'size', 'lastDay'],
  write: (story) => ({ ...FORM.write(story), size: story.size, lastDay: story.last }),
}

/** The fingerprints of a reading's text. */
export const PRINTS = packed<readonly number[], readonly number[]>(
  'textPrints',
  'reading',
  (prints) => prints,
  (prints) => prints,
)

/** A claim as it is compared. */
export const STATEMENT = json<Statement>('statement', 'mention')

/** An origin: its size, and the statements that later ones are held against. */
export const ORIGIN = json<Origin>('origin', 'id')

/** In how many statements a word stands. */
export const STATEMENT_WORD = json<number>('statementWord', 'word')

/** How many there are of what. */
export const TALLY = json<number>('tally', 'name')

/** Numbers that stand for another now. */
export const ORIGIN_MERGED = json<number>('originMerged', 'id')
export const STORY_MERGED = json<number>('storyMerged', 'id')
