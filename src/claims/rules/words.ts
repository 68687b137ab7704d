/**
 * Closed classes of English words by which phrases are bounded where no tagger has read them: auxiliaries, pronouns,
 * determiners, prepositions, conjunctions, times.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const AUXILIARIES = set(`
  am are be been being can could did do does had has have is may might must shall should was were will would
  's 're 've 'd 'll 'm ’s ’re ’ve ’d ’ll ’m ca wo`)

/** Stand between an auxiliary or a subject and its verb. */
export const ADVERBS = set(`
  again already also always even ever first further furthermore instead just later never no not n't n’t now often once only
  otherwise previously publicly repeatedly since so sometimes soon still then therefore thus today too
  twice yet`)

export const SUBJECT_PRONOUNS = set('he i it she they we who you')
export const OBJECT_PRONOUNS = set('her him me them us you it')

export const DETERMINERS = set(`
  a all an another any both each either every few her his its many most my neither no one other our several some such
  that the their these this those two three four five your`)

/** Prepositions that join nouns to nouns within a source: a spokesman for the group. */
export const WITHIN = set('at by for from in of on to with about')

/** Begin something that no source reaches over. */
export const BOUNDARIES = set(`
  after although amid as because before but despite during how however if meanwhile nor once or since so than that though
  through until what when where whereas whether which while who whom whose why without yet`)

export const TIMES = set(`
  today yesterday tomorrow tonight late early monday tuesday wednesday thursday friday saturday sunday january february march april
  june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. earlier
  later recently mon tue wed thu fri sat sun`)

/** Begin what may follow a cue that stands after its content: said on Friday, said in a statement. */
export const ADJUNCTS = set(`
  about after ahead amid as at before by citing during earlier following for from in last late later on over that this through
  to under via when while with without yesterday today tonight once recently again`)

/** Common past tenses that attribute nothing, by which the subject before them is bounded. */
export const PASTS = set(`
  became began broke brought came chose cut drew fell fought gave got grew held issued kept laid launched led left lost
  made met opened paid published put ran released rose sat sent set spent stood struck took turned visited voted went won`)
