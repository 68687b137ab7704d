/**
 * A story's tables as files: all of them packed, or its claims alone. They are made as they are sent; readers get as much
 * of each article's claims as the site gives.
 */
import { Hono } from 'hono'
import { chosenFrom } from '../../ledger/holdings/chosen.ts'
import { sha256 } from '../../ledger/log.ts'
import type { Ledger } from '../../ledger/open.ts'
import { inLine } from '../../ledger/sql/turn.ts'
import { standingStill } from '../../ledger/still.ts'
import { storyNow } from '../../ledger/told.ts'
import { storyFileAt } from '../../publish/addresses.ts'
import { alone } from '../../publish/tables/alone.ts'
import { type Container, zipped } from '../../publish/tables/container.ts'
import { type PackageOptions, writePackage } from '../../publish/tables/package.ts'
import { isAmong, keeping, standing } from '../kept.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { noStory } from '../story/missing.ts'

/** Takes the pieces of a file. */
type Take = (bytes: Uint8Array) => void

/** The files of a story: what each is, and where it is written. */
const FILES = {
  'data.zip': { type: 'application/zip', bom: false, into: (take: Take): Container => zipped(take) },
  // Who opens one table opens it with a spreadsheet, of which Excel knows UTF-8 by its mark alone.
  'claims.csv': {
    type: 'text/csv; charset=utf-8; header=present',
    bom: true,
    into: (take: Take): Container => alone('claims.csv', { write: take, end: () => {} }),
  },
} as const

export function exportScreen({ ledger, settings }: Site): Screen {
  // One at a time: each holds a connection to the database, and those that wait hold none.
  const wait = inLine()
  const answer = async (c: Asking, name: keyof typeof FILES): Promise<Response> => {
    const id = Number(c.req.param('id'))
    const now = await storyNow(ledger, id)
    if (now === null) return noStory(c)
    if (now !== id) return c.redirect(storyFileAt(now, name), 301)
    const excerpt = c.var.role === 'editor' ? null : settings.excerpt
    const stands = await standing(ledger)
    const tag = stands === null ? null : `W/"${sha256(`${stands} ${name} ${excerpt ?? 'all'}`).slice(0, 24)}"`
    const state = tag === null ? {} : { etag: tag }
    if (tag !== null && isAmong(c.req.header('if-none-match'), tag)) return c.body(null, 304, state)
    const { type, bom, into } = FILES[name]
    const options = { of: `story ${id}`, address: settings.address, bom, excerpt }
    return c.body(
      streamed((take) => wait(() => written(ledger, id, into(take), options))),
      200,
      {
        'content-type': type,
        'content-disposition': `attachment; filename="hearsay-story-${id}-${name}"`,
        'cache-control': keeping(c),
        vary: 'cookie, authorization',
        ...state,
      },
    )
  }
  return new Hono<Asked>()
    .get('/story/:id{[0-9]{1,15}}/data.zip', (c) => answer(c, 'data.zip'))
    .get('/story/:id{[0-9]{1,15}}/claims.csv', (c) => answer(c, 'claims.csv'))
}

async function written(ledger: Ledger, story: number, into: Container, options: PackageOptions): Promise<void> {
  const still = await standingStill(ledger)
  try {
    const chosen = await chosenFrom(still, { story })
    if (chosen !== null) await writePackage(still, chosen, into, options)
  } finally {
    await still.close()
  }
}

/** What is written, as it comes: who reads slowly does not hold the ledger, and what they have not read yet is packed. */
const streamed = (write: (take: Take) => Promise<void>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      let isWanted = true
      const take: Take = (bytes) => {
        if (!isWanted) return
        try {
          controller.enqueue(bytes)
        } catch {
          // Who asked has gone.
          isWanted = false
        }
      }
      write(take).then(
        () => isWanted && controller.close(),
        (error) => isWanted && controller.error(error),
      )
    },
  })
