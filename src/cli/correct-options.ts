/** What the options of `hearsay correct` say is otherwise, as changes. */
import type { Claim, Figure, SpeakerKind } from '../claims/claim.ts'
import { type Change, figureName } from '../ledger/corrections/change.ts'
import type { Missed } from '../ledger/corrections/correct.ts'
import { speakerGiven } from '../ledger/corrections/speaker.ts'
import { InputError } from './input.ts'

/** The options that say what is otherwise, as given. */
export interface ChangeOptions {
  readonly speaker?: string
  readonly kind: SpeakerKind
  readonly figure?: number
  readonly low?: string
  readonly high?: string
  readonly measure?: string
  readonly unit?: string
  readonly of?: string
  readonly qualifier?: string
  readonly strikeFigure?: number
  readonly addFigure?: string
  /** The how manieth time words stand there, from 1. */
  readonly nth?: number
  /** Where they stand. */
  readonly in?: Missed['in']
  readonly chain?: readonly string[]
  readonly said?: string
  readonly happened?: string
  readonly place?: string
  readonly type?: Claim['type']
  readonly hide?: boolean
  readonly unhide?: boolean
  readonly right?: boolean
  readonly oneWith?: readonly number[]
  readonly notWith?: readonly number[]
}

interface Figures {
  readonly figures: readonly Pick<Figure, 'text'>[]
}

/** How what is not known is given. */
const UNKNOWN = 'unknown'

const known = (given: string): string | null => (given === UNKNOWN ? null : given)

/** The claim that the options say was missed. */
export function missedOf(words: string, { speaker, kind, type, nth, in: where = 'text' }: ChangeOptions): Missed {
  return {
    in: where,
    text: words,
    ...(nth === undefined ? {} : { nth: nth - 1 }),
    speaker: speaker === undefined || speaker === UNKNOWN ? null : speakerGiven(speaker, kind),
    type: type ?? 'indirect',
  }
}

/**
 * The changes that the options ask for, in the order of the fields.
 * @param read the claim's figures, struck ones too
 * @throws {InputError} where an option cannot be understood
 */
export function changesOf(claim: number, read: Figures, options: ChangeOptions): Change[] {
  const { speaker, kind, said, place, type } = options
  return [
    ...(speaker === undefined ? [] : [speakerChange(speaker, kind)]),
    ...figureChanges(claim, read, options),
    ...(options.chain === undefined ? [] : [chainChange(options.chain)]),
    ...(said === undefined ? [] : [{ field: 'said', date: known(said) } as const]),
    ...(options.happened === undefined ? [] : [happenedChange(options.happened)]),
    ...(place === undefined ? [] : [{ field: 'place', name: known(place) } as const]),
    ...(type === undefined ? [] : [{ field: 'type', type } as const]),
    ...(options.hide ? [{ field: 'hidden', hidden: true } as const] : []),
    ...(options.unhide ? [{ field: 'hidden', hidden: false } as const] : []),
    ...(options.right ? [{ field: 'right' } as const] : []),
    ...originChanges(claim, options),
  ]
}

type FigureParts = Partial<Record<'low' | 'high', number | null> & Record<(typeof PARTS)[number], string | null>>

function speakerChange(given: string, kind: SpeakerKind): Change {
  return { field: 'speaker', speaker: given === UNKNOWN ? null : speakerGiven(given, kind) }
}

const PARTS = ['measure', 'unit', 'of', 'qualifier'] as const
const BOUNDS = ['low', 'high'] as const

function figureChanges(claim: number, read: Figures, options: ChangeOptions): Change[] {
  const { strikeFigure, addFigure, nth = 1 } = options
  const set = figureParts(options)
  const struck: Change[] =
    strikeFigure === undefined ? [] : [{ field: 'struck figure', figure: figureNamed(claim, read, strikeFigure) }]
  if (addFigure !== undefined) {
    if (options.figure !== undefined)
      throw new InputError('--add-figure and --figure are about two figures: one at a time.')
    const approximate = false
    const unset = { low: null, high: null, approximate, measure: null, unit: null, of: null, qualifier: null }
    const words = { text: addFigure.trim(), nth: nth - 1 }
    return [...struck, { field: 'added figure', words, set: { ...unset, ...set } }]
  }
  if (Object.keys(set).length === 0) {
    if (options.figure === undefined) return struck
    throw new InputError('--figure wants what is otherwise of it: --low, --high, --measure, --unit, --of, --qualifier.')
  }
  const figure = figureNamed(claim, read, options.figure ?? (read.figures.length === 1 ? 1 : 0))
  return [...struck, { field: 'figure', figure, set }]
}

/** How a change names a figure. @param number from 1 */
function figureNamed(claim: number, read: Figures, number: number): { text: string; nth: number } {
  const figure = figureName(read, number - 1)
  if (figure !== null) return figure
  const { length } = read.figures
  throw new InputError(
    length === 0
      ? `Claim ${claim} has no figure.`
      : `Claim ${claim} has ${length} figures: say which with --figure 1 to ${length}.`,
  )
}

/** What is said of a figure, of those parts that are given. */
function figureParts(options: ChangeOptions): FigureParts {
  const words = PARTS.flatMap((part) => (options[part] === undefined ? [] : [[part, known(options[part])] as const]))
  const bounds = BOUNDS.flatMap((part) => {
    const given = options[part]
    if (given === undefined) return []
    const bound = known(given)
    const number = bound === null ? null : Number(bound.replaceAll(',', ''))
    if (number !== null && !Number.isFinite(number)) throw new InputError(`--${part} wants a number, or ${UNKNOWN}.`)
    return [[part, number] as const]
  })
  return Object.fromEntries([...bounds, ...words])
}

const LINK =
  /^(.+?) *\( *(person|organisation|unnamed|document|outlet) *, *(wire|quotes|cites|told|own reporting|unnamed) *\)$/

function chainChange(given: readonly string[]): Change {
  if (given.length === 1 && given[0] === UNKNOWN) return { field: 'chain', chain: [] }
  const chain = given.map((link) => {
    const [, name, kind, how] = LINK.exec(link) ?? []
    if (name === undefined)
      throw new InputError(`--chain wants "NAME (KIND, LINK)", such as "Yonhap (outlet, wire)", not "${link}".`)
    return { name, kind, link: how }
  })
  return { field: 'chain', chain } as Change
}

function happenedChange(given: string): Change {
  if (given === UNKNOWN) return { field: 'happened', start: null, end: null }
  const [start = '', end = start, ...more] = given.split('..')
  if (more.length > 0) throw new InputError('--happened wants a day, or FROM..TO.')
  return { field: 'happened', start: start === '' ? null : start, end: end === '' ? null : end }
}

function originChanges(claim: number, { oneWith = [], notWith = [] }: ChangeOptions): Change[] {
  if (oneWith.length === 0 && notWith.length === 0) return []
  const how = oneWith.length === 0 ? 'split' : notWith.length === 0 ? 'merge' : 'move'
  const one = [...new Set([claim, ...oneWith])]
  return [{ field: 'origin', how, one, not: [...new Set(notWith)] }]
}
