/** `hearsay developments`: what changed in claims. */
import type { Development } from '../ledger/developments/development.ts'
import { developmentsOf, lastDevelopment } from '../ledger/developments/list.ts'
import { noticeDevelopments } from '../ledger/developments/notice.ts'
import type { Ledger } from '../ledger/open.ts'
import { developmentSentences, developmentTitle } from '../publish/developments/words.ts'
import { json } from '../publish/printable.ts'
import { developmentRecord } from '../publish/records/development.ts'
import { moment } from '../publish/when.ts'
import { type FollowedOptions, followedIn } from './followed.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { colours, columns, complain, print } from './output.ts'
import { type Look, paints } from './paint.ts'
import { wrap } from './wrap.ts'

/** The options of `hearsay developments`, as given. */
export interface DevelopmentsOptions extends LedgerOptions, FollowedOptions {
  readonly after?: number
  readonly limit: number
  readonly json?: boolean
  readonly jsonl?: boolean
}

/**
 * Notices what changed in claims, and prints it.
 * @returns the exit code: 0 where there is something, 1 where there is nothing, 2 where a search was not understood
 */
export function developments(options: DevelopmentsOptions): Promise<number> {
  return saying(async () => {
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      await noticed(ledger)
      const { after, limit } = options
      const found = await developmentsOf(ledger, followedIn(options), {
        limit,
        ...(after === undefined ? {} : { after }),
      })
      // What is printed is what the API gives; addresses begin where the ledger is served.
      const records = found.map((one) => developmentRecord(one, { site: '', excerpt: null }))
      if (options.jsonl) for (const one of records) await print(`${json(one)}\n`)
      else if (options.json) await print(`${json({ developments: records, last: await lastDevelopment(ledger) })}\n`)
      else {
        const look: Look = { width: columns(), paint: paints(colours()) }
        for (const one of found) await print(`${linesOf(one, look).join('\n')}\n\n`)
        if (found.length === 0) complain('There is no development of that yet.')
      }
      return found.length > 0 ? 0 : 1
    } catch (error) {
      if ((error as Error).name !== 'QueryError') throw error
      complain((error as Error).message)
      return 2
    } finally {
      await ledger.close()
    }
  })
}

/** Notices what changed; where nothing can be written, what was noticed before is shown. */
async function noticed(ledger: Ledger): Promise<void> {
  try {
    await noticeDevelopments(ledger, new Date().toISOString())
  } catch (error) {
    if ((error as Error).name !== 'LedgerError') throw error
    complain(`${(error as Error).message} What was noticed before is shown.`)
  }
}

const INDENT = { first: '  ', rest: '    ' }

function linesOf(development: Development, { width, paint }: Look): string[] {
  const { id, at, story, claim } = development
  const where = [`claim ${claim.number}`, story === null ? null : `story ${story}`, moment(at)].filter(
    (part) => part !== null,
  )
  return [
    ...wrap(`${id}. ${developmentTitle(development)}`, width).map(paint.label),
    ...developmentSentences(development).flatMap((sentence) => wrap(sentence, width, INDENT)),
    ...wrap(where.join(', '), width, INDENT).map(paint.dim),
  ]
}
