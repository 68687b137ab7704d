/**
 * Drafts: bytes of a file in HTML, Markdown or plain text -> its Article, with the way back from every word to the line
 * and column at which the writer sees it.
 */
import { binaryKind, decode } from '../encoding.ts'
import { looksLikeHtml } from '../index.ts'
import { type Draft, DraftError, type DraftKind, type DraftNote } from './draft.ts'
import { frontMatterOf } from './frontmatter.ts'
import { htmlDraft } from './html.ts'
import { markdownOf } from './markdown.ts'
import { plainOf } from './plain.ts'
import { written } from './written.ts'

export { type Draft, DraftError, type DraftKind, type DraftNote, type Remark } from './draft.ts'
export { linesIn, type Place, placeOf } from './places.ts'

/** A draft in HTML may have so many bytes, most of them markup; */
const MOST_BYTES = 8 * 1024 * 1024
/** and so many characters of text: a book. */
const MOST_TEXT = 500_000

const ENDINGS: Readonly<Record<string, DraftKind>> = {
  htm: 'html',
  html: 'html',
  markdown: 'markdown',
  md: 'markdown',
  text: 'text',
  txt: 'text',
  xhtml: 'html',
}

/** What a draft is written in, by the ending of its name; where that says nothing, by how it begins. */
function kindOf(name: string, source: string): DraftKind {
  const ending = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = ENDINGS[ending]
  if (known !== undefined) return known
  if (looksLikeHtml(source)) return 'html'
  return /^\ufeff?---[ \t]*\r?\n/.test(source) || /^#{1,6} \S/m.test(source.slice(0, 2000)) ? 'markdown' : 'text'
}

/**
 * Reads a draft.
 * @param name the file's name, whose ending says what it is written in
 * @param as what it is written in, where that is known better
 * @throws {DraftError} where there is nothing that can be checked: no text, another kind of file, broken front matter
 */
export function readDraft(bytes: Uint8Array, name: string, as: DraftKind | null = null): Draft {
  if (bytes.byteLength > MOST_BYTES)
    throw new DraftError(
      'too-large',
      `it has ${Math.round(bytes.byteLength / 1024 / 1024)} MiB, and a draft may have 8. Check its parts one by one.`,
    )
  const binary = binaryKind(bytes)
  if (binary !== null)
    throw new DraftError('binary', `it is ${binary}, not text. Export it as HTML, Markdown or plain text.`)
  const { text: source, encoding, replaced } = decode(bytes, null)
  if (source.replace(/^\ufeff/, '').trim() === '') throw new DraftError('empty', 'it is empty.')
  const kind = as ?? kindOf(name, source)
  const notes: DraftNote[] = []
  if (replaced > 0 || (encoding.toLowerCase() !== 'utf-8' && /[^\p{ASCII}]/u.test(source)))
    notes.push({
      kind: 'encoding',
      message: `Read as ${encoding}${replaced > 0 ? `; ${replaced} character(s) could not be decoded` : ''}. Save it as UTF-8 if words look wrong.`,
    })
  // Without markup the file is its text; parsing it only to refuse it would take long.
  if (kind !== 'html' && source.length > 2 * MOST_TEXT) throw tooLong(source.length)
  const read = readAs(kind, source)
  if (read.article.text.length > MOST_TEXT) throw tooLong(read.article.text.length)
  return { kind, source, ...read, notes: [...notes, ...read.notes, ...notesOn(read.article)] }
}

const tooLong = (length: number): DraftError =>
  new DraftError(
    'too-large',
    `its text has ${length} characters, and a draft may have ${MOST_TEXT}. Check its parts one by one.`,
  )

function readAs(kind: DraftKind, source: string): Omit<Draft, 'kind' | 'source'> {
  if (kind === 'html') {
    const read = htmlDraft(source)
    return { ...read, notes: read.article.notes.map(({ message }) => ({ kind: 'page', message })) }
  }
  const front = frontMatterOf(source)
  const start = front.end === 0 && source.charCodeAt(0) === 0xfeff ? 1 : front.end
  const { pieces, remarks } = kind === 'markdown' ? markdownOf(source, start) : plainOf(source, start)
  return { ...written(pieces, front), remarks: [...front.remarks, ...remarks], notes: front.notes }
}

/** What keeps rules from finding anything. */
function notesOn({ headline, text, lang }: Draft['article']): DraftNote[] {
  const notes: DraftNote[] = []
  if (headline === null && text === '') return [{ kind: 'no-text', message: 'It holds no words to check.' }]
  if (headline === null)
    notes.push({
      kind: 'no-headline',
      message:
        'No headline was found, so none was checked. Begin with one: # in Markdown, h1 in HTML, the first line in text.',
    })
  if (text === '') notes.push({ kind: 'no-text', message: 'There is no text below the headline to hold it against.' })
  if (lang !== null && lang !== 'en')
    notes.push({
      kind: 'language',
      message: `Its language seems to be "${lang}"; claims are read in English only, so next to nothing was checked.`,
    })
  return notes
}
