/** On whose word a claim is told, and who else carries it: origins, not outlets. */
import { z } from 'zod'
import { numbersIn } from '../../ledger/numbers.ts'
import { originTold } from '../../ledger/origin-told.ts'
import { originReported } from '../../ledger/reports.ts'
import { counted } from '../../publish/numbers.ts'
import { Account } from '../../publish/records/account.ts'
import { Claim } from '../../publish/records/claim.ts'
import { Drift } from '../../publish/records/drift.ts'
import { namesOf } from '../../publish/records/names.ts'
import { originRecord } from '../../publish/records/origin.ts'
import { type Report, reportsRecord } from '../../publish/records/report.ts'
import { claimAskedFor } from '../ask-for.ts'
import { type Carried, Credited, carriedBy, creditedIn, Lineage, lineageWords } from '../carriers.ts'
import { cursorAt, offsetIn } from '../cursor.ts'
import { claimNumber, cursor, limit, next, pinnedTo } from '../fields.ts'
import { listed, pinnedNow } from '../pinned.ts'
import { quotation } from '../quotation.ts'
import { tool } from '../tool.ts'
import { anchorWords, chainLines, claimLines, leftWords, nameWords, outletWords, publishedWords } from '../words.ts'
import { stoodRecord } from './get-claim.ts'

const input = z.object({ claim: claimNumber, limit: limit(30, 8), cursor: cursor.optional() })

const Told = Claim.pick({ number: true, type: true, speaker: true, anchor: true, permalink: true })
  .extend({ drift: z.array(Drift).describe('What it lost or changed of `earliest`, whose article `from` stands in.') })
  .meta({ id: 'Told', description: 'A claim by which an article reports it.' })

const Carrying = z
  .object({
    article: z.int(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    wire: z.string().nullable(),
    permalink: z.string(),
    lineage: Lineage.nullable().describe('How it has what it tells; null where no story of the ledger tells it.'),
    claims: z.array(Told),
  })
  .meta({ id: 'Carrying', description: "An article's telling of the origin." })
type Carrying = z.infer<typeof Carrying>

const output = z.object({
  claim: Claim.pick({
    number: true,
    article: true,
    outlet: true,
    headline: true,
    published: true,
    in: true,
    type: true,
    speaker: true,
    figures: true,
    saidTime: true,
    chain: true,
    anchor: true,
    capture: true,
    permalink: true,
  }).describe('`chain` is on whose word this article has it, the outlet first, each link with the words that say so.'),
  position: pinnedTo,
  story: z.int().nullable(),
  origin: z
    .object({ number: z.int(), speaker: z.string().nullable(), said: z.string().nullable(), words: z.string() })
    .nullable()
    .describe('The original statement; null where the claim is in no origin that a story tells.'),
  account: Account.nullable().describe(
    'How many outlets carry it, to how many origins they trace, how many are unknown.',
  ),
  own: Lineage.nullable().describe('How the article asked about has it; null where no story of the ledger tells it.'),
  credited: z
    .array(Credited)
    .describe('Whom reports name as their source, and of whom the ledger has no article of this.'),
  articles: z.int().describe('Articles that report it. They are no confirmations.'),
  earliest: z
    .object({ article: z.int(), claim: z.int() })
    .nullable()
    .describe('The report that the others are held against: the earliest published.'),
  reports: z.array(Carrying).describe('The earliest published first; that is not for that where others have it from.'),
  next,
})

/** Claims by which one article reports it that are told. */
const EACH = 2

export const traceClaim = tool({
  name: 'trace_claim',
  title: 'On whose word',
  description:
    'On whose word an article tells a claim (the chain of sources, each link with the words that say so), and who else carries the same statement: how many outlets, to how few origins they trace, of how many the lineage is unknown, how each has it and what each changed of the earliest. Use it before saying that something is confirmed or widely reported.',
  input,
  output,
  answer: async (serving, { claim: number, limit: most, cursor: from }, signal) => {
    const { ledger } = serving
    const offset = offsetIn(from, `trace ${number}`)
    const stood = await claimAskedFor(serving, number)
    const pinned = listed(await pinnedNow(serving))
    const claim = stoodRecord(stood, pinned)
    const reported = await originReported(ledger, number, { limit: most, offset })
    signal.throwIfAborted()
    const told =
      reported === null
        ? null
        : await originTold(ledger, {
            reading: stood.reading.id,
            local: stood.corrected.claim.id,
            others: reported.reports.map(({ reading }) => reading),
          })
    const origin =
      told === null ? null : originRecord(told.origin, namesOf(told.story, await numbersIn(ledger, told.story)), pinned)
    const carried = carriedBy(origin?.carriers ?? [])
    const reports =
      reported === null
        ? []
        : reportsRecord(number, reported, pinned).reports.map((report) => carrying(report, carried))
    const { articles, earliest } = reported ?? { articles: 0, earliest: null }
    const left = Math.max(0, articles - offset - reports.length)
    const further = left === 0 ? null : cursorAt(`trace ${number}`, offset + reports.length)
    const own = lineageIn(carried, claim.article)
    const credited = creditedIn(origin?.carriers ?? [])
    return {
      value: {
        claim,
        position: pinned.seq,
        story: told?.number ?? reported?.story ?? null,
        origin: origin && { number: origin.number, speaker: origin.speaker, said: origin.said, words: origin.words },
        account: origin?.account ?? null,
        own,
        credited,
        articles,
        earliest,
        reports,
        next: further,
      },
      text: [
        ...claimLines(claim),
        'On whose word this article tells it:',
        ...chainLines(claim.chain, claim.in),
        ...(own === null ? [] : [`How this article has it: ${lineageWords(own)}`]),
        ...(reported === null
          ? [notTraced(stood.history.current, number)]
          : [
              'Who else carries it:',
              origin === null
                ? 'No story of the ledger tells this origin; how the reports have it is not known.'
                : `${origin.account.sentence} The origin: ${nameWords(origin.speaker)}, ${origin.said ?? 'on a day not known'}: ${quotation(origin.words)}`,
              ...credited
                .slice(0, 10)
                .map(
                  (one) =>
                    `${quotation(one.name, 80)} is credited by reports; ${counted(one.carriedOnBy, 'article')} told from there; its own article is not in the ledger.`,
                ),
              ...reports.flatMap(reportLines),
              ...leftWords(left, 'article', further),
              ...(earliest === null ? [] : [`The earliest: claim ${earliest.claim}, article ${earliest.article}.`]),
              'The earliest report in the ledger is not for that where the others have it from.',
            ]),
      ].join('\n'),
    }
  },
})

const notTraced = (current: number | null, number: number): string =>
  current !== null && current !== number
    ? `This reading of the claim counts no more: trace claim ${current}, which stands for it now.`
    : 'It is in no origin: who else may carry it is not known. That is not to say that nobody does.'

const lineageIn = (carried: readonly Carried[], article: number): Lineage | null =>
  carried.find(({ articles }) => articles.includes(article))?.lineage ?? null

function carrying(report: Report, carried: readonly Carried[]): Carrying {
  const { article, outlet, published, wire, permalink, claims } = report
  return {
    article,
    outlet,
    published,
    wire,
    permalink,
    lineage: lineageIn(carried, article),
    claims: claims.slice(0, EACH).map(({ claim, drift }) => {
      const { number, type, speaker, anchor, permalink: own } = claim
      return { number, type, speaker, anchor, permalink: own, drift }
    }),
  }
}

const reportLines = ({ article, outlet, published, wire, lineage, claims }: Carrying): string[] => [
  `- ${outletWords(outlet)} (article ${article}), ${publishedWords(published)}${wire === null ? '' : `, wire copy of ${quotation(wire, 60)}`}: ${lineage === null ? 'how it has it is not known' : lineageWords(lineage)}`,
  ...claims.flatMap(({ number, anchor, drift, permalink }) => [
    `  claim ${number}: ${quotation(anchor.text, 200)} (${anchorWords(anchor)}) ${permalink}`,
    ...drift.map(
      ({ kind, from, to, lost }) =>
        `    against the earliest: ${kind}: ${quotation(from.text, 80)} (there ${anchorWords(from)}) ${lost ? 'is left out' : `-> ${quotation(to.text, 80)} (${anchorWords(to)})`}`,
    ),
  ]),
]
