/**
 * Remarks in a draft that switch rules off: for the next line, from here to an `enable`, for the whole file. Each may say
 * why after `--`; one that switches nothing off is told.
 */
import type { Remark } from '../../page/draft/index.ts'
import { type Lines, type Place, placeIn } from '../../page/draft/places.ts'
import { isRule, nearest, noRule } from './ids.ts'

/** A stretch of lines in which a rule is off, or all where `rule` is null. */
export interface Suppression {
  readonly rule: string | null
  /** What the remark was to do, where nothing is called so: it then switches off no line. */
  readonly misspelt: string | null
  readonly from: number
  readonly to: number
  readonly reason: string | null
  /** Where the remark stands. */
  readonly place: Place
}

const VERBS = ['disable', 'disable-file', 'disable-next-line', 'enable']
const DIRECTIVE = /^(hearsay-[\w-]+)([\s\S]*)$/i

interface Directive {
  readonly verb: string
  readonly rules: readonly (string | null)[]
  readonly reason: string | null
  readonly place: Place
}

function directiveOf(remark: Remark, lines: Lines): Directive[] {
  const match = DIRECTIVE.exec(remark.words.trim())
  if (!match) return []
  const verb = (match[1] ?? '').slice('hearsay-'.length)
  const [names = '', ...why] = (match[2] ?? '').split(/\s--(?:\s|$)|^--\s/)
  const rules = names.split(/[\s,]+/).filter(Boolean)
  return [
    {
      verb,
      rules: rules.length === 0 ? [null] : rules,
      reason: why.join(' -- ').trim() || null,
      place: placeIn(lines, remark),
    },
  ]
}

/** What the remarks of a draft switch off, in their order. */
export function suppressionsOf(remarks: readonly Remark[], source: string, lines: Lines): Suppression[] {
  const directives = remarks.flatMap((remark) => directiveOf(remark, lines))
  return directives.flatMap(({ verb, rules, reason, place }, i) => {
    if (!VERBS.includes(verb)) return [{ rule: null, misspelt: verb, from: 0, to: 0, reason, place }]
    return rules.flatMap((rule): Suppression[] => {
      const made = { rule, misspelt: null, reason, place }
      if (verb === 'disable-file') return [{ ...made, from: 1, to: lines.length }]
      if (verb === 'disable-next-line') {
        const line = nextLine(source, lines, place.endLine)
        return [{ ...made, from: line, to: line }]
      }
      if (verb !== 'disable') return []
      const end = directives.slice(i + 1).find((other) => other.verb === 'enable' && ends(other.rules, rule))
      return [{ ...made, from: place.line, to: end?.place.line ?? lines.length }]
    })
  })
}

/** Does an enable end this disable: it names no rule, or this one? */
const ends = (enabled: readonly (string | null)[], rule: string | null): boolean =>
  enabled.includes(null) || (rule !== null && enabled.includes(rule))

/** The first line after this one that is not empty. */
function nextLine(source: string, lines: Lines, line: number): number {
  let next = line + 1
  while (next < lines.length && source.slice(lines[next - 1], lines[next]).trim() === '') next++
  return next
}

/** Does it switch off a finding of this rule on this line? */
export const covers = ({ rule, from, to }: Suppression, of: string, line: number): boolean =>
  (rule === null || rule === of) && line >= from && line <= to

/** What an unused suppression says of itself. */
export function unusedMessage({ rule, misspelt }: Suppression): string {
  if (misspelt !== null) {
    const meant = nearest(misspelt, VERBS)
    const known =
      meant === null
        ? `known are ${VERBS.map((verb) => `hearsay-${verb}`).join(', ')}`
        : `did you mean "hearsay-${meant}"?`
    return `This switches nothing off: there is no remark "hearsay-${misspelt}"; ${known}`
  }
  if (rule === null) return 'This switches all rules off where none has found anything'
  if (!isRule(rule)) return `This switches nothing off: ${noRule(rule)}`
  return `This switches ${rule} off where it has found nothing`
}
