/**
 * Where the words beside the marks of a lane go: right of the mark, left, above or below it, wherever they cover no other
 * words and stay within the chart. Words that find no room are left to the table.
 */

/** A mark in pixels of its lane, with its words. */
export interface Labelled {
  readonly x: number
  readonly y: number
  readonly words: string
}

/** Words beside a mark: how far from it, and which end of them stands there. */
export interface Label {
  readonly dx: number
  readonly dy: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Mean advance and line height of 11 px sans-serif, a little generous so that a wider face still fits. */
const ADVANCE = 6
const LINE = 13
/** From a mark's middle to its words. */
const GAP = 9

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function boxOf({ x, y, words }: Labelled, { dx, dy, anchor }: Label): Box {
  const width = words.length * ADVANCE
  const start = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)
  return { left: start, right: start + width, top: y + dy - LINE / 2, bottom: y + dy + LINE / 2 }
}

const SIDES: readonly Label[] = [
  { dx: GAP, dy: 0, anchor: 'start' },
  { dx: -GAP, dy: 0, anchor: 'end' },
  { dx: GAP, dy: -LINE, anchor: 'start' },
  { dx: -GAP, dy: -LINE, anchor: 'end' },
  { dx: GAP, dy: LINE, anchor: 'start' },
  { dx: -GAP, dy: LINE, anchor: 'end' },
]

/**
 * The place of each mark's words, null where there is none.
 * @param room the chart's left and right edge, in pixels
 */
export function labelsFor(
  marks: readonly Labelled[],
  room: { readonly left: number; readonly right: number },
): (Label | null)[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))
  return marks.map((mark) => {
    const label = SIDES.find((side) => {
      const box = boxOf(mark, side)
      return box.left >= room.left && box.right <= room.right && !taken.some((other) => overlap(box, other))
    })
    if (label === undefined) return null
    taken.push(boxOf(mark, label))
    return label
  })
}
