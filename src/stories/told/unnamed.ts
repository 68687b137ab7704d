/**
 * Sources and documents that no report of a statement names: one person without a name behind all of them, a report or
 * estimate that is cited and neither titled nor shown.
 */
import type { Claim } from '../../claims/claim.ts'
import { isBody } from '../drift/source.ts'
import { carrierOf } from '../voice.ts'
import type { Around } from './around.ts'
import { DOCUMENT, SHOWN } from './unsaid-words.ts'

const UNSTATED = /^(?:unstated source|reports?|recent reports|media reports?|sources?)(?: \(unnamed\))?$/i

/**
 * On what it rests that no claim of a statement names its source: all who cite anybody cite one without a name, or an
 * outlet that others say has it from such a one.
 * @returns null where somebody is named, or nobody is cited at all
 */
export function sourceUnnamed(claims: readonly Claim[]): string | null {
  const cited = claims.filter(({ type, speaker }) => type !== 'none' && speaker !== null)
  const unnamed = cited.filter(({ speaker }) => speaker?.kind === 'unnamed' && !UNSTATED.test(speaker.name))
  const [first] = unnamed
  if (first?.source == null) return null
  const through = new Set(
    unnamed.flatMap(({ chain }) => chain.filter(({ kind }) => kind === 'outlet').map(({ name }) => carrierOf(name))),
  )
  const isNobody = ({ speaker }: Claim): boolean =>
    speaker?.kind === 'unnamed' || (speaker?.kind === 'outlet' && through.has(carrierOf(speaker.name)))
  if (!cited.every(isNobody) || unnamed.some(({ source }) => source !== null && isBody(source.text))) return null
  const words = first.chain.find(({ name }) => name === first.speaker?.name)?.anchor?.text ?? first.source.text
  return `the source of ${unnamed.length} of ${claims.length} claims is without a name ("${words}"); the others cite an outlet that has it from there, or nobody`
}

/** What a document may be called. */
const NOUN = /\b(?:report|document|dossier|memo|assessment|estimate|study|survey|paper|intelligence|letter|data)/i

/** A document that paragraphs cite, where none of them names or shows it, in words; null where there is none. */
export function documentUnnamed(paragraphs: readonly Around[]): string | null {
  const citing = paragraphs.filter(({ claim }) => claim?.chain.some(({ kind }) => kind === 'document'))
  const cited = citing.flatMap(({ words }) => DOCUMENT.exec(words)?.[0] ?? [])
  const [first] = cited
  if (first === undefined || paragraphs.some(({ words }) => NOUN.test(words) && SHOWN.test(words))) return null
  const articles = new Set(citing.map(({ article }) => article)).size
  return `${articles} ${articles === 1 ? 'report cites' : 'reports cite'} "${first.replace(/\s+/g, ' ')}"`
}
