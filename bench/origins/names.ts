/** Names of places, people, outlets and agencies that do not exist, put together from syllables. */
import type { Chance } from './chance.ts'

const OPENINGS =
  'Bar Bel Cal Dor Dun Fal Gar Hol Jar Kel Lin Mar Nor Ost Pel Quar Rav Sel Tor Ul Var Wes Yar Zem'.split(' ')
const MIDDLES = 'a e i o u an en in or ar el il av ev'.split(' ')
const TOWN_ENDS = 'burg dale field ford grad holm mouth nau port stad ton vale vik wick'.split(' ')
const LAND_ENDS = 'dia lia mia nia ria tania via vonia'.split(' ')
const SURNAME_ENDS =
  'bach cic dak esku ette feld gaard kov land lis man mond ner oren quist rath sen sky tal vann witz zan'.split(' ')
const FORENAMES =
  'Adrian Agnes Albert Amira Anna Boris Carla Clara Daniel David Elena Emil Eva Felix Frank Greta Hannah Helena Henry Ida Igor Ivan Jakob James Joan Julia Karl Laura Leon Lydia Marco Maria Martin Max Mira Nadia Nina Oscar Paul Peter Rita Robert Rosa Samuel Sara Simon Sofia Thomas Vera Victor'.split(
    ' ',
  )
const PAPERS =
  'Chronicle Courier Dispatch Echo Gazette Herald Journal Ledger Mercury Monitor Observer Post Record Sentinel Standard Star Telegraph Times Tribune'.split(
    ' ',
  )

export const townOf = (chance: Chance): string =>
  chance.pick(OPENINGS) + (chance.happens(0.6) ? chance.pick(MIDDLES) : '') + chance.pick(TOWN_ENDS)
export const countryOf = (chance: Chance): string =>
  chance.pick(OPENINGS) + chance.pick(MIDDLES) + chance.pick(LAND_ENDS)
export const forenameOf = (chance: Chance): string => chance.pick(FORENAMES)
export const surnameOf = (chance: Chance): string =>
  chance.pick(OPENINGS) + chance.pick(MIDDLES) + chance.pick(SURNAME_ENDS)

/** A newspaper's or a site's name. */
export function paperOf(chance: Chance): string {
  const town = townOf(chance)
  return chance.pick([
    `${town} ${chance.pick(PAPERS)}`,
    `${town} ${chance.pick(PAPERS)}`,
    `${countryOf(chance)} ${chance.pick(['Today', 'Now', 'Daily', 'Online'])}`,
    `Radio ${town}`,
    `${town}.news`,
  ])
}

/** An agency's name. */
export function agencyOf(chance: Chance): string {
  const land = countryOf(chance)
  return chance.pick([
    `${land} News Agency`,
    `${land} Press Agency`,
    `${surnameOf(chance)} Newswire`,
    `${land} Wire Service`,
  ])
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sky$/, 'ski'],
  [/kov$/, 'koff'],
  [/quist$/, 'kvist'],
  [/witz$/, 'vits'],
  [/cic$/, 'chich'],
  [/gaard$/, 'gard'],
  [/esku$/, 'escu'],
  [/bach$/, 'bakh'],
  [/rath$/, 'rat'],
  [/^K/, 'C'],
  [/^C/, 'K'],
  [/^W/, 'V'],
  [/^V/, 'W'],
  [/^Y/, 'J'],
  [/^J/, 'Y'],
  [/^Z/, 'S'],
  [/^Q/, 'K'],
  [/e/, 'ie'],
]

/** The name as another translator would spell it. */
export function respelt(name: string): string {
  const found = SOUNDS.find(([sound]) => sound.test(name))
  return found ? name.replace(found[0], found[1]) : `${name}h`
}

/** The name with a slip of the hand in it: two letters changed places, or one doubled. */
export function misspelt(name: string, chance: Chance): string {
  const letters = [...name]
  const places = letters.flatMap((letter, i) =>
    i > 0 && i < letters.length - 2 && letter !== letters[i + 1] ? [i] : [],
  )
  const at = chance.pick(places)
  const [one, other] = [letters[at] as string, letters[at + 1] as string]
  letters.splice(at, 2, ...(chance.happens(0.6) ? [other, one] : [one, one, other]))
  return letters.join('')
}
