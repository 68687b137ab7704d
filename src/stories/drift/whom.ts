/**
 * Nouns that news puts for the same people, one class a line, the first its name. Villagers and residents of a place are
 * the same people; a class is never told as another. General English news vocabulary, sorted.
 */
const CLASSES = `
banker bank-employee bank-worker bank-staff
bystander passer-by passerby onlooker
child minor kid youngster infant
civilian noncombatant non-combatant
contractor subcontractor
demonstrator protester protestor marcher
depositor saver
doctor physician
driver motorist
employee worker staff staffer workforce staff-member
engineer technical-staff technician
fighter militant militiaman insurgent rebel guerrilla
firefighter fireman fire-crew fire-brigade
fisherman fisher
foreigner foreign-national
infantryman infantry
journalist reporter
lawmaker legislator deputy parliamentarian
medic paramedic ambulance-crew health-worker medical-worker medical-staff hospital-staff health-staff healthcare-worker nurse carer medical-personnel
migrant asylum-seeker
notary public-notary
paratrooper paratroops
passenger traveller traveler commuter
patient sick-people
pensioner retiree retired-people
person people individual
police officer policeman police-officer policewoman
prisoner inmate detainee
pupil schoolchild schoolkid
refugee
rescuer rescue-worker rescue-crew rescue-team
resident inhabitant villager local townspeople
sailor seaman crewman
soldier troop troops serviceman servicewoman trooper service-member military-personnel
student undergraduate university-student
supplier supplier-firm
teacher teaching-staff educator
tourist holidaymaker visitor vacationer
trainee apprentice
volunteer
woman
`

const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  firemen: 'fireman',
  fishermen: 'fisherman',
  infantrymen: 'infantryman',
  militiamen: 'militiaman',
  'passers-by': 'passer-by',
  passersby: 'passerby',
  people: 'people',
  personnel: 'personnel',
  policemen: 'policeman',
  policewomen: 'policewoman',
  schoolchildren: 'schoolchild',
  seamen: 'seaman',
  servicemen: 'serviceman',
  spokesmen: 'spokesman',
  spokespeople: 'spokesperson',
  spokeswomen: 'spokeswoman',
  staff: 'staff',
  townspeople: 'townspeople',
  women: 'woman',
}

/** A noun in the singular: villagers, bodies, children. */
export const singularOf = (low: string): string =>
  IRREGULAR[low] ??
  (/(?:ss|us)$/.test(low) || low.length < 4
    ? low
    : low
        .replace(/ies$/, 'y')
        .replace(/(?<=ss)es$/, '')
        .replace(/s$/, ''))

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  CLASSES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', ...others] = line.split(' ')
      return [name, ...others].map((noun) => [noun, name] as const)
    }),
)

/** The class of one noun, or of two words that make one ("health workers"), both in lower case; null for others. */
export function classOf(first: string, second?: string): string | null {
  if (second === undefined) return CLASS_OF.get(singularOf(first)) ?? null
  return CLASS_OF.get(`${first}-${singularOf(second)}`) ?? null
}
