/**
 * Abbreviations of English news that end in a full stop which ends no sentence by itself. Titles and the like stand
 * before a name; the others may also end a sentence, when what follows looks like a new one.
 */

/** Always followed by the name or number they belong to. */
export const BEFORE_A_NAME: ReadonlySet<string> = new Set(
  `adm. amb. brig. capt. cmdr. col. cpl. det. dr. fr. gen. gov. hon. insp. lt. maj. messrs. mr. mrs. ms. mt. msgr.
  nos. pres. prof. pvt. rep. reps. rev. sec. sen. sens. sgt. spc. st. ste. supt. treas. vs. v.`.split(/\s+/),
)

/** May end a sentence, or stand within it. */
export const WITHIN_A_SENTENCE: ReadonlySet<string> = new Set(
  `a.m. al. apr. ariz. ark. assn. aug. ave. bldg. blvd. bros. calif. ca. cf. co. colo. conn. corp. cos. ct. dec. del.
  dept. dist. e.g. ed. est. etc. ext. feb. fig. fla. fri. ft. ga. govt. i.e. ill. inc. ind. jan. jr. jul. jun. kan. ky.
  la. ltd. mar. mass. md. mfg. mich. minn. miss. mo. mon. mont. n. neb. nev. no. nov. oct. okla. op. ore. p.m. pa. ph.d.
  plc. pp. pt. rd. rte. sat. sep. sept. sq. sr. sun. tenn. tex. thu. thurs. tue. tues. univ. va. vol. vt. wash. wed. wis.
  wyo. yr.`.split(/\s+/),
)
