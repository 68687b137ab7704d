/** `hearsay send`: one pass of following by mail, a preview of it, or what is in doubt. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ledger } from '../ledger/open.ts'
import type { Following } from '../publish/following/open.ts'
import type { MailSettings } from '../publish/mail/settings.ts'
import { printable } from '../publish/printable.ts'
import { when } from '../publish/when.ts'
import { InputError } from './input.ts'
import { type LedgerOptions, openNamed, saying, stopOnSignal } from './ledger.ts'
import { complain, print } from './output.ts'
import { startProgress } from './progress.ts'
import { siteAddress } from './settings.ts'

/** The options of `hearsay send`, as given. */
interface SendOptions extends LedgerOptions {
  readonly address?: string
  readonly preview?: boolean
  readonly toFolder?: string
  readonly doubtful?: boolean
}

/** Where a site is that nobody gave another address: what is only looked at leads there. */
const OWN_SITE = 'http://127.0.0.1:4316'

/** The exit code where another process sends. */
const BUSY = 3

/** Sends what is due. @returns the exit code */
export function send(options: SendOptions): Promise<number> {
  return saying(async () => {
    const { mailSettings } = await import('../publish/mail/settings.ts')
    const { openFollowing } = await import('../publish/following/open.ts')
    const settings = mailSettings(process.env)
    const isLooking = options.preview === true || options.doubtful === true
    if (settings === null && !isLooking)
      throw new InputError(
        'Mail is not set up: HEARSAY_SMTP names the server, HEARSAY_MAIL_FROM whom letters are from.',
      )
    const site = siteAddress(options.address ?? (isLooking ? (process.env.HEARSAY_ADDRESS ?? OWN_SITE) : undefined))
    const signal = stopOnSignal()
    const ledger = await openNamed(options, { if: 'existing' })
    try {
      const following = await openFollowing(ledger.where)
      try {
        if (options.doubtful) return await listDoubtful(following)
        if (options.preview)
          return await preview(ledger, following, { site, settings, signal, folder: options.toFolder })
        return await onePass(ledger, following, { site, settings: settings as MailSettings, signal })
      } finally {
        await following.close()
      }
    } finally {
      await ledger.close()
    }
  })
}

async function onePass(
  ledger: Ledger,
  following: Following,
  how: { readonly site: string; readonly settings: MailSettings; readonly signal: AbortSignal },
): Promise<number> {
  const { pass } = await import('../publish/mail/pass.ts')
  const progress = startProgress(0, 'letters')
  try {
    const passed = await pass({
      ledger,
      following,
      ...how,
      onBegun: (letters) => progress.at(0, letters, ' begun'),
      onSent: ({ sent, later }) => progress.at(0, sent, later > 0 ? ` sent, ${later} later` : ' sent'),
    })
    progress.clear()
    if (passed === null) {
      complain('another process is sending: it sends what is due')
      return BUSY
    }
    const { begun, sent, later, refused, doubtful } = passed
    await print(
      `${begun} begun, ${sent} sent, ${later} to be tried again, ${refused} refused${doubtful > 0 ? `, ${doubtful} in doubt` : ''}\n`,
    )
    return later + refused + doubtful > 0 ? 1 : 0
  } catch (error) {
    progress.clear()
    if ((error as Error).name !== 'ServerError') throw error
    complain(`${(error as Error).message}\nWhat was not sent stays due.`)
    return 1
  }
}

async function listDoubtful({ db }: Following): Promise<number> {
  const letters = await db
    .selectFrom('letter')
    .innerJoin('follower', 'follower.id', 'letter.followerId')
    .select(['letter.id', 'letter.kind', 'letter.madeAt', 'letter.toldIn', 'letter.answer', 'follower.address'])
    .where('letter.state', 'in', ['doubtful', 'handed over'])
    .orderBy('letter.id')
    .execute()
  for (const { id, kind, madeAt, toldIn, answer, address } of letters)
    await print(
      `${id}\t${kind}\t${when(madeAt)}\t${printable(address)}\t${toldIn === null ? 'not said yet' : `said in letter ${toldIn}`}\t${printable(answer ?? 'cut off').replaceAll('\n', ' ')}\n`,
    )
  if (letters.length === 0) await print('None is in doubt.\n')
  return 0
}

async function preview(
  ledger: Ledger,
  following: Following,
  how: {
    readonly site: string
    readonly settings: MailSettings | null
    readonly signal: AbortSignal
    readonly folder: string | undefined
  },
): Promise<number> {
  const { previewed } = await import('../publish/mail/preview.ts')
  const { folder } = how
  if (folder !== undefined) await mkdir(folder, { recursive: true })
  let letters = 0
  for await (const { name, message } of previewed(ledger, following, how)) {
    letters++
    const { to, subject, text, bytes } = message
    if (folder === undefined) await print(`${printable(`To: ${to}\nSubject: ${subject}\n\n${text}`)}\n`)
    else await writeFile(join(folder, name), bytes, { mode: 0o600 })
  }
  const where = folder === undefined ? '' : ` in ${folder}`
  process.stderr.write(`${letters} ${letters === 1 ? 'letter' : 'letters'}${where}; nothing was sent or marked\n`)
  return 0
}
