/** Sites' own files, kept in the ledger, so that they hold for their day in every process that shares it. */
import type { Ledger } from '../../ledger/open.ts'
import type { SiteFile, SiteFileCache } from '../robots/site-files.ts'

/** Where a ledger's site files are kept. One that was read is held in memory too. */
export function ledgerSiteFiles(ledger: Ledger, memory: SiteFileCache): SiteFileCache {
  return {
    get: async (url) => {
      const known = await memory.get(url)
      if (known !== null) return known
      const row = await ledger.db.selectFrom('siteFile').selectAll().where('url', '=', url).executeTakeFirst()
      if (row === undefined) return null
      const file: SiteFile = { ...row, until: Number(row.until) }
      await memory.set(file)
      return file
    },
    set: async (file) => {
      await memory.set(file)
      const { url, ...said } = file
      await ledger.write((db) =>
        db
          .insertInto('siteFile')
          .values(file)
          .onConflict((conflict) => conflict.column('url').doUpdateSet(said))
          .execute(),
      )
    },
  }
}
