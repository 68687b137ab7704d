/**
 * What a tagger sees of a word: hashes of the word in lower case, of its first and last letters, and of its shape
 * (Xx for Kyiv, d.d for 3.5). Typed arrays over all tokens of a text: nothing is allocated for a single word.
 */
import type { Token } from './tokens.ts'

export interface Forms {
  readonly word: Int32Array
  readonly prefix: Int32Array
  readonly suffix3: Int32Array
  readonly suffix2: Int32Array
  readonly shape: Int32Array
  /** 1 where the word has a capital letter. */
  readonly capital: Uint8Array
}

/** FNV-1a's prime and offset basis. */
const PRIME = 0x01000193
const BASIS = 0x811c9dc5 | 0

/** Two hashes made one: multiplication by an odd constant, as in MurmurHash3's finaliser. */
export function mixed(a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35)
  return h ^ (h >>> 15)
}

/** A UTF-16 unit in lower case; curly apostrophes as straight ones, digits as 0. */
function lowered(code: number): number {
  if (code < 0x80) {
    if (code >= 65 && code <= 90) return code + 32
    return code >= 48 && code <= 57 ? 48 : code
  }
  if (code === 0x2019 || code === 0x2018) return 39
  if (code >= 0xd800 && code <= 0xdfff) return code
  return String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

/** The kind of a capital letter: X. */
const CAPITAL = 88

/** The kind of a UTF-16 unit in a shape: capital, small, digit, or the mark itself. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 120
  if (code >= 65 && code <= 90) return CAPITAL
  if (code >= 48 && code <= 57) return 100
  if (code < 0xc0) return code
  if (code >= 0x2000 && code < 0x2070) return 45
  const char = String.fromCharCode(code)
  if (char.toLowerCase() !== char) return CAPITAL
  return char.toUpperCase() !== char ? 120 : 122
}

/** The hash of a word as `formsOf` computes it. */
export function hashOf(word: string): number {
  let hash = BASIS
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ lowered(word.charCodeAt(i)), PRIME)
  return hash
}

/** The forms of all tokens. */
export function formsOf(tokens: readonly Token[]): Forms {
  const count = tokens.length
  const word = new Int32Array(count)
  const prefix = new Int32Array(count)
  const suffix3 = new Int32Array(count)
  const suffix2 = new Int32Array(count)
  const shape = new Int32Array(count)
  const capital = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const { text } = tokens[i] as Token
    const length = text.length
    let hash = BASIS
    let form = BASIS
    let before = 0
    let run = 0
    for (let k = 0; k < length; k++) {
      const code = text.charCodeAt(k)
      hash = Math.imul(hash ^ lowered(code), PRIME)
      if (k === 2) prefix[i] = hash
      const kind = kindOf(code)
      run = kind === before ? run + 1 : 0
      if (run < 2) form = Math.imul(form ^ kind, PRIME)
      before = kind
      if (kind === CAPITAL) capital[i] = 1
    }
    word[i] = hash
    if (length < 3) prefix[i] = hash
    shape[i] = form
    let tail = BASIS
    for (let k = Math.max(0, length - 3); k < length; k++) tail = Math.imul(tail ^ lowered(text.charCodeAt(k)), PRIME)
    suffix3[i] = tail
    tail = BASIS
    for (let k = Math.max(0, length - 2); k < length; k++) tail = Math.imul(tail ^ lowered(text.charCodeAt(k)), PRIME)
    suffix2[i] = tail
  }
  return { word, prefix, suffix3, suffix2, shape, capital }
}
