/**
 * Words by which a report says what otherwise nobody says: over what time something counts, by whose count, by which
 * document, and who of those lost were killed or wounded. They are looked for generously: one such word, and nothing is
 * missed.
 */

/** Time over which something counts, or the day up to which. */
export const TIME =
  /\b(?:since|so far|to date|until|till|up to now|by now|during|between|throughout|overnight|today|yesterday|daily|weekly|monthly|per (?:day|week|month)|a (?:day|week|month)|(?:over|in|within|for) (?:the|a|two|three|four|five|six|several|recent|just)\b[^.]{0,20}\b(?:hours?|days?|weeks?|months?|years?)|(?:past|last|this|previous|recent|first|same) (?:\w+ )?(?:hours?|days?|weeks?|weekend|months?|years?|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in (?:early |mid-?|late )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d))\b/i

/** Whose count it is, or what it rests on. */
export const COUNTED =
  /\b(?:citing|cited|cites|based on|on the basis of|drawn from|drew on|according to|compiled|counted|tallied|tally|tallies|counts? (?:by|of|from|that)|estimated by|estimates? (?:by|from|of)|assess(?:es|ed|ment|ments)|figures? (?:by|from|of)|data|records?|survey|satellite|intelligence|intercept\w*|interrogat\w+|briefed|report(?:s|ed)? (?:by|from|to (?:him|her|them)|he|she|they)|registry|hospitals?|morgues?|coroners?|medics|ministry)\b/i

/** A document that is said to exist. */
export const DOCUMENT =
  /\b(?:an?|the|his|her|its|their|that|this|new|latest|recent|internal|classified|confidential|preliminary|intelligence) (?:[\p{Ll}-]+ ){0,2}(?:assessment|briefing paper|data|document|documents|dossier|estimate|file|files|intelligence|letter|memo|memorandum|paper|records|report|study|survey)\b(?: (?:by|from|of|he|she|they|it|received|sent|to)\b[^,.;:“”"]{0,60})?/iu

/** Words that name a document or say where it can be read. */
export const SHOWN =
  /(?:https?:|www\.|\b(?:entitled|titled|called|headlined|published|posted|released|obtained|seen|reviewed|viewed|available|website|page \d|dated|attached|filed with)\b)/i

/** Harm told apart. */
export const SPLIT =
  /\b(?:kill\w*|dead|deaths?|die[ds]?|dying|fatal\w*|wound\w*|injur\w*|hurt|maimed|captur\w+|prisoners?)\b/i

/** A place, by a preposition and a name. */
export const PLACE =
  /\b(?:in|at|near|around|across|outside|along|on|from|to)\s+(?:the\s+)?(?:[\p{Ll}-]+\s+){0,2}\p{Lu}/u
