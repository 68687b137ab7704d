/**
 * Articles -> Claims: attributions by an engine in prose and by their own grammar in headlines, then, for each one,
 * who speaks, on whose word, how many, where, when and how sure. Statements without a source that carry a figure are
 * claims of the outlet.
 */
import type { Document } from '../language/document.ts'
import { type Entities, entitiesOf } from '../language/entities.ts'
import type { Passage as Known } from '../language/mentions.ts'
import { meeting, meets } from '../language/order.ts'
import { type Marked, markedOf } from '../language/phrases.ts'
import type { Article, Span } from '../page/article.ts'
import type { Attribution, Engine, Parts } from './attribution.ts'
import { chainsOf } from './chain/chain.ts'
import type { Claim, Figure, Quote } from './claim.ts'
import { figuresOf } from './figures.ts'
import { headlineAttributions, isHeadlineLike } from './headlines.ts'
import { hedgesOf } from './hedges.ts'
import { type Anchoring, addUp } from './language-model/anchoring.ts'
import { type Passage, passagesOf } from './passages.ts'
import { placeOf, surroundingsOf } from './place.ts'
import { plainSpeechOf } from './rules/engine.ts'
import { isClaim, isLabelled, withMissed } from './sift.ts'
import { speakerOf } from './speaker.ts'
import { ownWord, statementsOf, unattributed } from './statements.ts'
import { claimTimes, type SaidDays, saidDaysOf } from './times.ts'
import { heardIn, isCount, isTopic } from './topics.ts'
import { contentOf, typeOf } from './type.ts'
import { whyOf } from './why.ts'

/** The languages that claims are read in, as BCP 47 primary languages. */
const READ_IN: ReadonlySet<string> = new Set(['en'])

/** Are claims read in this article's language? A text too short to tell is taken for English. */
export const isReadable = ({ lang }: Article): boolean => lang === null || READ_IN.has(lang)

/**
 * Reads the claims of articles.
 * @param articles read together, so that an engine can work in batches; each is read as if it stood alone
 * @param signal is looked at between the engine's steps and between articles
 * @returns for each article its claims in the order of the page: headline, deck, text; none where the language is not read
 * @throws the signal's reason once it is aborted; what the engine throws
 */
export async function readClaims(
  articles: readonly Article[],
  engine: Engine,
  signal?: AbortSignal,
): Promise<readonly (readonly Claim[])[]> {
  return (await readArticles(articles, engine, signal)).map(({ claims }) => claims)
}

/** What was read in an article. */
export interface ReadArticle {
  readonly claims: readonly Claim[]
  /** What a language model offered, and how much of it was kept; missing where another engine read. */
  readonly anchoring?: Anchoring
}

/** Reads articles as `readClaims` does, and tells besides what was offered and not kept. */
export async function readArticles(
  articles: readonly Article[],
  engine: Engine,
  signal?: AbortSignal,
): Promise<readonly ReadArticle[]> {
  signal?.throwIfAborted()
  const passages = articles.map((article) => (isReadable(article) ? passagesOf(article) : []))
  const found = await engine.attributions(
    passages.flat().map(({ document }) => document),
    signal,
  )
  let next = 0
  return articles.map((article, i) => {
    signal?.throwIfAborted()
    const marked = (passages[i] as Passage[]).map((passage) => ({ ...passage, marked: markedOf(passage.document) }))
    const entities = entitiesOf(marked.map((passage) => passage.marked))
    const read = marked.map((passage) => {
      const { document } = passage
      const figures = figuresOf(document)
      const all = withMissed(document, found[next++] ?? [], plainSpeechOf(document), figures)
      const attributions = withHeadlines(passage, all, article).filter(
        (one) => !isLabelled(passage.marked, one) && !isCount(document.text, one),
      )
      return { ...passage, figures, attributions, entities, article }
    })
    const main = read.findIndex(({ prose }) => prose)
    const heard = heardIn(entities[main], read[main]?.attributions ?? [])
    const scenes = read.map((passage, n): Scene => {
      const known = entities[n] as Known
      return { ...passage, attributions: passage.attributions.filter((one) => !isTopic(known, one, heard)) }
    })
    // what the text tells of the days on which its speakers spoke holds for its headline too
    const text = scenes.filter(({ prose }) => prose).map((scene) => claimsIn(scene))
    const days = new Map(text.flatMap((read) => [...read.days]))
    const beside = scenes.filter(({ prose }) => !prose).map((scene) => claimsIn(scene, days))
    const claims = [...text, ...beside]
      .flatMap(({ drafts }) => drafts)
      .sort((a, b) => ORDER.indexOf(a.in) - ORDER.indexOf(b.in) || a.content.start - b.content.start)
      .map((claim, n) => ({ id: `c${n + 1}`, ...claim }))
    if (engine.anchoring === undefined) return { claims }
    return { claims, anchoring: addUp(marked.flatMap(({ document }) => engine.anchoring?.(document) ?? [])) }
  })
}

/** The order of the page. */
const ORDER: readonly Claim['in'][] = ['headline', 'deck', 'text']

/** In a line that is written as a headline, the headline's grammar is believed over the engine. */
function withHeadlines({ document }: Passage, found: readonly Attribution[], { outlet }: Article): Attribution[] {
  const lines = document.paragraphs.flatMap((_, i) =>
    isHeadlineLike(document, i) ? headlineAttributions(document, i, outlet) : [],
  )
  if (lines.length === 0) return [...found]
  const isTold = meets(lines.flatMap(({ content }) => content))
  const rest = found.filter(({ content }) => !content.some(isTold))
  return [...rest, ...lines].sort((a, b) => startOf(a) - startOf(b))
}

const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0

interface Scene extends Passage {
  readonly marked: Marked
  readonly figures: readonly Figure[]
  readonly attributions: readonly Attribution[]
  readonly entities: Entities
  readonly article: Article
}

type Draft = Omit<Claim, 'id'>

/**
 * What one string of an article says, read part by part, and by speaker the day it was said.
 * @param told the days on which speakers spoke, as the article tells them elsewhere
 */
function claimsIn(
  { in: where, document, prose, marked, figures, attributions, entities, article }: Scene,
  told: SaidDays = new Map(),
): { readonly drafts: readonly Draft[]; readonly days: SaidDays } {
  const publication = prose ? article : { ...article, wire: null }
  const stated = statementsOf(document, figures, attributions).map(unattributed)
  const traced = chainsOf(
    document,
    attributions,
    (mention) => speakerOf([mention], document, entities, article),
    publication,
  )
  const all = [...attributions, ...stated]
  const speakers = all.map((_, i) => traced[i]?.speaker.key ?? traced[i]?.speaker.name ?? null)
  const read = all.map((found, i) => {
    const attribution = traced[i]?.attribution ?? found
    return { ...attribution, content: contentOf(document, attribution, figures) }
  })
  const times = claimTimes(document, read, { published: article.published }, speakers, told)
  const surroundings = surroundingsOf(marked)
  const own = ownWord(publication)
  const drafts = all.flatMap((found, i): Draft[] => {
    const trace = traced[i]
    const attribution = trace?.attribution ?? found
    if (trace?.carries || !isClaim(document, attribution)) return []
    const { content } = read[i] as Attribution
    const counted = meeting(figures, content)
    const draft = {
      in: where,
      type: trace ? typeOf(document, content, attribution.cue) : 'none',
      act: attribution.act,
      source: attribution.source && quoteOf(document, attribution.source),
      cue: attribution.cue && quoteOf(document, attribution.cue),
      content: { ...quoteOf(document, content), parts: content },
      speaker: (trace ?? own).speaker,
      chain: (trace ?? own).chain,
      hedges: hedgesOf(document, { ...attribution, content }, counted),
      figures: counted,
      place: placeOf(content, marked, surroundings, article.dateline),
      eventTime: times[i]?.event ?? null,
      saidTime: times[i]?.said ?? null,
      confidence: Math.round(attribution.confidence * 1000) / 1000,
    } as const
    return [{ ...draft, why: whyOf(attribution.why, draft) }]
  })
  return { drafts, days: saidDaysOf(times, speakers, article.published) }
}

/** The words of a role in one span, from its first part to the end of its last; its text leaves out what stands between. */
function quoteOf({ text }: Document, parts: Parts): Quote {
  const { start } = parts[0] as Span
  const { end } = parts.at(-1) as Span
  return { start, end, text: parts.map((part) => text.slice(part.start, part.end)).join(' ') }
}
