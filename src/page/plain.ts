/**
 * Plain text -> Article: a page copied from a browser or saved as text, furniture and all.
 *
 * Without markup, order and form must do: a headline comes first and is often there twice, paragraphs are long lines
 * that end like sentences, furniture says what it is. A line is one run.
 */

import { agenciesIn, agencyNamed } from './agencies.ts'
import {
  type Article,
  type Block,
  type Evidence,
  type Image,
  type LeftOut,
  type LeftOutReason,
  NOTHING,
  type Note,
  type Related,
} from './article.ts'
import { namesIn } from './bylines.ts'
import { cleanCredit, partCredit } from './captions.ts'
import { printedDate, UPDATED } from './dates.ts'
import { fold } from './fold.ts'
import { furniturePhrase } from './furniture.ts'
import { copyrightHolder } from './imprint.ts'
import { SAID } from './kinds.ts'
import { languageOf } from './language.ts'
import { relatedLine } from './related.ts'
import { countWords } from './runs.ts'
import { collapse } from './tree.ts'
import { datelineOf, wireOf } from './wire.ts'
import { writer } from './writer.ts'

const NO_TEXT: Note = { kind: 'empty', message: 'The input holds no text.' }
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*(?:\s?[([][^()[\]]{2,40}[)\]])?$/u
const BULLET = /^[•▪◦‣●·*–-]\s+/u
const BYLINE = /^(?:by|von|par|por|di|written by|reported by)\s+(?=\p{Lu})/iu
const PICTURED =
  /\b(?:file photo|file picture|pictured|photo shows|in this (?:photo|image|picture)|is seen|are seen|poses|this (?:file )?(?:photo|image|picture)|archivbild|archive photo|handout)\b/i
const COPYRIGHT = /©|\(c\)\s?(?:19|20)\d\d|^copyright\s+(?:\d{4}|©|\(c\)|by\s)/i
const MENU_WORDS = 4

/** Wrapped text has lines of at most this width; the rest of a paragraph follows on the next line. */
const WRAP = 92

/** Lines as a reader sees them: hard-wrapped paragraphs joined, everything else a line of its own. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const chunk of text.split(/\n[^\S\n]*\n+/)) {
    const own = chunk.split('\n').map(collapse).filter(Boolean)
    const wrapped =
      own.length > 2 &&
      own.every((line) => line.length <= WRAP) &&
      own.slice(0, -1).every((line) => line.length > 48 && !BULLET.test(line))
    if (wrapped) lines.push(own.join(' '))
    else lines.push(...own)
  }
  return lines
}

const isBody = (line: string): boolean => furniturePhrase(line) === null && !COPYRIGHT.test(line)

const isParagraph = (line: string): boolean => countWords(line) >= 11 && SENTENCE_END.test(line) && isBody(line)

/** A line of more words than this is no heading and no title. */
const PROSE_WORDS = 20
/** Of a sentence's words most are in small letters; of a menu's hardly any. */
const IN_SMALL_LETTERS = 0.6
const SMALL_LETTER = /^["'“‘«(]?\p{Ll}/u

/** A long line of running words whose last stop is missing, as where a text was cut or copied without it. */
function isUnended(line: string): boolean {
  const words = line.split(' ')
  const small = words.filter((word) => SMALL_LETTER.test(word)).length
  return words.length >= PROSE_WORDS && small >= IN_SMALL_LETTERS * words.length && isBody(line)
}

/** A line after which a copied page has ended, when hardly a paragraph follows: its copyright, lists of other articles, comments. */
function closes(line: string): boolean {
  const phrase = furniturePhrase(line)
  return (
    (COPYRIGHT.test(line) && countWords(line) < 30) ||
    (phrase !== null && phrase.where === 'whole' && (phrase.reason === 'related' || phrase.reason === 'comments'))
  )
}

/**
 * The last line of the body: the last paragraph, but none of those few that follow the page's own end; and what goes on
 * right after it and has no end.
 */
function endOf(lines: readonly string[], first: number): number {
  const paragraphs = lines
    .map((_, i) => i)
    .filter((i) => isParagraph(lines[i] ?? '') && !isCaption(lines[i] ?? '', i > first))
  let passed = 0
  for (let i = first + 1; i < lines.length && first >= 0; i++) {
    if (!closes(lines[i] ?? '')) continue
    while (passed < paragraphs.length && (paragraphs[passed] ?? 0) < i) passed++
    if (passed >= 3 && (paragraphs.length - passed) * 3 <= passed) return paragraphs[passed - 1] ?? -1
  }
  let last = paragraphs.at(-1) ?? first
  while (first >= 0 && isUnended(lines[last + 1] ?? '') && !isCaption(lines[last + 1] ?? '', true)) last++
  return last
}

/** Reads text copied from a browser, its furniture left out with reasons. */
export function readPlain(source: string, url: string | null): Article {
  const lines = linesOf(source.replace(/\r\n?/g, '\n').replaceAll('\0', ''))
  const why: Record<string, Evidence> = {}
  const leftOut: LeftOut[] = []
  const taken = new Map<number, LeftOutReason | 'field'>()
  const firstOf = (is: (line: string) => boolean): number =>
    lines.findIndex((line) => is(line) && !isCaption(line, false))
  const ended = firstOf(isParagraph)
  const firstParagraph = ended === -1 ? firstOf(isUnended) : ended
  const lastParagraph = endOf(lines, firstParagraph)
  const head = firstParagraph === -1 ? lines.length : firstParagraph

  // The headline: the first line of some length printed twice, else the first that is neither furniture nor a sentence.
  const folds = lines.map(fold)
  const titleLike = (i: number): boolean => {
    const line = lines[i] ?? ''
    return (
      countWords(line) >= MENU_WORDS &&
      line.length < 260 &&
      furniturePhrase(line) === null &&
      !COPYRIGHT.test(line) &&
      printedDate(line, 'en') === null &&
      !BYLINE.test(line) &&
      !BULLET.test(line)
    )
  }
  const inHead = lines.slice(0, head + 1).map((_, i) => i)
  const again = new Map(folds.map((key, i) => [key, i] as const).slice(0, head + 1))
  const twice = inHead.find((i) => titleLike(i) && (again.get(folds[i] ?? '') ?? i) > i)
  // Of two lines the first is the headline, sentence or not; a sentence alone is the text.
  const isShort = lines.length === 2 || (lines.length === 1 && firstParagraph === -1)
  const headlineAt =
    twice ??
    inHead.find((i) => titleLike(i) && (i < head || isShort) && !/^(?:skip|jump) to/i.test(lines[i] ?? '')) ??
    -1
  const headline = headlineAt === -1 ? null : (lines[headlineAt] ?? null)
  if (headline) {
    why.headline = {
      from: `line ${headlineAt + 1}`,
      because: twice === undefined ? 'the first line that is no menu word' : 'printed twice above the text',
    }
    taken.set(headlineAt, 'field')
    lines.forEach((_, i) => {
      if (i !== headlineAt && folds[i] === folds[headlineAt]) taken.set(i, 'duplicate headline')
    })
  }

  let published: string | null = null
  let modified: string | null = null
  const bylines: string[] = []
  let deck: string | null = null
  for (let i = 0; i < head; i++) {
    const line = lines[i] ?? ''
    if (taken.has(i) || i < headlineAt - 4) continue
    const date = countWords(line) < 24 ? printedDate(line, 'en') : null
    if (date) {
      if (UPDATED.test(line.slice(0, date.start))) modified ??= date.iso
      else published ??= date.iso
      why[UPDATED.test(line.slice(0, date.start)) ? 'modified' : 'published'] ??= { from: `line ${i + 1}` }
      taken.set(i, BYLINE.test(line) ? 'byline' : 'date')
    } else if (UPDATED.test(line) && countWords(line) < 8) taken.set(i, 'date')
    if (BYLINE.test(line) && countWords(line) < 20) {
      bylines.push(...namesIn(date ? line.slice(0, date.start) : line))
      taken.set(i, 'byline')
      why.bylines = { from: `line ${i + 1}` }
    }
  }
  for (let i = headlineAt + 1; i < head && headlineAt >= 0; i++) {
    const line = lines[i] ?? ''
    if (
      taken.has(i) ||
      isCaption(line, false) ||
      furniturePhrase(line) ||
      countWords(line) < 5 ||
      relatedLine(line, false)
    )
      continue
    deck = line
    taken.set(i, 'field')
    why.deck = {
      from: `line ${i + 1}`,
      because: 'stands between the headline and the first paragraph, and is no caption',
    }
    break
  }

  const blocks: Block[] = []
  const related: Related[] = []
  const images: Image[] = []
  const tags: string[] = []
  const { put, text } = writer()
  const around: string[] = []
  let copyright: string | null = null
  // What the last label after the text says its lines are.
  let section: LeftOutReason | null = null
  for (const [i, line] of lines.entries()) {
    const out = (reason: LeftOutReason): void => {
      leftOut.push({ text: line, reason })
    }
    const mark = taken.get(i)
    if (mark === 'field') continue
    if (mark !== undefined) {
      out(mark)
      continue
    }
    const labelled = /^(?:tags?|topics|keywords|schlagworte)\s?[:：]\s*(.+)$/i.exec(line)
    if (labelled?.[1]) {
      tags.push(...labelled[1].split(/\s*[,;|]\s*/).filter((tag) => tag !== '' && tag.length < 60))
      why.tags = { from: `line ${i + 1}` }
      out('tags')
      continue
    }
    if (COPYRIGHT.test(line) && countWords(line) < 40 && !isParagraphBetween(i)) {
      copyright ??= line
      why.copyright ??= { from: `line ${i + 1}` }
      out('copyright')
      continue
    }
    const within = i >= firstParagraph && i <= lastParagraph && firstParagraph !== -1
    const pointer = countWords(line) < 45 ? (relatedLine(line, false) ?? capitalPointer(line)) : null
    if (pointer) {
      if (within) related.push({ ...pointer, url: null, ...put(line) })
      else {
        related.push({ ...pointer, url: null })
        out('related')
      }
      continue
    }
    const phrase = furniturePhrase(line)
    if (
      phrase &&
      (phrase.where === 'whole' || !SAID.test(line)) &&
      !(phrase.where === 'holds' && countWords(line) > 60)
    ) {
      if (phrase.where === 'whole' && (phrase.reason === 'related' || phrase.reason === 'comments'))
        section = phrase.reason
      out(phrase.reason)
      continue
    }
    if (isCaption(line, i > firstParagraph) && (within || i < head)) {
      const { caption, credit } = partCredit(line)
      images.push({ caption: caption || null, credit: cleanCredit(credit) || null, url: null })
      if (caption) blocks.push({ kind: 'caption', ...put(caption) })
      continue
    }
    if (!within) {
      if (i < head) around.push(line)
      out(i < head || countWords(line) < MENU_WORDS ? 'navigation' : (section ?? 'outside the article'))
      continue
    }
    if (BULLET.test(line)) blocks.push({ kind: 'list-item', ...put(line.replace(BULLET, '')) })
    else if (/^(?:correction|clarification|editor['’]s note|update)\s?:/i.test(line))
      blocks.push({ kind: 'note', ...put(line) })
    else if (
      countWords(line) <= 12 &&
      !SENTENCE_END.test(line) &&
      !/[:,;]$/.test(line) &&
      !/["“”«»]/.test(line) &&
      i < lastParagraph
    )
      blocks.push({ kind: 'heading', ...put(line) })
    else blocks.push({ kind: 'paragraph', ...put(line) })
  }
  // A form's lines stand together: what one says of itself holds for those next to it.
  leftOut.forEach((entry, i) => {
    const beside = [leftOut[i - 1], leftOut[i + 1]].some((other) => other?.reason === 'newsletter')
    if (beside && (entry.reason === 'outside the article' || entry.reason === 'terms'))
      leftOut[i] = { ...entry, reason: 'newsletter' }
  })
  const whole = text()
  const said = blocks.filter((block) => block.kind === 'paragraph').map((block) => whole.slice(block.start, block.end))
  const dateline = said[0] ? datelineOf(said[0]) : null
  if (dateline) why.dateline = { from: 'first paragraph' }
  const holder = copyright ? copyrightHolder(copyright) : null
  if (holder) why.outlet = { from: 'copyright line' }
  const wire = wireOf(said, dateline, bylines, around, holder)
  if (wire.evidence) why.wire = wire.evidence
  if (blocks.length > 0)
    why.text = { from: 'form of the lines', because: `${blocks.length} of ${lines.length} lines kept` }
  return {
    ...NOTHING,
    url,
    outlet: holder,
    headline,
    deck,
    bylines,
    published,
    modified,
    dateline: dateline?.text ?? null,
    wire: wire.name,
    tags,
    copyright,
    lang: languageOf(whole),
    text: whole,
    blocks,
    images,
    related,
    leftOut,
    notes: lines.length === 0 ? [NO_TEXT] : [],
    why,
  }

  function isParagraphBetween(i: number): boolean {
    return countWords(lines[i] ?? '') > 25 && i > firstParagraph && i < lastParagraph
  }
}

/** `TRENDING: Deer rides elevator`: a label in capitals that points elsewhere. */
function capitalPointer(line: string): { label: string; title: string } | null {
  const match = /^((?:\p{Lu}{4,12})(?:\s\p{Lu}{2,10})?):\s(.{8,200})$/u.exec(line)
  return match?.[1] &&
    match[2] &&
    /^(?:TRENDING|WATCH|MORE|RELATED|READ|VIDEO|PHOTOS|OPINION|LISTEN)/.test(match[1]) &&
    !SENTENCE_END.test(match[2])
    ? { label: match[1], title: match[2] }
    : null
}

/**
 * A line that is a picture's caption: it ends in a photo credit, or speaks of a photo and ends in a bracket.
 * @param inBody past the first paragraph, where a closing "(Reuters)" is the story's own credit
 */
function isCaption(line: string, inBody: boolean): boolean {
  const { caption, credit } = partCredit(line)
  if (credit === '' || countWords(line) > 70) return /^(?:photo|foto|image|picture|bild)\s?:\s/i.test(line)
  if (
    PICTURED.test(caption) ||
    /photo|foto|image|getty images|courtesy|handout|\bfile\b|source:/i.test(line.slice(caption.length)) ||
    (credit.includes('/') && (!inBody || agenciesIn(credit).length > 0))
  )
    return true
  return !inBody && agencyNamed(credit) === null ? /[)\]]\.?$/.test(line) : /^[\p{L}]+-[\p{L}]+$/u.test(credit)
}

/**
 * Text that is the article already: every line a paragraph, nothing left out, offsets into the text as given.
 */
export function readGiven(text: string, url: string | null): Article {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0]
    const start = match.index + (line.length - line.trimStart().length)
    const end = match.index + line.trimEnd().length
    if (end > start) blocks.push({ kind: 'paragraph', start, end })
  }
  const said = blocks.map((block) => text.slice(block.start, block.end))
  const dateline = said[0] ? datelineOf(said[0]) : null
  const wire = wireOf(said, dateline, [], [], null)
  const why: Record<string, Evidence> = {}
  if (blocks.length > 0) why.text = { from: 'given as the article' }
  if (dateline) why.dateline = { from: 'first paragraph' }
  if (wire.evidence) why.wire = wire.evidence
  return {
    ...NOTHING,
    url,
    dateline: dateline?.text ?? null,
    wire: wire.name,
    lang: languageOf(text),
    text,
    blocks,
    notes: blocks.length === 0 ? [NO_TEXT] : [],
    why,
  }
}
