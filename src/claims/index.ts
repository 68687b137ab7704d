/**
 * Articles -> Claims: attributions by an engine in prose and by their own grammar in headlines, then, for each one,
 * who speaks, on whose word, how many, where, when and how sure. Statements without a source that carry a figure are
 * claims of the outlet.
 */
import type { Article, Span } from '../page/article.ts'
import type { Attribution, Engine, Parts } from './attribution.ts'
import type { Claim, Quote } from './claim.ts'
import { headlineAttributions, isHeadlineLike } from './headlines.ts'
import { type Passage, passagesOf } from './passages.ts'

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
    return claimsOf(read)
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
  const rest = found.filter(({ content }) => !lines.some((line) => overlaps(line.content, content)))
  return [...rest, ...lines].sort((a, b) => startOf(a) - startOf(b))
}

const overlaps = (one: Parts, other: Parts): boolean =>
  one.some((a) => other.some((b) => a.start < b.end && b.start < a.end))
const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0

function claimsOf(passages: readonly Attributed[]): Claim[] {
  const claims: Claim[] = []
  for (const { in: where, document, attributions } of passages)
    for (const attribution of attributions)
      claims.push({
        id: `c${claims.length + 1}`,
        in: where,
        type: 'indirect',
        act: attribution.act,
        source: attribution.source && quoteOf(document.text, attribution.source),
        cue: attribution.cue && quoteOf(document.text, attribution.cue),
        content: { ...quoteOf(document.text, attribution.content), parts: attribution.content },
        speaker: null,
        chain: [],
        hedges: [],
        figures: [],
        place: null,
        eventTime: null,
        saidTime: null,
        confidence: attribution.confidence,
        why: attribution.why,
      })
  return claims
}

/** The words of a role in one span, from its first part to the end of its last; its text leaves out what stands between. */
function quoteOf(text: string, parts: Parts): Quote {
  const { start } = parts[0] as Span
  const { end } = parts.at(-1) as Span
  return { start, end, text: parts.map((part) => text.slice(part.start, part.end)).join(' ') }
}
