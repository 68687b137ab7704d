/**
 * Numbers for people: digits in threes with commas, as English news sets them.
 */

/** `11000` as `11,000`, `0.5` as `0.5`; two decimals at most. */
export function grouped(value: number): string {
  const [whole = '', part] = String(Math.round(Math.abs(value) * 100) / 100).split('.')
  const digits = whole.includes('e') ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${digits}${part === undefined ? '' : `.${part}`}`
}

const SHORT: readonly (readonly [number, string])[] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
]

/** A number for an axis: from a million on `1.5m`, `2bn`, `3tn`; grouped below. */
export function short(value: number): string {
  const [size, mark] = SHORT.find(([least]) => Math.abs(value) >= least) ?? [1, '']
  return `${grouped(value / size)}${mark}`
}

/** `1 outlet`, `2 outlets`. */
export const counted = (number: number, one: string, many: string = `${one}s`): string =>
  `${grouped(number)} ${number === 1 ? one : many}`
