/**
 * Quotations that go on: after the sentence with their speaker, and over paragraphs, each of which opens with a mark
 * again while only the last is closed. All of it is said by whom the first words are given to, unless another cue takes it.
 */
import type { Document } from '../language/document.ts'
import { endingAfter, startingBefore } from '../language/order.ts'
import type { Quotation } from '../language/quotations.ts'
import type { Span } from '../page/article.ts'
import type { Attribution, Parts } from './attribution.ts'

/**
 * Attributions with their quotations as far as they go.
 * @param attributions all those of the document; none takes what is in another's parts
 */
export function carriedOn(document: Document, attributions: readonly Attribution[]): Attribution[] {
  const quotations = document.quotations.filter(({ depth }) => depth === 0)
  if (quotations.length === 0) return [...attributions]
  const owners = ownersOf(quotations, attributions)
  return attributions.map((attribution, i) => {
    const more = new Set<Quotation>()
    for (const part of attribution.content)
      for (
        let q = quotationOf(document, quotations, attribution, part);
        q >= 0;
        q = nextOf(document, quotations, q, attribution)
      ) {
        const owner = owners[q]
        const quotation = quotations[q] as Quotation
        if ((owner !== undefined && owner !== i) || more.has(quotation) || tells(attribution, quotation)) break
        owners[q] = i
        more.add(quotation)
      }
    if (more.size === 0) return attribution
    return { ...attribution, content: joined(document.text, [...attribution.content, ...more]) }
  })
}

/** Does the speaker or the cue stand within these marks? Then a mark is missing, and more is between them than was said. */
const tells = ({ source, cue }: Attribution, { start, end }: Span): boolean =>
  [...(source ?? []), ...(cue ?? [])].some((part) => part.start < end && part.end > start)

/** Taken by several. */
const SHARED = -1

/** For each quotation the number of the attribution that has something of it; undefined where none has. */
function ownersOf(quotations: readonly Span[], attributions: readonly Attribution[]): (number | undefined)[] {
  const owners: (number | undefined)[] = Array(quotations.length)
  attributions.forEach(({ source, cue, content }, i) => {
    for (const { start, end } of [...(source ?? []), ...(cue ?? []), ...content])
      for (let q = endingAfter(quotations, start); q < quotations.length && (quotations[q] as Span).start < end; q++)
        owners[q] = owners[q] === undefined || owners[q] === i ? i : SHARED
  })
  return owners
}

/** The quotation that a part of a content ends with, where the content has it from its opening mark on; -1 for none. */
function quotationOf(
  { text }: Document,
  quotations: readonly Quotation[],
  { cue, content }: Attribution,
  { end }: Span,
): number {
  const q = startingBefore(quotations, end - 1)
  const quotation = quotations[q]
  if (cue === null || !quotation || quotation.end < end - 1) return -1
  if (/[\p{L}\p{N}]/u.test(text.slice(end, Math.min(quotation.end, end + 8)))) return -1
  const opening = quotation.inner.start
  return content.some((part) => part.start <= opening && part.end > opening) ? q : -1
}

/** The quotation in which the one at `q` goes on; -1 where it ends. */
function nextOf(
  { sentences, paragraphs }: Document,
  quotations: readonly Quotation[],
  q: number,
  { cue }: Attribution,
): number {
  const { end, closed } = quotations[q] as Quotation
  const next = quotations[q + 1]
  if (!next) return -1
  const said = endingAfter(sentences, Math.max(end, cue?.at(-1)?.end ?? 0) - 1)
  const paragraph = sentences[said]?.paragraph ?? paragraphs.length
  const following = sentences[said + 1]
  if (!following || following.start !== next.start) return -1
  if (following.paragraph === paragraph) return following.end <= next.end ? q + 1 : -1
  return following.paragraph === paragraph + 1 && !closed ? q + 1 : -1
}

/** Parts in the order of the text; those that only white space parts are one. */
function joined(text: string, parts: Parts): Parts {
  const inOrder = parts.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const whole: Span[] = []
  for (const part of inOrder) {
    const last = whole.at(-1)
    const apart = last === undefined || text.slice(last.end, part.start).trim() !== ''
    if (apart) whole.push({ start: part.start, end: part.end })
    else whole[whole.length - 1] = { start: (last as Span).start, end: Math.max((last as Span).end, part.end) }
  }
  return whole
}
