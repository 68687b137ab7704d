/** An origin told: who answers for it, when it was said, its reports, who carries it, and its account. */

import type { Kinship } from '../lineage/kinship.ts'
import { reportsOf } from '../lineage/lineage.ts'
import type { Brought, OriginIndex } from '../origins.ts'
import type { Read } from '../reading.ts'
import { dateOfDay } from '../said.ts'
import type { Statement } from '../statement.ts'
import { accountOf } from './account.ts'
import { carriersOf } from './carriers.ts'
import type { OriginTold } from './told.ts'

/** An origin with the voice that answers for it. */
interface Spoken {
  readonly origin: OriginTold
  readonly voice: Statement['voice'] | null
  readonly voices: readonly Statement['voice'][]
  /** How its tellings call who speaks. */
  readonly called: readonly string[]
}

/** All that is known of an origin, and who answers for it. */
export function spokenOf(
  { statements: known }: OriginIndex,
  origin: Brought,
  { readings, claims: claimsBy }: Read,
  kinship: Kinship,
): Spoken {
  const claims = origin.joined.map(({ mention }) => mention)
  const statements = claims.map((mention) => known.get(mention) as Statement)
  const reports = reportsOf(kinship, claims, claimsBy)
  const voice = voiceMost(statements)
  const fullest = statements.reduce((most, one) => (one.words.length > most.words.length && !one.headline ? one : most))
  const told: OriginTold = {
    id: `o${origin.id}`,
    speaker: voice === null ? null : voice.name,
    kind: voice === null ? 'unattributed' : voice.kind,
    said: saidMost(statements),
    words: claimsBy.get(fullest.mention)?.content.text ?? '',
    claims,
    joined: origin.joined,
    reports,
    carriers: carriersOf(reports, voice, { readings, claims: claimsBy }),
    account: accountOf([reports]),
  }
  const called = claims.flatMap((mention) => claimsBy.get(mention)?.source?.text ?? [])
  return { origin: told, voice, voices: statements.map((one) => one.voice), called: [...new Set(called)] }
}

/** The voice that most statements have, named ones before the others. */
function voiceMost(statements: readonly Statement[]): Statement['voice'] | null {
  const voices = statements.map(({ voice }) => voice).filter(({ kind }) => kind !== 'unattributed')
  const named = voices.filter(({ key }) => key !== null)
  return mostOf(named.length > 0 ? named : voices, ({ key, name }) => key ?? name)
}

function saidMost(statements: readonly Statement[]): string | null {
  const exact = statements.filter(({ said }) => said.from !== null && said.from === said.to)
  const some = exact.length > 0 ? exact : statements.filter(({ said }) => said.from !== null)
  const { said } = mostOf(some, ({ said: { from } }) => String(from)) ?? {}
  if (said === undefined || said.from === null) return null
  const date = dateOfDay(said.from)
  return said.from === said.to ? date : (said.to as number) - said.from < 32 ? date.slice(0, 7) : date.slice(0, 4)
}

/** The first of those that most have in common. */
function mostOf<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing | null {
  const groups = [...Map.groupBy(things, key).values()].sort((one, other) => other.length - one.length)
  return groups[0]?.[0] ?? null
}
