/**
 * Which way a sentence looks from a time within it, by the verbs around: a bank holiday named without its year lies
 * ahead of `will` and behind `closed`. Without a parse: the nearest verb that tells, within the sentence.
 */
import { type Context, type Days, low } from './time.ts'

/** What may be is not told of any one day: it is weaker than what will. */
type Tense = 'ahead' | 'possible' | 'past'

const STOPS = /^[.;!?]$/
const CLOSES = /^["”')\]]$/
const AHEAD = /^(?:deadlines?|due|forthcoming|ll|scheduled|shall|slated|upcoming|will)$/
const AHEAD_BEFORE_TO = /^(?:aims|are|expect|expected|expects|going|hopes|intends|is|plan|planned|planning|plans|set)$/
/** What is to come to pass, if it does: with `have` it looks back, and so it does where one did not say or could not be found. */
const MAY_BE = /^(?:can|could|may|might|must|should|would)$/
/** Seen on Friday: could be, of what was. */
const PERCEIVED = /^(?:contacted|felt|found|heard|met|noticed|reached|seen|tell|told|verified)$/
/** To verbs of putting off: moved to Friday, adjourned until May. */
const PUT_OFF = /^(?:adjourned|deferred|delayed|extended|moved|postponed|pushed|rescheduled)$/
const UP_TO = /^(?:through|till|to|until)$/
/** Verbs of saying, which tell when it was said and nothing of what is said. */
const SAYING: ReadonlySet<string> = new Set(
  `acknowledged added admitted alleged announced argued asserted claimed commented confirmed declared denied estimated
  explained forecast insisted noted pledged predicted promised reported said stated suggested testified told tweeted
  vowed warned wrote`.split(/\s+/),
)
/** The same, as they stand after would not, could not. */
const SAY = /^(?:acknowledge|answer|comment|confirm|deny|disclose|discuss|elaborate|identify|name|respond|reveal|say)$/
/** What may stand between said and its own time: told a briefing on Friday. */
const OF_SAYING = /^(?:a|an|at|briefing|conference|early|in|interview|late|news|on|statement|the)$/
const FINITE = /^(?:are|be|can|could|had|has|is|marks|may|might|must|should|was|were|will|would)$/
const PAST_FORMS: ReadonlySet<string> = new Set(
  `ate became began bent bit bled blew bought broke brought built burnt came caught chose crept did drank drew drove
  dug fed fell felt fled flew forbade forgot fought found froze gave got grew had held hid hung kept knelt knew laid led
  left lent lit lost made meant met paid ran rang rose sang sank sat saw sent shook shone shot showed shrank slept slid
  sold sought spent spoke sprang stank stole stood struck stuck sued swam swept swore taught threw took tore trod was
  went were woke won wore wove`.split(/\s+/),
)
/** Past forms that are as the verb is named: the dam burst, and not `will burst`. */
const SAME_FORMS = /^(?:burst|cast|cut|hit|hurt|put|quit|shed|spread)$/
const TAKES_VERB = /^(?:can|could|did|does|do|ll|may|might|must|not|shall|should|t|to|will|would)$/
const OTHER_CLAUSE = /^(?:although|and|as|because|but|that|though|which|while|who)$/
/** How many words a sentence is searched for its verb on either side of the expression. */
const VERB_REACH = 16

/** What the word at `i` says of the sentence's time: ahead, past or nothing. */
function tenseAt(context: Context, i: number): Tense | null {
  const word = low(context, i)
  const before = low(context, i - 1)
  const next = low(context, i + 1)
  if (word === 'to') return AHEAD_BEFORE_TO.test(before) ? 'ahead' : null
  if (word === 'due' && next === 'to') return isOwed(context, i) ? 'ahead' : null
  if (AHEAD.test(word)) return isPerfect(context, i + 1) ? null : 'ahead'
  if (MAY_BE.test(word)) return possibility(context, i)
  if (word === 'planned' || word === 'expected') return null
  // will be held
  if (before === 'be' || before === 'being') return null
  if (word === 'been') return 'past'
  if (SAYING.has(word)) return null
  if (SAME_FORMS.test(word)) return TAKES_VERB.test(before) ? null : 'past'
  return PAST_FORMS.has(word) || (word.length > 4 && word.endsWith('ed')) ? 'past' : null
}

/** `is due to open`, and not `due to the rain`. */
function isOwed(context: Context, i: number): boolean {
  return /^(?:are|be|is|was|were)$/.test(low(context, i - 1)) && !/^(?:a|an|its|the|their)$/.test(low(context, i + 2))
}

/** `have opened`, and not `have to open` */
function isPerfect(context: Context, i: number): boolean {
  return low(context, i) === 'have' && low(context, i + 1) !== 'to'
}

/** `may open`, and not `may have opened`, `would not say`, `could be heard`. */
function possibility(context: Context, i: number): Tense | null {
  // May 3
  if (low(context, i) === 'may' && (context.words[i]?.capital ?? false)) return null
  let at = i + 1
  const negated = low(context, at) === 'not' || low(context, at) === "'" || low(context, at) === 'cannot'
  while (/^(?:'|also|be|even|not|still|t)$/.test(low(context, at)) && at < i + 4) at++
  const verb = low(context, at)
  if (isPerfect(context, at) || PERCEIVED.test(verb)) return 'past'
  if (negated && SAY.test(verb)) return 'past'
  return low(context, i) === 'would' ? 'ahead' : 'possible'
}

/**
 * Which way the sentence looks at `i`. Its nearest verb decides, the one before the expression first: `will meet on
 * Friday` looks ahead, `closed on Friday and will reopen` back. A verb of saying looks back at its own time and tells
 * nothing of what is said: `said on Friday`, but `said Friday is the last day`.
 */
function tenseOf(context: Context, i: number): Tense | null {
  if (low(context, i) === 'since' || low(context, i - 1) === 'since') return 'past'
  const ends = (j: number): boolean =>
    STOPS.test(low(context, j)) && ((context.words[j + 1]?.free ?? true) || CLOSES.test(low(context, j + 1)))
  let own = true
  let clause = true
  for (let j = i - 1; j >= 0 && j >= i - VERB_REACH && !ends(j); j--) {
    const word = low(context, j)
    if (SAYING.has(word)) {
      const next = afterDate(context, i)
      if (next === 'that' || (own && !FINITE.test(next))) return 'past'
      // what comes before is who says it
      if (!own) return null
      break
    }
    own &&= OF_SAYING.test(word)
    if (PUT_OFF.test(word) && (UP_TO.test(low(context, i)) || UP_TO.test(low(context, i - 1)))) return 'ahead'
    clause &&= word !== ','
    const tense = clause || !MAY_BE.test(word) ? tenseAt(context, j) : null
    if (tense !== null) return tense
  }
  clause = true
  for (let j = i + 1; j < context.words.length && j <= i + VERB_REACH && !ends(j); j++) {
    const word = low(context, j)
    clause &&= !OTHER_CLAUSE.test(word)
    const tense = clause || !MAY_BE.test(word) ? tenseAt(context, j) : null
    if (tense !== null) return tense
  }
  return null
}

/** The word after the date at `i`. */
function afterDate(context: Context, i: number): string {
  let at = i + 1
  while (at < i + 7 && /^(?:\d{1,4}|[.,]|st|nd|rd|th)$/.test(low(context, at))) at++
  return low(context, at)
}

/** Does the sentence tell at `i` of what is to come? */
export const willBe = (context: Context, i: number): boolean => tenseOf(context, i) === 'ahead'
/** The same, or of what may come. */
export const looksAhead = (context: Context, i: number): boolean =>
  /^(?:ahead|possible)$/.test(tenseOf(context, i) ?? '')
export const looksBack = (context: Context, i: number): boolean => tenseOf(context, i) === 'past'

/** In days: a future day this near is meant rather than one that long past, and the other way about. */
const NEAR = 45
const FAR = 270

/**
 * Which of two readings news means: the one that the sentence looks to, unless the other is near and it is long off;
 * where it looks neither way, the future one if it is nearer by half, for news tells more of what has been.
 */
export function nearer(context: Context, i: number, past: Days | null, future: Days | null): Days | null {
  if (past?.last == null || future?.first == null) return past ?? future
  const back = context.today - past.last
  const on = future.first - context.today
  const tense = tenseOf(context, i)
  if (tense === 'ahead' || tense === 'possible') return on > FAR && back < NEAR ? past : future
  return tense === null && 2 * on <= back ? future : past
}
