/** `hearsay watch`: which feeds, sitemaps and pages are looked at again and again for new articles. */
import { guardedUrl } from '../gather/address/guard.ts'
import { readOpml, writeOpml } from '../gather/feed/opml.ts'
import { addWatches, removeWatches, type Watch, type WatchRequest, watchesOf } from '../gather/watch/watches.ts'
import { json, printable } from '../publish/printable.ts'
import { when } from '../publish/when.ts'
import { bytesOf, InputError } from './input.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { complain, print } from './output.ts'
import { gatherSettings } from './settings.ts'

/** The options of `hearsay watch`, as given. */
export interface WatchOptions extends LedgerOptions {
  readonly every?: number
  readonly list?: boolean
  readonly remove?: boolean
  readonly opml?: string
  readonly export?: boolean
  readonly json?: boolean
}

/** Watches addresses, or shows or ends what is watched. @returns the exit code */
export function watch(addresses: readonly string[], options: WatchOptions): Promise<number> {
  return saying(async () => {
    const { hosts } = gatherSettings()
    const isAdding = !options.remove && (addresses.length > 0 || options.opml !== undefined)
    const ledger = await openNamed(options, isAdding ? {} : { if: 'existing' })
    try {
      if (options.remove) {
        const removed = await removeWatches(ledger, addresses)
        await print(`${removed} watched no more; what came by them stays\n`)
        if (removed < addresses.length)
          complain(`${addresses.length - removed} of them were not watched: hearsay watch --list shows what is`)
        return removed < addresses.length ? 1 : 0
      }
      const requests: WatchRequest[] = []
      let refused = 0
      const listed = options.opml === undefined ? [] : await listedIn(options.opml)
      for (const request of [...addresses.map((url): WatchRequest => ({ url })), ...listed])
        try {
          const { href: url } = guardedUrl(request.url, hosts)
          requests.push({ ...request, url, everyMinutes: options.every ?? null })
        } catch (error) {
          refused++
          complain((error as Error).message)
        }
      if (requests.length > 0) {
        const added = await addWatches(ledger, requests, new Date().toISOString())
        await print(`${added} watched now, ${requests.length - added} watched already; hearsay run does the rounds\n`)
      }
      if (options.export || options.list || options.json) await show(await watchesOf(ledger), options)
      return refused > 0 ? 1 : 0
    } finally {
      await ledger.close()
    }
  })
}

async function listedIn(file: string): Promise<WatchRequest[]> {
  try {
    const { feeds, notes } = readOpml(await bytesOf(file))
    for (const { message } of notes) complain(`${file}: ${message}`)
    return feeds.map(({ url, title, folder }) => ({ url, title, folder }))
  } catch (error) {
    if ((error as Error).name === 'SourceError') throw new InputError(`${file}: ${(error as Error).message}`)
    throw error
  }
}

async function show(watches: readonly Watch[], options: WatchOptions): Promise<void> {
  if (options.json) return print(`${json(watches)}\n`)
  if (options.export) {
    const feeds = watches.map(({ url, title, folder }) => ({
      url,
      title,
      folder,
      site: null,
      description: null,
      lang: null,
      categories: [],
    }))
    return print(writeOpml({ title: 'Watched by Hearsay', feeds }))
  }
  if (watches.length === 0) await print('Nothing is watched. hearsay watch ADDRESS begins.\n')
  for (const { url, kind, title, everyMinutes, dueAt, askedAt, failures, reason } of watches) {
    const facts = [
      kind,
      everyMinutes === null ? null : `every ${everyMinutes} min`,
      askedAt === null ? 'not looked at yet' : `looked at ${when(askedAt)}`,
      `due ${when(dueAt)}`,
    ].filter(Boolean)
    await print(
      `${printable(url)}\n  ${printable([title, ...facts].filter(Boolean).join('; ')).replaceAll('\n', ' ')}\n`,
    )
    if (reason !== null) await print(`  ! ${printable(reason)}${failures > 0 ? ` (${failures} time(s))` : ''}\n`)
  }
}
