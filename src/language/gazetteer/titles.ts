/**
 * Titles and roles that stand before or after a person's name, and the nouns for people who speak unnamed. All in lower
 * case, sorted; `|` divides where a title has several words.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Forms of address, with the gender they tell. */
export const ADDRESSES: Readonly<Record<string, 'he' | 'she' | 'either'>> = {
  'dr.': 'either',
  dr: 'either',
  lady: 'she',
  lord: 'he',
  madam: 'she',
  madame: 'she',
  miss: 'she',
  'mr.': 'he',
  mr: 'he',
  'mrs.': 'she',
  mrs: 'she',
  'ms.': 'she',
  ms: 'she',
  prof: 'either',
  'prof.': 'either',
  sir: 'he',
}

/** Words of which titles before names are made: `Deputy Defence Minister`, `Lt. Gen.`, `CEO`. */
export const TITLE_WORDS: ReadonlySet<string> = words(`
  acting adm adm. admiral adviser advisor aide airman amb amb. ambassador analyst archbishop assemblyman assemblywoman
  assistant associate attorney ayatollah baron baroness bishop brig brig. brigadier candidate capt capt. captain cardinal
  ceo cfo chair chairman chairperson chairwoman chancellor chief cmdr cmdr. co-founder coach col col. colonel columnist
  commander commander-in-chief commissioner commodore comptroller congressman congresswoman constable consul coo cop
  corporal corporate correspondent councillor councilman councilwoman counsel counsellor cto dame deputy det det.
  detective diplomat director doctor economist editor emeritus emir emperor empress engineer envoy executive ex-president
  father field finance first fm former founder gen gen. general gov gov. governor head historian imam inspector
  interim investigator journalist judge junior justice king lady lawmaker leader legislator lieutenant lobbyist lord lt
  lt. maj maj. major manager marshal marshall mayor md minister mp mullah nominee officer official operator owner pastor
  pfc pfc. physician pm politician pontiff pope premier pres pres. president presidential president-elect press priest
  prime prince princess principal private prof prof. professor prosecutor pvt pvt. queen rabbi rapporteur rear rector rep
  rep. representative reporter researcher rev rev. reverend scholar scientist sec sec. secretary secretary-general
  sen sen. senator senior sergeant sgt sgt. sheikh sheriff sir solicitor speaker special specialist spokesman spokesperson
  spokeswoman staff sultan superintendent supt supt. supreme surgeon td teacher treasurer tsar under-secretary
  undersecretary vice vice-president vice-chairman warden whip`)

/** Words that modify a title and are part of it: `Foreign Minister`, `Chief Financial Officer`. */
export const TITLE_MODIFIERS: ReadonlySet<string> = words(`
  affairs agriculture army assistant budget business campaign chief climate commerce communications culture defence
  defense deputy development digital economic economy education employment energy enterprise environment executive
  financial finance fire foreign founding general health higher home homeland housing human independent industry
  information intelligence interior joint justice labor labour legal majority managing marketing medical military
  minority national navy operating parliamentary planning police policy political press prime public regional relations
  research science security senior social state strategy supreme tax technology top tourism trade transport
  transportation treasury union veteran vice war welfare world further local`)

/** Nouns for a person by role, which a later `the ...` may take up: `the president`, `the lawmaker`. */
export const ROLE_NOUNS: ReadonlySet<string> = words(`
  activist actor actress adviser advisor aide ambassador analyst artist attorney author billionaire bishop boss
  businessman businesswoman candidate captain ceo chair chairman chairwoman chancellor chief co-founder coach colonel
  columnist commander commissioner congressman congresswoman councillor councilman councilwoman critic defendant democrat
  deputy detective diplomat director doctor economist editor engineer envoy executive expert farmer father founder general
  governor head historian host inspector investor journalist judge justice king laureate lawmaker lawyer leader
  legislator lieutenant man manager mayor minister monarch mother mp nominee nurse official officer owner
  parliamentarian pastor physician player pm politician pontiff pope premier president president-elect priest prince
  princess principal professor prosecutor queen rabbi representative reporter republican researcher resident
  retiree scholar scientist secretary secretary-general senator sergeant sheriff singer soldier speaker spokesman
  spokesperson spokeswoman star strategist student superintendent surgeon teacher teenager victim widow witness woman
  worker writer`)

/** Nouns for people who speak without a name, in the singular. */
export const SOURCE_NOUNS: ReadonlySet<string> = words(`
  activist adviser advisor aide analyst ally authority backer candidate captive colleague commander commentator critic
  defector delegate democrat diplomat doctor economist employee eyewitness executive expert family farmer friend fighter
  informant insider intermediary investigator investor journalist lawmaker lawyer leader legislator manager minister
  neighbour neighbor observer officer official opponent organizer organiser parliamentarian participant partner passenger
  people person politician prisoner prosecutor protester rebel refugee relative reporter representative republican
  rescuer researcher resident scientist soldier source spokesman spokesperson spokeswoman staffer strategist student
  supporter survivor teacher trader veteran victim villager volunteer voter witness worker`)

const MASCULINE = words(`actor boy boyfriend brother businessman chairman congressman councilman emperor father fireman
  gentleman guy husband king lord man monk policeman pope priest prince son spokesman uncle`)
const FEMININE =
  words(`actress aunt businesswoman chairwoman congresswoman councilwoman daughter empress girl girlfriend
  lady mother nun policewoman princess queen sister spokeswoman widow wife woman`)

/** The gender that a role noun tells, or null. */
export function genderOfNoun(noun: string): 'he' | 'she' | null {
  if (MASCULINE.has(noun)) return 'he'
  return FEMININE.has(noun) ? 'she' : null
}
