/** What was lost or changed when something was told again: in a story, in an article, in a draft. */
import { z } from 'zod'
import { numbersIn } from '../../ledger/numbers.ts'
import { articleAt, storyAt } from '../../publish/addresses.ts'
import { namesOf } from '../../publish/records/names.ts'
import { StoryDrift, storyDriftRecord } from '../../publish/records/story-drift.ts'
import { driftWithin } from '../../stories/drift/within.ts'
import { AskError } from '../ask-error.ts'
import { articleAskedFor, storyAskedFor } from '../ask-for.ts'
import { paged } from '../cursor.ts'
import { changeLines, changeWithin, type Held } from '../drifts.ts'
import { articleNumber, cursor, limit, next, pinnedTo, storyNumber } from '../fields.ts'
import { arrivalOf, LONGEST_PAGE, readArrival } from '../given-page.ts'
import { Headline, headlineHeld, headlineLines } from '../headline.ts'
import { listed, pinnedNow } from '../pinned.ts'
import type { Serving } from '../serving.ts'
import { type Answer, tool } from '../tool.ts'
import { leftWords, outletWords, titleWords } from '../words.ts'

const input = z.object({
  article: articleNumber.optional(),
  story: storyNumber.optional(),
  text: z.string().max(LONGEST_PAGE).optional().describe('The text of a draft: paragraphs between empty lines.'),
  headline: z.string().max(1000).optional().describe("The draft's headline."),
  outlet: z.string().max(200).optional().describe('Who will publish the draft.'),
  limit: limit(40, 10),
  cursor: cursor.optional(),
})
type Asked = z.output<typeof input>

const output = z.object({
  of: z.enum(['article', 'story', 'draft']),
  number: z.int().nullable().describe('Of the article or story; null for a draft.'),
  permalink: z.string().nullable(),
  position: pinnedTo,
  headline: Headline.nullable().describe('null for a story, and where there is no headline.'),
  changes: z.array(StoryDrift).describe('In the order of the page; of a story the most serious kinds first.'),
  found: z.int().describe('How many changes there are on all pages.'),
  next,
})

/** A headline is not held against more of a text than this while somebody waits. */
const HELD_AGAINST = { characters: 300_000, claims: 1000 }

const NOTE =
  'The fuller telling stands first, then the one that lost or changed its words. Drift says that words differ, not why, and nothing of what is true.'

export const driftReport = tool({
  name: 'drift_report',
  title: 'What the retelling dropped or changed',
  description: `What was lost or changed when a statement was told again: hedges and bounds dropped, groups narrowed, figures changed, attributions dropped. Give exactly one of:
- article: its headline, deck and captions held against its own text ("what did the headline drop?");
- story: all its articles, each against itself and report against report;
- text, with headline: a draft before it is published. It is read and not kept.
An empty list means that nothing was found, not that nothing differs.`,
  input,
  output,
  answer: async (serving, asked, signal) => {
    const { article, story, text } = asked
    if ([article, story, text].filter((one) => one !== undefined).length !== 1)
      throw new AskError(
        'Give exactly one of article (a number), story (a number), or text (a draft, with its headline).',
      )
    if (story !== undefined) return ofStory(serving, story, asked)
    const held = article === undefined ? await draftOf(serving, asked, signal) : await articleOf(serving, article)
    return ofOne(serving, held, asked)
  },
})

async function articleOf(serving: Serving, number: number): Promise<Held> {
  const { article, claims } = await articleAskedFor(serving, number)
  const numbers = new Map(claims.map((one) => [one.claim.id, one.number]))
  return { number, article, claims: claims.map(({ claim }) => claim), numbers }
}

async function draftOf(serving: Serving, { headline, text = '', outlet }: Asked, signal: AbortSignal): Promise<Held> {
  const given = { ...(headline === undefined ? {} : { headline }), ...(outlet === undefined ? {} : { outlet }) }
  const arrival = arrivalOf({ words: text, as: 'article', given }, serving)
  const { article, found } = await readArrival(serving, arrival, signal)
  return { number: null, article, claims: found.claims, numbers: new Map() }
}

async function ofOne(
  serving: Serving,
  held: Held,
  { cursor: from, limit: most }: Asked,
): Promise<Answer<z.input<typeof output>>> {
  const { number, article, claims } = held
  if (article.text.length > HELD_AGAINST.characters || claims.length > HELD_AGAINST.claims)
    throw new AskError('It is too long to be held against itself while you wait. trace_claim tells of single claims.')
  const pinned = listed(await pinnedNow(serving))
  const all = driftWithin(article, claims)
  const { items, next: further, left } = paged(all, { of: `drift ${number}`, cursor: from, limit: most })
  const changes = items.map((drift) => changeWithin(held, drift, pinned))
  const headline = headlineHeld(held, pinned)
  const permalink = number === null ? null : pinned.site + articleAt(number)
  return {
    value: {
      of: number === null ? 'draft' : 'article',
      number,
      permalink,
      position: pinned.seq,
      headline,
      changes,
      found: all.length,
      next: further,
    },
    text: [
      number === null
        ? 'A draft, read and not kept.'
        : `Article ${number}, ${outletWords(article.outlet)}: ${permalink}`,
      ...headlineLines(headline),
      all.length === 0 ? 'Nothing was found that it lost or changed of its own text.' : `${all.length} found:`,
      ...changes.flatMap((change, at) => changeLines(change, at + 1)),
      ...leftWords(left, 'change', further),
      NOTE,
    ].join('\n'),
  }
}

async function ofStory(
  serving: Serving,
  story: number,
  { cursor: from, limit: most }: Asked,
): Promise<Answer<z.input<typeof output>>> {
  const { number, told } = await storyAskedFor(serving, story)
  const pinned = listed(await pinnedNow(serving))
  const names = namesOf(told, await numbersIn(serving.ledger, told))
  const { items, next: further, left } = paged(told.drift, { of: `story ${number}`, cursor: from, limit: most })
  const changes = items.map((drift) => storyDriftRecord(drift, names, pinned))
  const permalink = pinned.site + storyAt(number)
  const found = told.drift.length
  return {
    value: { of: 'story', number, permalink, position: pinned.seq, headline: null, changes, found, next: further },
    text: [
      `Story ${number}: ${titleWords(told.title)}: ${permalink}`,
      found === 0
        ? 'Nothing was found that its tellings lost or changed.'
        : `${found} found, the most serious kinds first:`,
      ...changes.flatMap((change, at) => changeLines(change, at + 1)),
      ...leftWords(left, 'change', further),
      NOTE,
    ].join('\n'),
  }
}
