/** The formats that a claim is cited in, by how their files end. */
import { bibtexCitation } from './bibtex.ts'
import type { Cited } from './cited.ts'
import { cslCitation } from './csl.ts'
import { plainCitation } from './plain.ts'
import { risCitation } from './ris.ts'

export type CiteFormat = 'txt' | 'json' | 'ris' | 'bib'

/** How a format is called on the web, and what writes it. */
interface Citation {
  /** The media type of a file of it. */
  readonly type: string
  /** One file of one or several. */
  readonly write: (...cited: readonly Cited[]) => string
}

export const CITATIONS: Readonly<Record<CiteFormat, Citation>> = {
  txt: {
    type: 'text/plain; charset=utf-8',
    write: (...cited) => cited.map((one) => `${plainCitation(one)}\n`).join(''),
  },
  json: { type: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: cslCitation },
  ris: {
    type: 'application/x-research-info-systems; charset=utf-8',
    write: (...cited) => cited.map(risCitation).join(''),
  },
  bib: { type: 'application/x-bibtex; charset=utf-8', write: (...cited) => cited.map(bibtexCitation).join('\n') },
}
