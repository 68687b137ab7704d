/** XML written as templates, as `html` is: every value is escaped, and holds no character that XML 1.0 does not allow. */
import { type Html, html } from '../html.ts'

type Value = Html | string | null | false | readonly Html[]

/** What a template for HTML leaves in, and XML 1.0 (2.2) forbids. */
const FORBIDDEN = /[\ufffe\uffff]/g

/** A template whose values are escaped; lists are joined, null and false are nothing. */
export const xml = (strings: TemplateStringsArray, ...values: readonly Value[]): Html =>
  html(strings, ...values.map((value) => (typeof value === 'string' ? value.replace(FORBIDDEN, '\ufffd') : value)))

/** A document of its own. */
export const document = (root: Html): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.source}\n`
