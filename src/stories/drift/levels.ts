/**
 * From the quotation to the headline: how an article itself tells the statement that its headline reports, the fullest
 * telling first, then the rest of the text, its beginning, the deck and the headline, each with what it lost or changed.
 */
import type { Claim } from '../../claims/claim.ts'
import type { Article, Span } from '../../page/article.ts'
import { bodyOf } from './body.ts'
import type { Drift } from './drift.ts'
import { headlineCheck } from './headline.ts'
import { driftWithin, isSameStatement, slugOf } from './within.ts'

/** Where a telling stands. */
export type LevelPlace = 'fullest' | 'text' | 'lede' | 'caption' | 'deck' | 'headline' | 'slug'

/** One telling of the headline's statement. */
export interface Level {
  readonly place: LevelPlace
  /** Its words, and where they begin in the string that they stand in: drift is anchored there. */
  readonly words: string
  readonly start: number
  readonly claim: Claim | null
  /** What it lost or changed; of the fullest telling, what others did. */
  readonly drift: readonly Drift[]
}

/** So many tellings in the text are told. */
const MOST = 4

/**
 * The tellings of the statement that an article's headline reports.
 * @returns null where it has no headline, or none of its claims is found to be what the headline reports
 */
export function headlineLevels(article: Article, claims: readonly Claim[]): readonly Level[] | null {
  const check = headlineCheck(article, claims)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const full = byId.get(check?.claim ?? '')
  if (full === undefined || article.headline === null) return null
  const drift = driftWithin(article, claims)
  const body = bodyOf(article, claims)
  const own = body.find(({ claim }) => claim === full.id)
  const same = own === undefined ? [] : body.filter((telling) => telling !== own && isSameStatement(own, telling))
  const isTold = (id: string | null) => id === full.id || same.some(({ claim }) => claim === id)
  const lede = article.blocks.find(({ kind }) => kind === 'paragraph')
  const isLede = ({ content }: Claim) => lede !== undefined && content.start < lede.end && content.end > lede.start
  const tellings = same
    .slice(0, MOST)
    .flatMap(({ claim }) => byId.get(claim ?? '') ?? [])
    .map((claim): Level => {
      const lost = drift.filter(({ from, to }) => to.in === 'text' && to.claim === claim.id && isTold(from.claim))
      return level(isLede(claim) ? 'lede' : 'text', article.text, claim, lost)
    })
  const lines = (['caption', 'deck', 'headline', 'slug'] as const).flatMap((place): Level[] => {
    const lost = drift.filter(({ from, to }) => to.in === place && (place === 'headline' || isTold(from.claim)))
    if (place !== 'headline' && lost.length === 0) return []
    const claim = claims.find((one) => one.in === place) ?? null
    return [{ place, words: lineOf(article, place, lost), start: 0, claim, drift: lost }].filter(
      ({ words }) => words !== '',
    )
  })
  const fullest = level(
    'fullest',
    article.text,
    full,
    drift.filter(({ from }) => from.in === 'text' && from.claim === full.id),
  )
  const inOrder = (place: LevelPlace) => tellings.filter((telling) => telling.place === place)
  return [fullest, ...inOrder('text'), ...inOrder('lede'), ...lines]
}

/** Words about a claim are shown with it up to so far away, in characters. */
const NEAR = 600

/** A claim as a level: from its first word, its source's or one of those in question, to its last. */
function level(place: LevelPlace, text: string, claim: Claim, drift: readonly Drift[]): Level {
  const { content, source, cue } = claim
  const own = place === 'fullest' ? drift.map(({ from }) => from) : drift.map(({ to }) => to)
  const spans = [source, cue, ...own].filter(
    (span) => span !== null && span.start >= content.start - NEAR && span.end <= content.end + NEAR,
  )
  const start = Math.min(content.start, ...spans.map((span) => (span as Span).start))
  const end = Math.max(content.end, ...spans.map((span) => (span as Span).end))
  return { place, words: text.slice(start, end), start, claim, drift }
}

/** The words of a line; of a caption those in question are all that is shown. */
function lineOf(
  { headline, deck, url }: Article,
  place: 'caption' | 'deck' | 'headline' | 'slug',
  drift: readonly Drift[],
): string {
  if (place === 'headline') return headline ?? ''
  if (place === 'deck') return deck ?? ''
  return place === 'slug' ? (slugOf(url) ?? '') : (drift[0]?.to.text ?? '')
}
