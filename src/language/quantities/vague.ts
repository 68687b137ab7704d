/** Amounts in words that give no number: several hundred, dozens, tens of thousands, a handful; and units of an army. */

/** Words of size, in the plural they stand alone: hundreds of, tens of thousands. */
export const ROUND_WORDS: ReadonlySet<string> = new Set(
  'tens dozens scores hundreds thousands millions billions trillions lakhs crores'.split(' '),
)

/** Words of size in the singular, after a vague word: several hundred, a few dozen. */
export const ROUND_SINGULAR: ReadonlySet<string> = new Set(
  'dozen score hundred thousand million billion trillion lakh crore'.split(' '),
)

/** Words for an amount that is not counted. */
export const VAGUE_WORDS: readonly string[] = [
  'a couple',
  'a few',
  'a good many',
  'a great many',
  'a handful',
  'a large number',
  'a number',
  'a small number',
  'an unknown number',
  'an unspecified number',
  'countless',
  'few',
  'innumerable',
  'large numbers',
  'many',
  'many more',
  'multiple',
  'numerous',
  'only a few',
  'quite a few',
  'scores',
  'several',
  'untold',
  'various',
]

/** Units of an army whose names mean nothing else. */
export const UNITS_OF_ARMY: ReadonlySet<string> = new Set(
  `battalion battalions brigade brigades flotilla flotillas garrison garrisons platoon platoons regiment regiments
  squadron squadrons`.split(/\s+/),
)

/** Units of an army that are also something else: a unit only with "of soldiers", "the size of" or a bound. */
export const UNITS_OR_ELSE: ReadonlySet<string> = new Set(
  'armies army battery batteries column columns companies company corps detachment detachments division divisions fleet squad squads unit units'.split(
    ' ',
  ),
)
