/**
 * What may follow an attributing verb: the frames of VerbNet's say-37.7, tell-37.2, urge-58, judgment-33 and
 * characterize-29.2 classes, cut down to what decides where the content of an attribution begins.
 */

import type { Act } from '../attribution.ts'
import { cueOf } from '../cues.ts'

/**
 * - `clause`: a clause or a quotation, which may also stand before the verb (She said it rained. It rained, she said.)
 * - `addressee`: a hearer, then a clause (He told reporters that it rained.)
 * - `object`: a noun phrase that is judged or named (They praised the rescue.)
 * - `preposition`: one that belongs to the cue, then a noun phrase (He called for calm.)
 * - `infinitive`: what someone means, asks or declines to do (She vowed to return.)
 */
type Frame = 'clause' | 'addressee' | 'object' | 'preposition' | 'infinitive'

export interface Verb {
  readonly lemma: string
  readonly form: 'base' | 's' | 'past' | 'ing'
  readonly frames: ReadonlySet<Frame>
  /** Prepositions and particles that belong to the cue. */
  readonly with: ReadonlySet<string>
  readonly act: Act
}

const CLAUSE = `
  acknowledge add admit affirm allege announce answer argue assert assess assume attest believe boast brag caution chant
  claim clarify comment complain concede conclude confess confirm contend continue counter cry declare disclose
  elaborate email emphasise emphasize estimate exclaim expect explain fear feel find forecast foresee forget guess hint
  hope imagine imply indicate inform insist interject joke lament maintain mention muse mutter note
  observe oversee point pledge predict presume proclaim promise quip read reaffirm realise realize reason recall
  reckon recommend recount reiterate relate remark remember repeat reply report respond restate retort reveal rule say scoff
  shout show signal speculate state stress suggest summarise summarize suspect swear testify think tweet underline
  underscore utter volunteer vow warn whisper wonder worry write yell`

const ADDRESSEE = 'advise assure brief convince inform notify persuade reassure remind tell'

const OBJECT = `
  accuse address announce applaud ascertain assail attack bemoan blame blast call castigate celebrate challenge chide
  cite claim commend condemn confirm credit criticise criticize decry defend demand denounce deny depict deplore deride
  describe detail disavow disclose discuss dismiss dispute document doubt echo emphasise emphasize endorse estimate
  explain express extol fault hail highlight invoke label lament lampoon laud liken list mention mock note oppose outline
  portray praise predict propose put question quote rebuff rebuke rebut recall recommend recount refute regret reiterate
  reject renounce repeat report repudiate request reveal ridicule salute slam stress support suggest term thank tout underline
  underscore unveil urge voice vow promise warn`

const PREPOSITION = `
  agree|with appeal|for argue|for,against boast|about,of brag|about call|for,on caution|against comment|on
  complain|about,of elaborate|on hint|at insist|on joke|about,that object|to plead|for point|out,to press|for push|for
  rail|against refer|to respond|to react|to speak|of,about,against talk|about,of tell|of testify|about,to tweet|about vote|for
  warn|of,about,against weigh|in worry|about write|about,of`

const INFINITIVE = `
  advise agree aim ask beg command convince decide decline demand encourage expect hope instruct intend invite mean offer opt order plan
  persuade pledge promise propose refuse remind request seek swear tell threaten urge vow want warn wish`

function framesOf(): ReadonlyMap<string, { frames: Set<Frame>; with: Set<string> }> {
  const found = new Map<string, { frames: Set<Frame>; with: Set<string> }>()
  const enter = (list: string, frame: Frame) => {
    for (const word of list.trim().split(/\s+/)) {
      const [lemma, particles] = word.split('|') as [string, string?]
      const entry = found.get(lemma) ?? { frames: new Set(), with: new Set() }
      entry.frames.add(frame)
      for (const particle of particles?.split(',') ?? []) entry.with.add(particle)
      found.set(lemma, entry)
    }
  }
  enter(CLAUSE, 'clause')
  enter(ADDRESSEE, 'addressee')
  enter(OBJECT, 'object')
  enter(PREPOSITION, 'preposition')
  enter(INFINITIVE, 'infinitive')
  return found
}

const FRAMES = framesOf()

/** Verbs read as `put X at 300` and `count X`, which the lexicon of cues leaves out for their many other senses. */
const FIGURING: Readonly<Record<string, Verb['form']>> = { put: 'past', puts: 's', putting: 'ing' }

/** The attributing verb that a word can be, in the form it has; null for any other word. */
export function verbOf(word: string): Verb | null {
  const lower = word.toLowerCase()
  const figuring = FIGURING[lower]
  if (figuring && Object.hasOwn(FIGURING, lower))
    return { lemma: 'put', form: figuring, frames: new Set(['object']), with: new Set(), act: 'speech' }
  const cue = cueOf(lower)
  if (cue === null) return null
  const lemma = lower === 'thought' ? 'think' : lower === 'believed' ? 'believe' : cue.lemma
  const entry = FRAMES.get(lemma)
  if (!entry || (cue.class !== 'verb' && lemma === cue.lemma)) return null
  const form = lower === lemma ? 'base' : lower.endsWith('ing') ? 'ing' : lower.endsWith('s') ? 's' : 'past'
  return { lemma, form, frames: entry.frames, with: entry.with, act: cue.act }
}

/** Lemmas whose forms in -s and without ending are nouns more often than verbs. */
export const NOUN_LIKE: ReadonlySet<string> = new Set(
  'account call claim comment demand estimate feel forecast hint hope joke plan point post question report state support tweet'.split(
    ' ',
  ),
)
