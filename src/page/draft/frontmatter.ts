/**
 * Front matter: the YAML between two lines of `---` at the head of a file, by which site builders (Jekyll, Hugo,
 * Eleventy) are told title, description, date and author.
 */
import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { isoOf } from '../dates.ts'
import { DraftError, type DraftNote, type Remark } from './draft.ts'
import { type Traced, tracer } from './trace.ts'

export interface FrontMatter {
  /** Where the text after it begins. */
  readonly end: number
  readonly headline: Traced | null
  readonly deck: Traced | null
  readonly published: string | null
  readonly bylines: readonly string[]
  readonly outlet: string | null
  readonly remarks: readonly Remark[]
  readonly notes: readonly DraftNote[]
}

const NONE: FrontMatter = {
  end: 0,
  headline: null,
  deck: null,
  published: null,
  bylines: [],
  outlet: null,
  remarks: [],
  notes: [],
}

const HEAD = /^\ufeff?---[ \t]*\r?\n/
const FOOT = /^(?:---|\.\.\.)[ \t]*$/m
const TOML = /^\ufeff?\+\+\+[ \t]*\r?\n[\s\S]{0,50000}?\n\+\+\+[ \t]*(?:\r?\n|$)/

/** A comment on a line of its own, or one behind a value that speaks to the check; one in quotes is the value's. */
const REMARK = /^[ \t]*#[ \t]*(.*)$|[ \t]#[ \t]*(hearsay-.*[^"'\s])[ \t]*$/gm

/** The keys that say the same, the first that is there is taken. */
const KEYS = {
  headline: ['headline', 'title'],
  deck: ['deck', 'standfirst', 'subtitle', 'description', 'dek'],
  published: ['date', 'published', 'publishDate', 'pubDate'],
  bylines: ['author', 'authors', 'byline'],
  outlet: ['outlet', 'publication'],
} as const

/**
 * Reads the front matter of a file; none gives nothing and an `end` of 0.
 * @throws {DraftError} where it is not YAML, or opens and never closes
 */
export function frontMatterOf(source: string): FrontMatter {
  const toml = TOML.exec(source)
  if (toml)
    return {
      ...NONE,
      end: toml[0].length,
      notes: [
        {
          kind: 'front-matter',
          message:
            'The front matter is TOML, which is not read: headline, deck and date are taken from the text alone.',
        },
      ],
    }
  const head = HEAD.exec(source)
  if (!head) return NONE
  const from = head[0].length
  const rest = source.slice(from)
  const foot = FOOT.exec(rest)
  // A rule across the page may open a text; front matter begins with a key.
  if (!/^[ \t]*(?:#.*\r?\n\s*)*["']?[\w-]+["']?[ \t]*:/.test(rest))
    return foot?.index === 0 ? { ...NONE, end: from + foot[0].length } : NONE
  if (!foot)
    throw new DraftError(
      'front-matter',
      'the front matter opens with --- and is never closed. Add a line of --- below it.',
      1,
      1,
    )
  const block = rest.slice(0, foot.index)
  const lines = new LineCounter()
  const document = parseDocument(block, { lineCounter: lines, keepSourceTokens: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.message
    throw new DraftError(
      'front-matter',
      `the front matter is not YAML: ${what}. Mend it, or put the value in quotes.`,
      line + 1,
      col,
    )
  }
  const nodeOf = (field: keyof typeof KEYS): unknown => {
    for (const key of KEYS[field]) {
      const node = document.get(key, true)
      if (node != null) return node
    }
    return null
  }
  const tracedOf = (field: keyof typeof KEYS): Traced | null => {
    const node = nodeOf(field)
    if (!isScalar(node) || node.value === null) return null
    const value = String(node.value).trim()
    const [start, end] = node.range ?? [0, 0]
    return value === '' ? null : aligned(value, block.slice(start, end), from + start)
  }
  const wordsOf = (field: keyof typeof KEYS): string | null => tracedOf(field)?.text ?? null
  const date = wordsOf('published')
  const published = date === null ? null : isoOf(date)
  return {
    end: from + foot.index + foot[0].length,
    headline: tracedOf('headline'),
    deck: tracedOf('deck'),
    published,
    bylines: namesIn(nodeOf('bylines')),
    outlet: wordsOf('outlet'),
    remarks: Array.from(block.matchAll(REMARK), ({ index, 0: all, 1: alone, 2: behind = '' }) => ({
      start: from + index,
      end: from + index + all.length,
      words: alone ?? behind,
    })),
    notes:
      date !== null && published === null
        ? [
            {
              kind: 'front-matter',
              message: `The date of the front matter, "${date.slice(0, 40).toWellFormed()}", is none that can be read. Write it as 2025-01-05.`,
            },
          ]
        : [],
  }
}

/** One name, a list of names, or objects with a name each. */
function namesIn(node: unknown): string[] {
  if (isScalar(node)) return node.value === null ? [] : [String(node.value)]
  if (!isSeq(node)) return []
  return node.items.flatMap((item) => (isScalar(item) && item.value !== null ? [String(item.value)] : []))
}

/** A value with its place: letter by letter as far as the source has its letters, escapes and folded lines passed over. */
export function aligned(value: string, written: string, from: number): Traced {
  const made = tracer()
  let next = 0
  for (let i = 0; i < value.length; i++) {
    const letter = value[i] as string
    const isSpace = /\s/.test(letter)
    let at = next
    // what stands between the letters of a value is at most an escape, or the folding of a line
    while (
      at < written.length &&
      at < next + REACH &&
      !(isSpace ? /\s/.test(written[at] as string) : written[at] === letter)
    )
      at++
    if (at < written.length && at < next + REACH) {
      made.add(isSpace ? ' ' : letter, from + at)
      next = at + 1
    } else if (next < written.length) made.add(letter, from + next, 0)
    else made.join(letter)
  }
  return made.traced()
}

/** How far on a letter of a value is looked for: an escape of YAML has ten characters. */
const REACH = 200
