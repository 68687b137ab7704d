/**
 * What the attribution model sees of a word: its vocabulary forms, its affixes, its shape, where it stands to the
 * quotation marks, what cue it can be, and whether a sentence begins with it. Training reads the same features, dumped
 * from here, so there is one tokenizer and one feature code.
 */
import type { Document } from '../../language/document.ts'
import type { Token } from '../../language/tokens.ts'
import type { Act } from '../attribution.ts'
import { type CueClass, cueOf } from '../cues.ts'

/** The class features of a document's tokens, one entry each, by token index. */
export interface ClassFeatures {
  readonly shapes: Uint8Array
  readonly quotes: Uint8Array
  readonly cues: Uint8Array
  readonly places: Uint8Array
}

/** How many values each class feature takes. */
export const SIZES = { shapes: 10, quotes: 7, cues: 17, places: 4 } as const

/** Spellings that the word vectors know another for. */
const EQUAL: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'am',
  "'d": 'would',
  'u.s.': 'america',
  'u.k.': 'britain',
  'd.c.': 'washington',
}

/** The word in lower case with its marks in one spelling. */
function plainOf(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z]+$/.test(lower)) return lower
  return lower
    .replace(/[‘’‚‛`]/g, "'")
    .replace(/[“”„‟«»]|''/g, '"')
    .replace(/^(?:--+|[–—―])$/, '-')
}

/** Candidate vocabulary entries of a word, best first. */
export function formsOf(word: string): string[] {
  const plain = plainOf(word)
  if (/^[a-z]+$/.test(plain)) return [plain]
  const forms = [plain]
  const equal = EQUAL[plain]
  if (equal) forms.push(equal)
  if (/\d/.test(plain)) forms.push('<number>')
  const dotless = plain.replaceAll('.', '')
  if (dotless !== plain && dotless !== '') forms.push(dotless)
  const part = /[-/]([^-/]+)$/.exec(plain)
  if (part) forms.push(part[1] as string)
  return forms
}

/** 0 lower case, 1 capitalised, 2 capitals, 3 one capital, 4 mixed, 5 digits, 6 letters and digits, 7 mark, 8 quotation mark, 9 other script */
function shapeOf(word: string): number {
  if (/^\p{Ll}+$/u.test(word)) return 0
  if (/\d/.test(word)) return /\p{L}/u.test(word) ? 6 : 5
  if (/^["“”„‟«»‘’'`]+$/.test(word)) return 8
  if (!/\p{L}/u.test(word)) return 7
  if (/^\p{Lu}\.?$/u.test(word)) return 3
  if (/^[\p{Lu}.&-]+$/u.test(word)) return 2
  if (/^\p{Lu}[\p{Ll}'’]*\.?$/u.test(word)) return 1
  return /\p{Ll}|\p{Lu}/u.test(word) ? 4 : 9
}

const ACTS: readonly Act[] = ['speech', 'belief', 'intention']
const CLASSES: readonly CueClass[] = ['verb', 'noun', 'adjective', 'adverb', 'preposition']

function cueClassOf(word: string): number {
  const cue = cueOf(word)
  if (cue === null) return 0
  if (cue.lemma === 'say') return 1
  return 2 + ACTS.indexOf(cue.act) * CLASSES.length + CLASSES.indexOf(cue.class)
}

/** 0 outside quotations, 1 and 2 the outer marks, 3 within, 4 within a quotation in a quotation, 5 its marks, 6 within one never closed */
function quotesOf({ tokens, quotations }: Document): Uint8Array {
  const states = new Uint8Array(tokens.length)
  let from = 0
  for (const { start, end, inner, depth, closed } of quotations) {
    while (from < tokens.length && (tokens[from] as Token).end <= start) from++
    for (let i = from; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (token.start >= end) break
      if (token.end <= inner.start) states[i] = depth > 0 ? 5 : 1
      else if (token.start >= inner.end) states[i] = depth > 0 ? 5 : 2
      else states[i] = closed ? (depth > 0 ? 4 : 3) : 6
    }
  }
  return states
}

/** Bit 1: a sentence begins; bit 2: the paragraph ends without a stop, as headlines and captions do. */
function placesOf(
  { text, tokens, sentences, paragraphs }: Document,
  datelines: ReadonlyMap<number, number>,
): Uint8Array {
  const places = new Uint8Array(tokens.length)
  const open = paragraphs.map(
    ({ start, end }) => !/[.!?…:;,]["”’')\]]*\s*$/.test(text.slice(Math.max(start, end - 12), end)),
  )
  sentences.forEach(({ first, last, paragraph }, i) => {
    if (open[paragraph]) places.fill(2, first, last)
    const begin = datelines.get(i) ?? first
    places[begin] = (places[begin] as number) | 1
  })
  return places
}

/** The first and last three letters of a word. */
export function affixesOf(word: string): { readonly prefix: string; readonly suffix: string } {
  const plain = plainOf(word)
  return { prefix: plain.slice(0, 3), suffix: plain.slice(-3) }
}

/**
 * The class features of every token of a document.
 * @param datelines of each sentence that begins with a dateline, the first token after it
 */
export function featuresOf(document: Document, datelines: ReadonlyMap<number, number> = new Map()): ClassFeatures {
  const { tokens } = document
  const classes = new Map<string, readonly [number, number]>()
  const shapes = new Uint8Array(tokens.length)
  const cues = new Uint8Array(tokens.length)
  tokens.forEach(({ text }, i) => {
    let found = classes.get(text)
    if (!found) {
      found = [shapeOf(text), cueClassOf(text)]
      classes.set(text, found)
    }
    shapes[i] = found[0]
    cues[i] = found[1]
  })
  return { shapes, quotes: quotesOf(document), cues, places: placesOf(document, datelines) }
}
