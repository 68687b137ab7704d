import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadNeuralEngine } from '../../src/claims/neural/engine.ts'
import { documentOf } from '../../src/language/document.ts'
import { WORK } from './dump.ts'
import { markedTexts } from './polnear.ts'

const models = process.argv[2] ? pathToFileURL(process.argv[2]) : undefined
const t0 = performance.now()
const engine = await loadNeuralEngine(models)
const t1 = performance.now()
const texts = markedTexts('dev')
const documents = texts.map(({ text }) => documentOf(text))
const t2 = performance.now()
const found = await engine.attributions(documents)
const t3 = performance.now()
const tokens = documents.reduce((n, d) => n + d.tokens.length, 0)
console.error(
  `load ${(t1 - t0).toFixed(0)} ms, ${tokens} tokens, language ${(t2 - t1).toFixed(0)} ms, engine ${(t3 - t2).toFixed(0)} ms, ${((tokens / (t3 - t2)) * 1000).toFixed(0)} tokens/s, rss ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
)
const whole = (parts: readonly { start: number; end: number }[] | null) =>
  parts && { start: parts[0]?.start, end: parts.at(-1)?.end, parts }
writeFileSync(
  join(WORK, 'dev.readings.jsonl'),
  found
    .map((attributions, i) =>
      JSON.stringify({
        id: texts[i]?.id,
        claims: attributions.map((a) => ({
          source: whole(a.source),
          cue: whole(a.cue),
          content: whole(a.content),
          confidence: a.confidence,
        })),
      }),
    )
    .join('\n'),
)
