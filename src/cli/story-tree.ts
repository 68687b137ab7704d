/**
 * Who carries an origin, as a tree in the terminal. The branch tells the evidence: a single line for a printed credit, a
 * double one for shared text, a dotted one for a shared peculiarity, a question mark for a lineage that is not known; and
 * the words say it too.
 */
import { CREDITED, EDGE_NAMES, EDGES, type Edge, edgeOf, evidenceWords, printers } from '../publish/story/words.ts'
import type { Carrier } from '../stories/told/carriers.ts'
import type { ArticleTold } from '../stories/told/told.ts'
import type { Look } from './paint.ts'
import { widthOf, wrap } from './wrap.ts'

const BRANCHES: Readonly<Record<Edge, readonly [more: string, last: string]>> = {
  credit: ['├── ', '└── '],
  text: ['╞══ ', '╘══ '],
  peculiarity: ['├┄┄ ', '└┄┄ '],
  unknown: ['├ ? ', '└ ? '],
}

/** Deeper than this the tree goes on at the same depth, so that a narrow terminal has room for words. */
const DEPTH = 6

/** What the branches mean: on one line, or one under another. */
export function branchKey({ width, paint }: Look): string[] {
  const entries = EDGES.map((edge) => `${BRANCHES[edge][0]}${EDGE_NAMES[edge]}`)
  const line = `  ${entries.join('   ')}`
  return (widthOf(line) <= width ? [line] : entries.map((entry) => `  ${entry}`)).map((own) => paint.dim(own))
}

/** The tree as lines. */
export function treeLines(
  carriers: readonly Carrier[],
  byId: ReadonlyMap<string, ArticleTold>,
  look: Look,
  before = '    ',
): string[] {
  const { width, paint } = look
  return carriers.flatMap((carrier, at) => {
    const last = at === carriers.length - 1
    const edge = edgeOf(carrier)
    const branch = BRANCHES[edge][last ? 1 : 0]
    const stem = `${before}${last ? '    ' : '│   '}`
    const names = `${printers(carrier, byId).join(' = ')}${carrier.articles.length === 0 ? ` (${CREDITED})` : ''}`
    const [head = '', ...rest] = wrap(names, width, { first: `${before}${branch}`, rest: stem })
    const why = edge === 'unknown' ? [EDGE_NAMES.unknown] : evidenceWords(carrier.from)
    const others = evidenceWords(carrier.also).map((words) => `also ${words}`)
    const under = carrier.carriers.length > 0 ? `${stem}│ ` : `${stem}  `
    return [
      head,
      ...rest,
      ...[...why, ...others].flatMap((words) =>
        wrap(words, width, { first: under, rest: `${under}  ` }).map((line) => paint.dim(line)),
      ),
      ...treeLines(carrier.carriers, byId, look, before.length > DEPTH * 4 ? before : stem),
    ]
  })
}
