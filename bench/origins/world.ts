/** What happened in a family, before anybody reports it: the place, who speaks, and what is stated when. */
import { type Chance, chanceOf } from './chance.ts'
import { MEASURES, WINDOWS } from './measures.ts'
import { countryOf, forenameOf, surnameOf, townOf } from './names.ts'
import type { Telling } from './telling.ts'
import type { Counted, Saying, Topic } from './topics/topic.ts'

interface Speaker {
  readonly kind: 'person' | 'organisation' | 'unnamed'
  /** As the gold file names them. */
  readonly name: string
  readonly forename: string
  readonly surname: string
  readonly title: string | null
  readonly office: string
  readonly short: string
  /** Several of the same unnamed people. */
  readonly many: string
}

/** An original statement. */
export interface Statement {
  readonly id: string
  readonly speaker: Speaker
  /** Days after the family's first. */
  readonly day: number
  readonly counted: Counted | null
  readonly saying: Saying | null
  readonly telling: Telling
  /** The window as first said, and as a careless retelling has it. */
  readonly windows: readonly [string, string]
}

export interface World {
  readonly topic: Topic
  readonly town: string
  readonly country: string
  readonly cause: string
  /** The first day, as a UTC time in milliseconds. */
  readonly from: number
  readonly statements: readonly Statement[]
}

export const DAY = 86_400_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export const weekdayOf = (time: number): string => WEEKDAYS[new Date(time).getUTCDay()] as string

export const filled = (template: string, { town, country }: Pick<World, 'town' | 'country'>): string =>
  template.replaceAll('{PLACE}', town).replaceAll('{COUNTRY}', country)

/** A round number where it is bounded, a precise one where it is not. */
function valueIn([low, high]: readonly [number, number], bound: Telling['bound'], chance: Chance): number {
  const value = Math.round(low * (high / low) ** chance.next())
  if (bound === 'exact' && value < 10_000) return value
  const size = 10 ** Math.max(0, String(value).length - (bound === 'exact' ? 3 : chance.happens(0.5) ? 1 : 2))
  return Math.max(size, Math.round(value / size) * size)
}

/** A later count, higher and about as round. */
function grown(value: number, chance: Chance): number {
  const size = 10 ** Math.max(0, String(value).length - 2)
  return Math.max(value + size, Math.round((value * (1.2 + chance.next())) / size) * size)
}

/** The statements of a world; the harder the level, the more rivals, unnamed sources and later updates. */
export function worldOf(topic: Topic, level: number, seed: string): World {
  const chance = chanceOf(`${seed}/world`)
  const town = townOf(chance)
  const country = countryOf(chance)
  const from = Date.UTC(chance.whole(2021, 2025), chance.whole(0, 11), chance.whole(1, 28))
  const at = { town, country }

  const offices = chance.shuffled(topic.offices)
  const person = (i: number): Speaker => {
    const { title, office, short } = offices[i % offices.length] as (typeof offices)[number]
    const [forename, surname] = [forenameOf(chance), surnameOf(chance)]
    return {
      kind: 'person',
      name: `${forename} ${surname}`,
      forename,
      surname,
      title,
      office: filled(office, at),
      short,
      many: '',
    }
  }
  const organisation = (): Speaker => {
    const name = filled(chance.pick(topic.organisations), at)
    return { kind: 'organisation', name, forename: '', surname: '', title: null, office: '', short: name, many: '' }
  }
  const unnamed = (): Speaker => {
    const [one, many] = chance.pick(topic.unnamed)
    return {
      kind: 'unnamed',
      name: `${one} (unnamed)`,
      forename: '',
      surname: '',
      title: null,
      office: '',
      short: one,
      many,
    }
  }

  const statements: Statement[] = []
  const usual: Telling = {
    value: null,
    bound: 'exact',
    guarded: false,
    narrowed: false,
    measure: null,
    stretched: false,
    strong: false,
    attributed: true,
    plural: false,
  }
  const count = (speaker: Speaker, day: number, counted: Counted, value?: number, bound?: Telling['bound']): void => {
    const said = bound ?? chance.pick(['exact', 'about', 'low', 'low', 'high'])
    const [own, stretched] = WINDOWS[MEASURES[counted.measure]?.windows ?? 'past']
    const time = from + day * DAY
    const window = (template: string): string =>
      template.replace('{DAY}', weekdayOf(time - 3 * DAY)).replace('{NEXT}', weekdayOf(time - DAY))
    statements.push({
      id: `s${statements.length + 1}`,
      speaker,
      day,
      counted,
      saying: null,
      telling: {
        ...usual,
        measure: counted.measure,
        bound: said,
        value: value ?? valueIn(counted.range, said, chance),
        guarded: chance.happens(0.3),
      },
      windows: [window(chance.pick(own)), chance.pick(stretched)],
    })
  }
  const say = (speaker: Speaker, day: number, saying: Saying): void => {
    const telling = { ...usual, guarded: chance.happens(0.35) }
    statements.push({
      id: `s${statements.length + 1}`,
      speaker,
      day,
      counted: null,
      saying,
      telling,
      windows: ['', ''],
    })
  }

  const figures = chance.shuffled(topic.counted)
  const sayings = chance.shuffled(topic.sayings)
  const [first, rival] = [person(0), level >= 2 && chance.happens(0.5) ? organisation() : person(1)]
  const main = figures[0] as Counted
  count(first, 0, main)
  say(first, 0, sayings[0] as Saying)
  // A rival's figure: from level 3 on often the very same number, which makes it no less another statement.
  const value = statements[0]?.telling.value ?? 0
  count(rival, 0, main, level >= 3 && chance.happens(0.5) ? value : undefined)
  say(chance.happens(0.5) ? rival : person(2), 0, sayings[1] as Saying)
  if (level >= 2) {
    count(unnamed(), 0, figures[1] as Counted)
    // The first speaker a day or two later, with more to tell: not a copy of what was said before.
    count(first, chance.whole(1, 2), main, grown(value, chance))
  }
  if (level >= 3) say(unnamed(), 1, sayings[2] as Saying)
  if (level >= 4) count(unnamed(), 1, main, chance.happens(0.5) ? value : undefined)
  return { topic, town, country, cause: chance.pick(topic.causes), from, statements }
}
