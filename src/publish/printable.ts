/**
 * Text of the outside world made safe to print. A page may carry escape sequences that move the cursor, retitle the
 * window or write to the clipboard, and direction overrides that make words read backwards (Trojan Source,
 * CVE-2021-42574). Given any string, gives one that only shows.
 */

// Every control character (Cc) but the line feed.
const UNSAFE = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu
// The C1 set, direction controls and line separators pass through JSON.stringify as they are.
const UNSAFE_IN_JSON = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g

// More marks on one letter than any script stacks: they climb over what stands around them.
const STACKED = /(\p{M}{12})\p{M}+/gu

/**
 * Text as it may be written to a terminal: C0 controls as their pictures (ESC as U+241B), C1 controls and direction
 * overrides as U+FFFD, embeddings and isolates taken out, tabs and line separators as spaces, marks on one letter beyond a
 * dozen left out. Line feeds stay.
 */
export function printable(text: string): string {
  const shown = text.toWellFormed().replace(STACKED, '$1')
  return shown.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0)
    if (code === 0x09 || code === 0x0d || code === 0x2028 || code === 0x2029) return ' '
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return code < 0xa0 || code === 0x202d || code === 0x202e ? '\ufffd' : ''
  })
}

/** JSON whose every control character is written as an escape: the same value, safe on a terminal, one line for all. */
export function json(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
