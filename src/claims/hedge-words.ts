/**
 * Words that weaken a statement or report it, by kind. General English; each list in alphabetical order. What bounds or
 * loosens a number (up to, about, or so) stands with the quantities; here is what does without one.
 */
import type { HedgeKind } from './claim.ts'

/** Where a word hedges: anywhere in what is claimed or at its cue, or only as the cue itself. */
type Place = 'anywhere' | 'cue'

export interface HedgeWord {
  readonly kind: HedgeKind
  readonly place: Place
}

const listed = (kind: HedgeKind, place: Place, words: string): [string, HedgeWord][] =>
  words.split('|').map((word) => [word.trim().replace(/\s+/g, ' '), { kind, place }])

/** Quantities without a number. `many` and `most` are left out: they compare, they do not weaken. */
export const VAGUE_QUANTITIES: ReadonlySet<string> = new Set([
  'a couple of',
  'a few',
  'a handful of',
  'a number of',
  'scores of',
  'several',
])

export const HEDGE_WORDS: ReadonlyMap<string, HedgeWord> = new Map([
  ...listed(
    'approximation',
    'anywhere',
    `at this stage|by and large|generally|in part|kind of|largely|more or less|mostly|on the whole|partially|partly|
    relatively|roughly speaking|so to speak|sort of|to some extent|typical|typically|usually`,
  ),
  ...listed(
    'modal',
    'anywhere',
    // may and might are verbs here: the month and the noun are told by their neighbours
    `able to be|about to|aim to|aiming to|aims to|anticipated|appear|appeared|appearing|appears|apt to|as early as|
    being considered|can be expected|certain to|considering|conceivable|conceivably|could|estimate|estimated|estimates|
    estimating|expected|expected to|expecting|expects|fear|feared|fears|forecast|going to try|
    hope to|hopes to|hoping to|if anything|in all likelihood|indicate|indicated|indicates|indicating|indication|
    indications|intend to|intended to|intends to|likelihood|likely|look set|looked set|looking to|looks set|may|maybe|
    meant to|might|on course to|on track to|perhaps|planned|planning to|plans to|poised to|
    possibility|possible|possibly|potential|potentially|predicted|predicts|presumably|probable|probably|
    projected|prospect of|risk of|risks of|scheduled to|seem|seemed|seemingly|seems|set to|sign of|signs|
    signs of|slated to|suggest|suggested|suggesting|suggests|tend to|tended to|tends to|threaten to|threatens to|
    unlikely|weighing`,
  ),
  ...listed(
    'hearsay',
    'anywhere',
    `allegation|allegations|alleged|allegedly|apparently|are believed|are said|are thought|are understood|be believed|
    believed|by all accounts|is believed|is said|is thought|is understood|it is believed|ostensibly|purported|
    purportedly|reported to be|reported to have|reportedly|rumored|rumoured|said to be|said to have|some reports|
    supposedly|suspected|thought to|thought to be|thought to have|understood to|understood to be|
    understood to have|were believed|were thought|was believed|was said|was thought`,
  ),
  ...listed('denial', 'cue', 'denied|denies|deny|denying|refuted|refutes|rejected|rejects|rejecting'),
  ...listed('hearsay', 'cue', 'alleged|alleges|allege|alleging|reports suggest|reports say'),
  ...listed(
    'modal',
    'cue',
    'anticipate|anticipates|believe|believes|expect|predict|project|projects|speculate|speculated',
  ),
  ...listed(
    'unverified',
    'anywhere',
    `according to early data|according to initial data|according to initial reports|according to preliminary data|
    according to preliminary estimates|according to preliminary figures|according to preliminary information|
    according to preliminary reports|early data|early estimates|initial data|initial estimates|initial reports|
    preliminary|preliminary assessment|preliminary data|preliminary estimate|preliminary estimates|preliminary figures|
    preliminary information|preliminary reports|provisional|tentative|tentatively|unclear|unconfirmed|
    unconfirmed reports|unverified|yet to be confirmed|yet to be verified`,
  ),
  ...listed(
    'conditional',
    'anywhere',
    `as long as|assuming|depending on|if|if and when|if confirmed|if correct|if ever|if necessary|if needed|if so|
    if true|if verified|in case|in the event|on condition that|provided that|subject to|unless`,
  ),
  ...listed(
    'denial',
    'anywhere',
    `did not confirm|does not confirm|has not confirmed|has not yet confirmed|
    have not confirmed|have not yet confirmed|neither confirmed nor denied|neither confirm nor deny|no evidence|
    no indication|not yet`,
  ),
])

/** Nobody has checked it: could not be independently verified, has not been confirmed, was unable to confirm. */
export const UNCHECKED =
  /\b(?:cannot|can['’]t|(?:unable|impossible) to|(?:could|can|ha[sd]|have|was|were|is|are)(?:n['’]t| not))(?: (?:able|be|been|fully|immediately|independently|possible|to|yet)){0,4} (?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?)(?: independently)?\b/giu
