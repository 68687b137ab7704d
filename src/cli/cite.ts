/** `hearsay cite`: claims of the ledger as citations, for a footnote or for programs that keep references. */
import type { CiteFormat } from '../publish/cite/cite.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { complain, print } from './output.ts'

/** The options of `hearsay cite`, as given. */
export interface CiteOptions extends LedgerOptions {
  readonly format: CiteFormat
  readonly at?: number
  readonly address: string
}

/**
 * Prints claims as citations, in the order in which they were asked for.
 * @returns the exit code: 1 where one is not there
 */
export function cite(claims: readonly number[], { format, at, address, ...named }: CiteOptions): Promise<number> {
  return saying(async () => {
    const { claimStood } = await import('../ledger/stood.ts')
    const { CITATIONS } = await import('../publish/cite/cite.ts')
    const { citedOf } = await import('../publish/cite/claim.ts')
    const ledger = await openNamed(named, { if: 'existing', readOnly: true })
    try {
      const cited = []
      for (const claim of claims) {
        const stood = await claimStood(ledger, claim, at === undefined ? {} : { at })
        const now = at === undefined ? stood : await claimStood(ledger, claim)
        if (stood === null || now === null)
          complain(`there is no claim ${claim}${at === undefined ? '' : ` at entry ${at}`}.`)
        else if (now.corrected.isHidden)
          complain(`claim ${claim} is hidden: hearsay correct ${claim} says by whom and why.`)
        else cited.push(citedOf(stood, address.replace(/\/+$/, ''), null))
      }
      if (cited.length > 0) await print(CITATIONS[format].write(...cited))
      return cited.length === claims.length ? 0 : 1
    } finally {
      await ledger.close()
    }
  })
}
