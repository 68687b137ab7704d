/**
 * How texts are compared whatever their quotes, dashes, spaces and capitals: letters and digits only, in lower case.
 */

/** For the first 65,536 characters: whether it is part of a word: a letter, a digit, half of a pair. */
const KINDS = new Uint8Array(65_536)
for (let code = 0; code < 65_536; code++) {
  const c = String.fromCharCode(code)
  if (code < 128 ? /[A-Za-z0-9]/.test(c) : /[\p{L}\p{N}\p{Cs}]/u.test(c)) KINDS[code] = 1
}

/** Letters and digits only, lower case: how texts are compared whatever their quotes, dashes and spaces. */
export function fold(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (KINDS[text.charCodeAt(i)]) continue
    if (i > from) out += text.slice(from, i)
    from = i + 1
  }
  return (from === 0 ? text : out + text.slice(from)).toLowerCase()
}

/** Where the word that begins at `at` ends; `at` itself where none does. */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && KINDS[text.charCodeAt(end)]) end++
  return end
}
