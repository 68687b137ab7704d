/**
 * Sources made plural: one official told as officials. Both must be called by the same noun, or by one for anybody.
 */
import type { Drift } from './drift.ts'
import { countOf, nounOf } from './source.ts'
import { anchorOf, type Telling } from './telling.ts'

/** One unnamed person, told as several. */
export function pluralDrift(from: Telling, to: Telling, side: readonly Telling[]): Drift | null {
  if (from.speaker?.kind !== 'unnamed' || to.speaker?.kind !== 'unnamed') return null
  const [before, after] = [sourceWords(from), to.source]
  if (before === null || after === null) return null
  if (countOf(before.text) !== 'one' || countOf(after.text) !== 'several') return null
  const noun = nounOf(after.text)
  if (!isSameNoun(nounOf(before.text), noun)) return null
  const several = (other: Telling): boolean => {
    const words = sourceWords(other)?.text ?? ''
    return countOf(words) === 'several' && isSameNoun(nounOf(words), noun)
  }
  if (side.some(several)) return null
  return {
    kind: 'source pluralised',
    from: anchorOf(from, before),
    to: anchorOf(to, after),
    lost: false,
    why: `one source there ("${before.text}"), several here ("${after.text}")`,
  }
}

/** May two nouns for sources be the same people's? */
const isSameNoun = (one: string | null, other: string | null): boolean =>
  one === other || one === 'source' || other === 'source' || (one === 'official' && other === 'authority')

/** The words of an unnamed speaker: the link's, which may stand beyond the source beside the cue. */
export const sourceWords = ({ chain, speaker, source }: Telling) =>
  chain.find(({ name }) => name === speaker?.name)?.anchor ?? source
