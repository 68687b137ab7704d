/**
 * Whom a credit names, whatever the spelling: within the reports of one statement a surname is one person's, and an
 * organisation one with or without its country.
 */
import type { SpeakerKind } from '../../claims/claim.ts'
import { organisationKey, partsOfName, surnameKey } from '../../language/keys.ts'
import { carrierOf } from '../voice.ts'

/** What a name is followed by: the country of a body, the form of a document. */
const NOTE = /\s*\(([^()]*)\)$/
/** Two or more capitalised words, or one alone: a name, not a description. */
const NAME = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:\s[\p{L}\p{M}.'’-]+){0,3}$/u
const LISTED = /,\s|\sand\s/

/** The key that spellings of one credited name have in common, among the reports of one statement. */
export function creditedKey(name: string, kind: SpeakerKind): string {
  const note = NOTE.exec(name)?.[1] ?? ''
  const bare = name.replace(NOTE, '')
  if (kind === 'outlet') return carrierOf(name)
  if (note === 'unnamed') return name
  if (kind === 'person') return `person:${surnameKey(partsOfName(bare).surname)}`
  if (kind === 'document') {
    const last = bare.split(/\s+/).at(-1) as string
    return `${note}:${NAME.test(bare) && /^\p{Lu}/u.test(last) ? surnameKey(last) : bare}`
  }
  // An outlet that is taken for a body is that outlet.
  const plain = (one: string) => organisationKey(one).slice('organisation:'.length).replaceAll(' ', '')
  return bare.split(LISTED).map(plain).sort().join()
}
