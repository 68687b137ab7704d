/** Phrases of a lexicon, found in lexemes: the longest that begins at a place. */
import { type Lexeme, lexemesOf } from './lexemes.ts'

interface Node<Value> {
  readonly next: Map<string, Node<Value>>
  value: Value | undefined
}

/** A lexicon whose entries may be of several lexemes (u.s. dollars, square metres). */
export type Phrases<Value> = Node<Value>

/** @param entries phrases in lower case, divided as `lexemesOf` divides a text */
export function phrasesOf<Value>(entries: Iterable<readonly [string, Value]>): Phrases<Value> {
  const root: Node<Value> = { next: new Map(), value: undefined }
  for (const [phrase, value] of entries) {
    let node = root
    for (const { lower } of lexemesOf(phrase)) {
      let next = node.next.get(lower)
      if (!next) {
        next = { next: new Map(), value: undefined }
        node.next.set(lower, next)
      }
      node = next
    }
    node.value = value
  }
  return root
}

/** The longest entry at lexeme i; hyphens between its words are passed over. */
export function phraseAt<Value>(
  phrases: Phrases<Value>,
  lexemes: readonly Lexeme[],
  i: number,
): { readonly next: number; readonly value: Value } | null {
  let node: Node<Value> | undefined = phrases
  let found: { next: number; value: Value } | null = null
  for (let at = i; node && at < lexemes.length; ) {
    const lexeme = lexemes[at] as Lexeme
    if (at > i && /^[-‐‑]$/.test(lexeme.text) && lexeme.joined && !node.next.has(lexeme.text)) {
      at++
      continue
    }
    // m2, not 12 m 2
    if (lexeme.kind === 'numeral' && !lexeme.joined) break
    node = node.next.get(lexeme.lower)
    at++
    if (node?.value !== undefined) found = { next: at, value: node.value }
  }
  return found
}
