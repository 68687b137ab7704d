/** Words that make the number beside them a name, a date or a time: Article 5, No. 10, January 3, 10 Downing Street. */

/** Before a number: the number tells one of several apart. */
export const NAMES_BEFORE: ReadonlySet<string> = new Set(
  `act apartment appendix area article bay block building bus camp canto car case category cell channel chapter class
  clause column court day district division door episode exhibit exit figure flight flat floor formula game gate grade
  group hall highway hole house interstate issue item juan kilometer kilometre lane lesson level line lot lote magnitude
  match mile model module no nos nr number numbers page pages paragraph part peter phase pier platform plot point pope
  precinct psalm question quarter rank ranked resolution room round route row rule scale scene schedule season seat
  section sector security sequence series session size slide stage station step street suite table tape terminal tier
  title top track type unit verse version vol volume ward week windows year zone`.split(/\s+/),
)

/** After a number, capitalised: an address. */
export const STREETS: ReadonlySet<string> = new Set(
  'alley avenue ave boulevard blvd circle close court crescent drive freeway highway lane parkway place plaza quay road square st street terrace way'.split(
    ' ',
  ),
)

/** Units of time: a number of them is a duration. */
export const TIME_UNITS: ReadonlySet<string> = new Set(
  `second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks weekend weekends
  fortnight fortnights month months quarter quarters year years yr yrs season seasons decade decades century centuries
  millennium millennia generation generations`.split(/\s+/),
)
