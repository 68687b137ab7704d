/** Stories: their origins with the account of each, what they tell alike, rival figures, drift, and what nobody says. */
import { z } from 'zod'
import type { Numbers } from '../../ledger/numbers.ts'
import { numberOf } from '../../ledger/settled.ts'
import type { ArticleTold, StoryTold } from '../../stories/told/told.ts'
import { webAddress } from '../address.ts'
import { articleAt, storyAt } from '../addresses.ts'
import { Account, accountRecord } from './account.ts'
import { namesOf, type StoryNames } from './names.ts'
import { Origin, originRecord } from './origin.ts'
import { Panel, panelRecord } from './panel.ts'
import { excerptOf, type Pinned } from './pinned.ts'
import { StoryDrift, storyDriftRecord } from './story-drift.ts'
import { Count, Day, Numbered, PageAddress, Permalink, Published } from './words.ts'

const StoryArticle = z
  .object({
    number: Numbered,
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
    published: Published,
    wire: z.string().nullable(),
    url: PageAddress,
    permalink: Permalink,
  })
  .meta({ id: 'StoryArticle', description: 'An article of a story.' })

const Matter = z
  .object({ words: z.string(), origins: z.array(Numbered), account: Account })
  .meta({ id: 'Matter', description: 'What several origins tell alike, with the account of all of them.' })

const UNSAID = [
  'source',
  'who counted',
  'killed or wounded',
  'over what time',
  'which document',
  'where',
  'of whom',
] as const

const Unsaid = z
  .object({
    kind: z.enum(UNSAID),
    about: z.string().describe('What it is about, in words of a report.'),
    sentence: z.string().describe('What no report says.'),
    why: z.string(),
    origins: z.array(Numbered),
    claims: z.array(Numbered).describe('The claims that were looked at.'),
  })
  .meta({ id: 'Unsaid', description: 'Something that no report of a story says.' })

const StoryAccount = Account.extend({
  articles: Count,
  statements: Count,
  shared: Count.describe('Statements that more than one outlet carries.'),
  untraced: Count.describe("Those of them of which no report's lineage is known."),
}).meta({ id: 'StoryAccount', description: 'The account of a story: outlets, origins, and what is untraced.' })

const head = {
  number: Numbered,
  title: z.string().nullable().describe('The headline of its most central article.'),
  summary: z.string().nullable().describe('The first sentence of that article.'),
  from: Numbered.nullable().describe('The article that title and summary are of.'),
  first: Day,
  last: Day,
  account: StoryAccount,
  permalink: Permalink,
}

export const StoryListed = z
  .object(head)
  .meta({ id: 'StoryListed', description: 'A story as it is listed; by its number all of it can be had.' })
export type StoryListed = z.infer<typeof StoryListed>

export const Story = z
  .object({
    ...head,
    articles: z.array(StoryArticle).describe('The earliest first, undated ones last.'),
    origins: z.array(Origin).describe('Those that most outlets carry first.'),
    matters: z.array(Matter),
    figures: z.array(Panel).describe('Rival figures that can be laid side by side.'),
    single: Count.describe('Things counted by one claimant with one number, which no panel shows.'),
    drift: z.array(StoryDrift),
    unsaid: z.array(Unsaid),
  })
  .meta({ id: 'Story', description: 'A set of origins and articles about one developing matter.' })
export type Story = z.infer<typeof Story>

const headOf = (told: StoryTold, names: StoryNames, pinned: Pinned) => {
  const number = numberOf(told.id)
  const { articles, statements, shared, untraced } = told.account
  return {
    number,
    title: told.title && excerptOf(told.title, pinned),
    summary: told.summary && excerptOf(told.summary, pinned),
    from: told.from === null ? null : names.article(told.from),
    first: told.first,
    last: told.last,
    account: { ...accountRecord(told.account), articles, statements, shared, untraced },
    permalink: pinned.site + storyAt(number),
  }
}

/** A story as it is listed. */
export const storyListedRecord = (told: StoryTold, numbers: Numbers, pinned: Pinned): StoryListed =>
  headOf(told, namesOf(told, numbers), pinned)

/** A story with all that it tells. */
export function storyRecord(told: StoryTold, numbers: Numbers, pinned: Pinned): Story {
  const names = namesOf(told, numbers)
  const story = numberOf(told.id)
  return {
    ...headOf(told, names, pinned),
    articles: told.articles.flatMap((article) => articleRecord(article, names, pinned)),
    origins: told.origins.map((origin) => originRecord(origin, names, pinned)),
    matters: told.matters.map(({ words, origins, account }) => ({
      words: excerptOf(words, pinned),
      origins: origins.map(numberOf),
      account: accountRecord(account),
    })),
    figures: told.figures.map((panel, at) => panelRecord(panel, { story, panel: at + 1 }, names, pinned)),
    single: told.single,
    drift: told.drift.map((drift) => storyDriftRecord(drift, names, pinned)),
    unsaid: told.unsaid.map(({ kind, about, sentence, why, origins, claims }) => ({
      kind,
      about: excerptOf(about, pinned),
      sentence,
      why,
      origins: origins.map(numberOf),
      claims: names.claims(claims),
    })),
  }
}

function articleRecord(article: ArticleTold, names: StoryNames, pinned: Pinned) {
  const number = names.article(article.id)
  if (number === null) return []
  const { outlet, headline, published, wire, url } = article
  const cut = headline && excerptOf(headline, pinned)
  return [
    {
      number,
      outlet,
      headline: cut,
      published,
      wire,
      url: webAddress(url),
      permalink: pinned.site + articleAt(number),
    },
  ]
}
