/**
 * HTML -> a draft: the page reader's Article, its words found again in the file. Letters are compared without white space
 * and invisible characters, so that markup, entities and line ends between them do not matter.
 */
import { Tokenizer } from 'htmlparser2'
import { readPage } from '../index.ts'
import type { Draft, Remark } from './draft.ts'
import type { Stretch } from './trace.ts'

/** The letters that a page shows, each with where it stands in the file and how much of the file it takes. */
interface Shown {
  readonly letters: string
  readonly from: Int32Array
  readonly width: Int32Array
}

/** Text within these is not printed on the page. */
const UNSHOWN: ReadonlySet<string> = new Set(['title', 'script', 'style', 'template', 'noscript', 'textarea', 'head'])
/** White space, and characters that take no room. */
const BLANK = /[\s\u00ad\u200b\u2060\ufeff\0\u0085]/

/** Reads an HTML draft. */
export function htmlDraft(source: string): Pick<Draft, 'article' | 'traces' | 'remarks'> {
  const article = readPage(source, { as: 'html' })
  const { shown, remarks } = lettersOf(source)
  let cursor = 0
  let missed = 0
  const find = (words: string, start: number): { at: number; end: number } | null => {
    const wanted = solid(words)
    if (wanted === '' || missed > MOST_MISSED) return null
    const after = shown.letters.indexOf(wanted, start)
    const at = after >= 0 || start === 0 ? after : shown.letters.indexOf(wanted)
    if (at < 0) missed++
    return at < 0 ? null : { at, end: at + wanted.length }
  }
  const trace = (words: string, offset: number, place: { at: number } | null): Stretch[] =>
    place === null ? [] : stretchesOf(words, offset, place.at, shown)
  const headline = article.headline === null ? null : find(article.headline, 0)
  const deck = article.deck === null ? null : find(article.deck, 0)
  const text: Stretch[] = []
  for (const { start, end } of blocksAndPointers(article)) {
    const words = article.text.slice(start, end)
    const place = find(words, cursor)
    if (place !== null) cursor = place.end
    text.push(...trace(words, start, place))
  }
  return {
    article,
    remarks,
    traces: {
      text,
      headline: article.headline === null ? [] : trace(article.headline, 0, headline),
      deck: article.deck === null ? [] : trace(article.deck, 0, deck),
    },
  }
}

/** After so many blocks that stand nowhere as they are read, the rest is not looked for: the file is no page. */
const MOST_MISSED = 200

const blocksAndPointers = ({ blocks, related }: Draft['article']) =>
  [
    ...blocks,
    ...related.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }])),
  ].sort((a, b) => a.start - b.start)

const solid = (words: string): string => Array.from(words, (sign) => (BLANK.test(sign) ? '' : sign)).join('')

function stretchesOf(words: string, offset: number, at: number, { from, width }: Shown): Stretch[] {
  const found: Stretch[] = []
  let letter = at
  for (let i = 0; i < words.length; i++) {
    if (BLANK.test(words[i] as string)) continue
    const begin = from[letter] as number
    const own = width[letter] as number
    const last = found.at(-1)
    const gap = last === undefined ? 0 : offset + i - last.at - last.length
    // one blank in the text and in the file goes on as it stood
    if (
      last !== undefined &&
      last.length === last.width &&
      own === 1 &&
      begin === last.from + last.width + gap &&
      gap <= 1
    )
      found[found.length - 1] = { ...last, length: last.length + gap + 1, width: last.width + gap + 1 }
    else found.push({ at: offset + i, length: 1, from: begin, width: own })
    letter++
  }
  return found
}

/** What the file prints, and its comments, in one pass of the tokenizer. */
function lettersOf(source: string): { readonly shown: Shown; readonly remarks: readonly Remark[] } {
  const from = new Int32Array(source.length)
  const width = new Int32Array(source.length)
  const letters: string[] = []
  const remarks: Remark[] = []
  let count = 0
  let hidden: string | null = null
  const put = (letter: string, start: number, length: number) => {
    if (BLANK.test(letter)) return
    letters.push(letter)
    from[count] = start
    width[count++] = length
  }
  let textEnd = 0
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        textEnd = end
        if (hidden === null) for (let i = start; i < end; i++) put(source[i] as string, i, 1)
      },
      ontextentity(codepoint, end) {
        const start = source.lastIndexOf('&', end - 1)
        if (hidden === null)
          for (const unit of String.fromCodePoint(codepoint).split(''))
            put(unit, Math.max(start, textEnd), end - Math.max(start, textEnd))
        textEnd = end
      },
      onopentagname(start, end) {
        const name = source.slice(start, end).toLowerCase()
        if (hidden === null && UNSHOWN.has(name) && name !== 'head') hidden = name
      },
      onclosetag(start, end) {
        if (source.slice(start, end).toLowerCase() === hidden) hidden = null
      },
      onopentagend(end) {
        textEnd = end + 1
      },
      oncomment(start, end, endOffset) {
        const words = source.slice(start, end - endOffset)
        remarks.push({ start: start - 4, end: end + 1, words: words.trim() })
      },
      onselfclosingtag() {},
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onattribname() {},
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return { shown: { letters: letters.join(''), from, width }, remarks }
}
