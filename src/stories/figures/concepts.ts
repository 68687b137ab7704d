/**
 * What measures mean: each as the set of things that may befall those it counts, and whether it is still to come. Two
 * measures are one when the sets are, whatever the words: casualties are killed and wounded.
 */
import { HARM, MEASURES } from '../../claims/figures/measures.ts'

/** A measure, understood. */
export interface Concept {
  /** As the figure has it, without what says that it is to come. */
  readonly name: string
  /** In one order; several where one number counts them together. */
  readonly outcomes: readonly string[]
  readonly planned: boolean
}

/** Measures that are others together, by what news means by them. Military usage may count the missing and captured too. */
const TOGETHER: ReadonlyMap<string, readonly string[]> = new Map([['casualties', ['killed', 'wounded']]])

/** Other names of one measure. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abducted: 'held hostage',
    arrived: 'sent',
    dead: 'killed',
    died: 'killed',
    injured: 'wounded',
    redundant: 'laid off',
  }),
)

/** What a measure counts that is easily taken for another, for the reason that is given. */
const MEANS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    affected: 'all whom it touches',
    captured: 'those taken prisoner',
    cut: 'what is cut',
    deployed: 'those who are there',
    displaced: 'those driven from home',
    employed: 'those who work there',
    evacuated: 'those brought to safety',
    hospitalised: 'those taken to hospital',
    infected: 'those who caught it',
    killed: 'killed',
    'laid off': 'those who lose their jobs',
    lost: 'losses of any kind',
    massed: 'those brought together',
    missing: 'missing',
    sent: 'those who were sent',
    size: 'how many there are in all',
    wounded: 'wounded',
  }),
)

const TO_COME = /^(?:to be|could be|may be|might be|would be|will be) |\s*\(forecast\)$/

const KNOWN: ReadonlySet<string> = new Set(MEASURES.map(({ name }) => name))

/** Harm in its usual order, from the worst; the rest by name. */
const inOrder = (a: string, b: string): number => {
  const [one, other] = [a, b].map((name) => (HARM.includes(name) ? HARM.indexOf(name) : HARM.length)) as [
    number,
    number,
  ]
  return one - other || (a < b ? -1 : 1)
}

/** The concept of a measure's name, as figures have them: `killed`, `killed, wounded or missing`, `to be laid off`. */
export function conceptOf(measure: string): Concept {
  const name = measure.replace(TO_COME, '')
  // "captured and died" is no list of measures, but a thing of its own.
  const parts = KNOWN.has(name) ? [name] : name.split(/, | or | and /).map((part) => SAME.get(part) ?? part)
  const listed = parts.every((part) => KNOWN.has(part)) ? parts : [SAME.get(name) ?? name]
  const outcomes = [...new Set(listed.flatMap((part) => TOGETHER.get(part) ?? [part]))].sort(inOrder)
  return { name, outcomes, planned: name !== measure }
}

/** Are they one measure? */
export const sameConcept = (one: Concept, other: Concept): boolean =>
  one.planned === other.planned && one.outcomes.join() === other.outcomes.join()

const together = (words: readonly string[], link: 'and' | 'or'): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1)}`

/** The name that all its names share: `killed or wounded` for casualties. */
export const conceptName = ({ outcomes, planned }: Concept): string =>
  `${planned ? 'to be ' : ''}${together(outcomes, 'or')}`

const countedBy = ({ outcomes, name }: Concept): string =>
  outcomes.length > 1 ? together(outcomes, 'and') : (MEANS.get(outcomes[0] ?? name) ?? outcomes[0] ?? name)

/** Why two measures are not one, in words. */
export function conceptsApart(one: Concept, other: Concept): string {
  if (one.planned !== other.planned) {
    const [toCome, happened] = one.planned ? [one, other] : [other, one]
    return `one counts what is to come (${toCome.name}), the other what has happened (${happened.name})`
  }
  const named = [one, other].find(({ name }) => TOGETHER.get(name) !== undefined)
  if (named && one.outcomes.some((outcome) => other.outcomes.includes(outcome))) {
    const rest = named === one ? other : one
    return `${named.name} are ${together(named.outcomes, 'and')}; this counts ${countedBy(rest)}`
  }
  return `one counts ${countedBy(one)}, the other ${countedBy(other)}`
}
