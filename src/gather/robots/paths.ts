/**
 * Paths of addresses held against the rules of robots.txt (RFC 9309, 2.2.2 and 2.2.3): `*` stands for any characters,
 * a final `$` for the end, everything else for itself in one common encoding. TDMRep uses the same patterns.
 *
 * Linear in rule and path whatever they hold: each literal piece is found at its first place after the one before,
 * which is enough because a `*` takes whatever lies between, and long pieces are searched by Knuth, Morris and Pratt.
 */

/** RFC 3986, 2.3: these mean the same whether they are percent-encoded or not. */
const UNRESERVED = /[A-Za-z0-9._~-]/
/** An escape, or a run of what is percent-encoded: all but unreserved and reserved characters (RFC 3986, 2.2) and `%`. */
const ESCAPED = /%([0-9A-Fa-f]{2})|[^A-Za-z0-9._~\-:/?#[\]@!$&'()*+,;=%]+/g

/** A path in its common encoding: `%7e` is `~`, `é` is `%C3%A9`, `%2f` is `%2F` and stays apart from `/`. */
function encoded(path: string): string {
  return path.toWellFormed().replace(ESCAPED, (found, hex: string | undefined) => {
    if (hex === undefined) return encodeURIComponent(found)
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return UNRESERVED.test(character) ? character : found.toUpperCase()
  })
}

/** What of an address the rules are held against: path and query, with `*` and `$` told from those of rules. */
export function pathOf(url: URL): string {
  return encoded(url.pathname + url.search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24')
}

/** A rule's path, made ready to be held against many. */
export interface Pattern {
  /** The literal pieces between the stars, in the common encoding. The first stands at the beginning of the path. */
  readonly pieces: readonly string[]
  /** Whether the last piece stands at the end of the path. */
  readonly toEnd: boolean
  /** How specific the rule is: the octets of its path (RFC 9309, 2.2.2). */
  readonly octets: number
}

/** Reads a rule's path. Any text is one; what begins neither with `/` nor with `*` matches no path. */
export function patternOf(rule: string): Pattern {
  const toEnd = rule.endsWith('$')
  const path = encoded(toEnd ? rule.slice(0, -1) : rule)
  const pieces = path.replaceAll('$', '%24').split('*')
  return { pieces, toEnd, octets: path.length + (toEnd ? 1 : 0) }
}

/** Whether a rule covers a path, given as `pathOf` has it. */
export function covers({ pieces, toEnd }: Pattern, path: string): boolean {
  const first = pieces[0] ?? ''
  if (!path.startsWith(first)) return false
  if (pieces.length === 1) return !toEnd || path.length === first.length
  const last = pieces.length - 1
  let at = first.length
  for (let i = 1; i < (toEnd ? last : pieces.length); i++) {
    const piece = pieces[i] ?? ''
    const found = placeOf(piece, path, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!toEnd) return true
  const end = pieces[last] ?? ''
  return path.length - end.length >= at && path.endsWith(end)
}

/** Pieces up to this length are searched for directly: at most so many comparisons a character. */
const SHORT = 16

/** The first place of a piece in a path at or after `from`, or -1. */
function placeOf(piece: string, path: string, from: number): number {
  if (piece.length <= SHORT) return path.indexOf(piece, from)
  if (piece.length > path.length - from) return -1
  const borders = bordersOf(piece)
  let matched = 0
  for (let at = from; at < path.length; at++) {
    const c = path.charCodeAt(at)
    while (matched > 0 && piece.charCodeAt(matched) !== c) matched = borders[matched - 1] ?? 0
    if (piece.charCodeAt(matched) === c) matched++
    if (matched === piece.length) return at - matched + 1
  }
  return -1
}

/** For each beginning of a text, the length of the longest shorter beginning that it ends with. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length)
  for (let at = 1, matched = 0; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(matched) !== text.charCodeAt(at)) matched = borders[matched - 1] ?? 0
    if (text.charCodeAt(matched) === text.charCodeAt(at)) matched++
    borders[at] = matched
  }
  return borders
}
