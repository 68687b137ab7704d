/** The outside world as commands ask it: politely, as the settings say, with what sites said kept in the ledger. */
import { type Fetcher, openFetcher } from '../gather/fetch/fetcher.ts'
import { ephemeralSiteFiles } from '../gather/robots/site-files.ts'
import { ledgerSiteFiles } from '../gather/visits/site-files.ts'
import type { Ledger } from '../ledger/open.ts'
import { gatherSettings } from './settings.ts'

/** @param ledger where sites' own files are kept; null where nothing is */
export async function openWorld(ledger: Ledger | null): Promise<Fetcher> {
  const memory = ephemeralSiteFiles()
  return openFetcher({
    settings: gatherSettings(),
    files: ledger === null ? memory : ledgerSiteFiles(ledger, memory),
  })
}
