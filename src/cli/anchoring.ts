/** What a language model offered of a page, and how much of it was kept, in words; and which engine read in its stead. */
import type { Drop } from '../claims/language-model/anchoring.ts'
import { counted, grouped } from '../publish/numbers.ts'
import { printable } from '../publish/printable.ts'
import type { Found } from '../read/reading.ts'
import type { Look } from './paint.ts'
import { wrap } from './wrap.ts'

/** Lines that tell it, none where the engine that was asked for read, and marks words itself. */
export function anchoringLines({ anchoring, instead }: Omit<Found, 'claims' | 'headline'>, look: Look): string[] {
  const { width, paint } = look
  const warned = (text: string): string[] =>
    wrap(text, width, { first: '! ', rest: '  ' }).map((line) => paint.warning(line))
  if (instead !== undefined)
    return warned(`The claims were found by the engine “${instead.engine}” instead: ${printable(instead.because)}`)
  if (anchoring === undefined) return []
  const { offered, kept, dropped, unread } = anchoring
  const reasons = (Object.entries(dropped) as [Drop, number][]).map(([drop, count]) => `${grouped(count)} ${drop}`)
  const told = `language model: ${counted(offered, 'attribution')} offered, ${grouped(kept)} found in the text`
  return [
    ...wrap(reasons.length === 0 ? told : `${told}; dropped: ${reasons.join(', ')}`, width).map((line) =>
      paint.dim(line),
    ),
    ...(unread > 0
      ? warned(
          `Not all of it was read: ${counted(unread, 'character')} beyond what one text may have (HEARSAY_LM_TEXT_CHARACTERS).`,
        )
      : []),
  ]
}
