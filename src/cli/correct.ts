/** `hearsay correct`: a claim shown with its corrections and history, and what a person says is otherwise. */
import { userInfo } from 'node:os'
import { addClaim, correct as correctClaim, redo, type Saying, undo } from '../ledger/corrections/correct.ts'
import { heldBack } from '../ledger/corrections/held.ts'
import { type Member, memberOf } from '../ledger/corrections/reapply.ts'
import { correctionEntries } from '../ledger/corrections/record.ts'
import { claimHistory } from '../ledger/history.ts'
import type { Ledger } from '../ledger/open.ts'
import { articleOfVersion } from '../ledger/threads.ts'
import { json, printable } from '../publish/printable.ts'
import { type ChangeOptions, changesOf, missedOf } from './correct-options.ts'
import { changeWords, claimView, claimWords, entryWords } from './correct-view.ts'
import { InputError } from './input.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { columns, print } from './output.ts'
import { wrap } from './wrap.ts'

/** The options of `hearsay correct`, as given. */
export interface CorrectOptions extends LedgerOptions, ChangeOptions {
  readonly by?: string
  readonly why?: string
  readonly undo?: number
  readonly redo?: number
  readonly list?: boolean
  /** Words of an article that were missed, and which article. */
  readonly missed?: string
  readonly article?: number
  readonly waiting?: boolean
  readonly json?: boolean
}

/** Shows or corrects a claim, or lists corrections. @returns the exit code */
export function correct(claim: number | null, options: CorrectOptions): Promise<number> {
  return saying(async () => {
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      if (options.undo !== undefined || options.redo !== undefined) return await reverse(ledger, options)
      if (options.missed !== undefined && options.article !== undefined)
        return await add(ledger, options.article, options.missed, options)
      if (claim === null) return await (options.waiting ? waiting(ledger, options) : list(ledger, options))
      const member = await memberOf(ledger.db, claim)
      if (member === null) throw new InputError(`There is no claim ${claim}.`)
      const changes = changesOf(claim, member.corrected, options)
      if (changes.length === 0) return await show(ledger, member, options)
      const who = whoSays(options)
      for (const change of changes) {
        const { id } = await correctClaim(ledger, claim, change, who)
        await print(printable(`correction ${id}: ${changeWords(change)}\n`))
      }
      return 0
    } finally {
      await ledger.close()
    }
  })
}

function whoSays({ by, why }: CorrectOptions): Saying {
  if (why === undefined || why.trim() === '') throw new InputError('Say why: --why "what the page says".')
  return { by: by ?? process.env.HEARSAY_PERSON ?? userInfo().username, at: new Date().toISOString(), why }
}

async function add(ledger: Ledger, article: number, words: string, options: CorrectOptions): Promise<number> {
  const { id, claim, change } = await addClaim(ledger, article, missedOf(words, options), whoSays(options))
  await print(printable(`correction ${id}, claim ${claim}: ${changeWords(change)}\n`))
  return 0
}

async function reverse(ledger: Ledger, options: CorrectOptions): Promise<number> {
  const who = whoSays(options)
  if (options.undo !== undefined) await undo(ledger, options.undo, who)
  if (options.redo !== undefined) await redo(ledger, options.redo, who)
  const done = [
    ...(options.undo === undefined ? [] : [`correction ${options.undo} is undone; --redo ${options.undo} redoes it\n`]),
    ...(options.redo === undefined ? [] : [`correction ${options.redo} is in force again\n`]),
  ]
  await print(done.join(''))
  return 0
}

async function show(ledger: Ledger, member: Member, options: CorrectOptions): Promise<number> {
  const history = await claimHistory(ledger, member.id)
  if (history === null) throw new InputError(`There is no claim ${member.id}.`)
  if (options.json) {
    await print(`${json({ ...member, history })}\n`)
    return 0
  }
  const article = await articleOfVersion(ledger, member.version)
  await print(`${printable(claimView(member, { article, history, width: columns() }).join('\n'))}\n`)
  return 0
}

async function list(ledger: Ledger, options: CorrectOptions): Promise<number> {
  const entries = await correctionEntries(ledger)
  if (options.json) await print(`${json(entries)}\n`)
  else if (entries.length === 0) await print('Nothing was corrected yet.\n')
  else
    for (const entry of entries) {
      const lines = wrap(`claim ${entry.claim}, ${entryWords(entry, entries)}`, columns(), { first: '', rest: '  ' })
      await print(`${printable(lines.join('\n'))}\n`)
    }
  return 0
}

async function waiting(ledger: Ledger, options: CorrectOptions): Promise<number> {
  const held = await heldBack(ledger)
  if (options.json) {
    await print(`${json(held)}\n`)
    return 0
  }
  if (held.length === 0) await print('No correction waits to be looked at.\n')
  for (const { correction, claim, now } of held) {
    const { id, change } = correction
    const current = now === null ? null : await memberOf(ledger.db, now)
    const became =
      current === null
        ? 'no claim that counts now continues it'
        : `now claim ${now}: ${claimWords(current.corrected.claim)}`
    const lines = wrap(`correction ${id}, of claim ${claim}: ${changeWords(change)}; ${became}`, columns(), {
      first: '',
      rest: '  ',
    })
    await print(`${printable(lines.join('\n'))}\n`)
  }
  return 0
}
