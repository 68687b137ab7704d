/** A story: to how few origins it traces, part by part. */
import { z } from 'zod'
import { numbersIn } from '../../ledger/numbers.ts'
import { counted } from '../../publish/numbers.ts'
import { Origin } from '../../publish/records/origin.ts'
import { Story, StoryListed, storyRecord } from '../../publish/records/story.ts'
import { storyAskedFor } from '../ask-for.ts'
import { paged } from '../cursor.ts'
import { cursor, limit, next, pinnedTo, storyNumber } from '../fields.ts'
import { listed, pinnedNow } from '../pinned.ts'
import { quotation } from '../quotation.ts'
import type { Serving } from '../serving.ts'
import { type Answer, tool } from '../tool.ts'
import { leftWords, nameWords, outletWords, publishedWords, titleWords } from '../words.ts'

const PARTS = ['origins', 'articles', 'matters', 'unsaid'] as const

/** What each part is of. */
const ITEM = {
  origins: 'origin',
  articles: 'article',
  matters: 'matter',
  unsaid: 'finding',
} as const

const input = z.object({
  story: storyNumber,
  part: z
    .enum(PARTS)
    .default('origins')
    .describe(
      'origins: its statements, those that most outlets carry first; articles: who tells it; matters: what several origins tell alike; unsaid: what no report says.',
    ),
  limit: limit(40, 8),
  cursor: cursor.optional(),
})
type Asked = z.output<typeof input>

const Statement = Origin.pick({
  number: true,
  speaker: true,
  speakerKey: true,
  kind: true,
  said: true,
  words: true,
  account: true,
  permalink: true,
})
  .extend({ claim: z.int().nullable().describe('One of its claims: trace_claim tells who carries it.') })
  .meta({ id: 'Statement', description: 'An origin: one original statement, with its account.' })

const output = StoryListed.extend({
  position: pinnedTo,
  counts: z
    .object({ origins: z.int(), articles: z.int(), matters: z.int(), unsaid: z.int(), panels: z.int(), drift: z.int() })
    .describe('How much there is of each part; panels are told by compare_figures, drift by drift_report.'),
  origins: z.array(Statement),
  articles: Story.shape.articles,
  matters: Story.shape.matters.describe(
    'The same figure or words from several origins, with the account of all of them.',
  ),
  unsaid: Story.shape.unsaid,
  next,
})

export const getStory = tool({
  name: 'get_story',
  title: 'A story',
  description:
    'A story, which is what articles tell of one developing matter: how many outlets tell it, to how few origins that traces, of how many the lineage is unknown; then one part of it, page by page. Rival figures: compare_figures. What the retelling changed: drift_report.',
  input,
  output,
  answer: storyAnswer,
})

/** Reasons of an account that are told of a statement. */
const REASONS = 3

/** A story's answer, which its resource gives too. */
export async function storyAnswer(
  serving: Serving,
  { story: asked, part, limit: most, cursor: from }: Asked,
): Promise<Answer<z.input<typeof output>>> {
  const { number, told } = await storyAskedFor(serving, asked)
  const pinned = listed(await pinnedNow(serving))
  const story = storyRecord(told, await numbersIn(serving.ledger, told), pinned)
  const { account, title, summary, permalink } = story
  const all = { origins: story.origins, articles: story.articles, matters: story.matters, unsaid: story.unsaid }
  const page = paged<unknown>(all[part], { of: `${part} ${number}`, cursor: from, limit: most })
  const shown = <Item>(own: (typeof PARTS)[number], items: readonly Item[]): Item[] =>
    own === part ? items.filter((item) => page.items.includes(item)) : []
  const origins = shown('origins', story.origins).map(({ account: own, claims, ...origin }) => ({
    ...origin,
    account: { ...own, reasons: own.reasons.slice(0, REASONS) },
    claim: claims[0] ?? null,
  }))
  const articles = shown('articles', story.articles)
  const matters = shown('matters', story.matters)
  const unsaid = shown('unsaid', story.unsaid)
  const counts = {
    origins: story.origins.length,
    articles: story.articles.length,
    matters: story.matters.length,
    unsaid: story.unsaid.length,
    panels: story.figures.length,
    drift: story.drift.length,
  }
  return {
    value: { ...story, position: pinned.seq, counts, origins, articles, matters, unsaid, next: page.next },
    text: [
      `Story ${number}: ${titleWords(title)} ${permalink}`,
      ...(number === asked ? [] : [`Story ${asked} has become one with story ${number}.`]),
      `${summary === null ? 'No summary.' : quotation(summary)} ${counted(counts.articles, 'article')}, ${story.first ?? 'undated'} to ${story.last ?? 'undated'}.`,
      account.sentence,
      `Of its ${counted(account.statements, 'statement')} ${account.shared} are carried by several outlets; of ${account.untraced} of these no report's lineage is known.`,
      `${part}:`,
      ...origins.map(
        (one) =>
          `- origin ${one.number}: ${nameWords(one.speaker)}, ${one.said ?? 'on a day not known'}: ${quotation(one.words)} - ${one.account.sentence} claim ${one.claim}: ${one.permalink}`,
      ),
      ...articles.map(
        (one) =>
          `- article ${one.number}: ${outletWords(one.outlet)}, ${titleWords(one.headline)}, ${publishedWords(one.published)}${one.wire === null ? '' : `, wire copy of ${quotation(one.wire, 60)}`} ${one.permalink}`,
      ),
      ...matters.map(
        ({ words, origins: ids, account: own }) =>
          `- origins ${ids.join(', ')}: ${quotation(words, 160)} - ${own.sentence}`,
      ),
      ...unsaid.map(
        ({ about, sentence, claims }) =>
          `- ${sentence} About: ${quotation(about, 160)} (${counted(claims.length, 'claim')} looked at)`,
      ),
      ...(page.items.length === 0 ? ['- none'] : []),
      ...leftWords(page.left, ITEM[part], page.next),
      `More: compare_figures (${counted(counts.panels, 'panel')}), drift_report (${counted(counts.drift, 'change')}), the parts ${PARTS.filter((own) => own !== part).join(', ')}.`,
    ].join('\n'),
  }
}
