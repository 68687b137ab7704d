/** Times that something takes, for people. */

const UNITS: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
]

/** Seconds in the two largest units that they fill: `2 h 5 min`. */
export function duration(seconds: number): string {
  let rest = Math.round(Math.max(0, seconds))
  const parts: string[] = []
  for (const [size, unit] of UNITS) {
    const whole = Math.floor(rest / size)
    if (whole === 0 && parts.length === 0 && size > 1) continue
    if (whole > 0 || parts.length === 0) parts.push(`${whole} ${unit}`)
    rest -= whole * size
    if (parts.length === 2 || rest === 0) break
  }
  return parts.join(' ')
}
