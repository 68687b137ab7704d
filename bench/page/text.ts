// The text of the HTML that a peer returns as the article, each block on a line of its own: the peers' own `textContent`
// runs the last word of a paragraph into the first of the next.
import { parseDocument } from 'htmlparser2'

type Node = ReturnType<typeof parseDocument>['children'][number]

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark output q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const unread = new Set(['script', 'style', 'template', 'noscript'])

export function textOf(html: string): string {
  return textOfNodes(parseDocument(html).children)
}

export function textOfNodes(nodes: readonly Node[]): string {
  const pieces: string[] = []
  const visit = (node: Node): void => {
    if (node.type === 'text') pieces.push(node.data)
    else if ('children' in node && !('name' in node && unread.has(node.name))) {
      const apart = 'name' in node && !inline.has(node.name)
      if (apart) pieces.push('\n')
      for (const child of node.children) visit(child)
      if (apart) pieces.push('\n')
    }
  }
  for (const node of nodes) visit(node)
  return pieces
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()
}
