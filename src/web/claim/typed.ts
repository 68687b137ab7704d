/** What was typed into a form that could not be saved, and why not: it is shown again, nothing is typed twice. */

export interface Typed {
  /** Which form: `speaker`, `figure 1`, `undo 7`; null where none was sent. */
  readonly form: string | null
  /** What is wrong, in words. */
  readonly wrong: string
  /** By the names of fields, in their order. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

export const NOTHING_TYPED: Typed = { form: null, wrong: '', fields: {} }

/** The text fields of a form as it was sent. */
export function fieldsOf(body: Readonly<Record<string, unknown>>): Typed['fields'] {
  return Object.fromEntries(
    Object.entries(body).map(([name, given]) => [
      name,
      [given].flat().map((one) => (typeof one === 'string' ? one : '')),
    ]),
  )
}

/** What a field held; empty where it was not sent. */
export const fieldIn = (fields: Typed['fields'], name: string, at = 0): string => fields[name]?.[at] ?? ''
