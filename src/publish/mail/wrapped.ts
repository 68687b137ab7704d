/** Plain text in lines that stay whole when they are answered: 72 columns at most (RFC 3676, 4.2), addresses unbroken. */

const COLUMNS = 72

/** Wraps each line of a text at spaces; a word that is longer stands on a line of its own. */
export const wrapped = (text: string): string => text.split('\n').map(wrap).join('\n')

function wrap(text: string): string {
  if (text.length <= COLUMNS) return text.trimEnd()
  const lines: string[] = []
  let own = ''
  for (const word of text.split(' ')) {
    if (own !== '' && own.length + 1 + word.length > COLUMNS) {
      lines.push(own)
      own = word
    } else own = own === '' ? word : `${own} ${word}`
  }
  return [...lines, own].join('\n').trimEnd()
}
