/**
 * A citation as CSL-JSON (citationstyles.org, schema 1.0.2): an item of a newspaper. What the schema has no field for is in
 * the note in words, and in `custom` in parts.
 */
import { type Cited, dayParts, line, noteWords, statementWords } from './cited.ts'

const date = (time: string | null) => {
  const parts = dayParts(time)
  return parts === null ? undefined : { 'date-parts': [parts.map(Number)] }
}

export const cslCitation = (...cited: readonly Cited[]): string => `${JSON.stringify(cited.map(cslItem), null, 2)}\n`

function cslItem(cited: Cited) {
  const { claim, words, speaker, chain, headline, outlet, bylines, published, lang, url, capture, permalink } = cited
  return {
    id: `hearsay-claim-${claim}`,
    type: 'article-newspaper',
    title: headline === null ? undefined : line(headline),
    'container-title': outlet === null ? undefined : line(outlet),
    author: bylines.length === 0 ? undefined : bylines.map((name) => ({ literal: line(name) })),
    issued: date(published),
    accessed: date(capture?.at ?? null),
    language: lang ?? undefined,
    URL: url ?? permalink,
    archive: 'Hearsay',
    archive_location: permalink,
    abstract: statementWords(cited),
    note: noteWords(cited),
    custom: {
      claim,
      words: line(words),
      speaker: speaker === null ? null : line(speaker),
      chain: chain.map(({ name, link }) => ({ name: line(name), link })),
      capture,
    },
  }
}
