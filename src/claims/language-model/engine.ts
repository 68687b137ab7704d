/**
 * The third engine: a language model behind an endpoint, asked passage by passage. What it answers is kept only where
 * source, cue and content stand in the text word for word; the rest is counted. How it is asked is given from outside, so
 * that nothing here knows of addresses, keys or clocks.
 */
import type { Document } from '../../language/document.ts'
import type { Span } from '../../page/article.ts'
import type { Attribution, Engine } from '../attribution.ts'
import { actOf } from '../cues.ts'
import { type Anchored, anchor } from './anchor.ts'
import { type Anchoring, countDrops, type Drop } from './anchoring.ts'
import { offeredIn } from './answer.ts'
import { type Question, questionOf } from './question.ts'
import { passageOf, windowsOf } from './windows.ts'

/** A language model that can be asked. */
export interface LanguageModel {
  /** Its name, as the endpoint calls it. */
  readonly model: string
  /** Characters of one text that it is asked about at most. */
  readonly mostChars: number
  /**
   * Asks about the passages of one text.
   * @param check throws where an answer cannot be read, so that it is not kept
   * @param signal ends the asking
   * @returns the answers in the order of the questions
   * @throws where one of them is not answered, or not so that it can be read
   */
  ask(questions: readonly Question[], check: (answer: string) => void, signal?: AbortSignal): Promise<readonly string[]>
}

/**
 * How often a language model's attributions are right is not known before somebody has measured the one that is asked:
 * the number says no more than that.
 */
const UNMEASURED = 0.5

/** The engine that asks a language model. Its `anchoring` tells what was offered and dropped. */
export function languageModelEngine(languageModel: LanguageModel): Engine {
  const told = new WeakMap<Document, Anchoring>()
  const why = `language model ${languageModel.model}; how often it is right is not measured`

  async function attributionsOf(document: Document, signal?: AbortSignal): Promise<Attribution[]> {
    const { windows, unread } = windowsOf(document, languageModel.mostChars)
    const questions = windows.map((window) => questionOf(passageOf(document, window)))
    const answers = questions.length === 0 ? [] : await languageModel.ask(questions, offeredIn, signal)
    const results = windows.flatMap((window, at) => anchor(document, window, offeredIn(answers[at] ?? '')))
    const kept = results.filter((one): one is Anchored => typeof one !== 'string')
    const drops = results.filter((one): one is Drop => typeof one === 'string')
    told.set(document, { offered: results.length, kept: kept.length, dropped: countDrops(drops), unread })
    return kept.map((one) => attributionOf(document, one, why)).sort((a, b) => startOf(a) - startOf(b))
  }

  return {
    name: 'language-model',
    async attributions(documents, signal) {
      const results = await Promise.allSettled(documents.map((document) => attributionsOf(document, signal)))
      return results.map((result) => {
        if (result.status === 'rejected') throw result.reason
        return result.value
      })
    },
    anchoring: (document) => told.get(document) ?? null,
  }
}

const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0

function attributionOf({ text }: Document, { source, cue, content }: Anchored, why: string): Attribution {
  const partsOf = (span: Span | null) => span && [span]
  return {
    source: partsOf(source),
    cue: partsOf(cue),
    content,
    act: actOf(cue === null ? [] : text.slice(cue.start, cue.end).split(/\s+/)),
    confidence: UNMEASURED,
    why,
  }
}
