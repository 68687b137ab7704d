// What anyone writes first: the JSON-LD article where there is one, else every <p> of the page, the first <h1>, and
// every <figcaption> taken whole for both caption and credit. A reader that does not beat this is not worth its code.
import { parseDocument } from 'htmlparser2'
import { bodyOnly, type Engine } from '../engine.ts'
import { textOf, textOfNodes } from '../text.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Linked = Readonly<Record<string, unknown>>

interface Found {
  readonly linked: Linked | null
  readonly paragraphs: readonly string[]
  readonly heading: string | null
  readonly captions: readonly string[]
}

function elementsOf(nodes: readonly Node[], wanted: ReadonlySet<string>): Map<string, Node[]> {
  const found = new Map<string, Node[]>([...wanted].map((name) => [name, []]))
  const visit = (node: Node): void => {
    if (!('children' in node)) return
    if ('name' in node) found.get(node.name)?.push(node)
    for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return found
}

/** The first object in a JSON-LD script, `@graph` and all, whose type is some kind of Article. */
function articleIn(value: unknown): Linked | null {
  if (Array.isArray(value)) return value.reduce<Linked | null>((found, each) => found ?? articleIn(each), null)
  if (typeof value !== 'object' || value === null) return null
  const object = value as Linked
  return [object['@type']].flat().some((type) => /Article|Posting$/.test(String(type)))
    ? object
    : articleIn(object['@graph'])
}

function linkedArticle(scripts: readonly Node[]): Linked | null {
  for (const script of scripts) {
    if (!('attribs' in script) || script.attribs.type !== 'application/ld+json') continue
    const [source] = script.children
    try {
      const found = source?.type === 'text' ? articleIn(JSON.parse(source.data)) : null
      if (found) return found
    } catch {
      // Broken JSON-LD is as good as none here.
    }
  }
  return null
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const baseline: Engine<Found> = {
  fields: ['text', 'headline', 'bylines', 'published', 'modified', 'images'],
  read({ html }) {
    const found = elementsOf(parseDocument(html).children, new Set(['script', 'p', 'h1', 'figcaption']))
    const texts = (name: string) => (found.get(name) ?? []).map((node) => textOfNodes([node]))
    return {
      linked: linkedArticle(found.get('script') ?? []),
      paragraphs: texts('p'),
      heading: texts('h1')[0] ?? null,
      captions: texts('figcaption'),
    }
  },
  reading({ linked, paragraphs, heading, captions }) {
    const body = stringOf(linked?.articleBody)
    const authors = [linked?.author ?? []].flat() as unknown as readonly (Linked | string)[]
    return {
      ...bodyOnly(body ? textOf(body) : paragraphs.join('\n')),
      headline: stringOf(linked?.headline) ?? heading,
      bylines: authors.flatMap((author) => stringOf(typeof author === 'string' ? author : author.name) ?? []),
      published: stringOf(linked?.datePublished),
      modified: stringOf(linked?.dateModified),
      images: captions.map((caption) => ({ caption, credit: caption })),
    }
  },
}
