/**
 * An article in one of its versions: schema.org's NewsArticle with what the page says of itself, and in PROV-O the captures
 * that it was read out of. It is derived from nothing that its page does not name.
 */
import type { CaptureShown } from '../../ledger/stood.ts'
import type { Article } from '../../page/article.ts'
import { webAddress } from '../address.ts'
import { articleAt, versionAt } from '../addresses.ts'
import { agentIri, agentNode, outletIri } from './agents.ts'
import { iriOf, type Node, node, ref } from './node.ts'

/** A version of an article with what proves it. */
export interface Versioned {
  readonly article: number
  /** The number of the version. */
  readonly version: number
  readonly page: Pick<
    Article,
    'headline' | 'deck' | 'outlet' | 'bylines' | 'published' | 'modified' | 'lang' | 'section' | 'tags' | 'wire'
  >
  /** The address of the page. */
  readonly url: string | null
  /** The earliest first. */
  readonly captures: readonly Pick<CaptureShown, 'sha256' | 'url' | 'finalUrl' | 'capturedAt'>[]
}

/** Headlines, decks and names are whole up to this length, in characters: pages have longer ones to do harm. */
const LONGEST = 2000

const short = (text: string | null): string | null => (text === null ? null : text.slice(0, LONGEST))

export const versionIri = (site: string, { article, version }: Pick<Versioned, 'article' | 'version'>): string =>
  `${site}${versionAt(article, version)}`

/** Whose copy a page prints. */
export const agenciesOf = ({ wire }: Pick<Article, 'wire'>): string[] => wire?.split(', ') ?? []

/**
 * The version, the article that it is one of, its outlet, whose copy it prints, and its captures.
 * @param outlets names that are outlets of the ledger
 */
export function pageNodes(site: string, versioned: Versioned, outlets: ReadonlySet<string>): Node[] {
  const { article, page, url, captures } = versioned
  const iri = versionIri(site, versioned)
  const wires = agenciesOf(page).map((name, at) => ({
    iri: `${iri}#copy-${at + 1}`,
    name,
    agency: agentIri({ name, kind: 'outlet' }, `${iri}#agency-${at + 1}`, { site, speaker: null, outlets }),
  }))
  const outlet = page.outlet === null ? null : outletIri(site, page.outlet)
  const shots = captures.map((capture) => ({ ...capture, iri: `${iri}#capture-${captureName(capture)}` }))
  const copies = wires.map((wire) => ref(wire.iri))
  return [
    node({
      '@id': iri,
      '@type': ['NewsArticle', 'prov:Entity'],
      headline: short(page.headline),
      abstract: short(page.deck),
      url: url === null ? null : ref(iriOf(url)),
      publisher: outlet === null ? null : ref(outlet),
      author: page.bylines.map((name) => node({ name: short(name) })),
      datePublished: page.published,
      dateModified: page.modified,
      inLanguage: page.lang,
      articleSection: short(page.section),
      keywords: page.tags.map(short).filter((tag) => tag !== null),
      version: versioned.version,
      isBasedOn: copies,
      encoding: shots.map((shot) => ref(shot.iri)),
      'prov:specializationOf': ref(`${site}${articleAt(article)}`),
      'prov:wasDerivedFrom': [...shots.map((shot) => ref(shot.iri)), ...copies],
    }),
    node({
      '@id': `${site}${articleAt(article)}`,
      '@type': ['NewsArticle', 'prov:Entity'],
      url: url === null ? null : ref(iriOf(url)),
      archivedAt: ref(iri),
    }),
    ...(outlet === null || page.outlet === null ? [] : [agentNode(outlet, { name: page.outlet, kind: 'outlet' })]),
    ...wires.flatMap((wire) => [
      node({
        '@id': wire.iri,
        '@type': ['CreativeWork', 'prov:Entity'],
        publisher: ref(wire.agency),
        'prov:wasAttributedTo': ref(wire.agency),
      }),
      agentNode(wire.agency, { name: wire.name, kind: 'outlet' }),
    ]),
    ...shots.map(({ iri: own, sha256, capturedAt, ...shot }) => {
      const address = webAddress(shot.finalUrl ?? shot.url)
      return node({
        '@id': own,
        '@type': ['MediaObject', 'prov:Entity'],
        url: address === null ? null : ref(iriOf(address)),
        sha256,
        'prov:generatedAtTime': capturedAt,
        'prov:wasGeneratedBy': node({
          '@type': 'prov:Activity',
          'prov:startedAtTime': capturedAt,
          'prov:used': address === null ? null : ref(iriOf(address)),
        }),
      })
    }),
  ]
}

const captureName = ({ capturedAt, sha256 }: Pick<CaptureShown, 'capturedAt' | 'sha256'>): string =>
  `${encodeURIComponent(capturedAt)}-${sha256.slice(0, 8)}`
