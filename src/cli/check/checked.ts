/**
 * One draft, checked: read, its claims read, its findings set on the lines and columns of the file, and those that the
 * writer switched off apart.
 */
import type { Engine } from '../../claims/attribution.ts'
import { readClaims } from '../../claims/index.ts'
import {
  type Draft,
  DraftError,
  type DraftKind,
  type DraftNote,
  linesIn,
  type Place,
  placeOf,
  readDraft,
} from '../../page/draft/index.ts'
import { type Anchor, check, type Severity } from '../../stories/check/index.ts'
import type { Settings } from './config.ts'
import { LISTED, UNUSED } from './ids.ts'
import { covers, type Suppression, suppressionsOf, unusedMessage } from './suppressions.ts'

/** Words of the file with their place in it. */
export interface Placed {
  readonly place: Place
  readonly words: string
}

/** A finding as it is told. */
export interface Reported extends Placed {
  readonly rule: string
  readonly severity: Exclude<Severity, 'off'>
  readonly message: string
  readonly advice: string
  readonly other: Placed | null
}

export interface Suppressed extends Reported {
  readonly reason: string | null
}

/** Why a draft was not checked; `line` and `column` where the trouble has a place. */
interface Refusal {
  readonly kind: string
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

export interface Checked {
  /** As it was named on the command line. */
  readonly file: string
  readonly source: string
  readonly reported: readonly Reported[]
  readonly suppressed: readonly Suppressed[]
  readonly notes: readonly DraftNote[]
  readonly refusal: Refusal | null
}

/** A draft that could not be checked. */
export const refused = (
  file: string,
  message: string,
  kind = 'unreadable',
  at: { line: number | null; column: number | null } = { line: null, column: null },
): Checked => ({
  file,
  source: '',
  reported: [],
  suppressed: [],
  notes: [],
  refusal: { kind, message, ...at },
})

/** Checks a draft. What is wrong with it becomes a refusal, nothing is thrown. */
export async function checked(
  file: string,
  bytes: Uint8Array,
  as: DraftKind | null,
  engine: Engine,
  { rules }: Settings,
): Promise<Checked> {
  try {
    const draft = readDraft(bytes, file, as)
    const [claims = []] = await readClaims([draft.article], engine)
    const found = check(draft.article, claims, ({ id, severity }) => rules[id] ?? severity)
    const lines = linesIn(draft.source)
    const placed = (anchor: Anchor): Placed => ({ place: placeOf(draft, lines, anchor), words: anchor.text })
    const all = found.map(
      ({ rule, severity, message, advice, at, other }): Reported => ({
        rule,
        severity,
        message,
        advice,
        ...placed(at),
        other: other && placed(other),
      }),
    )
    return { file, source: draft.source, notes: draft.notes, refusal: null, ...sifted(all, draft, rules) }
  } catch (error) {
    if (error instanceof DraftError) return refused(file, error.message, error.kind, error)
    return refused(file, `its claims could not be read: ${(error as Error).message}`)
  }
}

/** What is reported and what the writer switched off, with the remarks that switched nothing off. */
function sifted(
  all: readonly Reported[],
  { remarks, source }: Draft,
  rules: Settings['rules'],
): Pick<Checked, 'reported' | 'suppressed'> {
  const suppressions = suppressionsOf(remarks, source, linesIn(source))
  const used = new Set<Suppression>()
  const reported: Reported[] = []
  const suppressed: Suppressed[] = []
  const sift = (one: Reported, by: readonly Suppression[]): void => {
    const off = by.filter((suppression) => covers(suppression, one.rule, one.place.line))
    for (const suppression of off) used.add(suppression)
    if (off[0] === undefined) reported.push(one)
    else suppressed.push({ ...one, reason: off[0].reason })
  }
  for (const one of all) sift(one, suppressions)
  const severity = rules[UNUSED.id] ?? UNUSED.severity
  // What a rule that is off would have found is not known.
  const isOff = (id: string | null) =>
    id !== null && (rules[id] ?? LISTED.find((rule) => rule.id === id)?.severity) === 'off'
  if (severity === 'off') return { reported, suppressed }
  const unused = (suppression: Suppression): Reported => ({
    rule: UNUSED.id,
    severity,
    message: unusedMessage(suppression),
    advice: 'Take the remark out, or correct its words.',
    place: suppression.place,
    words: source.slice(suppression.place.start, suppression.place.end),
    other: null,
  })
  // Remarks about this rule come last: only the others show whether they were wanted.
  const [about, others] = [suppressions.filter(isAboutUnused), suppressions.filter((one) => !isAboutUnused(one))]
  for (const suppression of others)
    if (!used.has(suppression) && !isOff(suppression.rule)) sift(unused(suppression), about)
  for (const suppression of about) if (!used.has(suppression)) reported.push(unused(suppression))
  reported.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
  return { reported, suppressed }
}

const isAboutUnused = ({ rule }: Suppression): boolean => rule === UNUSED.id

/** How many of each severity. */
export function counted(results: readonly Checked[]): Record<Exclude<Severity, 'off'>, number> {
  const of = (severity: Severity) =>
    results.reduce((sum, { reported }) => sum + reported.filter((one) => one.severity === severity).length, 0)
  return { error: of('error'), warning: of('warning'), info: of('info') }
}
