/** What a webhook is sent, as it stands in the body: a type, when it happened, and the record that the API has of it. */
import type { DevelopmentKind, Development as Noticed } from '../../ledger/developments/development.ts'
import type { Ledger } from '../../ledger/open.ts'
import { capturesOf } from '../../ledger/stood.ts'
import { developmentRecord } from '../records/development.ts'

/** How a site speaks of itself. */
export interface Speaking {
  /** The site's own address, without a slash at its end: permalinks begin with it. */
  readonly site: string
  /** Of a claim's words, the most characters that are sent; null for all. */
  readonly excerpt: number | null
}

/** `development.figure_changed`. */
const eventType = (kind: DevelopmentKind): string => `development.${kind.replaceAll(' ', '_')}`

/** The body that tells of a development. */
export async function developmentEvent(
  ledger: Pick<Ledger, 'db'>,
  noticed: Noticed,
  speaking: Speaking,
): Promise<string> {
  const { kind, at, claim, before } = noticed
  const captures = await capturesOf(ledger, [...new Set([claim, before ?? claim].map(({ version }) => version))])
  const data = developmentRecord(noticed, speaking, ({ version }) => captures.get(version)?.[0] ?? null)
  return JSON.stringify({ type: eventType(kind), timestamp: at, data })
}

/** A body that tells of nothing, by which somebody tries whether it arrives. @param at when, ISO in UTC */
export const trialEvent = (at: string, site: string): string =>
  JSON.stringify({ type: 'trial', timestamp: at, data: { site, says: 'This is a trial: nothing happened.' } })
