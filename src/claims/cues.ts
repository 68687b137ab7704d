/**
 * Words that mark an attribution in English news, by what they do with its content: report it, believe it, or mean to
 * bring it about (the assertions, beliefs and eventualities of PARC3). Verbs are listed by lemma, and all their forms are
 * cues. A word here need not be a cue where it stands ("she says yes", "in that report"): it is one that can be.
 */
import type { Act } from './attribution.ts'

/** What a cue is made of: a verb takes its source as subject, a noun as owner or by a verb beside it. */
export type CueClass = 'verb' | 'noun' | 'adjective' | 'adverb' | 'preposition'

export interface Cue {
  readonly act: Act
  readonly class: CueClass
  readonly lemma: string
}

const SPEECH_VERBS = `
  accuse acknowledge add address admit admonish advise affirm allege announce answer apologise apologize appeal applaud
  argue articulate ask assail assert assure attack attest attribute bemoan blame blast boast brag brief broadcast call
  castigate caution celebrate challenge chant charge chide cite clarify claim comment commend compare complain concede
  condemn confess confirm congratulate contend contest continue contradict counter criticise criticize cry debate declare
  decry defend demand denounce deny depict deride describe detail disclose discuss dismiss dispute document echo elaborate
  email emphasise emphasize endorse estimate exclaim explain expose express extol fault gripe hail highlight hint imply
  indicate inform insinuate insist interject interview invoke jeer joke justify knock label lament lampoon laud lecture
  liken list maintain mention mock mourn muse mutter name narrate note object observe offer outline oversee pan phone pitch
  plead point portray post praise preach predict present proclaim profess project pronounce protest publish question quip
  quote rail rant read reaffirm reassert reassure rebuff rebuke rebut recall recite recommend recount refer refute
  reiterate relate relay release remark remind repeat reply report reprimand repudiate respond restate retort retweet
  reveal ridicule scoff scold share shout show signal slam slur speak speculate state stress submit suggest summarise
  summarize swear talk taunt tell testify text thank tout trumpet tweet underline underscore unveil utter vent verify voice
  warn weigh whisper write yell`

const BELIEF_VERBS = `
  accept admire agree appear appreciate approve ascertain assess assume back believe calculate care conceive conclude
  consider contemplate convince count credit deduce deem detect determine diagnose disagree disapprove discern discover
  dislike distrust doubt dread embrace envision envy evaluate expect fathom favor favour fear feel figure find forecast
  forget foresee gather gauge guess hate hear hold identify imagine infer interpret judge know learn like love mind misjudge
  mistake notice oppose perceive ponder prefer presume presuppose realise realize reason reckon recognise recognize
  regard regret reject remember respect resent rule see seem sense smell sound support suppose surmise suspect think trust
  understand view vote welcome wonder worry`

const INTENTION_VERBS = `
  advocate aim allow appoint aspire attempt authorise authorize bar bid block call campaign command commission commit
  compel consent decide decline demand desire direct discourage dissuade draft embrace encourage enforce enjoin exhort file
  forbid forgo guarantee hope implore instruct intend invite lobby mandate mean move mull negotiate nominate offer opt
  order pass permit persuade petition plan pledge plot press pressure prohibit promise promote propose push reconsider
  refuse renounce request require resolve restrict schedule seek sign solicit struggle summon threaten try urge veto volunteer
  vow want warrant wish yearn`

const SPEECH_NOUNS = `
  accusation account ad address admission admonition advertisement advice affidavit allegation announcement answer
  argument article assertion assurance blog briefing broadcast bulletin caption caveat chant charge cite claim column
  comment commentary communique complaint concession condemnation confession confirmation contention conversation
  correspondence criticism critique debate declaration denial denunciation description disclosure discussion dispatch
  document editorial email endorsement essay estimate excerpt explanation filing forecast headline hint interview
  invitation joke lawsuit lecture letter memo memoir memorandum mention message motto note notice notion observation
  paper phrase plea poll post praise prediction presentation proclamation projection quip quotation quote rant rebuke
  rebuttal recommendation reference release remark reminder reply report response retort revelation rhetoric rumor rumour
  signal slogan speculation speech statement story study suggestion summary survey testimony text transcript tribute
  tweet verdict warning word writing`

const BELIEF_NOUNS = `
  agreement assessment assumption attitude backing belief calculation certainty concern conclusion confidence consensus
  conviction criterion disagreement disapproval doubt dread evidence expectation faith fear feeling finding hope hunch
  idea ignorance impression indication inference insight interpretation intuition judgement judgment knowledge
  misconception misgiving misunderstanding notion opinion opposition outlook perception perspective prejudice
  premonition presumption realisation realization reservation sense sentiment skepticism stance suspicion support theory
  thinking thought understanding view viewpoint worry`

const INTENTION_NOUNS = `
  aim ambition appeal aspiration bid call commitment command decision decree demand desire directive effort goal guarantee
  injunction instruction intention mandate motion offer order permission plan pledge policy preference pressure promise
  proposal prohibition refusal request resolution resolve ruling strategy threat ultimatum urge vow willingness wish`

const SPEECH_ADVERBS = 'allegedly purportedly reportedly supposedly'
const SPEECH_PREPOSITIONS = 'according per'
const BELIEF_ADJECTIVES = `
  adamant afraid angry anxious apprehensive aware believed certain concerned confident convinced critical doubtful
  dubious fearful hopeful mindful optimistic pessimistic sceptical skeptical supportive sure suspicious thought unaware
  uncertain unclear unconvinced unsure wary worried`
const INTENTION_ADJECTIVES = 'determined eager keen loath poised prepared ready reluctant unwilling willing'

/** Past tense and participle where they are not made with -ed; the only entry for both when they are the same. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bid: 'bid',
  broadcast: 'broadcast',
  feel: 'felt',
  find: 'found',
  forbid: 'forbade forbidden',
  foresee: 'foresaw foreseen',
  forget: 'forgot forgotten',
  forgo: 'forwent forgone',
  hear: 'heard',
  hold: 'held',
  know: 'knew known',
  learn: 'learned learnt',
  mean: 'meant',
  mistake: 'mistook mistaken',
  oversee: 'oversaw overseen',
  read: 'read',
  retell: 'retold',
  say: 'said',
  see: 'saw seen',
  seek: 'sought',
  show: 'showed shown',
  smell: 'smelled smelt',
  speak: 'spoke spoken',
  swear: 'swore sworn',
  tell: 'told',
  think: 'thought',
  understand: 'understood',
  write: 'wrote written',
}
/** Verbs that double their last letter before -ed and -ing. */
const DOUBLED = new Set(
  'admit bar brag chat commit compel forbid forget infer opt pan permit plan plot quip rebut refer slam slur'.split(
    ' ',
  ),
)

/** A verb's forms: lemma, -s, -ing, past tense and participle. */
function formsOf(lemma: string): string[] {
  const base = DOUBLED.has(lemma) ? `${lemma}${lemma.at(-1)}` : lemma
  const consonantY = /[^aeiou]y$/.test(lemma)
  const s = consonantY ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  const ing = /[^eo]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${base}ing`
  const past = consonantY ? `${lemma.slice(0, -1)}ied` : lemma.endsWith('e') ? `${lemma}d` : `${base}ed`
  return [lemma, s, ing, ...(IRREGULAR[lemma] ?? past).split(' ')]
}

function pluralsOf(lemma: string): string[] {
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`]
  return [lemma, /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`]
}

const alone = (word: string) => [word]
const cues = new Map<string, Cue>()

/** Enters words; a form that is there already keeps its first entry. */
function enter(list: string, act: Act, kind: CueClass, forms: (lemma: string) => string[]): void {
  for (const lemma of list.trim().split(/\s+/))
    for (const form of forms(lemma)) if (!cues.has(form)) cues.set(form, { act, class: kind, lemma })
}

enter('say', 'speech', 'verb', formsOf)
enter(SPEECH_PREPOSITIONS, 'speech', 'preposition', alone)
enter(SPEECH_ADVERBS, 'speech', 'adverb', alone)
enter(BELIEF_ADJECTIVES, 'belief', 'adjective', alone)
enter(INTENTION_ADJECTIVES, 'intention', 'adjective', alone)
enter(SPEECH_VERBS, 'speech', 'verb', formsOf)
enter(BELIEF_VERBS, 'belief', 'verb', formsOf)
enter(INTENTION_VERBS, 'intention', 'verb', formsOf)
enter(SPEECH_NOUNS, 'speech', 'noun', pluralsOf)
enter(BELIEF_NOUNS, 'belief', 'noun', pluralsOf)
enter(INTENTION_NOUNS, 'intention', 'noun', pluralsOf)

/** The cue a word can be, by any of its forms; upper and lower case are the same. */
export function cueOf(word: string): Cue | null {
  return cues.get(word) ?? cues.get(word.toLowerCase()) ?? null
}

/** Words in a cue that say little of its act while another does: "made a promise", "is expected to", "called for". */
const LIGHT = new Set(['call', 'continue', 'express', 'offer', 'present', 'read', 'share', 'show', 'voice'])

/**
 * What a whole cue does with its content, by its words in order: the first that is not light decides, a verb before a
 * noun, and "call for", "ask for" and "ask to" mean to bring about. Speech where no word is known.
 */
export function actOf(words: readonly string[]): Act {
  if (/\b(?:call|ask)(?:s|ed|ing)? (?:\S+ )?(?:for|on|upon|to)$/i.test(words.join(' '))) return 'intention'
  let light: Cue | null = null
  for (const word of words) {
    const cue = cueOf(word)
    if (cue === null) continue
    if (!LIGHT.has(cue.lemma)) return cue.act
    light ??= cue
  }
  return light?.act ?? 'speech'
}
