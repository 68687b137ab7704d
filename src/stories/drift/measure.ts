/**
 * Measures that are taken for each other: the killed for killed and wounded, the detained for charged, a suspected case for
 * a confirmed one. A figure's measure is read from the words of its telling, so that any wording of it is the same.
 */
import type { Figure, Quote } from '../../claims/claim.ts'
import type { Drift } from './drift.ts'
import { OUTCOMES } from './outcomes.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'

const KIND_OF: ReadonlyMap<string, string> = new Map(OUTCOMES.map(({ name, kind }) => [name, kind]))

const POSSESSIVE = '(?:his|her|its|their)'
const PHRASES = OUTCOMES.flatMap(({ name, words }) => words.split('|').map((words) => ({ name, words }))).sort(
  (a, b) => b.words.length - a.words.length,
)
const NAME_OF: ReadonlyMap<string, string> = new Map(PHRASES.map(({ name, words }) => [words, name]))
const ANY = PHRASES.map(({ words }) => words.replaceAll('~', POSSESSIVE).replaceAll(' ', '\\s')).join('|')
const OUTCOME = new RegExp(`\\b(?:${ANY})\\b`, 'giu')
/** Words of money say other things of people, and the other way. */
const MONEY: ReadonlySet<string> = new Set(OUTCOMES.filter(({ kind }) => kind === 'money').map(({ name }) => name))

/** Casualties are killed and wounded. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { casualties: ['killed', 'wounded'] }

/** The words for outcomes in a text, in order, each with its outcome's name. */
const namedIn = (text: string): { readonly name: string; readonly index: number }[] =>
  Array.from(text.matchAll(OUTCOME), ({ 0: words, index }) => {
    const low = words.toLowerCase().replace(/\s/g, ' ')
    return { name: NAME_OF.get(low.replace(/ (?:his|her|its|their) /, ' ~ ')) ?? NAME_OF.get(low) ?? '', index }
  })

/** The outcomes that a text has words for, by their names, each once. */
const namesIn = (text: string): ReadonlySet<string> => new Set(namedIn(text).map(({ name }) => name))

/** Is a figure the nearest one to some word for an outcome? Another's word says nothing of it. */
function isOwn({ words, figures }: Telling, figure: Figure, outcome: string): boolean {
  if (figures.length < 2) return true
  const apart = ({ start, end }: Figure, at: number): number => Math.max(start - at, at - end, 0)
  return namedIn(words.text).some(({ name, index }) => {
    const at = words.start + index
    const own = apart(figure, at)
    return (TOGETHER[name] ?? [name]).includes(outcome) && figures.every((other) => apart(other, at) >= own)
  })
}

/** The outcomes that a text has words for: casualties are the killed and the wounded. */
function outcomesIn(text: string): ReadonlySet<string> {
  return new Set([...namesIn(text)].flatMap((name) => TOGETHER[name] ?? [name]))
}

const isMoney = ({ unit }: Figure): boolean => unit !== null && /^[A-Z]{3}$/.test(unit)
const ofFigure = (figure: Figure, name: string): boolean => MONEY.has(name) === isMoney(figure)

/** Both told as one number: killed or wounded, dead and injured. */
const JOINED =
  /\b(?:killed|dead|died)(?:,| or| and|\/) ?(?:been )?(?:wounded|injured|hurt)\b|\b(?:killing|kills?) (?:or|and) (?:wound|injur)\p{L}*|\b(?:wounded|injured)(?: or| and) (?:killed|dead)\b/iu

/** What befell those a figure counts; null where its telling does not say, or says several things of several numbers. */
function outcomesOf(telling: Telling, figure: Figure): readonly string[] | null {
  const names = [...outcomesIn(telling.words.text)].filter((name) => ofFigure(figure, name))
  const read = (figure.measure?.replace(/^to be /, '').split(/ (?:or|and) |, /) ?? []).flatMap(
    (name) => TOGETHER[name] ?? [name],
  )
  if (
    read.length > 0 &&
    read.every((name) => KIND_OF.has(name) && names.includes(name) && isOwn(telling, figure, name))
  ) {
    const both =
      telling.figures.length === 1 &&
      names.includes('killed') &&
      names.includes('wounded') &&
      JOINED.test(telling.words.text)
    return both && read.some((name) => name === 'killed' || name === 'wounded') ? ['killed', 'wounded'] : read
  }
  // "3,000, with 300 deaths among them": one word, and not for every number
  if (telling.figures.filter((own) => isMoney(own) === isMoney(figure)).length > 1) return null
  if (names.length === 1) return names
  if (names.length === 2 && namesIn(telling.words.text).has('casualties')) return names
  return names.length === 2 && JOINED.test(telling.words.text) ? names : null
}

/** Are two figures of the same measure, as far as their tellings say? Where neither says, nothing speaks against it. */
export function sameOutcome(from: Telling, figure: Figure, to: Telling, told: Figure): boolean | null {
  const [before, after] = [outcomesOf(from, figure), outcomesOf(to, told)]
  if (before === null || after === null) return before === after ? null : false
  return [...before].sort().join() === [...after].sort().join()
}

/** Does a line tell what befell those it counts, though it may have no verb: "9 dead in Lom"? */
export const tellsOutcome = (line: Telling): boolean => line.figures.some((figure) => outcomesOf(line, figure) !== null)

/** The words of a telling that give a measure: "killed or wounded", "found guilty". */
function measureWords(telling: Telling, outcomes: readonly string[]): Quote | null {
  const words = PHRASES.filter(({ name }) => outcomes.includes(name) || TOGETHER[name]?.join() === outcomes.join()).map(
    ({ words }) => words.replaceAll('~', POSSESSIVE).replaceAll(' ', '\\s'),
  )
  const any = `(?:${words.join('|')})`
  return foundIn(telling, new RegExp(`\\b${any}\\b(?:(?:,? (?:or|and|been) |, | or been )${any}\\b)?`, 'iu'))
}

/**
 * The drift of one figure's measure between two tellings that give the same number.
 * @param side all tellings on the side of `from`: what any of them says of this number is no change
 */
export function measureDrift(
  from: Telling,
  figure: Figure,
  to: Telling,
  told: Figure,
  side: readonly (readonly [Telling, Figure])[],
): Drift | null {
  const [before, after] = [outcomesOf(from, figure), outcomesOf(to, told)]
  if (before === null || after === null || !isChange(before, after)) return null
  // casualties are what an army says it has lost
  if (after.join() === 'lost' && namesIn(from.words.text).has('casualties')) return null
  if (side.some(([telling, own]) => outcomesOf(telling, own)?.join() === after.join())) return null
  const [there, here] = [outcomesIn(from.words.text), outcomesIn(to.words.text)]
  const wider = before.every((name) => after.includes(name))
  const narrower = after.every((name) => before.includes(name))
  // "several hundred, from killed to wounded" is read as killed, and tells both
  if (wider ? after.every((name) => there.has(name)) : !narrower && after.some((name) => there.has(name))) return null
  if (narrower ? before.every((name) => here.has(name)) : !wider && before.some((name) => here.has(name))) return null
  const [words, instead] = [measureWords(from, before), measureWords(to, after)]
  if (words === null || instead === null || words.text.toLowerCase() === instead.text.toLowerCase()) return null
  return {
    kind: 'measure changed',
    from: anchorOf(from, words),
    to: anchorOf(to, instead),
    lost: false,
    why: `${figure.text}: ${named(before)} there, ${named(after)} here`,
  }
}

const named = (outcomes: readonly string[]): string => outcomes.join(' or ')

function isChange(before: readonly string[], after: readonly string[]): boolean {
  const kinds = new Set([...before, ...after].map((name) => KIND_OF.get(name)))
  const same = before.length === after.length && before.every((name) => after.includes(name))
  // What is lost in war may be dead or hurt: it is no other measure than either
  if (same || (before.join() === 'lost' && !after.includes('missing') && !after.includes('captured'))) return false
  if (after.join() === 'lost' && before.length === 1) return false
  return kinds.size === 1 || NEXT.has([...before, ...after].join(' '))
}

/** Pairs of two kinds that are taken for each other. */
const NEXT: ReadonlySet<string> = new Set([
  'hospitalised killed',
  'hospitalised wounded',
  'infected killed',
  'suspected killed',
  'wounded hospitalised',
])

/** Harm of which some may be dead, or none. */
const PERHAPS_DEAD: ReadonlySet<string> = new Set(['casualties', 'lost', 'wounded'])

/** A line that tells of the dead, though its article knows only of casualties and losses. `text` is all of it. */
export function deathDrift(telling: Telling, line: Telling, text: string): Drift | null {
  if (line.figures.length > 0 || !namesIn(line.words.text).has('killed') || namesIn(text).has('killed')) return null
  const harm = [...namesIn(telling.words.text)].filter((name) => PERHAPS_DEAD.has(name))
  const words = harm.length === 0 ? null : measureWords(telling, harm)
  const instead = measureWords({ ...line, content: { ...line.words, parts: [line.words] } }, ['killed'])
  if (words === null || instead === null) return null
  return {
    kind: 'measure changed',
    from: anchorOf(telling, words),
    to: anchorOf(line, instead),
    lost: false,
    why: `the text tells of ${words.text}, and nowhere of the dead`,
  }
}
