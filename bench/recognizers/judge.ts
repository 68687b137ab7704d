// When a case is right: as many expressions as it expects, each in its place, with its words and its value.
import type { Case, Found, Kind } from './kind.ts'

/**
 * Is what was found what the case expects? Order does not count, nor the letters' case: the files' texts are lower-cased.
 * `Start` and `End` are compared where the file gives them, and no words count that the kind's `lead` takes.
 */
export function isRight(
  { expectedOf, lead }: Pick<Kind, 'expectedOf' | 'lead'>,
  { Input, Results }: Case,
  found: readonly Found[],
): boolean {
  if (found.length !== Results.length) return false
  const told = (text: string): string => (lead ? text.replace(lead, '') : text).toLowerCase()
  const given = found.toSorted((a, b) => a.start - b.start)
  return Results.toSorted((a, b) => (a.Start ?? 0) - (b.Start ?? 0)).every((expected, i) => {
    const { start, end, value } = given[i] as Found
    return (
      told(Input.slice(start, end)) === told(expected.Text) &&
      (expected.Start === undefined || lead !== undefined || expected.Start === start) &&
      (expected.End === undefined || expected.End === end - 1) &&
      value === expectedOf(expected)
    )
  })
}
