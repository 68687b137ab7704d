/** Letters as they would go out now: those that are due, and those that would be begun. Nothing of it is kept. */
import { lastDevelopment } from '../../ledger/developments/list.ts'
import { noticeDevelopments } from '../../ledger/developments/notice.ts'
import type { Ledger } from '../../ledger/open.ts'
import { followerOf } from '../following/follower.ts'
import { newsIn } from '../following/news.ts'
import type { Following } from '../following/open.ts'
import { secretOf } from '../following/secret.ts'
import { dueAfter } from './due.ts'
import { knownOf } from './known.ts'
import { type Message, messageOf } from './message.ts'
import { writer } from './pass.ts'
import type { MailSettings } from './settings.ts'
import { toldTo } from './told.ts'

/** Whom previews are from where mail is not set up. */
const NOBODY = { from: { name: 'Hearsay', address: 'letters@site.example' }, returns: null } as const

/** A letter, and the name of a file for it. */
export interface Previewed {
  readonly name: string
  readonly message: Message
}

/** @param how.site the site's own address, without a slash at its end */
export async function* previewed(
  ledger: Ledger,
  following: Following,
  how: { readonly site: string; readonly settings: MailSettings | null; readonly signal: AbortSignal },
): AsyncGenerator<Previewed> {
  const { site, settings, signal } = how
  const sender = { settings: settings ?? NOBODY, site }
  const now = new Date().toISOString()
  const write = await writer(ledger, following, sender)
  const due = await following.db
    .selectFrom('letter')
    .select('id')
    .where('state', '=', 'due')
    .where('dueAt', '<=', now)
    .orderBy('id')
    .execute()
  for (const { id } of due) {
    if (signal.aborted) return
    const message = await write(id)
    if (message !== null) yield { name: `letter-${id}.eml`, message }
  }
  await noticeDevelopments(ledger, now, signal)
  const last = await lastDevelopment(ledger)
  const [newsOf, known, secret] = [newsIn(ledger, last), knownOf(ledger), await secretOf(following)]
  for (let after = 0; !signal.aborted; ) {
    const followers = await dueAfter(following, { after, last, now })
    if (followers.length === 0) return
    for (const { id, marks } of followers) {
      after = id
      const isTold = new Set<number>()
      const parts = []
      for (const mark of marks) {
        const ids = (await newsOf(mark)).ids.filter((one) => !isTold.has(one))
        for (const one of ids) isTold.add(one)
        if (ids.length > 0) parts.push({ following: mark.id, followed: mark.followed, ids })
      }
      const follower = await followerOf(following, id)
      if (parts.length === 0 || follower === null) continue
      const told = await toldTo(known, follower, { id: 0, kind: 'news', madeAt: now, parts, missed: [] })
      yield { name: `follower-${id}.eml`, message: await messageOf(told, { ...sender, secret }) }
    }
  }
}
