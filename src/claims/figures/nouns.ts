/** What is counted: nouns for people, for jobs, and words that end or never begin the name of what is counted. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Nouns for people, singular and plural; those of nationalities are told by the gazetteer. */
export const PEOPLE: ReadonlySet<string> = words(`
  activist activists adult adults army attendees baby babies believers bodies bomber bombers boy boys casualties cadets
  child children citizen citizens civilian civilians commuters conscript conscripts contractor contractors crew crewmen
  customers dead deaths councillors councilors defenders demonstrators deputies detainee detainees doctor doctors driver drivers elderly
  employee employees evacuees families family fans farmer farmers fatalities fighter fighters fishermen foreigners
  girl girls graduates guard guards guerrillas gunman gunmen hostage hostages households immigrants individuals infantry
  infantryman infantrymen injured injuries inmate inmates insurgent insurgents jihadists journalist journalists kids
  labourers laborers man marine marines medics member members men mercenaries migrant migrants militant militants
  militiamen miners minors mobsters monks mourners nationals nurse nurses officer officers operatives others
  paramedics paratroop paratrooper paratroopers paratroops participants passenger passengers patient patients peacekeepers
  pensioners people person personnel persons pilgrims pilots police policeman policemen prisoner prisoners protester protesters
  protestors pupils rebel rebels recruits refugee refugees reservist reservists residents respondents sailor sailors
  separatists servicemen serviceman servicewomen settlers shoppers soldier soldiers souls specialists spectators staff
  staffers student students supporters survivors suspects teachers teenagers terrorists tourists trainees troop troopers
  troops users veterans victim victims villagers volunteers voters warriors woman women worker workers workforce wounded
  youths
`)

export const JOBS: ReadonlySet<string> = words('job jobs position positions post posts redundancies role roles')

/** People who report: a number of them counts sources. */
export const SOURCES: ReadonlySet<string> = words(`
  analyst analysts commentators diplomat diplomats economist economists expert experts historians lawmaker lawmakers media
  minister ministers observers official officials outlets report reports reporters researcher researchers scholars senators
  source sources spokesmen witness witnesses
`)

/** Words at which what is counted ends: verbs that help others, prepositions, conjunctions, pronouns. */
export const ENDS: ReadonlySet<string> = words(`
  a about above according across after against ago along also although amid among an and any are around as at away
  be became because become been before behind being below beneath beside between beyond both but by can could despite did do
  does done down due during each either else every for from had has have he her here him his how if in including inside
  into is it its itself just last least left less like may me might must near neither nor not now of off on once
  only onto or our out over per plus quite rather said say says she should since so some still such than that the their
  them themselves then there these they this those though through throughout till to today together tonight too toward
  towards tomorrow under unless until up upon was we were what when where whether which while who whom whose why will with
  within without would yesterday yet you your already worldwide nationwide globally each apiece annually daily
  ever ended began begin went gone go come came took taken take got get made make put remain remained remains stay stayed
  seem seemed appear appeared live lived work worked works serve served need needed want wanted say told tell
  ended lie lay lies stand stood agreed joined voted attended belonging based known called named
`)

/** Words before what is counted that are no part of it: 30,000 more troops, another 1,000, the other 40 men. */
export const BEFORE_COUNTED: ReadonlySet<string> = words(`
  additional another available estimated extra fewer further more new other total
`)

/** Nouns that count other nouns: 220 pieces of artillery. */
export const PIECES: ReadonlySet<string> = words('bundles cases items kinds pairs pieces sets types units')

/** Soldiers and their like: where they are, they are deployed. */
export const MILITARY: ReadonlySet<string> = words(`
  army fighters forces infantry infantrymen marines mercenaries paratroopers paratroops peacekeepers personnel soldiers
  troops
`)
