/**
 * Why a claim is read as it is, in words: what found the attribution, and what each part was read from where that is
 * not plain from the part itself.
 */
import type { Claim, Link } from './claim.ts'

/**
 * @param found the rule or model that found the attribution
 * @param claim its parts
 * @returns clauses joined by `; `, each of them a part's name, a colon and its reason
 */
export function whyOf(
  found: string,
  claim: Pick<Claim, 'source' | 'speaker' | 'chain' | 'place' | 'saidTime' | 'eventTime'>,
): string {
  const { source, speaker, chain, place, saidTime, eventTime } = claim
  const clauses = [`attribution: ${found}`]
  if (source && speaker && source.text !== speaker.name)
    clauses.push(`speaker: “${source.text}” taken for ${speaker.name}`)
  const links = chain.slice(1).flatMap((link) => reasonOf(link) ?? [])
  if (links.length > 0) clauses.push(`chain: ${links.join(', ')}`)
  if (place && place.text !== place.name) clauses.push(`place: “${place.text}” taken for ${place.name}`)
  if (saidTime?.date) clauses.push(`said: “${saidTime.text}” counted as ${saidTime.date}`)
  if (eventTime && (eventTime.start || eventTime.end))
    clauses.push(`happened: “${eventTime.text}” counted as ${eventTime.start ?? ''}/${eventTime.end ?? ''}`)
  return clauses.join('; ')
}

/** What states a link; null where its name stands in the text as it is. */
function reasonOf({ name, anchor }: Link): string | null {
  if (anchor === null) return `${name} by the article's credit`
  return anchor.text === name ? null : `${name} from “${anchor.text}”`
}
