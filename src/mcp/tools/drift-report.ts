/** What was lost or changed when something was told again: in a story, in an article, in a draft. */
import { z } from 'zod'
import type { Claim } from '../../claims/claim.ts'
import { numbersIn } from '../../ledger/numbers.ts'
import type { Article } from '../../page/article.ts'
import { articleAt, storyAt } from '../../publish/addresses.ts'
import { anchorRecord } from '../../publish/records/anchor.ts'
import type { Pinned } from '../../publish/records/pinned.ts'
import type { Drift, DriftAnchor } from '../../stories/drift/drift.ts'
import { headlineCheck } from '../../stories/drift/headline.ts'
import { driftWithin } from '../../stories/drift/within.ts'
import type { DriftSide } from '../../stories/told/changes.ts'
import { AskError } from '../ask-error.ts'
import { articleAskedFor, storyAskedFor } from '../ask-for.ts'
import { paged } from '../cursor.ts'
import { Change, changeLines, type Side } from '../drifts.ts'
import { articleNumber, cursor, limit, next, pinnedTo, storyNumber } from '../fields.ts'
import { arrivalOf, LONGEST_PAGE, readArrival } from '../given-page.ts'
import { listed, pinnedNow } from '../pinned.ts'
import { quotation } from '../quotation.ts'
import type { Serving } from '../serving.ts'
import { tool } from '../tool.ts'
import { anchorWords, leftWords, nameWords, outletWords } from '../words.ts'

const input = z.object({
  article: articleNumber.optional(),
  story: storyNumber.optional(),
  headline: z.string().max(1000).optional().describe('The headline of a draft, with its `text`.'),
  text: z
    .string()
    .max(LONGEST_PAGE)
    .optional()
    .describe('The text of a draft as it is: paragraphs between empty lines.'),
  outlet: z.string().max(200).optional().describe('Who will publish the draft.'),
  limit: limit(50, 12),
  cursor: cursor.optional(),
})

const Headline = z
  .object({
    words: z.string(),
    claim: z.int().nullable().describe('The claim of the text that the headline reports; null for a draft.'),
    reports: z
      .object({ speaker: z.string().nullable(), in: z.string(), start: z.int(), end: z.int(), text: z.string() })
      .nullable()
      .describe('That claim. null: none was found, so that nothing can be said of what the headline left out.'),
    lost: z.array(z.string()).describe('Words of that claim which the headline leaves out.'),
    changed: z.array(z.object({ from: z.string(), to: z.string() })),
  })
  .meta({ id: 'Headline', description: "An article's headline held against its text." })

const output = z.object({
  of: z.enum(['article', 'story', 'draft']),
  number: z.int().nullable().describe('Of the article or story; null for a draft.'),
  permalink: z.string().nullable(),
  position: pinnedTo,
  headline: Headline.nullable().describe('null for a story, and where there is no headline.'),
  changes: z.array(Change),
  found: z.int().describe('How many changes there are on all pages.'),
  next,
})
type Output = z.input<typeof output>

/** What drift is looked for in. */
interface Held {
  readonly of: 'article' | 'draft'
  readonly article: Article
  readonly number: number | null
  readonly claims: readonly Claim[]
  readonly numberOf: ReadonlyMap<string, number>
}

function sideOf({ number, article, numberOf }: Held, { claim, ...side }: DriftAnchor, pinned: Pinned): Side {
  const anchor = anchorRecord({ ...side, article: number, url: article.url }, pinned)
  return { ...anchor, outlet: article.outlet, claim: numberOf.get(claim ?? '') ?? null }
}

function changeOf(held: Held, { kind, lost, from, to, why }: Drift, pinned: Pinned): Change {
  const articles = held.number === null ? [] : [held.number]
  return { kind, lost, from: sideOf(held, from, pinned), to: sideOf(held, to, pinned), why, articles }
}

function headlineOf({ article, claims, numberOf }: Held, pinned: Pinned): Output['headline'] {
  const check = headlineCheck(article, claims)
  if (check === null || article.headline === null) return null
  const told = claims.find(({ id }) => id === check.claim)
  const { in: where, content, speaker } = told ?? {}
  return {
    words: article.headline.slice(0, 1000),
    claim: numberOf.get(check.claim ?? '') ?? null,
    reports:
      where === undefined || content === undefined
        ? null
        : {
            speaker: speaker?.name ?? null,
            in: where,
            start: content.start,
            end: content.end,
            text: anchorRecord({ ...content, in: where, article: null, url: null }, pinned).text,
          },
    lost: [...check.lost],
    changed: check.changed.map(({ from, to }) => ({ from, to })),
  }
}

function headlineLines(headline: Output['headline']): string[] {
  if (headline == null) return ['There is no headline to hold against the text.']
  const { words, claim, reports } = headline
  const own = `Headline: ${quotation(words)}`
  if (reports === null)
    return [
      own,
      'No claim of the text was found that it reports, so nothing is known of what it left out. That is not to say that it left nothing out.',
    ]
  const { speaker, text, ...anchor } = reports
  const number = claim === null ? 'the claim' : `claim ${claim}`
  return [
    own,
    `It reports ${number} of the text: ${nameWords(speaker)}: ${quotation(text)} (${anchorWords(anchor as never)})`,
  ]
}

export const driftReport = tool({
  name: 'drift_report',
  title: 'What the retelling dropped or changed',
  description: `What was lost or changed when a statement was told again: hedges and bounds dropped, groups narrowed, figures changed, attributions dropped. Give exactly one of:
- article: its headline, deck and captions against its own text (what did the headline drop?);
- story: all articles of a story, within each and from report to report;
- headline and text: a draft, before it is published. It is read and not kept.
An empty list means that nothing was found, not that nothing differs.`,
  input,
  output,
  answer: async (serving, { article, story, headline, text, outlet, limit: most, cursor: from }, signal) => {
    if ([article, story, text].filter((one) => one !== undefined).length !== 1)
      throw new AskError(
        'Give exactly one of article (a number), story (a number), or text (a draft, with its headline).',
      )
    const page = { cursor: from, limit: most }
    if (story !== undefined) return ofStory(serving, story, page)
    return ofOne(
      serving,
      article === undefined
        ? await draftHeld(serving, { headline, text, outlet }, signal)
        : await articleHeld(serving, article),
      page,
    )
  },
})

interface PageAsked {
  readonly cursor: string | undefined
  readonly limit: number
}

/** A headline is not held against more of a text than this while somebody waits. */
const HELD_AGAINST = { characters: 300_000, claims: 1000 }

async function articleHeld(serving: Serving, number: number): Promise<Held> {
  const { article, claims } = await articleAskedFor(serving, number)
  return {
    of: 'article',
    article,
    number,
    claims: claims.map(({ claim }) => claim),
    numberOf: new Map(claims.map((one) => [one.claim.id, one.number])),
  }
}

async function draftHeld(
  serving: Serving,
  {
    headline,
    text = '',
    outlet,
  }: {
    readonly headline?: string | undefined
    readonly text?: string | undefined
    readonly outlet?: string | undefined
  },
  signal: AbortSignal,
): Promise<Held> {
  const given = { ...(headline === undefined ? {} : { headline }), ...(outlet === undefined ? {} : { outlet }) }
  const { article, found } = await readArrival(
    serving,
    arrivalOf({ words: text, as: 'article', given }, serving),
    signal,
  )
  return { of: 'draft', article, number: null, claims: found.claims, numberOf: new Map() }
}

async function ofOne(serving: Serving, held: Held, page: PageAsked) {
  const { of, number, article, claims } = held
  if (article.text.length > HELD_AGAINST.characters || claims.length > HELD_AGAINST.claims)
    throw new AskError(
      'It is too long to be held against itself while you wait. get_claim and trace_claim tell of single claims.',
    )
  const pinned = await pinnedNow(serving)
  const all = driftWithin(article, claims)
  const { items, next: following, left } = paged(all, { of: `drift ${of} ${number}`, ...page })
  const changes = items.map((drift) => changeOf(held, drift, listed(pinned)))
  const headline = headlineOf(held, listed(pinned))
  const permalink = number === null ? null : pinned.site + articleAt(number)
  const found = all.length
  return {
    value: { of, number, permalink, position: pinned.seq, headline, changes, found, next: following },
    text: [
      number === null
        ? 'A draft, read and not kept.'
        : `Article ${number}, ${outletWords(article.outlet)}: ${permalink}`,
      ...headlineLines(headline),
      found === 0 ? 'Nothing was found that it lost or changed.' : `${found} found:`,
      ...changes.flatMap((change, at) => changeLines(change, at + 1)),
      ...leftWords(left, 'changes'),
      'from is the fuller telling, to the one that lost or changed its words. Drift says that words differ, not why.',
    ].join('\n'),
  }
}

async function ofStory(serving: Serving, story: number, page: PageAsked) {
  const { number, told } = await storyAskedFor(serving, story)
  const pinned = await pinnedNow(serving)
  const numbers = await numbersIn(serving.ledger, told)
  const urls = new Map(told.articles.map(({ id, url }) => [id, url]))
  const side = ({ article, claim, outlet, origin: _, ...words }: DriftSide): Side => ({
    ...anchorRecord(
      { ...words, article: numbers.articles.get(article) ?? null, url: urls.get(article) ?? null },
      listed(pinned),
    ),
    outlet,
    claim: numbers.claims.get(claim ?? '') ?? null,
  })
  const { items, next: following, left } = paged(told.drift, { of: `drift story ${number}`, ...page })
  const changes = items.map(
    ({ kind, lost, from, to, why, articles }): Change => ({
      kind,
      lost,
      from: side(from),
      to: side(to),
      why,
      articles: articles.flatMap((id) => numbers.articles.get(id) ?? []),
    }),
  )
  const permalink = pinned.site + storyAt(number)
  const found = told.drift.length
  return {
    value: {
      of: 'story' as const,
      number,
      permalink,
      position: pinned.seq,
      headline: null,
      changes,
      found,
      next: following,
    },
    text: [
      `Story ${number}: ${told.title === null ? 'without a headline' : quotation(told.title)}: ${permalink}`,
      found === 0
        ? 'Nothing was found that its tellings lost or changed.'
        : `${found} changes, the most serious kinds first:`,
      ...changes.flatMap((change, at) => changeLines(change, at + 1)),
      ...leftWords(left, 'changes'),
      'from is the fuller telling, to the one that lost or changed its words. Drift says that words differ, not why.',
    ].join('\n'),
  }
}
