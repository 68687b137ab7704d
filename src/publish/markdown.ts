/**
 * The outside world's words in Markdown (CommonMark with GitHub's tables): what would be markup, HTML or a link is
 * escaped, so that words stay words wherever the text is pasted.
 */
import { printable } from './printable.ts'

/** Text on one line with its Markdown taken out of force. */
export function escaped(text: string): string {
  return (
    printable(text)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<|~]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // GitHub makes links of bare addresses.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
  )
}

/** Text that begins a line: marks of headings, lists, quotations and rules lose their force too. */
export function opening(text: string): string {
  return escaped(text).replace(/^(?:[#>+=-]|\d{1,9}(?=[.)](?:\s|$)))/, (mark) =>
    /\d/.test(mark) ? `${mark}\\` : `\\${mark}`,
  )
}

/** A link where the address is one of the web; only its title otherwise. */
export function link(title: string, url: string | null): string {
  if (url === null || !/^https?:\/\//i.test(url)) return escaped(title)
  const address = url.replace(/[\s<>()\\]|[^\u0021-\u007e]/gu, (character) =>
    /[()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character.toWellFormed()),
  )
  return `[${escaped(title)}](${address})`
}
