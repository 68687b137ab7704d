/**
 * Quotation marks, paired: curly, straight, angled and low marks, single within double, a quotation that runs on over
 * paragraphs (each opening with a mark again, only the last closed), and one whose closing mark is missing, which ends
 * with its paragraph.
 */
import type { Span } from '../page/article.ts'

/** A quotation with its marks. */
export interface Quotation extends Span {
  /** The words between the marks. */
  readonly inner: Span
  /** 0 for an outermost quotation, 1 for one within it. */
  readonly depth: number
  /** False where the closing mark is missing and the paragraph's end stands in for it. */
  readonly closed: boolean
}

type Kind = 'double' | 'single'
interface Mark {
  readonly at: number
  readonly length: number
  readonly kind: Kind
  readonly opens: boolean
  readonly closes: boolean
}

const MARKS = /``|''|["“”„‟«»‹›'‘’‚‛]/g
const WORD = /[\p{L}\p{M}\p{N}]/u

/** What a mark can be where it stands: a straight or backward mark is told by its neighbours. */
function markAt(text: string, at: number, sign: string): Mark | null {
  const before = at > 0 ? (text[at - 1] as string) : ' '
  const after = text[at + sign.length] ?? ' '
  const free = /[\s([{—–\-/“‘"'«]/.test(before)
  const ends = /[\s)\]}—–\-.,;:!?…”’"'»/]/.test(after)
  if (sign === '"' || sign === "''" || sign === "'") {
    const kind: Kind = sign === "'" ? 'single' : 'double'
    if (kind === 'single' && WORD.test(before) && WORD.test(after)) return null
    const opens = !/\s/.test(after) && (free || (kind === 'double' && !ends))
    const closes = !/[\s([{]/.test(before) && (ends || (kind === 'double' && !free))
    return opens || closes ? { at, length: sign.length, kind, opens, closes } : null
  }
  if (sign === '’') {
    if (WORD.test(before) && WORD.test(after)) return null
    return { at, length: 1, kind: 'single', opens: false, closes: !/\s/.test(before) }
  }
  const kind: Kind = /[‘‚‛‹›]/.test(sign) ? 'single' : 'double'
  if (/[“„‟«‹``‘‚‛]/.test(sign)) {
    // ’tis set as ‘tis, and a closing mark typed backwards
    if (sign === '‘' && !/\S/.test(after)) return null
    return { at, length: sign.length, kind, opens: true, closes: sign === '“' && WORD.test(before) && ends }
  }
  return { at, length: sign.length, kind, opens: false, closes: true }
}

/** Does this apostrophe follow a plural and stand before another word: soldiers' families? */
function isPlural(text: string, at: number): boolean {
  return /s$/i.test(text.slice(Math.max(0, at - 1), at)) && /^.\s\p{L}/u.test(text.slice(at, at + 3))
}

/**
 * The quotations of a text in order of their start.
 * @param paragraphs spans of `text` in order; a quotation never runs from one into the next but by a repeated opening mark,
 *   in which case each paragraph's part is a Quotation of its own
 */
export function quotationsOf(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  MARKS.lastIndex = 0
  let match = MARKS.exec(text)
  for (const { start, end } of paragraphs) {
    if (match !== null && match.index < start) {
      MARKS.lastIndex = start
      match = MARKS.exec(text)
    }
    const open: Mark[] = []
    const close = (mark: Mark, at: number, length: number, closed: boolean) => {
      found.push({
        start: mark.at,
        end: at + length,
        inner: { start: mark.at + mark.length, end: at },
        depth: Math.min(open.length, 1),
        closed,
      })
    }
    for (; match !== null && match.index < end; match = MARKS.exec(text)) {
      const mark = markAt(text, match.index, match[0])
      if (mark === null) continue
      const top = open.findLastIndex(({ kind }) => kind === mark.kind)
      if (mark.closes && top >= 0) {
        // soldiers' families: the apostrophe of a plural closes nothing while a later mark can
        if (mark.kind === 'single' && isPlural(text, mark.at) && laterSingle(text, mark.at + 1, end)) continue
        const [opened] = open.splice(top) as [Mark]
        close(opened, mark.at, mark.length, true)
      } else if (mark.opens) {
        if (mark.kind === 'single' && !laterSingle(text, mark.at + 1, end)) continue
        if (open.length < 2) open.push(mark)
      }
    }
    while (open.length > 0) {
      const mark = open.pop() as Mark
      if (mark.kind === 'double') close(mark, end, 0, false)
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** How far a single quotation is looked for: a longer one would be set in double marks. */
const SINGLE_REACH = 600

function laterSingle(text: string, from: number, end: number): boolean {
  const reach = text.slice(from, Math.min(end, from + SINGLE_REACH))
  for (const match of reach.matchAll(/['’]/g)) {
    const before = reach[match.index - 1] ?? ' '
    const after = reach[match.index + 1] ?? ' '
    if (!/\s/.test(before) && !WORD.test(after)) return true
  }
  return false
}
