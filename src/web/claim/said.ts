/** What a form says of a claim, as a change that the ledger can write down. */
import { type Change, figureName } from '../../ledger/corrections/change.ts'
import type { Corrected } from '../../ledger/corrections/corrected.ts'
import { CorrectionError } from '../../ledger/corrections/correction-error.ts'
import { speakerGiven } from '../../ledger/corrections/speaker.ts'
import { FIX } from '../words/claim.ts'
import { fieldIn, type Typed } from './typed.ts'

type Fields = Typed['fields']

/** A field; null where it is empty. */
function given(fields: Fields, name: string, at = 0): string | null {
  const text = fieldIn(fields, name, at).trim()
  return text === '' ? null : text
}

/**
 * The change that a form asks for. What a field may hold is checked where the change is written down.
 * @throws {CorrectionError} where it cannot be understood
 */
export function changeSaid(
  claim: number,
  { figures }: Pick<Corrected, 'figures'>,
  form: string,
  fields: Fields,
): Change {
  const [, number] = /^figure ([1-9]\d{0,3})$/.exec(form) ?? []
  if (number !== undefined) return figureSaid(figures, Number(number) - 1, fields)
  switch (form) {
    case 'speaker': {
      const name = given(fields, 'name')
      return { field: 'speaker', speaker: name === null ? null : speakerGiven(name, kindIn(fields, 0)) }
    }
    case 'chain':
      return {
        field: 'chain',
        chain: (fields.name ?? []).flatMap((_, at) => {
          const name = given(fields, 'name', at)
          return name === null ? [] : [{ name, kind: kindIn(fields, at), link: fieldIn(fields, 'link', at) as Link }]
        }),
      }
    case 'added figure':
      return addedSaid(fields)
    case 'said':
      return { field: 'said', date: given(fields, 'date') }
    case 'happened':
      return { field: 'happened', start: given(fields, 'start'), end: given(fields, 'end') }
    case 'place':
      return { field: 'place', name: given(fields, 'name') }
    case 'type':
      return { field: 'type', type: fieldIn(fields, 'type') } as Change
    case 'origin':
      return originSaid(claim, fields)
    case 'hide':
    case 'show':
      return { field: 'hidden', hidden: form === 'hide' }
    case 'right':
      return { field: 'right' }
    default:
      throw new CorrectionError(FIX.wrongForm)
  }
}

type Rung = Extract<Change, { field: 'chain' }>['chain'][number]
type Link = Rung['link']

const kindIn = (fields: Fields, at: number): Rung['kind'] => fieldIn(fields, 'kind', at) as Rung['kind']

const WORDS = ['measure', 'unit', 'of', 'qualifier'] as const
const BOUNDS = [
  ['low', FIX.low],
  ['high', FIX.high],
] as const

function numberIn(fields: Fields, name: string, label: string): number | null {
  const text = given(fields, name)
  if (text === null) return null
  const number = Number(text.replaceAll(',', ''))
  if (!Number.isFinite(number)) throw new CorrectionError(FIX.wrongNumber(label))
  return number
}

/** All parts of a figure as the form has them. */
const figureIn = (fields: Fields) => ({
  low: numberIn(fields, ...BOUNDS[0]),
  high: numberIn(fields, ...BOUNDS[1]),
  measure: given(fields, 'measure'),
  unit: given(fields, 'unit'),
  of: given(fields, 'of'),
  qualifier: given(fields, 'qualifier'),
})

/** What is otherwise of a figure: the parts that the form has in other words. */
function figureSaid(figures: Corrected['figures'], at: number, fields: Fields): Change {
  const [now, figure] = [figures[at], figureName({ figures }, at)]
  if (now === undefined || figure === null) throw new CorrectionError(FIX.wrongFigure)
  if (fieldIn(fields, 'strike') === 'yes') return { field: 'struck figure', figure }
  const said = figureIn(fields)
  const set = Object.fromEntries(
    [...BOUNDS.map(([part]) => part), ...WORDS].flatMap((part) =>
      said[part] === now[part] ? [] : [[part, said[part]]],
    ),
  )
  return { field: 'figure', figure, set }
}

function addedSaid(fields: Fields): Change {
  const nth = numberIn(fields, 'nth', FIX.nth) ?? 1
  return {
    field: 'added figure',
    words: { text: given(fields, 'words') ?? '', nth: nth - 1 },
    set: { ...figureIn(fields), approximate: fieldIn(fields, 'approximate') === 'yes' },
  }
}

/** Numbers of claims, or their addresses. */
function claimsIn(fields: Fields, name: string): number[] {
  const words = (given(fields, name) ?? '').split(/[\s,;]+/).filter(Boolean)
  return words.map((word) => {
    const [, number] = /^(?:\S*\/claim\/|#)?([1-9]\d{0,14})(?:[?#]\S*)?$/.exec(word) ?? []
    if (number === undefined) throw new CorrectionError(FIX.wrongClaims)
    return Number(number)
  })
}

function originSaid(claim: number, fields: Fields): Change {
  const [one, not] = [claimsIn(fields, 'one'), claimsIn(fields, 'not')]
  if (one.length + not.length === 0) throw new CorrectionError(FIX.wrongClaims)
  const how = one.length === 0 ? 'split' : not.length === 0 ? 'merge' : 'move'
  return { field: 'origin', how, one: [...new Set([claim, ...one])], not: [...new Set(not)] }
}
