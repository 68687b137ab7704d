/**
 * PolNeAR's articles with their attributions: brat standoff (offsets in code points, spans in several parts). Most texts
 * have one annotator; the first counts as gold.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../../bench/data.ts'
import type { Span } from '../../src/page/article.ts'

export type Role = 'source' | 'cue' | 'content'

/** The parts of each role; a role that is not marked has none. */
export type MarkedAttribution = Readonly<Record<Role, readonly Span[]>>

/** What one annotator marked. */
interface Annotation {
  readonly annotator: string
  readonly attributions: readonly MarkedAttribution[]
}

export interface MarkedText {
  readonly id: string
  readonly text: string
  /** In order of the annotators' codes; the first is the gold. */
  readonly annotations: readonly Annotation[]
}

/** What counts as gold. */
export function goldOf({ annotations }: MarkedText): readonly MarkedAttribution[] {
  return annotations[0]?.attributions ?? []
}

function attributionsOf(brat: string, text: string): MarkedAttribution[] {
  const offsets = [0]
  for (const sign of text) offsets.push((offsets.at(-1) as number) + sign.length)
  const spans = new Map<string, Span[]>()
  const marked: MarkedAttribution[] = []
  for (const line of brat.split('\n')) {
    const [id, body] = line.split('\t')
    if (!id || !body) continue
    if (id.startsWith('T'))
      spans.set(
        id,
        body
          .slice(body.indexOf(' ') + 1)
          .split(';')
          .map((part) => {
            const [start = 0, end = 0] = part.split(' ').map((n) => offsets[Number(n)] as number)
            return { start, end }
          }),
      )
    if (!id.startsWith('E')) continue
    const roles: Record<Role, Span[]> = { source: [], cue: [], content: [] }
    for (const argument of body.split(' ')) {
      const [name = '', span = ''] = argument.split(':')
      const role = name.toLowerCase().replace(/\d+$/, '')
      if (role in roles) roles[role as Role].push(...(spans.get(span) ?? []))
    }
    for (const parts of Object.values(roles)) parts.sort((a, b) => a.start - b.start)
    marked.push(roles)
  }
  return marked
}

/** The texts of a part of PolNeAR in order of their names. */
export function markedTexts(part: 'train' | 'dev' | 'annotator-training'): MarkedText[] {
  const folder = join(dataFolder, 'polnear', part)
  const files = readdirSync(join(folder, 'attributions')).sort()
  return readdirSync(join(folder, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const id = name.slice(0, -'.txt'.length)
      const text = readFileSync(join(folder, 'text', name), 'utf8')
      return {
        id,
        text,
        annotations: files
          .filter((file) => file.startsWith(`${id}_`))
          .map((file) => ({
            annotator: file.slice(id.length + 1, -'.ann'.length),
            attributions: attributionsOf(readFileSync(join(folder, 'attributions', file), 'utf8'), text),
          })),
      }
    })
}
