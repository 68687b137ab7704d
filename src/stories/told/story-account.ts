/**
 * The account of a story: how many outlets tell it in how many articles, how many statements, and for those that several
 * outlets carry to how few origins they trace - the people, bodies and documents who first said them.
 */
import type { SpeakerKind } from '../../claims/claim.ts'
import { creditedKey } from '../lineage/credited.ts'
import { type Account, standingOf } from './account.ts'
import { partiesOf, type Sourced } from './parties.ts'
import { copyReason, creditReasons, listed, printingWords, sharedReasons, textsOf, unknownReason } from './reasons.ts'

/** The account of a story: its `origins` are those of the statements that several outlets carry, a party's as one. */
export interface StoryAccount extends Account {
  readonly articles: number
  readonly statements: number
  /** Statements that more than one outlet carries. */
  readonly shared: number
  /** Those of them of which no report's lineage is known. */
  readonly untraced: number
}

/** An origin with who answers for it and its own account. */
interface Stated extends Sourced {
  readonly speaker: string | null
  readonly kind: SpeakerKind | 'unattributed' | 'unstated'
  readonly account: Account
}

type Counts = Pick<StoryAccount, 'outlets' | 'nameless' | 'articles' | 'statements' | 'shared' | 'origins' | 'untraced'>

/**
 * @param origins the origins of a story
 * @param articles how many articles tell it
 */
export function storyAccountOf(origins: readonly Stated[], articles: number): StoryAccount {
  const reports = origins.map((origin) => origin.reports)
  const { outlets, nameless, reached, unknown } = standingOf(reports)
  const shared = [...origins.entries()].filter(([, { account }]) => account.outlets > 1)
  const traced = shared.filter(([at]) => (reached[at]?.size ?? 0) > 0).map(([, origin]) => origin)
  const parties = partiesOf(traced)
  const groups = [...Map.groupBy(traced, ({ id }) => parties.get(id)).values()].sort(
    (one, other) => other.length - one.length,
  )
  const texts = textsOf(reports)
  const all = reports.flat()
  const counts: Counts = {
    outlets,
    nameless,
    articles,
    statements: origins.length,
    shared: shared.length,
    origins: groups.length,
    untraced: shared.length - traced.length,
  }
  return {
    ...counts,
    reports: texts.length,
    unknown: unknown.length,
    sentence: sentenceOf(counts),
    reasons: [
      ...partyReasons(groups, shared.length),
      ...copyReason(texts, { outlets: outlets - nameless, articles: nameless }),
      ...unknownReason(unknown, all),
      ...creditReasons(all, ({ source }) => source === 'outlet'),
      ...sharedReasons(all, 'peculiarity'),
    ],
  }
}

/** `9 outlets tell this in 12 articles. What several of them carry traces to 2 origins. 26 statements stand in one outlet alone.` */
function sentenceOf({ outlets, nameless, articles, statements, shared, origins, untraced }: Counts): string {
  if (outlets === 0) return 'No outlet carries a statement of this.'
  const many = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
  const who = printingWords({ outlets: outlets - nameless, articles: nameless })
  const inArticles = nameless === outlets ? '' : ` in ${many(articles, 'article')}`
  if (outlets === 1) return `${who} tells this${inArticles}, with ${many(statements, 'statement')}.`
  const head = `${who} tell this${inArticles}.`
  const one = nameless === 0 ? 'outlet' : nameless === outlets ? 'article' : 'outlet or article'
  const lone = statements - shared
  const alone = `${many(lone, 'statement')} ${lone === 1 ? 'stands' : 'stand'} in one ${one} alone.`
  if (shared === 0) return `${head} No statement is carried by more than one ${one}: ${alone}`
  const carried =
    origins === 0
      ? `The lineage of what several of them carry is unknown.`
      : `What several of them carry traces to ${many(origins, 'origin')}${untraced === 0 ? '' : `; the lineage of ${untraced} is unknown`}.`
  const sentences = [head, carried, lone > 0 && alone, origins > 1 && 'Independence is not established.']
  return sentences.filter((sentence) => sentence !== false).join(' ')
}

/** Parties that are named as reasons. */
const NAMED = 3

/** To whom most statements trace, and who is counted as one. */
function partyReasons(groups: readonly (readonly Stated[])[], shared: number): string[] {
  return groups
    .map((group) => ({ group, names: speakersOf(group) }))
    .filter(({ group, names }) => names.length > 0 && (group.length > 1 || names.length > 1))
    .slice(0, NAMED)
    .map(({ group, names }) => {
      const one = names.length > 1 ? ', counted as one: they cite each other or speak for one body' : ''
      return `one origin: ${group.length} of the ${shared} ${group.length === 1 ? 'traces' : 'trace'} to ${listed(names)}${one}`
    })
}

/** Who answers for some statements, each once whatever the spelling, who answers for most first. */
function speakersOf(group: readonly Stated[]): string[] {
  const named = group.flatMap(({ speaker, kind }) =>
    speaker === null || kind === 'unattributed' || kind === 'unstated' ? [] : [{ speaker, kind }],
  )
  return [...Map.groupBy(named, ({ speaker, kind }) => creditedKey(speaker, kind)).values()]
    .sort((one, other) => other.length - one.length)
    .flatMap(([first]) => first?.speaker ?? [])
}
