// The readers that are measured, each loaded only in the process that runs it.
import type { Engine } from './engine.ts'

const engine = <Raw>(made: Engine<Raw>): Engine => made as Engine

export const engines = {
  hearsay: { title: 'Hearsay', peer: false, load: async () => engine((await import('./engines/hearsay.ts')).hearsay) },
  readability: {
    title: 'Readability',
    peer: true,
    load: async () => engine((await import('./engines/readability.ts')).readability),
  },
  defuddle: {
    title: 'defuddle',
    peer: true,
    load: async () => engine((await import('./engines/defuddle.ts')).defuddle),
  },
  extractus: {
    title: 'article-extractor',
    peer: true,
    load: async () => engine((await import('./engines/extractus.ts')).extractus),
  },
  metascraper: {
    title: 'metascraper',
    peer: true,
    load: async () => engine((await import('./engines/metascraper.ts')).metascraper),
  },
  baseline: {
    title: 'JSON-LD or <p>',
    peer: false,
    load: async () => engine((await import('./engines/baseline.ts')).baseline),
  },
  nothing: {
    title: 'nothing',
    peer: false,
    load: async () => engine((await import('./engines/nothing.ts')).nothing),
  },
} as const satisfies Record<string, { title: string; peer: boolean; load(): Promise<Engine> }>

export type EngineName = keyof typeof engines
