/**
 * Noun phrases, as far as naming needs them: the core up to its head noun, the article or possessor before it, the name
 * at the head, and what follows (an apposition, `of ...`, `who ...`). By part-of-speech patterns, without a parse.
 */
import type { Document } from './document.ts'
import type { Name } from './names.ts'
import { namesOf } from './names.ts'
import { type Tags, tagsOf } from './tagger.ts'
import type { Token } from './tokens.ts'

/** A document with its tags and names. */
export interface Marked {
  readonly document: Document
  readonly tags: Tags
  readonly names: readonly Name[]
  /** For each token, one more than the number of the name it is in; 0 outside names. */
  readonly nameAt: Int32Array
}

/** Tags a document and finds its names. */
export function markedOf(document: Document): Marked {
  const tags = tagsOf(document)
  const names = namesOf(document, tags)
  return { document, tags, names, nameAt: nameAtOf(document, names) }
}

/** For each token, one more than the number of the name it is in; 0 outside names. */
export function nameAtOf({ tokens }: Document, names: readonly Name[]): Int32Array {
  const nameAt = new Int32Array(tokens.length)
  names.forEach(({ first, last }, i) => {
    nameAt.fill(i + 1, first, last)
  })
  return nameAt
}

export interface Phrase {
  /** The core: from its first token to the head, inclusive: `last` is one after the head. */
  readonly first: number
  readonly last: number
  readonly head: number
  /** The head in the singular and in lower case. */
  readonly noun: string
  readonly plural: boolean
  readonly article: 'the' | 'a' | 'possessive' | 'none'
  /** The name that ends the core, if it ends in one. */
  readonly name: Name | null
  /** The name before a possessive 's in the core. */
  readonly possessor: Name | null
  /** Where the words after the core end. */
  readonly end: number
}

export const wordAt = ({ document }: Marked, i: number): string => document.tokens[i]?.text ?? ''
export const nameOf = (marked: Marked, i: number): Name | null => marked.names[(marked.nameAt[i] ?? 0) - 1] ?? null

/** The singular of an English noun in lower case, by its ending. */
export function singularOf(word: string): string {
  const noun = word.toLowerCase()
  if (/men$/.test(noun)) return noun.replace(/men$/, 'man')
  if (/people$/.test(noun)) return 'person'
  if (/ies$/.test(noun) && noun.length > 4) return noun.replace(/ies$/, 'y')
  if (/(?:ss|us|is|news)$/.test(noun)) return noun
  if (/(?:ch|sh|x|ss)es$/.test(noun)) return noun.replace(/es$/, '')
  return noun.replace(/s$/, '')
}

const ARTICLE: Readonly<Record<string, Phrase['article']>> = {
  a: 'a',
  an: 'a',
  another: 'a',
  his: 'the',
  her: 'the',
  its: 'the',
  one: 'a',
  that: 'the',
  the: 'the',
  their: 'the',
  these: 'the',
  this: 'the',
  those: 'the',
}

/** Adjectives to the tagger that head a phrase as nouns: the Norwegian military. */
const ALSO_NOUN =
  /^(?:executive|federal|intelligence|judiciary|lead|military|native|official|presidency|representative|resident)$/

/** Does a word end the core of a phrase where it stands? A participle before a noun does not: the retired general. */
function endsCore(marked: Marked, i: number, last: number): boolean {
  const { parts } = marked.tags
  const part = parts[i] as string
  if (nameOf(marked, i)) return false
  if (/^(?:JJ|NN|CD|PRP\$|POS|DT|PDT|RB)/.test(part)) return false
  if (part === 'CC') return !(i + 1 < last && /^(?:JJ|NN|VB[NG])/.test(parts[i + 1] as string) && i > 0)
  // US, Ukrainian and South Korean officials
  if (part === ',') return !(nameOf(marked, i - 1) && nameOf(marked, i + 1)?.kind === 'nationality')
  if (/^VB[NG]$/.test(part))
    return !(i + 1 < last && /^(?:JJ|NN)/.test(parts[i + 1] as string)) || /^NN/.test(parts[i - 1] ?? '')
  return !/^(?:&|-|\$|%)$/.test(wordAt(marked, i))
}

/**
 * The noun phrase that tokens `from` to `to` (exclusive) begin with, or null where they hold no noun.
 */
export function phraseOf(marked: Marked, from: number, to: number): Phrase | null {
  const { parts } = marked.tags
  let first = from
  while (
    first < to &&
    !nameOf(marked, first) &&
    /^(?:IN|TO|RB|CC|''|``|,|:|-LRB-|VB[DGPZ])$/.test(parts[first] as string)
  )
    first++
  let last = first
  // according to Roe the best time is: a name ends before an article
  const isOver = (i: number): boolean =>
    i > first && parts[i] === 'DT' && nameOf(marked, i - 1)?.kind === 'person' && !nameOf(marked, i)
  while (last < to && !endsCore(marked, last, to) && !isOver(last)) last++
  // January 9 the mayor: a date before the phrase is no part of it
  for (let i = first + 1; i < last; i++) if (parts[i] === 'DT' && parts[i - 1] === 'CD' && !nameOf(marked, i)) first = i
  let head = -1
  if (last > first && /^JJ/.test(parts[last - 1] as string) && ALSO_NOUN.test(wordAt(marked, last - 1))) head = last - 1
  for (let i = last - 1; i >= first && head < 0; i--)
    if (nameOf(marked, i) || /^(?:NN|CD)/.test(parts[i] as string)) head = i
  // an article alone heads nothing where more follows
  if (head < 0 && last + 1 < to && last > first && /^(?:the|an?)$/i.test(wordAt(marked, last - 1)))
    return phraseOf(marked, last + 1, to)
  if (head < 0)
    for (let i = last - 1; i >= first && head < 0; i--)
      if (/^(?:JJ|DT|PRP\$)/.test(parts[i] as string) && last - first > 0) head = i
  if (head < 0) return null
  let possessor: Name | null = null
  let possessed = false
  for (let i = first + 1; i < head; i++)
    if (parts[i] === 'POS' || /^['’]s$/.test(wordAt(marked, i))) {
      possessed = true
      possessor = nameOf(marked, i - 1) ?? possessor
    }
  const word = wordAt(marked, head)
  const noun = singularOf(word)
  const article = possessed ? 'possessive' : (ARTICLE[wordAt(marked, first).toLowerCase()] ?? 'none')
  const plural = /^NN(?:P)?S$/.test(parts[head] as string) || (noun !== word.toLowerCase() && !nameOf(marked, head))
  return { first, last: head + 1, head, noun, plural, article, name: nameOf(marked, head), possessor, end: to }
}

/** Tokens whose text lies within a span, as `[first, after the last]`. */
export function tokensWithin(tokens: readonly Token[], start: number, end: number): readonly [number, number] {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).end <= start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < tokens.length && (tokens[last] as Token).start < end) last++
  return [low, last]
}
