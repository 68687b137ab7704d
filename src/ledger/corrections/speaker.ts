/** A speaker as a person gives it: a name and a kind, with the key that this name has in every article. */
import type { Speaker, SpeakerKind } from '../../claims/claim.ts'
import { organisationKey, personKey } from '../../language/keys.ts'

export function speakerGiven(name: string, kind: SpeakerKind): Speaker {
  const key =
    kind === 'person' ? personKey(name) : kind === 'organisation' || kind === 'outlet' ? organisationKey(name) : null
  return { name, kind, key }
}
