/**
 * Words that can stand for each other. In scenes any of a group may stand, since they tell nothing that must stay; in what
 * is claimed only words that mean the same here.
 */
import type { Chance } from './chance.ts'

const groupsOf = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const group = line.trim().split('|')
        return group.map((word) => [word, group] as const)
      }),
  )

const SCENERY = groupsOf(`
  square|market|station|church|library|theatre|stadium|harbour|museum|chapel|arcade|brewery|customs house|mill
  shopkeepers|drivers|neighbours|parents|students|farmers|volunteers|villagers|visitors|pensioners|fishermen|teachers
  boats|rafts|canoes|dinghies
  old|new|small|large|grey|narrow|steep|draughty
  slowly|quietly|carefully|silently|wearily
  carried|brought|dragged|hauled
  blankets|lamps|umbrellas|baskets|suitcases|buckets|crates
  roofs|gables|gardens|sheds|barns|orchards|vineyards
  evening|noon|midnight|dawn|dusk|daybreak
  afternoon|morning|forenoon
  rain|wind|snow|fog|frost|hail
  smoke|dust|steam|mist|soot
  bakery|pharmacy|bookshop|barber|butcher|laundry
  trams|buses|trains|ferries|taxis
  windows|doors|shutters|gates|blinds
  street|alley|avenue|lane|promenade|embankment
  tea|soup|bread|coffee|cider
  bridge|viaduct|footbridge|causeway|underpass
  many|few|several|some
  spring|summer|autumn|winter
  clock|bell|siren|organ
  dog|goat|donkey|cat
  band|choir|orchestra
`)

const SAME = groupsOf(`
  nobody|no one
  told|informed
  warning|alert
  alarm|alert
  closed|shut
  stay|remain
  upper|higher-lying
  opened|unlocked
  released|let out
  unsafe|not safe
  damaged|battered
  first|initially
  additional|further
  more troops|further troops
  although|though
  in spite of|despite
  moved|shifted
  abroad|overseas
  decided|resolved
  managers|executives
  paid|handed out
  source|origin
  enough|sufficient
  shortage|lack
  pupils|schoolchildren
  for now|for the time being
  threatened|menaced
  threats|menaces
  lawyers|attorneys
  case|proceedings
  destroyed|done away with
  investigators|detectives
  withdrawn|taken back
  higher|increased
  every evening|each evening
  streets|roads
  orders|instructions
  forbidden|prohibited
  summer|summer months
  raised|put up
  tax|levy
  withheld|kept back
  overdue|long due
  rails|track
  inquiry|investigation
  train|service
`)

const WORD = /\p{L}+(?:[ -]\p{L}+)?/gu

function varied(text: string, groups: ReadonlyMap<string, readonly string[]>, chance: Chance, share: number): string {
  const other = (word: string): string | null => {
    const group = groups.get(word.toLowerCase())
    if (!group || !chance.happens(share)) return null
    const pick = chance.pick(group)
    return /^\p{Lu}/u.test(word) ? pick.charAt(0).toUpperCase() + pick.slice(1) : pick
  }
  return text.replace(WORD, (words) => other(words) ?? words.replace(/\p{L}+/gu, (word) => other(word) ?? word))
}

/** A scene with other things in it. */
export const sceneVaried = (text: string, chance: Chance): string => varied(text, SCENERY, chance, 0.8)

/** A clause that means the same; placeholders stay. */
export const clauseVaried = (text: string, chance: Chance): string =>
  text
    .split(/(\{\w+\}|\[[^\]]*\])/)
    .map((part, i) => (i % 2 === 1 ? part : varied(part, SAME, chance, 0.5)))
    .join('')
