/**
 * `npm start`: a ledger with the example pages in it, served as a site on this machine, and what to try next.
 */
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { openLedger } from '../ledger/open.ts'
import { rejoin } from '../ledger/rejoin.ts'
import { storiesListed, storyTold } from '../ledger/told.ts'
import { openFollowing } from '../publish/following/open.ts'
import { serve } from '../web/serve.ts'
import { enterExamples } from './examples.ts'
import { saying, stopOnSignal } from './ledger.ts'
import { colours, columns, complain, dieQuietly, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { gatherSettings } from './settings.ts'
import { openWorld } from './world.ts'
import { clip, wrap } from './wrap.ts'

const LEDGER = join(import.meta.dirname, '../../.hearsay/examples.ledger')

/** The port of the site, and any other where that is taken. */
const PORT = 4316

/** What to try, and what it shows. LEDGER stands for the ledger's file. */
const TRY = [
  ['a page and its claims', 'read examples/battalion-inquirer.html'],
  ['a draft, before it is printed', 'check examples/drafts/harbour.md'],
  ['a page of your own into the ledger', '--ledger LEDGER add https://news.example/a-page'],
  ['a ledger of your own, as a site', '--ledger MY.ledger serve'],
  ['everything else', '--help'],
] as const

/** Does it on the usual port, or on any that is free. */
const onFreePort = <Result>(listen: (port: number) => Promise<Result>): Promise<Result> =>
  listen(PORT).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    return listen(0)
  })

dieQuietly()
process.exitCode = await saying(async () => {
  const signal = stopOnSignal()
  const look: Look = { width: columns(), paint: paints(colours()) }
  mkdirSync(join(LEDGER, '..'), { recursive: true })
  const ledger = await openLedger(LEDGER)
  const following = await openFollowing(LEDGER)
  try {
    // What an older release left there would not fit.
    await rejoin(ledger)
    const site = await onFreePort((port) =>
      serve({
        ledger,
        following,
        port,
        intake: { engine: 'model', readers: 1, settings: gatherSettings(), fetcher: () => openWorld(ledger) },
        complain: (error) => complain(error.stack ?? error.message),
      }),
    )
    try {
      const pages = await enterExamples(ledger, site.reader)
      const entered = pages.flatMap((one) => ('unread' in one ? [] : [one]))
      await print(
        `${look.paint.heading(`${entered.length} example pages are in ${relative(process.cwd(), LEDGER)}`)}\n\n`,
      )
      for (const { page } of entered) {
        const { headline, outlet } = page.article
        const claims = `${page.found.claims.length}`.padStart(3)
        await print(`  ${claims} claims  ${clip(`${outlet}: ${headline}`, look.width - 14)}\n`)
      }
      for (const reason of new Set(pages.flatMap((one) => ('unread' in one ? [one.unread] : []))))
        await print(`  ${look.paint.dim(clip(`not entered: ${reason}`, look.width - 2))}\n`)
      const largest = (await storiesListed(ledger)).toSorted((one, other) => other.articles - one.articles)[0]
      const story = largest === undefined ? null : await storyTold(ledger, largest.id)
      await print('\nLook at it:\n')
      await print(`  ${look.paint.heading(site.address)}\n`)
      if (largest !== undefined && story !== null) {
        await print(`  ${look.paint.heading(`${site.address}/story/${largest.id}`)}\n`)
        for (const words of [story.title ?? '', story.account.sentence])
          for (const line of wrap(words, look.width, { first: '    ', rest: '    ' })) await print(`${line}\n`)
      }
      await print('\nOr, in another terminal:\n')
      for (const [what, command] of TRY) {
        const words = command.replace('LEDGER', relative(process.cwd(), LEDGER))
        await print(`  ${look.paint.dim(`${what}:`)}\n    npm run -s hearsay -- ${words}\n`)
      }
      await print('\nIt runs until you press Ctrl-C.\n')
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    } finally {
      await site.close()
    }
  } finally {
    await following.close()
    await ledger.close()
  }
  return 0
})
