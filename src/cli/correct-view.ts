/** A claim of the ledger in words: what it says now, what people made of it, and in which captures it was seen. */
import type { Claim, Figure } from '../claims/claim.ts'
import type { Change } from '../ledger/corrections/change.ts'
import { type CorrectionEntry, inForce } from '../ledger/corrections/correction.ts'
import type { Member } from '../ledger/corrections/reapply.ts'
import type { ClaimHistory, VersionSeen } from '../ledger/history.ts'
import type { Article } from '../page/article.ts'
import { moment } from '../publish/when.ts'
import { claimLine } from './claims.ts'
import { clip, wrap } from './wrap.ts'

/** Words of a claim that are shown at most. */
const WORDS = 160

/** A claim with its figures, corrections and history, as lines. */
export function claimView(
  member: Member,
  { article, history, width }: { readonly article: Article; readonly history: ClaimHistory; readonly width: number },
): string[] {
  const { claim, isHidden } = member.corrected
  const page = [article.headline, article.outlet].filter(Boolean).join(', ')
  const lines = (text: string) => wrap(text, width, { first: '  ', rest: '    ' })
  return [
    ...wrap(
      `claim ${member.id}${isHidden ? ' (hidden)' : ''}, of ${page || 'a page'}, article ${member.article}`,
      width,
    ),
    ...lines(claimLine(claim, article)),
    ...lines(`as it stands: "${clip(claim.content.text, WORDS)}"`),
    ...lines(`type ${claim.type}; confidence ${claim.confidence}; ${claim.why}`),
    ...member.corrected.figures.flatMap((figure, at) =>
      lines(`figure ${at + 1}${figure.isStruck ? ' (struck)' : ''}: ${figureWords(figure)}`),
    ),
    ...member.entries.flatMap((entry) => lines(entryWords(entry, member.entries))),
    ...(claim === member.read ? [] : lines(`as it was read: ${claimLine(member.read, article)}`)),
    ...history.versions.flatMap((version) => lines(seenWords(version))),
    ...(history.current === null || history.current === member.id
      ? []
      : lines(`in the version that counts now it is claim ${history.current}`)),
  ]
}

const value = (part: string | number | null): string => (part === null ? 'unknown' : `${part}`)

const figureWords = ({ text, low, high, measure, unit, of, qualifier }: Figure): string =>
  `"${text}": low ${value(low)}, high ${value(high)}, measure ${value(measure)}, unit ${value(unit)}, of ${value(of)}, qualifier ${value(qualifier)}`

/** What a change says, in words. */
export function changeWords(change: Change): string {
  switch (change.field) {
    case 'speaker':
      return `the speaker is ${change.speaker === null ? 'unknown' : `${change.speaker.name} (${change.speaker.kind})`}`
    case 'figure':
      return `"${change.figure.text}" has ${Object.entries(change.set)
        .map(([part, given]) => `${part} ${value(given)}`)
        .join(', ')}`
    case 'struck figure':
      return `"${change.figure.text}" is no figure of it`
    case 'added figure':
      return `"${change.words.text}" is a figure: ${Object.entries(change.set)
        .filter(([part, given]) => part !== 'approximate' && given !== null)
        .map(([part, given]) => `${part} ${given}`)
        .join(', ')}`
    case 'claim':
      return `a claim was missed, of ${change.speaker?.name ?? 'an unknown speaker'}: "${clip(change.words.text, WORDS)}"`
    case 'chain':
      return `it came by ${change.chain.map(({ name, link }) => `${name} (${link})`).join(' <- ') || 'nobody else'}`
    case 'said':
      return `it was said ${change.date ?? 'on an unknown day'}`
    case 'happened':
      return change.start === null && change.end === null
        ? 'it happened on unknown days'
        : `it happened from ${change.start ?? 'unknown'} to ${change.end ?? 'unknown'}`
    case 'place':
      return `the place is ${value(change.name)}`
    case 'type':
      return `its type is ${change.type}`
    case 'hidden':
      return change.hidden ? 'hidden' : 'shown'
    case 'right':
      return 'found right'
    case 'origin':
      return [
        `claims ${change.one.join(', ')} are one origin`,
        ...(change.not.length > 0 ? [`and none of it are ${change.not.join(', ')}`] : []),
      ].join(' ')
  }
}

/** A correction, an undo or a redo on a line. @param entries those that may undo it */
export function entryWords(entry: CorrectionEntry, entries: readonly CorrectionEntry[]): string {
  const isUndone = entry.kind === 'change' && !inForce(entries).some(({ id }) => id === entry.id)
  const what = entry.kind === 'change' ? changeWords(entry.change) : `${entry.kind} of correction ${entry.target}`
  return `correction ${entry.id}${isUndone ? ' (undone)' : ''}: ${what}; ${entry.by}, ${moment(entry.at)}: ${entry.why}`
}

/** In which captures of a version a claim was seen, or was not: never that it was deleted. */
function seenWords({ number, captures, stands, words }: VersionSeen): string {
  const [first, last] = [captures[0], captures.at(-1)]
  if (first === undefined || last === undefined) return `version ${number}: its captures are missing`
  const when =
    first === last
      ? `our capture of ${moment(first.at)}`
      : `our ${captures.length} captures from ${moment(first.at)} to ${moment(last.at)}`
  const stood = stands.find(({ counts }) => counts) ?? stands.at(-1)
  if (stood !== undefined) {
    const told = stands.length === 1 ? '' : ` and in ${stands.length} readings of it`
    return `in ${when}${told}, as claim ${stood.claim}: "${clip(stood.words, WORDS)}"`
  }
  if (words === 'orphan') return `not in ${when}`
  return words === 'changed'
    ? `worded otherwise in ${when}, and not read as a claim there`
    : `its words are in ${when}, and were not read as a claim there`
}

/** What a claim says in a few words, for lists. */
export const claimWords = (claim: Claim): string =>
  `${claim.speaker?.name ?? 'unattributed'}: "${clip(claim.content.text, 80)}"`
