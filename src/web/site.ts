/** What the screens of one site work with: its ledger, how it is run, and who asks. */
import type { Context, Hono } from 'hono'
import type { NamedHosts } from '../gather/address/guard.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Following } from '../publish/following/open.ts'
import type { Intake } from './desk/intake.ts'

/** How a site is run. */
export interface SiteSettings {
  /** Its own address as others know it, without a slash at its end: permalinks and citations begin with it. */
  readonly address: string
  /** Hosts that a request may name (DNS rebinding: any page may lead its readers' browsers to a loopback address). */
  readonly hosts: readonly string[]
  /** What editors sign in with; null where whoever reaches the site may write, which is for loopback alone. */
  readonly password: string | null
  /** Programs say one of these as a bearer token: `secret` may write, `name:secret:read` may read. */
  readonly tokens: readonly string[]
  /** Whether those who have not signed in may read. */
  readonly isPublic: boolean
  /** Of an article's text, the most characters that readers are shown; null for all of it. */
  readonly excerpt: number | null
}

export interface Site {
  readonly ledger: Ledger
  readonly settings: SiteSettings
  readonly intake: Intake
  /** Who follows what; null where that is not kept. */
  readonly following: Following | null
  /** Whether letters are sent to who follows something. */
  readonly sendsLetters: boolean
  /** Where webhooks are kept and sent from; null where none are. */
  readonly webhooks: WebhookSending | null
  /** The time, ISO in UTC. */
  readonly now: () => string
}

/** What sends webhooks as long as the site is served. */
export interface WebhookSending {
  readonly following: Following
  /** Hosts outside the open internet that may be sent to. */
  readonly hosts: NamedHosts
  /** Sends what is due now, not only at the next pass. */
  deliver(): void
}

/** Who asks: an editor may write; a reader may read; a stranger may sign in. */
export type Role = 'editor' | 'reader' | 'stranger'

/** What is known of a request besides itself. */
export interface Asked {
  Variables: {
    role: Role
    /** Whether editors sign in, with a password. */
    hasSignIn: boolean
    /** Whether what a screen shows can be followed by mail. */
    hasMail: boolean
    /** False where the answer must be made anew each time, since it shows more than the ledger. */
    keep: boolean
  }
}

export type Screen = Hono<Asked>
export type Asking = Context<Asked>
