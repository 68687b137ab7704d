/** Whether two names in one article are one: but for case, marks and articles; for outlets, but for "News" and the like. */
import { agencyNamed } from '../../page/agencies.ts'
import type { Speaker } from '../claim.ts'

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The same but for case, marks, spaces and the article. */
export function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

/** Words that an outlet's name has or leaves out: Bloomberg, Bloomberg News. */
const FILLERS = /^(?:agency|com|net|news|newswires?|online|org|press|service|the)$/

/** Two names for one outlet. */
export function isKin(one: string, other: string): boolean {
  if (isSame(one, other)) return true
  const agency = agencyNamed(one)
  if (agency !== null && agency === agencyNamed(other)) return true
  const core = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && !FILLERS.test(word))
      .join(' ')
  return core(one) !== '' && core(one) === core(other)
}

/** One and the same speaker: of outlets the name may be longer or shorter. */
export function isOne(one: Speaker, other: Speaker): boolean {
  return (
    isSame(one.name, other.name) || (one.kind === 'outlet' && other.kind === 'outlet' && isKin(one.name, other.name))
  )
}

/** Is the speaker the article's own outlet? */
export function isOutlet({ name, kind }: Speaker, outlet: string | null): boolean {
  return outlet !== null && (isSame(name, outlet) || (kind === 'outlet' && isKin(name, outlet)))
}
