// Gold claims as the claims that stories are made from: what origins would be if every claim were read right. Speakers'
// keys are made from their full names, as the reader makes them; links' kinds are told by their names.
import type { Claim, Link, Quote, SpeakerKind } from '../../src/claims/claim.ts'
import { organisationKey, personKey } from '../../src/language/keys.ts'
import { agencyNamed } from '../../src/page/agencies.ts'
import { NOTHING } from '../../src/page/article.ts'
import type { Reading } from '../../src/stories/reading.ts'
import type { GoldArticle, GoldClaim } from '../claims/gold.ts'

/** A gold claim with what origins add to it. */
export interface GoldMention extends GoldClaim {
  readonly speaker_kind: SpeakerKind | null
  readonly origin: string
}

/** The gold claims of an article with their origins. */
export const mentionsOf = ({ claims }: GoldArticle): readonly GoldMention[] => claims as readonly GoldMention[]

const quote = (text: string, whole: string): Quote => {
  const start = Math.max(0, whole.indexOf(text))
  return { start, end: start + text.length, text }
}

function keyOf(name: string, kind: SpeakerKind): string | null {
  if (kind === 'person') return personKey(name)
  return kind === 'unnamed' ? null : organisationKey(name)
}

/** The kinds that the gold claims give their speakers, by name. */
function kindsOf(articles: readonly GoldArticle[]): Map<string, SpeakerKind> {
  const kinds = new Map<string, SpeakerKind>()
  for (const article of articles)
    for (const { speaker, speaker_kind } of mentionsOf(article))
      if (speaker !== null && speaker_kind !== null) kinds.set(speaker, speaker_kind)
  return kinds
}

function linkOf(name: string, at: number, kinds: ReadonlyMap<string, SpeakerKind>): Link {
  const bare = name.replace(/ \((?:report|briefing|post|podcast)\)$/, '')
  const kind: SpeakerKind =
    at === 0
      ? 'outlet'
      : (kinds.get(bare) ??
        (/\(unnamed\)$/.test(name)
          ? 'unnamed'
          : agencyNamed(name) !== null || /news|times|post\b/i.test(name)
            ? 'outlet'
            : bare === name
              ? 'organisation'
              : 'document'))
  return { name, kind, link: kind === 'outlet' ? 'cites' : 'told', anchor: null }
}

/** The gold articles as readings whose claims are the gold ones. */
export function goldReadings(articles: readonly GoldArticle[]): Reading[] {
  const kinds = kindsOf(articles)
  return articles.map((article) => {
    const { id, text, outlet, headline, url } = article
    const claims = mentionsOf(article).map((gold): Claim => {
      const kind = gold.speaker_kind ?? 'outlet'
      const name = gold.speaker ?? outlet
      return {
        id: gold.id,
        in: text.includes(gold.content) ? 'text' : 'headline',
        type: gold.type,
        act: 'speech',
        source: gold.source === null ? null : quote(gold.source, text),
        cue: gold.cue === null ? null : quote(gold.cue, text),
        content: { ...quote(gold.content, text), parts: [] },
        speaker: { name, kind, key: keyOf(name, kind) },
        chain: gold.chain.map((link, at) => linkOf(link, at, kinds)),
        hedges: [],
        figures: gold.figures.map((figure) => ({
          ...quote(figure.text, text),
          low: figure.low ?? null,
          high: figure.high ?? null,
          approximate: false,
          qualifier: null,
          unit: figure.unit ?? null,
          measure: figure.measure ?? null,
          of: figure.count_of ?? null,
        })),
        place: gold.place === null ? null : { ...quote(gold.place, text), name: gold.place },
        eventTime:
          gold.event_time === null || !gold.event_time.start
            ? null
            : {
                text: gold.event_time.text,
                start: gold.event_time.start,
                end: gold.event_time.end ?? gold.event_time.start,
                anchor: { start: 0, end: 0 },
              },
        saidTime:
          gold.said_time === null
            ? null
            : { text: gold.said_time.text, date: gold.said_time.date ?? null, anchor: { start: 0, end: 0 } },
        confidence: 1,
        why: 'gold',
      }
    })
    return {
      id,
      article: {
        ...NOTHING,
        url,
        outlet,
        headline,
        published: article.published ?? article.published_inferred ?? null,
        text,
      },
      claims,
    }
  })
}
