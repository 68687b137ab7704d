/**
 * Files watched for saving. Folders are watched, not files: editors save by putting a new file in the old one's place.
 */
import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** An editor writes a file in several steps; after the last of them this long nothing must happen, in milliseconds. */
const SETTLED = 80

/**
 * Calls back with the files that were saved, one call at a time.
 * @returns what ends it
 */
export function watchFiles(files: readonly string[], saved: (file: string) => Promise<void>): () => void {
  const byFolder = Map.groupBy(files, (file) => dirname(resolve(file)))
  const timers = new Map<string, NodeJS.Timeout>()
  let queue = Promise.resolve()
  const watchers = Array.from(byFolder, ([folder, own]): FSWatcher => {
    const named = new Map(own.map((file) => [basename(file), file]))
    return watch(folder, (_, name) => {
      const file = name === null ? undefined : named.get(name.toString())
      if (file === undefined) return
      clearTimeout(timers.get(file))
      timers.set(
        file,
        setTimeout(() => {
          queue = queue.then(() => saved(file))
        }, SETTLED),
      )
    })
  })
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
