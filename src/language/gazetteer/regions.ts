/**
 * Places larger than cities that are no countries: states and provinces with their abbreviations, parts of the world,
 * and the words that stand at the end or the beginning of a place's name. Sorted by kind; `|` divides, since names hold
 * spaces.
 */
const listed = (names: string): string[] => names.split('|').map((name) => name.trim().replace(/\s+/g, ' '))

/** States of the United States with the abbreviation that news style gives them. */
const STATES = `Alabama:Ala.|Alaska|Arizona:Ariz.|Arkansas:Ark.|California:Calif.|Colorado:Colo.|Connecticut:Conn.|
  Delaware:Del.|Florida:Fla.|Georgia:Ga.|Hawaii|Idaho|Illinois:Ill.|Indiana:Ind.|Iowa|Kansas:Kan.|Kentucky:Ky.|
  Louisiana:La.|Maine|Maryland:Md.|Massachusetts:Mass.|Michigan:Mich.|Minnesota:Minn.|Mississippi:Miss.|Missouri:Mo.|
  Montana:Mont.|Nebraska:Neb.|Nevada:Nev.|New Hampshire:N.H.|New Jersey:N.J.|New Mexico:N.M.|New York:N.Y.|
  North Carolina:N.C.|North Dakota:N.D.|Ohio|Oklahoma:Okla.|Oregon:Ore.|Pennsylvania:Pa.|Rhode Island:R.I.|
  South Carolina:S.C.|South Dakota:S.D.|Tennessee:Tenn.|Texas:Tex.|Utah|Vermont:Vt.|Virginia:Va.|Washington:Wash.|
  West Virginia:W.Va.|Wisconsin:Wis.|Wyoming:Wyo.|District of Columbia:D.C.`

/** Provinces, lands and regions that news of the world names often. */
const PROVINCES = `Alberta|Bavaria|British Columbia|California|Catalonia|Chechnya|Crimea|Dagestan|Darfur|Donbas|Donbass|
  England|Flanders|Gaza|Gaza Strip|Guangdong|Gujarat|Kashmir|Kerala|Kurdistan|Lombardy|Maharashtra|Manitoba|
  New South Wales|Nova Scotia|Northern Ireland|Ontario|Punjab|Quebec|Queensland|Rakhine|Saskatchewan|Saxony|Scotland|
  Siberia|Sichuan|Sicily|Sinai|Sindh|Tamil Nadu|Tasmania|Tibet|Transnistria|Uttar Pradesh|Victoria|Wales|West Bank|
  Xinjiang`

/** Parts of the world, seas and mountains. */
const WORLD = `Africa|Antarctica|Arctic|Asia|Asia-Pacific|Atlantic|Balkans|Baltic|Baltic Sea|Black Sea|Caribbean|Caucasus|
  Central America|Central Asia|Central Europe|East Asia|Eastern Europe|Europe|Far East|Golan Heights|Horn of Africa|
  Indo-Pacific|Korean Peninsula|Latin America|Mediterranean|Middle East|Midwest|New England|North Africa|North America|
  Pacific|Persian Gulf|Red Sea|Sahel|Scandinavia|Silicon Valley|South America|South China Sea|Southeast Asia|
  Sub-Saharan Africa|West Africa|Western Europe`

const STATE_OF = new Map<string, string>()
for (const entry of listed(STATES)) {
  const [name, short] = entry.split(':') as [string, string?]
  STATE_OF.set(name, name)
  if (short) STATE_OF.set(short, name)
}

/** The state of the United States by its name or abbreviation (`Ariz.`), or null. */
export function stateNamed(name: string): string | null {
  return STATE_OF.get(name) ?? null
}

export const REGIONS: readonly string[] = [...STATE_OF.keys(), ...listed(PROVINCES), ...listed(WORLD)]

/** Common nouns that follow a place's name and belong to it: `Kursk region`, `Fulton county`. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  `airport area bay border canal city coast county district front harbour island islands lake mountain mountains oblast
  peninsula port prefecture province region river sea sector state strait street suburb territory town valley
  village`.split(/\s+/),
)
