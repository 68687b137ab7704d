/**
 * A letter as a message (RFC 5322): who it is from and to, the headers by which programs know what it is (RFC 2369, 2919,
 * 3834, 8058), and its two forms. Sent twice it is the same message, so that servers and programs know it again.
 */
import MailComposer from 'nodemailer/lib/mail-composer'
import { signed } from '../following/secret.ts'
import type { Outgoing } from './delivery.ts'
import { written } from './letter.ts'
import { linksOf } from './links.ts'
import type { MailSettings } from './settings.ts'
import type { LetterTold } from './told.ts'

/** What messages are made with. */
export interface Sender {
  readonly settings: Pick<MailSettings, 'from' | 'returns'>
  /** The site's own address, without a slash at its end. */
  readonly site: string
  readonly secret: Buffer
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The number of a letter as others give it back: in its Message-ID, and in the address that it returns to. */
export const letterName = (secret: Buffer, letter: number): string => signed(secret, 'return', letter)

/** Where a letter returns to: `returns+NAME@domain`, so that a returned one says itself which it is (VERP). */
function returnsTo({ settings: { from, returns }, secret }: Sender, letter: number): string {
  if (returns === null) return from.address
  const at = returns.lastIndexOf('@')
  return `${returns.slice(0, at)}+${letterName(secret, letter)}${returns.slice(at)}`
}

/** A letter as it goes out, and what its reader sees of it first. */
export interface Message extends Outgoing {
  readonly subject: string
  readonly text: string
}

/** A letter of which everything is known, as it goes out. */
export async function messageOf(told: LetterTold, sender: Sender): Promise<Message> {
  const { settings, site, secret } = sender
  const links = linksOf(told, site, secret)
  const { subject, text, html } = written(told, links, site)
  const domain = domainOf(settings.from.address)
  const [only, ...others] = told.stories
  const thread = only?.story != null && others.length === 0 ? `<story.${only.story}.${told.follower}@${domain}>` : null
  const isList = told.kind === 'news'
  const bytes = await new MailComposer({
    from: settings.from,
    to: { name: '', address: told.to },
    subject,
    text,
    html,
    date: new Date(told.madeAt),
    messageId: `<letter.${letterName(secret, told.id)}@${domain}>`,
    ...(thread === null ? {} : { references: thread, inReplyTo: thread }),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(isList
        ? {
            Precedence: 'bulk',
            'List-Id': { prepared: true, value: `Hearsay <letters.${domain}>` },
            'List-Unsubscribe': { prepared: true, value: `<${links.end}>` },
            // One click goes over an encrypted connection or not at all (RFC 8058, 3.1).
            ...(links.end.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
            'List-Archive': { prepared: true, value: `<${links.letter}>` },
          }
        : {}),
    },
  })
    .compile()
    .build()
  return { id: told.id, from: returnsTo(sender, told.id), to: told.to, bytes, subject, text }
}
