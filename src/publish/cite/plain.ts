/** A citation as a line of plain words, for a footnote or a mail. */
import { when } from '../when.ts'
import { type Cited, captureWords, chainWords, line, statementWords } from './cited.ts'

export function plainCitation(cited: Cited): string {
  const { headline, outlet, bylines, published, url, claim, permalink } = cited
  const chain = chainWords(cited.chain)
  const page = [
    headline === null ? null : `“${line(headline)}”`,
    outlet === null ? 'outlet not known' : line(outlet),
    published === null ? 'undated' : line(when(published)),
    url,
  ].filter((part) => part !== null)
  const by = bylines.length === 0 ? '' : `${bylines.map(line).join(', ')}, `
  return [
    statementWords(cited),
    chain === null ? null : `On the word of: ${chain}`,
    `In: ${by}${page.join(', ')}`,
    captureWords(cited),
    `Hearsay, claim ${claim}: ${permalink}`,
  ]
    .filter((part) => part !== null)
    .map((part, at, all) => (at === all.length - 1 || /[.”"]$/.test(part) ? part : `${part}.`))
    .join(' ')
}
