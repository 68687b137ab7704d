/** What a system says of the articles: origins, edges, unknown lineages and drift, one of them a line of JSON. */
import type { Evidence } from './gold.ts'

export interface Answer {
  readonly origins: readonly { readonly claims: readonly { readonly article: string; readonly text: string }[] }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly evidence: Evidence | string }[]
  readonly unknown: readonly string[]
  readonly drift: readonly {
    readonly article: string
    readonly in: 'text' | 'headline'
    readonly type: string
    readonly before: string
    readonly after: string
  }[]
  /** What the system does not answer, in words: it is left out of the table, not counted as wrong. */
  readonly skipped: {
    readonly edges?: string
    readonly unknown?: string
    readonly drift?: string
    readonly headlineDrift?: string
  }
}

type Line = Record<string, unknown>

const words = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { text } = (value ?? {}) as { text?: unknown }
  return typeof text === 'string' ? text : ''
}

/** An answer from its lines (README.md has the format); lines of other kinds are passed over. */
export function answerOf(source: string): Answer {
  const lines = source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)
  const of = (key: string): Line[] => lines.flatMap((line) => (key in line ? [line] : []))
  const edges = of('edge').map(({ edge }) => edge as Answer['edges'][number])
  const unknown = of('unknown').map((line) => words(line.unknown))
  const drift = of('drift').map((line) => {
    const { article, type, before, after, in: where } = line.drift as Line
    const place = where === 'headline' ? ('headline' as const) : ('text' as const)
    return { article: words(article), in: place, type: words(type), before: words(before), after: words(after) }
  })
  const none = 'no such line in the answer'
  return {
    origins: of('origin').map(({ claims }) => ({ claims: (claims ?? []) as { article: string; text: string }[] })),
    edges,
    unknown,
    drift,
    skipped: {
      ...(edges.length === 0 ? { edges: none } : {}),
      ...(unknown.length === 0 ? { unknown: none } : {}),
      ...(drift.some((one) => one.in === 'text') ? {} : { drift: none }),
      ...(drift.some((one) => one.in === 'headline') ? {} : { headlineDrift: none }),
    },
  }
}
