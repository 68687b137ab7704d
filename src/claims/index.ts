/**
 * Articles -> Claims: attributions by an engine in prose and by their own grammar in headlines, then, for each one,
 * who speaks, on whose word, how many, where, when and how sure. Statements without a source that carry a figure are
 * claims of the outlet.
 */
import { type Entities, entitiesOf } from '../language/entities.ts'
import { markedOf } from '../language/phrases.ts'
import type { Article, Span } from '../page/article.ts'
import type { Attribution, Engine, Parts } from './attribution.ts'
import { chainsOf } from './chain/chain.ts'
import type { Claim, Quote } from './claim.ts'
import { figuresOf } from './figures.ts'
import { headlineAttributions, isHeadlineLike } from './headlines.ts'
import { hedgesOf } from './hedges.ts'
import { type Passage, passagesOf } from './passages.ts'
import { plainSpeechOf } from './rules/engine.ts'
import { isClaim, withMissed } from './sift.ts'
import { speakerOf } from './speaker.ts'
import { statementsOf } from './statements.ts'
import { claimTimes } from './times.ts'
import { typeOf } from './type.ts'

/** The languages that claims are read in, as BCP 47 primary languages. */
const READ_IN: ReadonlySet<string> = new Set(['en'])

/** Are claims read in this article's language? A text too short to tell is taken for English. */
export const isReadable = ({ lang }: Article): boolean => lang === null || READ_IN.has(lang)

/**
 * Reads the claims of articles.
 * @param articles read together, so that an engine can work in batches; each is read as if it stood alone
 * @returns for each article its claims in the order of the page: headline, deck, text; none where the language is not read
 */
export async function readClaims(articles: readonly Article[], engine: Engine): Promise<readonly (readonly Claim[])[]> {
  const passages = articles.map((article) => (isReadable(article) ? passagesOf(article) : []))
  const found = await engine.attributions(passages.flat().map(({ document }) => document))
  let next = 0
  return articles.map((article, i) => {
    const read = (passages[i] as Passage[]).map((passage) => ({
      ...passage,
      attributions: withHeadlines(passage, found[next++] ?? [], article.outlet),
    }))
    const entities = entitiesOf(read.map(({ document }) => markedOf(document)))
    return read
      .flatMap((passage) => claimsIn(passage, entities, article))
      .map((claim, n) => ({ id: `c${n + 1}`, ...claim }))
  })
}

interface Attributed extends Passage {
  readonly attributions: readonly Attribution[]
}

/** In a line that is written as a headline, the headline's grammar is believed over the engine. */
function withHeadlines({ document }: Passage, found: readonly Attribution[], outlet: string | null): Attribution[] {
  const lines = document.paragraphs.flatMap((_, i) =>
    isHeadlineLike(document, i) ? headlineAttributions(document, i, outlet) : [],
  )
  const all = withMissed(found, plainSpeechOf(document))
  const rest = all.filter(({ content }) => !lines.some((line) => overlaps(line.content, content)))
  return [...rest, ...lines].sort((a, b) => startOf(a) - startOf(b))
}

const overlaps = (one: Parts, other: Parts): boolean =>
  one.some((a) => other.some((b) => a.start < b.end && b.start < a.end))
const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0

/** What one string of an article says, read part by part. */
function claimsIn({ in: where, document, attributions }: Attributed, entities: Entities, article: Article): Draft[] {
  const { text } = document
  const figures = figuresOf(document)
  const speakerAt = (mention: Span) => speakerOf([mention], document, entities, article)
  const traced = chainsOf(document, attributions, speakerAt, article)
  const speakers = traced.map(({ speaker }) => speaker.key ?? speaker.name)
  const times = claimTimes(document, attributions, { published: article.published }, speakers)
  const attributed = attributions.flatMap((attribution, i): Draft[] => {
    if (traced[i]?.carries || !isClaim(document, attribution)) return []
    const { content } = attribution
    const own = figures.filter((figure) => content.some((part) => figure.start < part.end && figure.end > part.start))
    return [
      {
        in: where,
        type: typeOf(document, content),
        act: attribution.act,
        source: attribution.source && quoteOf(text, attribution.source),
        cue: attribution.cue && quoteOf(text, attribution.cue),
        content: { ...quoteOf(text, content), parts: content },
        speaker: traced[i]?.speaker ?? null,
        chain: traced[i]?.chain ?? [],
        hedges: hedgesOf(document, attribution, own),
        figures: own,
        place: null,
        eventTime: times[i]?.event ?? null,
        saidTime: times[i]?.said ?? null,
        confidence: attribution.confidence,
        why: attribution.why,
      },
    ]
  })
  const stated = statementsOf(document, figures, attributions).map(({ start, end, figures: own }): Draft => {
    const content = [{ start, end }]
    return {
      in: where,
      type: 'none',
      act: 'speech',
      source: null,
      cue: null,
      content: { ...quoteOf(text, content), parts: content },
      speaker: null,
      chain: [],
      hedges: [],
      figures: own,
      place: null,
      eventTime: null,
      saidTime: null,
      confidence: STATED,
      why: 'a statement without a source that carries a figure',
    }
  })
  return [...attributed, ...stated].sort((a, b) => a.content.start - b.content.start)
}

type Draft = Omit<Claim, 'id'>

/** Statements are taken as they stand: what can be wrong is that a source was missed. */
const STATED = 0.8

/** The words of a role in one span, from its first part to the end of its last; its text leaves out what stands between. */
function quoteOf(text: string, parts: Parts): Quote {
  const { start } = parts[0] as Span
  const { end } = parts.at(-1) as Span
  return { start, end, text: parts.map((part) => text.slice(part.start, part.end)).join(' ') }
}
