/** Citations of claims, with the whole chain, the capture's hash and the pinned address. */
import { z } from 'zod'
import { CITATIONS } from '../../publish/cite/cite.ts'
import { citedOf } from '../../publish/cite/claim.ts'
import { claimAskedFor } from '../ask-for.ts'
import { claimNumber, pinnedTo, position } from '../fields.ts'
import { CLOSES, marksOut, OPENS, seen } from '../quotation.ts'
import { tool } from '../tool.ts'

/** What each format is called by those who use it. */
const FORMATS = { text: 'txt', csl: 'json', ris: 'ris', bibtex: 'bib' } as const

const input = z.object({
  claim: claimNumber,
  format: z
    .enum(['text', 'csl', 'ris', 'bibtex'])
    .default('text')
    .describe('text: a footnote; csl: CSL-JSON, for Zotero and pandoc; ris; bibtex.'),
  at: position.optional(),
})

const output = z.object({
  claim: z.int(),
  format: z.enum(['text', 'csl', 'ris', 'bibtex']),
  mediaType: z.string(),
  citation: z.string().describe('To be handed on as it is.'),
  permalink: z.string(),
  position: pinnedTo,
})

export const cite = tool({
  name: 'cite',
  title: 'Cite a claim',
  description:
    'A citation of a claim that prints the whole chain of sources, the capture with its SHA-256 hash, and the pinned address. Hand it on unchanged.',
  input,
  output,
  answer: async (serving, { claim, format, at }) => {
    const stood = await claimAskedFor(serving, claim, at)
    const cited = citedOf(stood, serving.address, serving.excerpt)
    const { type, write } = CITATIONS[FORMATS[format]]
    const citation = write(cited)
    return {
      value: { claim, format, mediaType: type, citation, permalink: cited.permalink, position: stood.pinned.seq },
      text: `The citation, between marks that are not part of it:\n${OPENS}\n${marksOut(seen(citation)).trimEnd()}\n${CLOSES}`,
    }
  },
})
