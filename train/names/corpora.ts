/**
 * The tagged texts that the taggers learn from: PolNeAR's training part with CoreNLP's tags, the treebanks EWT and GUM.
 * Each is a text with marked pieces, offsets into it; how the project divides it into tokens is another matter.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from '../../bench/data.ts'
import { TITLE_WORDS } from '../../src/language/gazetteer/titles.ts'

/** A piece of text as its annotators divided it. */
interface Piece {
  readonly start: number
  readonly end: number
  /** Penn tag, or null where the corpus uses another. */
  readonly part: string | null
  /** Kind of name it is in, `O` outside names, null where the corpus does not say. */
  readonly name: string | null
}

export interface Tagged {
  readonly id: string
  readonly text: string
  readonly pieces: readonly Piece[]
}

const missing = (path: string): boolean => {
  if (existsSync(path)) return false
  console.error(`skipped: ${path} is not there`)
  return true
}

const NER: Readonly<Record<string, string>> = {
  PERSON: 'person',
  ORGANIZATION: 'organisation',
  LOCATION: 'place',
  MISC: 'other',
}

/** PolNeAR's training documents with CoreNLP's tags; offsets are code points in the file. */
export function polnear(): Tagged[] {
  const file = join(dataFolder, 'polnear/train-tokens.tsv.gz')
  if (missing(file)) return []
  const found: Tagged[] = []
  let id = ''
  let text = ''
  let units: number[] = []
  let pieces: Piece[] = []
  const close = (): void => {
    if (id) found.push({ id, text, pieces })
  }
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const cells = line.split('\t')
    if (cells.length === 1 && line.startsWith('# ')) {
      close()
      id = line.slice(2)
      text = readFileSync(join(dataFolder, 'polnear/train/text', `${id}.txt`), 'utf8')
      units = [0]
      for (const char of text) units.push((units.at(-1) as number) + char.length)
      pieces = []
    } else if (cells.length === 5) {
      const [, start, end, part, name] = cells as [string, string, string, string, string]
      pieces.push({
        start: units[Number(start)] as number,
        end: units[Number(end)] as number,
        part,
        name: NER[name] ?? 'O',
      })
    }
  }
  close()
  return found
}

/** Tags of the treebanks that the Penn Treebank's news part does not use. */
const PENN: Readonly<Record<string, string | null>> = {
  HYPH: ':',
  NFP: null,
  ADD: null,
  AFX: null,
  GW: null,
  XX: null,
  _: null,
}

const GUM_NAMES: Readonly<Record<string, string>> = { person: 'person', organization: 'organisation', place: 'place' }

/** The documents of one CoNLL-U file. Names are read where the file marks entities (GUM's `Entity=`). */
function conllu(file: string, names: boolean): Tagged[] {
  if (missing(file)) return []
  const found: Tagged[] = []
  let id = file
  let text = ''
  let pieces: Piece[] = []
  const open: { mark: string; kind: string; first: number }[] = []
  const close = (): void => {
    if (pieces.length > 0) found.push({ id, text, pieces })
    text = ''
    pieces = []
    open.length = 0
  }
  let whole: { last: number; space: boolean } | null = null
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc')) {
      close()
      id = line.slice(line.indexOf('=') + 1).trim()
    } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_') && text) text = `${text.trimEnd()}\n`
    const cells = line.split('\t')
    if (cells.length !== 10) continue
    const [number, form, , , tag, , , , , misc] = cells as string[]
    if (number?.includes('.')) continue
    const space = !/(?:^|\|)SpaceAfter=No(?:$|\|)/.test(misc as string)
    if (number?.includes('-')) {
      whole = { last: Number(number.split('-')[1]), space }
      continue
    }
    const start = text.length
    text += form
    const part = tag as string
    pieces.push({
      start,
      end: text.length,
      part: part in PENN ? (PENN[part] as string | null) : form?.toLowerCase() === 'to' ? 'TO' : part,
      name: names ? 'O' : null,
    })
    if (names) {
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc as string)?.[1] ?? ''
      for (const [bracket] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
        const mark = bracket.replace(/[()]/g, '').split('-')
        if (bracket.startsWith('('))
          open.push({ mark: mark[0] as string, kind: GUM_NAMES[mark[1] as string] ?? '', first: pieces.length - 1 })
        if (bracket.endsWith(')')) {
          const at = open.findLastIndex(({ mark: other }) => other === mark[0])
          const [closed] = open.splice(at, at < 0 ? 0 : 1)
          if (closed?.kind) name(pieces, closed.first, text, closed.kind)
        }
      }
    }
    if (whole && Number(number) < whole.last) continue
    if (whole ? whole.space : space) text += ' '
    whole = null
  }
  close()
  return found
}

/** Words within a name: University of Chicago, Procter & Gamble, Bourg-la-Reine. */
const JOINS = /^(?:of|the|for|and|&|-|'s|’s|de|du|la|van|von|bin|al|el)$/i
const TITLE = /^\p{L}+\.?$/u

/** Marks the proper name that an entity begins with, titles left out: GUM marks whole phrases, clauses and all. */
function name(pieces: Piece[], first: number, text: string, kind: string): void {
  const wordAt = (i: number): string => text.slice(pieces[i]?.start, pieces[i]?.end)
  const proper = (i: number): boolean => /^NNPS?$/.test(pieces[i]?.part ?? '')
  let from = first
  while (from < pieces.length && !proper(from)) from++
  // the proper name deeper in a phrase (the mayor of Paris) is an entity of its own
  if (from - first > 1) return
  let to = from
  for (let i = from; i < pieces.length && (proper(i) || (JOINS.test(wordAt(i)) && i - to < 2)); i++)
    if (proper(i)) to = i + 1
  if (kind === 'person')
    while (from < to && TITLE.test(wordAt(from)) && TITLE_WORDS.has(wordAt(from).toLowerCase())) from++
  for (let i = from; i < to; i++) (pieces[i] as { name: string | null }).name = kind
}

/** UD English EWT: parts of speech only. */
export function ewt(): Tagged[] {
  return ['train', 'dev'].flatMap((split) => conllu(join(dataFolder, `treebanks/en_ewt-${split}.conllu`), false))
}

/** GUM: parts of speech and names. */
export function gum(): Tagged[] {
  const folder = join(dataFolder, 'treebanks/gum')
  if (missing(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .flatMap((file) => conllu(join(folder, file), true))
}
