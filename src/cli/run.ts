/** `hearsay run` and `hearsay work`: the rounds of what is watched, and the jobs that they and others make. */
import { availableParallelism } from 'node:os'
import type { Gathered } from '../gather/page.ts'
import type { EngineChoice } from '../gather/reading/engines.ts'
import type { Ledger } from '../ledger/open.ts'
import { printable } from '../publish/printable.ts'
import { changesLines } from './changes.ts'
import { duration } from './duration.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { startTally } from './tally.ts'

/** The options of `hearsay run` and `hearsay work`, as given. */
export interface RunOptions extends LedgerOptions {
  readonly once?: boolean
  readonly workers?: number
  readonly hosts: number
  readonly quiet?: boolean
  readonly engine: EngineChoice
}

/** How often it is looked what is due, in milliseconds. */
const LOOK_MS = 5_000

/**
 * Does rounds and jobs until it is stopped, or once.
 * @param rounds whether it looks what is due; a worker leaves that to others
 * @returns the exit code: 1 where it does them once, and something was left undone
 */
export function run(options: RunOptions, rounds: boolean): Promise<number> {
  return saying(async () => {
    const signal = stopOnSignal()
    const ledger = await openNamed(options, rounds ? {} : { if: 'existing' })
    const { openQueue } = await import('../gather/jobs/open.ts')
    const { isPassing, work } = await import('../gather/jobs/work.ts')
    const { systemClock } = await import('../gather/fetch/clock.ts')
    const { threadedReader } = await import('../gather/reading/pool.ts')
    const { tasksOf } = await import('../gather/tasks.ts')
    const { beginRound, dueNext } = await import('../gather/watch/round.ts')
    const { gatherSettings } = await import('./settings.ts')
    const { openWorld } = await import('./world.ts')
    const settings = gatherSettings()
    if (settings.contact === null)
      complain(
        'no contact is set; sites like to know whom to write to: "gather": {"contact": ...} in hearsay.config.json',
      )
    const readers = options.workers ?? availableParallelism()
    const reader = threadedReader(options.engine, readers)
    const fetcher = await openWorld(ledger)
    const queue = await openQueue(ledger)
    const tally = startTally()
    const tasks = tasksOf(
      { ledger, reader, fetcher, queue, settings },
      {
        hosts: options.hosts,
        readers,
        clock: systemClock,
        onGathered: (url, gathered) => {
          if (!options.quiet) telling(ledger, url, gathered).catch((error: Error) => complain(error.message))
        },
        onLooked: ({ url, title }, { named, toFetch, reason }) => {
          tally.looked(url, reason)
          if (!options.quiet && toFetch > 0)
            void print(`${printable(title ?? url)}: ${named} articles, ${toFetch} of them new\n`)
        },
      },
    )
    try {
      const begin = (): Promise<number> => beginRound(ledger, queue, new Date().toISOString())
      if (rounds) await begin()
      const onTrouble = ({ message }: Error, waitMs: number): void =>
        complain(`${message} Trying again in ${duration(waitMs / 1000)}.`)
      const working = work(queue, tasks, {
        signal,
        untilIdle: options.once === true,
        onSettled: tally.settled,
        onTrouble,
      })
      if (rounds && !options.once) await Promise.race([working, roundsUntil(signal, begin, isPassing)])
      await working
      await print(tally.inWords(await dueNext(ledger)))
      return options.once && (signal.aborted || !tally.isAllDone()) ? 1 : 0
    } finally {
      await queue.close()
      await fetcher.close()
      await reader.close()
      await ledger.close()
    }
  })
}

/** Looks what is due, again and again. @throws what the ledger throws, and does not pass */
async function roundsUntil(
  signal: AbortSignal,
  begin: () => Promise<number>,
  isPassing: (error: unknown) => boolean,
): Promise<void> {
  const { setTimeout: sleep } = await import('node:timers/promises')
  while (!signal.aborted) {
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    await begin().catch((error: unknown) => {
      if (!isPassing(error)) throw error
    })
  }
}

/** Says what was gathered, and what changed. */
async function telling(ledger: Ledger, url: string, gathered: Gathered): Promise<void> {
  if (gathered.is !== 'entered') return
  const { entered, page, instead } = gathered
  const headline = printable(page.article.headline ?? url).replaceAll('\n', ' ')
  if (instead !== null) complain(`${instead} The words of the feed were taken.`)
  if (entered.isNewArticle)
    await print(`new: ${headline} (${entered.claims.length} claims; article ${entered.article})\n`)
  else if (entered.isChange) await print(`changed: ${await changesLines(ledger, entered.article, 'last')}`)
}
