/** `hearsay bounces`: letters that came back, and complaints. */
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Following } from '../publish/following/open.ts'
import { bytesOf, InputError } from './input.ts'
import { type LedgerOptions, openNamed, saying } from './ledger.ts'
import { complain, print } from './output.ts'

/** Reads messages that came back. @returns the exit code */
export function bounces(paths: readonly string[], options: LedgerOptions): Promise<number> {
  return saying(async () => {
    const { openFollowing } = await import('../publish/following/open.ts')
    const ledger = await openNamed(options, { if: 'existing' })
    const following = await openFollowing(ledger.where)
    const counts = { counted: 0, 'not counted': 0, forgotten: 0, 'known already': 0, nobody: 0, other: 0, failed: 0 }
    try {
      for (const path of paths.length === 0 ? ['-'] : paths)
        for (const message of await messagesIn(path))
          try {
            counts[await consequenceOf(following, await bytesOf(message.path))]++
            await message.done()
          } catch (error) {
            counts.failed++
            complain(`${message.path}: ${(error as Error).message}`)
          }
    } finally {
      await following.close()
      await ledger.close()
    }
    const { counted, forgotten, nobody, other, failed } = counts
    await print(
      `${counted} counted, ${counts['not counted']} not for the address's part, ${forgotten} forgotten, ${counts['known already']} known already, ${nobody + other} about no letter that is kept\n`,
    )
    return failed > 0 ? 1 : 0
  })
}

/** What a message meant. */
async function consequenceOf(following: Following, bytes: Uint8Array) {
  const { readReturned } = await import('../publish/mail/returned.ts')
  const { returned } = await import('../publish/mail/returns.ts')
  const { secretOf } = await import('../publish/following/secret.ts')
  const back = await readReturned(bytes, await secretOf(following))
  return back === null ? 'other' : returned(following, back, new Date().toISOString())
}

interface Message {
  readonly path: string
  done(): Promise<void>
}

/** The messages of a file or a maildir; those of a maildir that were read move from `new` to `cur`. */
async function messagesIn(path: string): Promise<Message[]> {
  const isFolder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory()
  if (!isFolder) return [{ path, done: async () => {} }]
  const names = await readdir(join(path, 'new')).catch(() => null)
  if (names === null) throw new InputError(`${path}: this folder is no maildir: it has no folder new in it.`)
  await mkdir(join(path, 'cur'), { recursive: true })
  names.sort()
  return names.map((name) => ({
    path: join(path, 'new', name),
    done: () => rename(join(path, 'new', name), join(path, 'cur', `${name}:2,S`)),
  }))
}
