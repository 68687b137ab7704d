/**
 * A story as linked data: its origins as entities of PROV-O, and the reports derived from them, each by whom it has it from
 * and by what evidence. A report of unknown lineage is told, and derived from nothing.
 */
import type { Numbers } from '../../ledger/numbers.ts'
import { articleOf } from '../../stories/reading.ts'
import type { ArticleTold, OriginTold, StoryTold } from '../../stories/told/told.ts'
import { webAddress } from '../address.ts'
import { articleAt, claimAt, speakerAt, storyAt, versionAt } from '../addresses.ts'
import { shortened } from '../story/words.ts'
import { agentNode, outletIri } from './agents.ts'
import { iriOf, type Node, node, ref } from './node.ts'
import { reportNodes } from './reports.ts'

/** How a story is told. */
export interface Telling {
  readonly site: string
  /** Its number. */
  readonly story: number
  readonly numbers: Numbers
  /** Names that are outlets of the ledger. */
  readonly outlets: ReadonlySet<string>
  /** The most characters of an article's text that are shown; null for all. */
  readonly excerpt: number | null
}

/** @param origin its number */
export const originIri = (site: string, story: number, origin: number | string): string =>
  `${site}${storyAt(story)}#origin-${origin}`

export function storyNodes(told: StoryTold, telling: Telling): Node[] {
  const { site, story, numbers } = telling
  const { title, summary, articles, first, last, origins, account } = told
  const byId = new Map(articles.map((article) => [article.id, article]))
  const words = wordsWithin(telling.excerpt)
  const members = articles.flatMap(({ id }) => versionOf(id, telling) ?? [])
  return [
    node({
      '@id': `${site}${storyAt(story)}`,
      '@type': ['Collection', 'prov:Collection', 'hearsay:Story'],
      name: title,
      abstract: telling.excerpt === null ? summary : null,
      description: account.sentence,
      temporalCoverage: first === null ? null : first === last || last === null ? first : `${first}/${last}`,
      hasPart: members.map(ref),
      'prov:hadMember': origins.map((origin) => ref(iriOfOrigin(origin, telling))),
      'hearsay:outlets': account.outlets,
      'hearsay:origins': account.origins,
      'hearsay:unknownLineage': account.unknown,
    }),
    ...articles.flatMap((article) => articleNodes(article, telling)),
    ...origins.flatMap((origin) => {
      const [claim] = origin.claims
      return originNodes(origin, words(origin.words, claim === undefined ? '' : articleOf(claim)), telling)
    }),
    ...origins.flatMap((origin) =>
      reportNodes(origin, {
        site,
        origin: iriOfOrigin(origin, telling),
        claim: (mention) => {
          const number = numbers.claims.get(mention)
          return number === undefined ? null : `${site}${claimAt(number)}`
        },
        version: (id) => versionOf(id, telling),
        outlet: (id) => byId.get(id)?.outlet ?? null,
        outlets: telling.outlets,
      }),
    ),
    ...speakersOf(origins, numbers, site),
  ]
}

const iriOfOrigin = ({ id }: Pick<OriginTold, 'id'>, { site, story }: Telling): string =>
  originIri(site, story, id.replace(/^o/, ''))

function versionOf(id: string, { site, numbers }: Telling): string | null {
  const [article, version] = [numbers.articles.get(id), numbers.versions.get(id)]
  return article === undefined || version === undefined ? null : `${site}${versionAt(article, version)}`
}

function articleNodes({ id, headline, outlet, published, url }: ArticleTold, telling: Telling): Node[] {
  const version = versionOf(id, telling)
  const number = telling.numbers.articles.get(id)
  if (version === null || number === undefined) return []
  const address = webAddress(url)
  const publisher = outlet === null ? null : outletIri(telling.site, outlet)
  return [
    node({
      '@id': version,
      '@type': ['NewsArticle', 'prov:Entity'],
      headline: headline?.slice(0, 2000),
      url: address === null ? null : ref(iriOf(address)),
      publisher: publisher === null ? null : ref(publisher),
      datePublished: published,
      'prov:specializationOf': ref(`${telling.site}${articleAt(number)}`),
    }),
    ...(publisher === null || outlet === null ? [] : [agentNode(publisher, { name: outlet, kind: 'outlet' })]),
  ]
}

/** The most characters of an origin's words. */
const LONGEST = 280

/** Words of origins, as many of one article as an excerpt has. */
function wordsWithin(excerpt: number | null): (words: string, article: string) => string | null {
  const spent = new Map<string, number>()
  return (words, article) => {
    if (excerpt === null) return words
    const used = spent.get(article) ?? 0
    const shown = shortened(words, Math.min(LONGEST, excerpt))
    if (used + shown.length > excerpt) return null
    spent.set(article, used + shown.length)
    return shown
  }
}

function originNodes(origin: OriginTold, text: string | null, telling: Telling): Node[] {
  const { id, speaker, kind, said, account } = origin
  const iri = iriOfOrigin(origin, telling)
  const key = telling.numbers.speakers.get(id)
  const own = speaker === null ? null : key === undefined ? `${iri}-source` : `${telling.site}${speakerAt(key)}`
  const isAgent = kind !== 'document' && kind !== 'unattributed' && kind !== 'unstated'
  return [
    node({
      '@id': iri,
      '@type': ['CreativeWork', 'prov:Entity', 'hearsay:Origin'],
      text,
      dateCreated: said,
      description: account.sentence,
      'prov:wasAttributedTo': own === null || !isAgent ? null : ref(own),
      'hearsay:outlets': account.outlets,
      'hearsay:unknownLineage': account.unknown,
    }),
    ...(own === null || speaker === null || !isAgent || key !== undefined
      ? []
      : [agentNode(own, { name: speaker, kind })]),
  ]
}

/** Speakers with pages of their own. */
const speakersOf = (origins: readonly OriginTold[], { speakers }: Numbers, site: string): Node[] =>
  origins.flatMap(({ id, speaker, kind }) => {
    const key = speakers.get(id)
    if (key === undefined || speaker === null || kind === 'unattributed' || kind === 'unstated') return []
    return [agentNode(`${site}${speakerAt(key)}`, { name: speaker, kind })]
  })
