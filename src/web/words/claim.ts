/** A claim's screen, in English. */
import type { Change } from '../../ledger/corrections/change.ts'
import { counted, grouped } from '../../publish/numbers.ts'
import { quoted } from '../../publish/story/words.ts'
import { PARTS } from './parts.ts'

export const CLAIM = {
  number: (claim: number) => `Claim ${claim}`,
  sentence: 'The sentence in the article',
  original: (outlet: string | null) => `The sentence in the page${outlet === null ? '' : ` at ${outlet}`}`,
  story: (story: number) => `Story ${story}`,
  copy: 'Copy a citation',
  copied: 'Citation copied',
  permalink: 'This address, for ever',
  fix: 'Fix',
  corrected: 'corrected by a person',
  added: 'added by a person',
  hidden: 'A person hid this claim: it counts nowhere.',
  pinned: (at: number) => `Known so since entry ${grouped(at)} of the ledger,`,
  pinnedAt: (at: number) => `As it stood at entry ${grouped(at)} of the ledger: since entry`,
  newer: 'Newer is known.',
  later: (at: number) => `People said more of it up to entry ${grouped(at)}: as it stands now`,
  now: (claim: number) => `In the version seen last it is claim ${claim}`,
  gone: 'No claim of the version seen last continues it.',
  excerpt: 'An excerpt. The rest is in the page itself.',
  chain: 'On whose word',
  chainNote: (name: string) =>
    `So far in as ${name} it can be checked here; what lies further in is their word for it.`,
  capture: 'in our capture of',
  sameCapture: 'named in the same capture',
  credited: 'credited outside the text, in the same capture',
  given: 'put there by a person',
  ownCapture: 'its own page, in our capture of',
  noCapture: 'no capture is kept',
  hash: 'SHA-256',
  inPage: 'in the page',
  why: 'How it was read',
  confidence: (confidence: number) => `confidence ${confidence.toFixed(2)}`,
  readBy: (engine: string, edition: string) => `read by ${engine}, edition ${edition},`,
  source: 'source',
  cue: 'verb',
  reports: 'Who reports it',
  none: 'It is in no origin: what is hidden, or stands no more in the version seen last, is counted in none.',
  count: (articles: number) =>
    articles === 1
      ? 'One article of this ledger reports it. How many others do is not known.'
      : `${grouped(articles)} articles of this ledger report it: one statement, however many carry it.`,
  countNow: 'This is counted as the ledger stands now.',
  difference: 'Words are held against those of the earliest of these articles.',
  earliest: 'the earliest here',
  this: 'this claim',
  reference: 'the words that the others are held against',
  sameWords: 'in the same words',
  otherWords: 'in other words',
  lost: 'left out',
  putIn: 'put in',
  became: 'became',
  joined: 'why it is with the others',
  further: 'Later reports',
  before: 'Earlier reports',
  shown: (from: number, to: number, of: number) => `${grouped(from)} to ${grouped(to)} of ${grouped(of)}`,
  corrections: 'Corrections and history',
  noCorrections: 'Nobody corrected it.',
  undone: 'undone',
  undid: 'undone by',
  redid: 'put in force again by',
  asRead: 'As it was read',
  seenIn: 'in our capture of',
  seenInMany: (captures: number) => `in our ${grouped(captures)} captures from`,
  notIn: 'not in our capture of',
  notInMany: (captures: number) => `not in our ${grouped(captures)} captures from`,
  otherwiseIn: 'worded otherwise in our capture of',
  otherwiseInMany: (captures: number) => `worded otherwise in our ${grouped(captures)} captures from`,
  unreadIn: 'its words, not read as a claim, in our capture of',
  unreadInMany: (captures: number) => `its words, not read as a claim, in our ${grouped(captures)} captures from`,
  to: 'to',
  version: (version: number) => `version ${version}`,
  as: (claim: number) => `as claim ${claim}`,
  lostCaptures: 'its captures are missing',
  history: 'Where it was seen',
  captures: 'Captures of this version',
  moreCaptures: (many: number) => `and ${counted(many, 'capture')} more`,
  cite: 'To cite it',
  formats: { txt: 'Plain text', json: 'CSL-JSON', ris: 'RIS', bib: 'BibTeX' },
  copyIt: 'Copy',
  missing: 'There is no such claim',
  missingWhy: 'The ledger of this site has no claim with this number, or had none at the entry that the address names.',
  missingNow: 'The claim as it stands now',
  search: 'Search the ledger',
  hiddenWhy: 'A person hid it, and it is shown to readers no more. Who, when and why:',
} as const

export const FIX = {
  title: 'Correct this claim',
  lead: 'What you say is kept beside the reading, never over it, with your name and reason, and can be undone.',
  newer: 'This is not the claim that counts now. What you say here holds for it where the words are the same.',
  who: 'Your name',
  why: 'Why: what the page says',
  unknown: 'unknown',
  empty: 'Leave empty what is not known.',
  speaker: 'Speaker',
  name: 'Name',
  kind: 'Kind',
  link: 'How it has what the next one says',
  figure: (number: number) => `Figure ${number}`,
  struck: 'struck',
  low: 'At least',
  high: 'At most',
  measure: 'What befell them: killed, laid off',
  unit: 'Unit',
  of: 'Who is counted',
  qualifier: 'Qualifier',
  addFigure: 'A figure that was missed',
  words: 'Its exact words',
  nth: 'The how manieth time they stand there',
  approximate: 'About this number',
  noFigure: 'No figure of it',
  chain: 'Chain',
  chainHelp: 'The outlet first, then whom each has it from. Empty a name to take it out.',
  rung: (number: number) => `Source ${number}`,
  said: 'Said on',
  saidHelp: '2025, 2025-01 or 2025-01-04',
  happened: 'Happened',
  from: 'First day',
  to: 'Last day',
  place: 'Place',
  type: 'Type',
  origin: 'Which claims are one with it',
  oneWith: 'One with the claims numbered',
  notWith: 'Not one with the claims numbered',
  hide: 'Hide it',
  show: 'Show it again',
  hideWhy: 'It is no claim: an advertisement, a menu, a line of code. It will count nowhere.',
  showWhy: 'It will be shown and counted again.',
  right: 'It is right',
  rightWhy: 'You looked at it beside the page and found nothing wrong.',
  save: 'Save',
  undo: 'Undo',
  redo: 'Put in force again',
  wrongNumber: (name: string) => `“${name}” wants a number, or nothing.`,
  wrongClaims: 'Give claims by their numbers, as in 40 41.',
  wrongFigure: 'This claim has no such figure.',
  wrongForm: 'This is no correction that the form has.',
} as const

const value = (part: string | number | null): string => (part === null ? FIX.unknown : `${part}`)

const PARTS_OF_FIGURE: Readonly<Record<string, string>> = {
  low: 'at least',
  high: 'at most',
  measure: 'measure',
  unit: 'unit',
  of: 'counting',
  qualifier: 'qualifier',
}

const figureParts = (set: Readonly<Record<string, string | number | boolean | null>>): string =>
  Object.entries(set)
    .flatMap(([part, given]) =>
      PARTS_OF_FIGURE[part] === undefined || typeof given === 'boolean'
        ? []
        : [`${PARTS_OF_FIGURE[part]} ${value(given)}`],
    )
    .join(', ')

/** What a person said, in words. */
export function changeWords(change: Change): string {
  switch (change.field) {
    case 'speaker':
      return change.speaker === null
        ? 'The speaker is unknown'
        : `The speaker is ${change.speaker.name} (${PARTS.kinds[change.speaker.kind]})`
    case 'figure':
      return `${quoted(change.figure.text, 80)}: ${figureParts(change.set)}`
    case 'struck figure':
      return `${quoted(change.figure.text, 80)} is no figure of it`
    case 'added figure':
      return `${quoted(change.words.text, 80)} is a figure: ${figureParts(change.set)}`
    case 'claim':
      return `The claim was missed, of ${change.speaker?.name ?? 'an unknown speaker'}`
    case 'chain':
      return change.chain.length === 0
        ? 'The chain is unknown'
        : `The chain is ${change.chain.map(({ name, link }) => `${name} (${link})`).join(', ')}`
    case 'said':
      return `It was said ${change.date === null ? 'on an unknown day' : `on ${change.date}`}`
    case 'happened':
      return change.start === null && change.end === null
        ? 'It happened on unknown days'
        : `It happened from ${value(change.start)} to ${value(change.end)}`
    case 'place':
      return `The place is ${value(change.name)}`
    case 'type':
      return `Its type is ${PARTS.types[change.type]}`
    case 'hidden':
      return change.hidden ? 'Hidden' : 'Shown again'
    case 'right':
      return 'Found right'
    case 'origin':
      return [
        change.one.length > 1 && `Claims ${change.one.join(', ')} are one origin`,
        change.not.length > 0 &&
          `${change.one.join(', ')} ${change.one.length > 1 ? 'are' : 'is'} not one with ${change.not.join(', ')}`,
      ]
        .filter(Boolean)
        .join('; ')
  }
}
