// The reading expected of an example page, as examples/expected/NAME.md writes it down (examples/README.md describes the
// format). Every expectation keeps the line it stands on, so that a failure can point at it.
import type { BlockKind, LeftOutReason, Note } from '../src/page/index.ts'

interface Line {
  /** Where it is written: `expected/live-blog.md:17`. */
  readonly at: string
}

export interface ExpectedField extends Line {
  readonly value: string
}

interface ExpectedImage extends Line {
  readonly caption: string | null
  readonly credit: string | null
}

interface ExpectedRelated extends Line {
  readonly label: string | null
  readonly title: string
  readonly url: string | null
}

export interface ExpectedBlock extends Line {
  readonly kind: BlockKind
  /** The printed time of a `live-entry`. */
  readonly time: string | null
  readonly text: string
}

interface ExpectedLeftOut extends Line {
  readonly reason: LeftOutReason
  readonly text: string
}

export interface Expected {
  /** Fields that the page has; one that is not here must be null or empty. */
  readonly fields: ReadonlyMap<FieldName, ExpectedField>
  readonly images: readonly ExpectedImage[]
  readonly related: readonly ExpectedRelated[]
  readonly blocks: readonly ExpectedBlock[]
  readonly leftOut: readonly ExpectedLeftOut[]
}

/** Fields with one value. */
export const SINGLE = [
  'headline',
  'deck',
  'published',
  'modified',
  'dateline',
  'wire',
  'outlet',
  'section',
  'lang',
  'copyright',
  'url',
] as const
/** Fields with several values, parted by semicolons. */
export const SEVERAL = ['bylines', 'tags', 'notes'] as const
type FieldName = (typeof SINGLE)[number] | (typeof SEVERAL)[number]

const FIELDS: ReadonlySet<string> = new Set([...SINGLE, ...SEVERAL])
const FIELD = /^([a-z]+): (.+)$/
const BLOCK = /^\[([a-z-]+)(?: ([^\]]+))?\] (.+)$/
const LEFT_OUT = /^left out \(([a-z ]+)\): (.+)$/

/** The parts of `a | b | c`, an empty one as null. */
function partsOf(value: string, count: number): (string | null)[] {
  const parts = value.split(' |').map((part) => part.trim() || null)
  return Array.from({ length: count }, (_, i) => parts[i] ?? null)
}

/** Values of a field that has several. */
export function valuesOf(field: ExpectedField | undefined): string[] {
  return field ? field.value.split('; ') : []
}

/**
 * Reads an expectation.
 * @param name its file name, for the failures that name a line of it
 */
export function parseExpected(source: string, name: string): Expected {
  const fields = new Map<FieldName, ExpectedField>()
  const images: ExpectedImage[] = []
  const related: ExpectedRelated[] = []
  const blocks: ExpectedBlock[] = []
  const leftOut: ExpectedLeftOut[] = []
  source.split('\n').forEach((line, i) => {
    const at = `${name}:${i + 1}`
    if (line.trim() === '') return
    const out = LEFT_OUT.exec(line)
    if (out?.[1] && out[2]) {
      leftOut.push({ at, reason: out[1] as LeftOutReason, text: out[2] })
      return
    }
    const block = BLOCK.exec(line)
    if (block?.[1] && block[3]) {
      blocks.push({ at, kind: block[1] as BlockKind, time: block[2] ?? null, text: block[3] })
      return
    }
    const field = FIELD.exec(line)
    if (field?.[1] === 'image' && field[2]) {
      const [caption = null, credit = null] = partsOf(field[2], 2)
      images.push({ at, caption, credit })
    } else if (field?.[1] === 'related' && field[2]) {
      const [label = null, title = null, url = null] = partsOf(field[2], 3)
      if (title === null) throw new Error(`${at}: a related line without its title: ${line}`)
      related.push({ at, label, title, url })
    } else if (field?.[1] && field[2] && FIELDS.has(field[1])) {
      fields.set(field[1] as FieldName, { at, value: field[2] })
    } else throw new Error(`${at} is no field, image, related line, block or "left out": ${line}`)
  })
  return { fields, images, related, blocks, leftOut }
}

/** Notes that say what kind of page it is; the others speak of its bytes and markup. */
export const PAGE_NOTES: ReadonlySet<Note['kind']> = new Set<Note['kind']>([
  'paywall',
  'index',
  'needs-scripts',
  'not-a-page',
  'empty',
])
