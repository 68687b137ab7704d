/**
 * What a development says, in one place for every form of it: a title, and a few sentences of who said what and to whom it
 * is attributed. The verbs are neutral; words of articles stand in quotation marks.
 */
import type { Development, DevelopmentKind } from '../../ledger/developments/development.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import { chainWords, line } from '../cite/cited.ts'
import { placeOf, quoted } from '../story/words.ts'
import { dateOf } from '../when.ts'

/** The most characters of what is said that a title has, and a sentence; of a name or an outlet. */
const [IN_TITLE, IN_SENTENCE, IN_NAME] = [110, 400, 80]
/** Characters of a date that names a day. */
const DAY = 10
/** Links of a chain that tells of nobody between outlet and speaker. */
const DIRECT = 2

/** Words of an article, safe to print, in quotation marks. */
const words = (text: string, most = IN_SENTENCE): string => line(quoted(line(text.slice(0, 4 * most)), most))

/** What a claim says, in its own words; the conjunction by which a clause hangs on its verb is none of them. */
const statement = ({ claim }: ClaimShown, most?: number): string =>
  words(claim.content.text.replace(/^that\s+/i, ''), most)

/** A name, safe to print, cut where it is no name any more. */
const name = (text: string): string => {
  const own = line(text.slice(0, 4 * IN_NAME))
  return own.length > IN_NAME ? `${own.slice(0, IN_NAME).toWellFormed()} …` : own
}

/** A kind as it begins a title: `Hedge dropped`. */
export const kindName = (kind: DevelopmentKind): string => `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`

/** Who answers for a claim. */
const who = ({ claim: { speaker } }: ClaimShown): string => (speaker === null ? 'No source named' : name(speaker.name))

/** The outlet that a claim stands in. */
const outlet = ({ outlet: own }: ClaimShown): string => (own === null ? 'an outlet not known' : name(own))

/** What a development is about, on one line, its kind first. */
export const developmentTitle = (development: Development): string =>
  `${kindName(development.kind)}: ${headOf(development)}`

function headOf(development: Development): string {
  const { kind, claim, before, from, to } = development
  const said = statement(claim, IN_TITLE)
  if (kind === 'new origin') return `${who(claim)}, ${said}`
  if (kind === 'denial')
    return before === null ? `${who(claim)}, ${said}` : `${who(claim)}, against ${who(before)}: ${said}`
  if (kind === 'correction') return correctionHead(development)
  if (development.toldIn === null && from !== null && to !== null)
    return `${who(claim)}, ${words(to, IN_TITLE)} after ${words(from, IN_TITLE)}`
  return retoldWords(development, IN_TITLE)
}

function correctionHead({ claim, before, from, to }: Development): string {
  if (before?.number === claim.number) return `${who(claim)}, ${statement(claim, IN_TITLE)}, read anew`
  if (before === null) return `${who(claim)}, ${statement(claim, IN_TITLE)}, added by a person`
  return from === null || to === null
    ? `${outlet(claim)} tells it otherwise`
    : `${outlet(claim)} now has ${words(to, IN_TITLE)}, before ${words(from, IN_TITLE)}`
}

/** What a telling did with the words: `the headline of Post 2 leaves out “about”`. */
function retoldWords({ claim, before, toldIn, from, to, lost }: Development, most: number): string {
  // What one passage of a text leaves out and another has, the text does not leave out.
  const isPassage = toldIn === 'text' && before?.version === claim.version
  const place = isPassage
    ? `a passage of ${outlet(claim)}`
    : toldIn === null || toldIn === 'text'
      ? outlet(claim)
      : `the ${placeOf({ in: toldIn })} of ${outlet(claim)}`
  if (lost) return `${place} leaves out ${words(from ?? '', most)}`
  return `${place} has ${words(to ?? '', most)} for ${words(from ?? '', most)}`
}

/** A development in sentences. */
export function developmentSentences(development: Development): string[] {
  const { kind, claim, before } = development
  switch (kind) {
    case 'new origin':
      return [saidIn(claim), ...chain(claim), 'In no page that entered before was it found.']
    case 'denial':
      return [
        saidIn(claim),
        ...chain(claim),
        ...(before === null ? [] : [`It is said against this: ${saidIn(before)}`]),
        'Neither is for that true or false.',
      ]
    case 'correction':
      return correctionSentences(development)
    default:
      return development.toldIn === null && before !== null
        ? [saidIn(claim), ...chain(claim), `The figure before: ${saidIn(before)}`]
        : retoldSentences(development)
  }
}

function correctionSentences({ claim, before, from, to }: Development): string[] {
  if (before === null) return [`A person added a claim that had been missed. ${saidIn(claim)}`]
  const isPersons = before.number === claim.number
  const changed =
    from === null && to === null
      ? []
      : [
          isPersons
            ? `It was read as ${or(from)}; a person corrected it to ${or(to)}.`
            : `Before ${or(from)}, now ${or(to)}.`,
        ]
  if (isPersons) return [`A person corrected how a claim is read. ${saidIn(claim)}`, ...changed]
  return [
    `${outlet(claim)} tells it otherwise than in an earlier version of the page. ${saidIn(claim)}`,
    `In the earlier version: ${statement(before)}`,
    ...changed,
  ]
}

/** Words, or that there are none. */
const or = (text: string | null): string => (text === null ? 'nothing' : words(text))

/** What a telling did, then the telling, where it can be shown, and what it tells. */
function retoldSentences(development: Development): string[] {
  const { claim, before, toldIn } = development
  const told = retoldWords(development, IN_SENTENCE)
  const head = `${told.slice(0, 1).toUpperCase()}${told.slice(1)}.`
  // A telling that holds no claim is shown with the claim of the text that it tells.
  const [telling, fuller] =
    toldIn === 'headline' && claim.headline !== null
      ? [`The headline: ${words(claim.headline)}`, before ?? claim]
      : toldIn === 'slug' && claim.url !== null
        ? [`The address: ${words(claim.url)}`, before ?? claim]
        : before === null
          ? [null, claim]
          : [saidIn(claim), before]
  const isOwn = fuller.version === claim.version
  const place = isOwn ? (toldIn === 'text' ? 'Another passage' : 'Its text') : 'Another telling'
  return [head, ...(telling === null ? [] : [telling]), `${place}: ${saidIn(fuller)}`]
}

/** Who said what, where and when it was printed: `Ilse Maren said, as the Harbour Post has it (5 Jan 2025): “...”`. */
function saidIn(one: ClaimShown): string {
  const { claim, published } = one
  const printed = published === null ? '' : ` (${line(dateOf(published))})`
  const date = claim.saidTime?.date ?? null
  const said = date === null ? '' : ` ${date.length < DAY ? 'in' : 'on'} ${dateOf(date)}`
  const what = statement(one)
  if (claim.speaker === null) return `No source named, in ${outlet(one)}${printed}: ${what}`
  const isOwn = claim.speaker.name === one.outlet
  return isOwn
    ? `${who(one)} wrote${printed}: ${what}`
    : `${who(one)} said${said}, in ${outlet(one)}${printed}: ${what}`
}

/** By whom it came, where somebody stands between outlet and speaker. */
function chain({ claim }: ClaimShown): string[] {
  const told = claim.chain.length > DIRECT ? chainWords(claim.chain.slice(0, 6)) : null
  return told === null ? [] : [`It came by: ${told}.`]
}
