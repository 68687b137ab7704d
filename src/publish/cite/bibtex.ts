/**
 * A citation as BibTeX: an entry that plain BibTeX and biblatex both read. Names and titles are in braces of their own, so
 * that neither is taken apart nor set in small letters.
 */
import { type Cited, dayParts, line, noteWords, statementWords } from './cited.ts'

/** What TeX reads as something else than itself. A brace must be closed, even one that is printed. */
const PRINTED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
}

const printed = (text: string): string => line(text).replace(/[\\{}^~$%&#_]/g, (mark) => PRINTED[mark] as string)

/** An address stands as it is, but a brace or backslash in it would end the field. */
const address = (url: string): string => url.replace(/[\\{}]/g, (mark) => encodeURIComponent(mark))

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

export function bibtexCitation(cited: Cited): string {
  const { claim, headline, outlet, bylines, published, lang, url, capture, permalink } = cited
  const [year, month] = dayParts(published) ?? []
  const accessed = dayParts(capture?.at ?? null)
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', bylines.length === 0 ? null : `{${bylines.map((name) => `{${printed(name)}}`).join(' and ')}}`],
    ['title', headline === null ? null : `{{${printed(headline)}}}`],
    ['howpublished', outlet === null ? null : `{${printed(outlet)}}`],
    ['year', year === undefined ? null : `{${year}}`],
    ['month', month === undefined ? null : (MONTHS[Number(month) - 1] ?? null)],
    ['date', year === undefined ? null : `{${dayParts(published)?.join('-')}}`],
    ['url', `{${address(url ?? permalink)}}`],
    ['urldate', accessed === null ? null : `{${accessed.join('-')}}`],
    ['langid', lang === null ? null : `{${printed(lang)}}`],
    ['abstract', `{${printed(statementWords(cited))}}`],
    ['note', `{${printed(noteWords(cited))}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]))
  return `@misc{hearsay-claim-${claim},\n${lines.join(',\n')}\n}\n`
}
