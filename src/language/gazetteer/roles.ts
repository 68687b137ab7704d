/**
 * Roles that news uses for one another when it takes a person up again: the spokeswoman is a spokesperson, an MP a
 * lawmaker, every minister an official. And institutions that a country has one of, by what news calls them.
 */
import { MILITARY_INTELLIGENCE, SPY_AGENCIES } from './organisations.ts'

const CLASSES: readonly (readonly [name: string, members: string])[] = [
  ['spokesperson', 'spokesman spokesperson spokeswoman press-secretary representative'],
  [
    'lawmaker',
    `assemblyman assemblywoman congressman congresswoman deputy lawmaker legislator mp parliamentarian politician rep rep.
    representative sen sen. senator td councillor councilman councilwoman`,
  ],
  ['executive', 'boss ceo cfo chairman chairperson chairwoman chief coo cto executive founder head manager president'],
  [
    'official',
    `adviser advisor ambassador chief commander commissioner diplomat director envoy governor head mayor minister officer
    official premier secretary spokesman spokesperson spokeswoman`,
  ],
  [
    'officer',
    'admiral brigadier capt. captain col col. colonel commander general lieutenant lt. maj. major officer sergeant',
  ],
  ['commander', 'admiral chief commander commander-in-chief gen. general'],
  ['leader', 'chairman chief chancellor head leader minister pm premier president prime-minister'],
  ['premier', 'pm premier prime-minister'],
  ['politician', 'candidate governor lawmaker minister mp politician president senator'],
  ['worker', 'employee staffer worker'],
  ['source', 'aide analyst employee expert insider official person source worker'],
  ['person', 'person source'],
  ['analyst', 'analyst economist expert researcher strategist'],
  ['candidate', 'candidate hopeful nominee'],
]

const MEMBERS = new Map(CLASSES.map(([name, members]) => [name, new Set(members.split(/\s+/))] as const))

/** Can `the ROLE` take up someone who was called `called`? */
export function takesUp(role: string, called: string): boolean {
  if (role === called) return true
  if (MEMBERS.get(role)?.has(called)) return true
  for (const members of [
    MEMBERS.get('spokesperson'),
    MEMBERS.get('lawmaker'),
    MEMBERS.get('premier'),
    MEMBERS.get('worker'),
  ])
    if (members?.has(role) && members.has(called)) return true
  return false
}

/**
 * The institution of a country that a common noun means: its spy agency, its military intelligence, its joint
 * chiefs.
 * @param words the phrase's words in lower case, without the country
 */
export function institutionOf(country: string, words: string): string | null {
  if (/\bmilitary intelligence\b/.test(words)) return MILITARY_INTELLIGENCE[country] ?? null
  if (
    /\b(?:spy|intelligence|espionage) (?:agency|agencies|service|services)$|\bintelligence$|\bsecret service$/.test(
      words,
    )
  )
    return SPY_AGENCIES[country] ?? null
  if (/^(?:the )?joint chiefs(?: of staff)?$/.test(words)) return `Joint Chiefs of Staff (${country})`
  return null
}
