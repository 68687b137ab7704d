/**
 * HTML written as templates: every value is the outside world's text and escaped, unless it is HTML made here. Control
 * characters and direction overrides are taken out of force as for the terminal.
 */
import { printable } from './printable.ts'

/** HTML that was made here. */
export class Html {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Value = Html | string | number | null | false | readonly Value[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in an element or in a quoted attribute. */
const safe = (text: string): string => printable(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string)

const sourceOf = (value: Value): string =>
  value instanceof Html
    ? value.source
    : Array.isArray(value)
      ? value.map(sourceOf).join('')
      : value === null || value === false
        ? ''
        : safe(String(value))

/** A template whose values are escaped; lists are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((part, at) => part + (at < values.length ? sourceOf(values[at] as Value) : '')).join(''))
}
