// The two parts of the benchmark that read marked texts with an engine: PolNeAR's dev part and the gold stories.
import type { Engine } from '../../src/claims/attribution.ts'
import type { Measured } from './bars.ts'
import { goldErrors, type ReadingError, spanErrors } from './errors.ts'
import { claimPairs, goldArticles, isAttributed, scoreGold } from './gold.ts'
import { compare, markedTexts, scorePolnear } from './polnear.ts'
import { type Readings, readGold, readTexts } from './readings.ts'
import type { Judgement } from './reliability.ts'

/** Accuracy and what differs, of one part. */
export interface Part<Score> {
  readonly score: Score
  readonly errors: readonly ReadingError[]
  /** Each claim read: how sure, and whether it was marked. */
  readonly judgements: readonly Judgement[]
  readonly read: Readings
}

/** PolNeAR's dev part, read. @param most so many of its texts */
export async function polnearPart(
  engine: Engine,
  minConfidence: number,
  most: number,
): Promise<Part<NonNullable<Measured['polnear']>>> {
  const texts = markedTexts().slice(0, most)
  const read = await readTexts(texts, engine)
  const claims = new Map([...read.readings].map(([id, one]) => [id, one.claims]))
  const all = scorePolnear(texts, claims)
  const speech = scorePolnear(texts, claims, { speech: true, minConfidence })
  const judgements = texts.flatMap((marked) => {
    const { found, matches } = compare(marked, claims.get(marked.id) ?? [])
    const right = new Set(matches)
    return found.map(({ confidence, why }, number) => ({ confidence, why, right: right.has(number) }))
  })
  const errors = texts.flatMap((marked) => spanErrors(marked, claims.get(marked.id) ?? []))
  return { score: { all, speech, minConfidence }, errors, judgements, read }
}

/** The gold stories, read. @param most so many of their articles */
export async function goldPart(engine: Engine, most: number): Promise<Part<NonNullable<Measured['gold']>>> {
  const articles = goldArticles().slice(0, most)
  const read = await readGold(articles, engine)
  const { readings } = read
  const judgements = articles.flatMap(({ id, claims: gold }) => {
    const { claims } = readings.get(id) ?? { claims: [] }
    const right = new Set(claimPairs(gold, claims).flatMap(([i, j]) => (gold[i] && isAttributed(gold[i]) ? j : [])))
    return claims.flatMap((claim, number) =>
      isAttributed(claim) ? { confidence: claim.confidence, why: claim.why, right: right.has(number) } : [],
    )
  })
  const errors = articles.flatMap((article) =>
    goldErrors(article, readings.get(article.id) ?? { text: article.text, claims: [] }),
  )
  return { score: scoreGold(articles, readings), errors, judgements, read }
}
