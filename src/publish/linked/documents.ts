/** Graphs of a ledger's articles, claims and stories, as they are served and exported. */
import type { Claim } from '../../claims/claim.ts'
import { pagesOfClaims } from '../../ledger/article-pages.ts'
import { articleStood } from '../../ledger/article-stood.ts'
import { numbersIn } from '../../ledger/numbers.ts'
import type { Ledger } from '../../ledger/open.ts'
import { originReported } from '../../ledger/reports.ts'
import { outletsAmong } from '../../ledger/source-parties.ts'
import { claimStood } from '../../ledger/stood.ts'
import { storyNow, storyTold } from '../../ledger/told.ts'
import { articleAddress } from '../address.ts'
import { claimAt } from '../addresses.ts'
import { pageAddress } from '../cite/claim.ts'
import { claimNodes } from './claim.ts'
import { type LinkedDocument, linkedDocument } from './document.ts'
import { readingNodes } from './engine.ts'
import { agenciesOf, pageNodes, type Versioned, versionIri } from './page.ts'
import { creditedIn } from './reports.ts'
import { ALL, selecting, shownAround } from './selectors.ts'
import { originIri, storyNodes } from './story.ts'

/** How a graph is made. */
export interface LinkedOptions {
  /** The address of the site, without a slash at its end: IRIs begin with it. */
  readonly site: string
  /** The most characters of an article's text that are shown; null for all. */
  readonly excerpt: number | null
}

/** What graphs are made of. */
export type LinkedLedger = Pick<Ledger, 'db'>

/**
 * A claim with its article, its chain and its anchors.
 * @param at the log position that counts; without one, as it is known now
 * @returns null where there is no such claim, or not yet, or a person hid it
 */
export async function claimDocument(
  ledger: LinkedLedger,
  id: number,
  { site, excerpt, at }: LinkedOptions & { readonly at?: number | undefined },
): Promise<LinkedDocument | null> {
  const stood = await claimStood(ledger, id, at === undefined ? {} : { at })
  const now = at === undefined ? stood : await claimStood(ledger, id)
  if (stood === null || now === null || now.corrected.isHidden || stood.corrected.isHidden) return null
  const { corrected, page, captures, reading, version } = stood
  const { claim } = corrected
  const versioned: Versioned = {
    article: stood.article,
    version: version.number,
    page,
    url: pageAddress(stood),
    captures,
  }
  const own = await originReported(ledger, id, { limit: 0 })
  const plain = `${site}${claimAt(id)}`
  const iri = at === undefined ? plain : `${site}${claimAt(id, stood.pinned.seq)}`
  const outlets = await outletsOf(ledger, page, [claim])
  const nodes = claimNodes({
    iri,
    claim,
    versioned,
    selecting: selecting(page, shownAround(claim, excerpt)),
    excerpt,
    naming: { site, speaker: claim.speaker, outlets },
    pages: (await pagesOfClaims(ledger, reading.id, [claim])).get(claim.id) ?? [],
    reading: stood.isAdded ? null : reading,
    seen: captures[0]?.capturedAt ?? version.firstSeen,
    origin: own === null || own.story === null ? null : originIri(site, own.story, own.origin),
    corrections: corrected.by,
  })
  return linkedDocument([
    ...nodes,
    ...(iri === plain ? [] : [{ '@id': iri, 'prov:specializationOf': { '@id': plain } }]),
    ...pageNodes(site, versioned, outlets),
    ...(stood.isAdded ? [] : readingNodes(site, versionIri(site, versioned), reading)),
  ])
}

/** Those whom a page or its claims name that are outlets of the ledger: only they have pages there. */
const outletsOf = (ledger: LinkedLedger, page: Versioned['page'], claims: readonly Pick<Claim, 'chain'>[]) =>
  outletsAmong(ledger, [
    ...new Set([...agenciesOf(page), ...claims.flatMap(({ chain }) => chain.map(({ name }) => name))]),
  ])

/** Claims of an article that are told in full: each takes 3 KB. */
const MOST = 1000

/**
 * An article with all its claims.
 * @param version its number; the one seen last without it
 * @returns null where there is no such article or version
 */
export async function articleDocument(
  ledger: LinkedLedger,
  id: number,
  { site, excerpt, version }: LinkedOptions & { readonly version?: number | undefined },
): Promise<LinkedDocument | null> {
  const stood = await articleStood(ledger, id, version)
  if (stood === null) return null
  const { article: page, captures, claims, reading } = stood
  const versioned: Versioned = {
    article: id,
    version: stood.version.number,
    page,
    url: articleAddress(page.url, stood.addresses),
    captures,
  }
  const shown = excerpt === null ? ALL : { start: 0, end: excerpt }
  const select = selecting(page, shown)
  const outlets = await outletsOf(
    ledger,
    page,
    claims.map(({ claim }) => claim),
  )
  return linkedDocument([
    ...pageNodes(site, versioned, outlets),
    ...(reading === null ? [] : readingNodes(site, versionIri(site, versioned), reading)),
    ...claims.slice(MOST).map(({ number }) => ({
      '@id': `${site}${claimAt(number)}`,
      '@type': 'Claim',
      appearance: { '@id': versionIri(site, versioned) },
    })),
    ...claims.slice(0, MOST).flatMap(({ number, claim, pages, isCorrected }) =>
      claimNodes({
        iri: `${site}${claimAt(number)}`,
        claim,
        versioned,
        selecting: select,
        excerpt: null,
        naming: { site, speaker: claim.speaker, outlets },
        pages,
        reading: isCorrected ? null : reading,
        seen: captures[0]?.capturedAt ?? stood.version.firstSeen,
        origin: null,
        corrections: [],
      }),
    ),
  ])
}

/**
 * A story with its origins and who has them from whom.
 * @param id its number, or one that it had before it became one with another
 * @returns null where there is no such story
 */
export async function storyDocument(
  ledger: LinkedLedger,
  id: number,
  { site, excerpt }: LinkedOptions,
): Promise<LinkedDocument | null> {
  const story = await storyNow(ledger, id)
  const told = story === null ? null : await storyTold(ledger, story)
  if (story === null || told === null) return null
  const [numbers, outlets] = [await numbersIn(ledger, told), await outletsAmong(ledger, creditedIn(told.origins))]
  return linkedDocument(storyNodes(told, { site, story, numbers, outlets, excerpt }))
}
