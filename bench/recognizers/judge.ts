// When a case is right: as many expressions as it expects, each in its place, with its words and its value.
import type { Case, Found, Kind } from './kind.ts'

/**
 * Is what was found what the case expects? Order does not count, nor the letters' case: the files' texts are lower-cased.
 * `Start` and `End` are compared where the file gives them.
 */
export function isRight(
  { expectedOf }: Pick<Kind, 'expectedOf'>,
  { Input, Results }: Case,
  found: readonly Found[],
): boolean {
  if (found.length !== Results.length) return false
  const given = found.toSorted((a, b) => a.start - b.start)
  return Results.toSorted((a, b) => (a.Start ?? 0) - (b.Start ?? 0)).every((expected, i) => {
    const { start, end, value } = given[i] as Found
    return (
      Input.slice(start, end).toLowerCase() === expected.Text.toLowerCase() &&
      (expected.Start === undefined || expected.Start === start) &&
      (expected.End === undefined || expected.End === end - 1) &&
      value === expectedOf(expected)
    )
  })
}
