/**
 * The words of a report: a statement as told, put into a sentence with who says it, when, and through whom it came.
 * Wordings of the same telling mean the same; what differs in meaning differs in the telling.
 */
import type { Chance } from './chance.ts'
import { MEASURES, type Measure } from './measures.ts'
import type { Aspect, Telling } from './telling.ts'
import { clauseVaried } from './variety.ts'
import { DAY, type Statement, type World, weekdayOf } from './world.ts'

/** How an article sees its world: places and names as it spells them. */
export interface Lens {
  readonly town: string
  /** Surnames as spelt here, by the right ones. */
  readonly names: Readonly<Record<string, string>>
}

/** Where a sentence stands. */
export interface Setting {
  readonly world: World
  readonly lens: Lens
  readonly style: 'plain' | 'translated'
  /** Whom the sentence credits by name; `media` for "local media", null for nobody. */
  readonly credit: string | null
  /** Whether that is the outlet itself. */
  readonly own: boolean
  /** Whether the article has named the speaker before. */
  readonly known: boolean
  readonly chance: Chance
}

/** A sentence of an article; those of a statement tell which, and where in them its content stands. */
export interface Sentence {
  readonly text: string
  readonly tells: {
    readonly statement: Statement
    readonly telling: Telling
    readonly start: number
    readonly end: number
  } | null
  readonly words: Partial<Record<Aspect, string>>
  readonly quotes: boolean
}

const BOUNDS: Readonly<Record<Telling['bound'], readonly string[]>> = {
  exact: [''],
  about: ['about', 'around', 'some', 'roughly', 'approximately'],
  low: ['more than', 'over', 'at least', 'upwards of'],
  high: ['up to', 'as many as', 'no more than'],
}
const SAID = ['said', 'said', 'said', 'stated', 'noted', 'explained']
const STRONG = ['confirmed', 'admitted', 'revealed', 'acknowledged']

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/,(?=[.,])/g, '')
    .trim()

/** A number in words and digits, with its bound. */
function numberOf(telling: Telling, money: boolean, style: Setting['style'], chance: Chance, afterAt: boolean): string {
  const { value, bound } = telling
  const n = value ?? 0
  let digits = n.toLocaleString('en-US')
  if (money) {
    const amount = n >= 1000 ? `${Number((n / 1000).toFixed(2))} billion` : `${n} million`
    digits = style === 'translated' || chance.happens(0.3) ? `${amount} dollars` : `$${amount}`
  } else if (style === 'translated' && n >= 2000 && n % 1000 === 0) digits = `${n / 1000} thousand`
  // "stood at at least 40"
  const bounds = BOUNDS[bound].filter((words) => !afterAt || words !== 'at least')
  return tidy(`${chance.pick(bounds)} ${digits}`)
}

/** The plain or the guarded words of `[plain|guarded]`. */
const guard = (template: string, guarded: boolean): string =>
  template.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, plain: string, may: string) => (guarded ? may : plain))

interface Clause {
  readonly text: string
  readonly words: Partial<Record<Aspect, string>>
}

/** What is said, as a clause without who says it. */
function clauseOf(
  { counted, saying, windows }: Statement,
  telling: Telling,
  setting: Setting,
  headline: boolean,
): Clause {
  const { world, lens, style, chance } = setting
  if (!counted) {
    const templates = headline ? saying?.headlines : saying?.clauses
    const template = clauseVaried(chance.pick(templates ?? ['']), chance)
    const verb = /\[([^|\]]*)\|([^\]]*)\]/.exec(template)?.[telling.guarded ? 2 : 1] ?? ''
    return { text: tidy(guard(template, telling.guarded).replaceAll('{PLACE}', lens.town)), words: { modal: verb } }
  }
  const measure = MEASURES[telling.measure ?? counted.measure] as Measure
  // A measure of people said of money, or the other way, has no clause: only measures of the same kind turn into each other.
  const template = chance.pick(headline ? measure.headlines : measure.clauses)
  const money = counted.groups === null
  const number = numberOf(telling, money, style, chance, template.includes('at {N}'))
  const [one, other] = counted.groups ?? [[''], ['']]
  const first = chance.pick(one)
  const population = money || telling.narrowed ? first : `${first} and ${chance.pick(other)}`
  const window = windows[telling.stretched ? 1 : 0]
  const verb = /\[([^|\]]*)\|([^\]]*)\]/.exec(template)?.[telling.guarded ? 2 : 1] ?? ''
  const said = guard(template, telling.guarded)
  const text = said
    .replaceAll('{N}', number)
    .replaceAll('{PLACE}', lens.town)
    .replaceAll(
      '{PL}',
      chance.pick([`in ${lens.town}`, `in ${lens.town}`, `in the ${lens.town} area`, `in and near ${lens.town}`]),
    )
    .replaceAll('{P}', population)
    .replaceAll('{W}', window)
    .replaceAll('{CAUSE}', chance.happens(0.6) ? world.cause : chance.pick(world.topic.causes))
  return {
    text: tidy(text),
    words: { number, population, window, modal: verb, measure: tidy(said.replace(/\{\w+\}/g, ' ')) },
  }
}

/** The speaker as the sentence names them. */
function mentionOf({ speaker }: Statement, telling: Telling, { lens, known, chance }: Setting): string {
  const { kind, forename, surname, title, office, short, many, name } = speaker
  if (kind === 'unnamed') return telling.plural ? many : short
  if (kind === 'organisation') return name
  const last = lens.names[surname] ?? surname
  if (known) return chance.happens(0.6) ? last : short
  return title ? `${title} ${forename} ${last}` : `${forename} ${last}, ${office},`
}

const FRAMES = {
  verb: ['{M} {V} {D} that {C}.', '{M} {V} that {C}.', '{C}, {M} {V} {D}.', '{C}, {M} {V}.'],
  plain: [
    'According to {M}, {C}.',
    '{C}, according to {M}.',
    '{M} told reporters {D} that {C}.',
    'In a statement {D}, {M} said that {C}.',
    'Speaking {D}, {M} said {C}.',
    '{C}, {M} told a news conference {D}.',
  ],
  translated: [
    'As {M} put it {D}, {C}.',
    '{M} pointed out {D} that {C}.',
    '{D}, {M} let it be known that {C}.',
    '{M} informed {D} that {C}.',
    'In the assessment that {M} gave {D}, {C}.',
  ],
  credited: [
    '{M} told {O} {D} that {C}.',
    '{C}, {O} reported {D}, citing {M}.',
    'Citing {M}, {O} reported {D} that {C}.',
    '{O} quoted {M} as saying {D} that {C}.',
    '{M}, as quoted by {O}, said {D} that {C}.',
    'According to {O}, {M} said {D} that {C}.',
  ],
  creditedVerb: ['{M} {V} to {O} {D} that {C}.', '{C}, {M} {V}, according to {O}.'],
  own: ['{M} told {O} {D} that {C}.', 'In an interview with {O} {D}, {M} said that {C}.', '{C}, {M} told {O}.'],
  ownVerb: ['{M} {V} to {O} {D} that {C}.'],
  media: [
    'According to local media, {M} said {D} that {C}.',
    'Media reports quoted {M} as saying that {C}.',
    '{C}, {M} was quoted as saying.',
  ],
  mediaVerb: ['{C}, {M} {V}, local media reported.'],
} as const

/** Fills a frame; gives the sentence and where its content stands. */
function framed(
  frame: string,
  parts: Readonly<Record<'M' | 'V' | 'D' | 'O', string>>,
  content: string,
): [string, number] {
  const named = frame.replace(/\{([MVDO])\}/g, (_, key: 'M' | 'V' | 'D' | 'O') => parts[key])
  const opens = named.startsWith('{C}')
  const MARK = '\u0001'
  const text = upper(tidy(named.replace('{C}', MARK)))
  const start = text.indexOf(MARK)
  return [text.replace(MARK, () => (opens ? upper(content) : content)), start]
}

/** One sentence that tells a statement. */
export function sentenceOf(statement: Statement, telling: Telling, setting: Setting): Sentence {
  const { world, style, credit, own, chance } = setting
  const clause = clauseOf(statement, telling, setting, false)
  const verb = chance.pick(telling.strong ? STRONG : SAID)
  const source = mentionOf(statement, telling, setting)
  let frames: readonly string[]
  if (!telling.attributed) frames = ['{C}.']
  else if (credit === 'media') frames = telling.strong ? FRAMES.mediaVerb : FRAMES.media
  else if (own) frames = telling.strong ? FRAMES.ownVerb : FRAMES.own
  else if (credit !== null) frames = telling.strong ? FRAMES.creditedVerb : FRAMES.credited
  else if (telling.strong) frames = FRAMES.verb
  else frames = style === 'translated' ? FRAMES.translated : [...FRAMES.verb, ...FRAMES.plain]
  const day = `on ${weekdayOf(world.from + statement.day * DAY)}`
  const [text, start] = framed(chance.pick(frames), { M: source, V: verb, D: day, O: credit ?? '' }, clause.text)
  return {
    text,
    tells: { statement, telling, start, end: start + clause.text.length },
    words: { ...clause.words, ...(telling.attributed ? { verb: text.includes(verb) ? verb : 'said', source } : {}) },
    quotes: false,
  }
}

/** A sentence with the speaker's own words; null where the statement has none. A translation has other words. */
export function quotationOf(statement: Statement, telling: Telling, setting: Setting): Sentence | null {
  const quotes = statement.saying?.quotes
  if (!quotes || !telling.attributed) return null
  const { style, credit, own, chance } = setting
  const quote = quotes[style === 'translated' ? 1 : 0] as string
  const source = mentionOf(statement, telling, setting).replace(/,$/, '')
  const frames =
    credit !== null && credit !== 'media'
      ? ['“{C},” {M} told {O}.', ...(own ? [] : ['“{C},” {O} quoted {M} as saying.'])]
      : ['“{C},” {M} said.', '“{C},” said {M}.', '“{C},” {M} added.']
  const [text, start] = framed(chance.pick(frames), { M: source, V: 'said', D: '', O: credit ?? '' }, quote)
  return { text, tells: { statement, telling, start, end: start + quote.length }, words: {}, quotes: true }
}

/** A headline that tells a statement, with or without who says it. */
export function headlineOf(statement: Statement, telling: Telling, setting: Setting): Sentence {
  const { chance, lens } = setting
  const clause = clauseOf(statement, telling, setting, true)
  const { kind, surname, short, many, name } = statement.speaker
  const bare = (words: string): string => words.replace(/^(?:the|an?) /, '')
  const short1 =
    kind === 'unnamed'
      ? bare(telling.plural ? many : short)
      : kind === 'organisation'
        ? bare(name)
        : (lens.names[surname] ?? surname)
  const verb = telling.strong ? chance.pick(['confirms', 'admits', 'reveals']) : 'says'
  const verbs = telling.plural ? verb.replace(/s$/, '') : verb
  let text = upper(clause.text)
  if (telling.attributed)
    text = telling.strong || chance.happens(0.6) ? `${text}, ${short1} ${verbs}` : `${upper(short1)}: ${clause.text}`
  return {
    text,
    tells: null,
    words: { ...clause.words, ...(telling.attributed ? { verb: verbs, source: short1 } : {}) },
    quotes: false,
  }
}
