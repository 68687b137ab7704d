/**
 * Where sentences end: at . ! ? … with the marks that close after them, unless the dot belongs to an abbreviation or
 * what follows goes on in the same sentence (a lower-case word, as after a quoted question: “Why?” she asked).
 */
import { BEFORE_A_NAME } from './abbreviations.ts'
import type { Token } from './tokens.ts'

const STOP = /^(?:\.|!|\?|…|\.{3,})$/
const CLOSER = /^(?:["”’'»)\]]|'')$/
const OPENER = /^(?:["“‘'«([]|``)$/
const DOTTED = /^\p{L}[\p{L}.]*\.$/u
/** Words that seldom stand capitalised within a sentence: after an abbreviation's dot, they begin a new one. */
const BEGINS =
  /^(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|But|And|In|On|At|For|If|As|When|While|After|Before|Since|His|Her|Its|Their|Our|There|Here|What|Who|Why|How|However|Meanwhile|According)$/

/**
 * The sentences of one paragraph as pairs of token indices, `[first, after the last]`.
 * @param tokens the document's tokens; only those from `first` to `last` (exclusive) are looked at
 */
export function sentencesOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let from = first
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token
    const dotted = DOTTED.test(token.text)
    if (!STOP.test(token.text) && !dotted) continue
    let after = i + 1
    while (after < last && (CLOSER.test((tokens[after] as Token).text) || STOP.test((tokens[after] as Token).text))) {
      // a straight mark written to the next word opens, it does not close
      const { start, end, text: sign } = tokens[after] as Token
      if (/^["']$/.test(sign) && /\s/.test(text[start - 1] ?? ' ') && !/\s/.test(text[end] ?? ' ')) break
      after++
    }
    if (after >= last) break
    let ahead = after
    while (ahead < last - 1 && OPENER.test((tokens[ahead] as Token).text)) ahead++
    const next = (tokens[ahead] as Token).text
    if (dotted && BEFORE_A_NAME.has(token.text.toLowerCase())) continue
    if (dotted && after === i + 1 && !BEGINS.test(next)) continue
    if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}@#$€£•–—-]/u.test(next)) continue
    found.push([from, after])
    from = after
    i = after - 1
  }
  if (from < last) found.push([from, last])
  return found
}
