/**
 * Following by mail: asked for by a form, confirmed by a letter's link, seen and changed by any letter's link. A link alone
 * changes nothing, since mail scanners open them; a signed one says who one is, and needs no cookie.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { lastDevelopment } from '../../ledger/developments/list.ts'
import { followsAt, letterAt, PRIVACY_AT, TERMS_AT } from '../../publish/addresses.ts'
import { mailAddress } from '../../publish/following/address.ts'
import { askToFollow } from '../../publish/following/ask.ts'
import * as followers from '../../publish/following/follower.ts'
import type { Following } from '../../publish/following/open.ts'
import { RHYTHMS, type Rhythm } from '../../publish/following/rhythm.ts'
import { type Purpose, readSigned, secretOf, signed } from '../../publish/following/secret.ts'
import { html } from '../../publish/html.ts'
import { knownOf } from '../../publish/mail/known.ts'
import { letterTold } from '../../publish/mail/told.ts'
import { subscriberAsking } from '../access/guard.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { FOLLOWING } from '../words/following.ts'
import { followableIn } from './asked.ts'
import { followForm } from './form.ts'
import { buttonView, letterView, mineView, plainView, privacyView, termsView } from './views.ts'

/** Digests come at this hour and on this day, until their reader changes it: Monday at six, in UTC. */
const USUAL = { hour: 6, weekday: 1 } as const

/** How long a link to what one follows holds that the site itself gives, in milliseconds. */
const HOLDS = 24 * 3600_000

/** Lets screens know whether what they show can be followed by mail. */
export const withMail =
  ({ sendsLetters }: Pick<Site, 'sendsLetters'>): MiddlewareHandler<Asked> =>
  (c, next) => {
    c.set('hasMail', sendsLetters)
    return next()
  }

export function followScreen(site: Site): Screen {
  const app = new Hono<Asked>()
    .get(TERMS_AT, (c) => shown(c, { title: 'Terms', main: termsView() }))
    .get(PRIVACY_AT, (c) => shown(c, { title: 'Privacy', main: privacyView() }))
  const { following, sendsLetters } = site
  // Who follows sees and ends it also where letters are sent no more.
  if (following !== null) app.route('/', signedScreen(site, following))
  if (following !== null && sendsLetters) return app.route('/', askScreen(site, following))
  return app.get('/follow', (c) =>
    shown(c, { title: FOLLOWING.byLetter, main: plainView(FOLLOWING.byLetter, [FOLLOWING.noMail]) }, 404),
  )
}

/** The form, and what is answered to it. */
function askScreen({ ledger, settings, now }: Site, following: Following): Screen {
  const nothing = (c: Asking) =>
    shown(c, { title: FOLLOWING.nothingTitle, main: plainView(FOLLOWING.nothingTitle, [FOLLOWING.nothing]) }, 404)
  return new Hono<Asked>()
    .get('/follow', async (c) => {
      const asked = await followableIn(ledger, c.req.query())
      if (asked === null) return nothing(c)
      const title = FOLLOWING.title(asked.name)
      return shown(c, { title, main: plainView(title, [FOLLOWING.what, followForm(asked.followed)]) })
    })
    .get('/follow/asked', (c) =>
      shown(c, {
        title: FOLLOWING.askedTitle,
        main: plainView(FOLLOWING.askedTitle, [
          html`<p class="done" role="status">${FOLLOWING.asked}</p>`,
          FOLLOWING.askedWait,
        ]),
      }),
    )
    .post('/follow', async (c) => {
      const fields = await fieldsIn(c)
      const asked = await followableIn(ledger, fields)
      if (asked === null) return nothing(c)
      const [address, rhythm] = [mailAddress(String(fields.address ?? '')), rhythmIn(fields)]
      if (address === null) {
        const given = {
          address: String(fields.address ?? '').slice(0, 254),
          rhythm: rhythm.rhythm,
          wrong: FOLLOWING.wrongAddress,
        }
        const main = plainView(FOLLOWING.failedTitle, [
          html`<p class="wrong" role="alert">${FOLLOWING.failed} ${FOLLOWING.wrongAddress}</p>`,
          followForm(asked.followed, given),
        ])
        return shown(c, { title: FOLLOWING.failedTitle, main }, 400)
      }
      // A field that nobody sees was filled in: by a program.
      if (fields.website) return c.redirect('/follow/asked', 303)
      const answer = await askToFollow(
        following,
        { address, followed: asked.followed, rhythm, from: subscriberAsking(c, settings) },
        now(),
      )
      if (answer === 'asked') return c.redirect('/follow/asked', 303)
      const main = plainView(FOLLOWING.failedTitle, [html`<p class="wrong" role="alert">${FOLLOWING.tooOften}</p>`])
      return shown(c, { title: FOLLOWING.failedTitle, main }, 429)
    })
}

type Fields = Readonly<Record<string, unknown>>

/** What a form brings; nothing where it is none. */
const fieldsIn = (c: Asking): Promise<Fields> => c.req.parseBody().catch(() => ({}))

/** When letters come, as a form has it. */
function rhythmIn({ rhythm, hour, weekday }: Fields): Rhythm {
  const within = (value: unknown, most: number, usual: number): number =>
    typeof value === 'string' && /^\d{1,2}$/.test(value) && Number(value) <= most ? Number(value) : usual
  return {
    rhythm: RHYTHMS.find((one) => one === rhythm) ?? 'daily',
    hour: within(hour, 23, USUAL.hour),
    weekday: within(weekday, 6, USUAL.weekday),
  }
}

/** What links of letters lead to. */
function signedScreen({ ledger, settings, now }: Site, following: Following): Screen {
  const known = knownOf(ledger)
  const over = (c: Asking) =>
    shown(c, { title: FOLLOWING.overTitle, main: plainView(FOLLOWING.overTitle, [FOLLOWING.over]) }, 410)
  const say = (c: Asking, title: string, paragraphs: Parameters<typeof plainView>[1]) =>
    shown(c, { title, main: plainView(title, paragraphs) })
  /** What the address's signed part is about. */
  const about = async (c: Context, purpose: Purpose): Promise<number | null> => {
    const read = readSigned(await secretOf(following), purpose, c.req.param('signed') ?? '', Date.parse(now()))
    return typeof read === 'number' ? read : null
  }
  const mineOf = async (follower: number, done?: string): Promise<string> => {
    const own = signed(await secretOf(following), 'manage', follower, Date.parse(now()) + HOLDS)
    return followsAt(own) + (done === undefined ? '' : `?done=${done}`)
  }
  const ended = (c: Asking) => say(c, FOLLOWING.endedTitle, [FOLLOWING.ended])
  return new Hono<Asked>()
    .on('ALL', ['/follow/:what/:signed', '/letter/:signed'], async (c, next) => {
      c.set('keep', false)
      await next()
      c.res.headers.set('x-robots-tag', 'noindex')
    })
    .get('/follow/confirm/:signed', async (c) => {
      const id = await about(c, 'confirm')
      const asked = id === null ? null : await followers.asked(following, id)
      if (asked === null) return over(c)
      return say(c, FOLLOWING.confirmTitle, [
        FOLLOWING.confirm(await known.nameOf(asked.followed), asked.address),
        FOLLOWING.confirmWhen(FOLLOWING.rhythms[asked.rhythm]),
        buttonView(FOLLOWING.confirmButton),
      ])
    })
    .post('/follow/confirm/:signed', async (c) => {
      const id = await about(c, 'confirm')
      const follower = id === null ? null : await followers.confirm(following, id, await lastDevelopment(ledger), now())
      return follower === null ? over(c) : c.redirect(await mineOf(follower, 'confirmed'), 303)
    })
    .get('/follow/mine/:signed', async (c) => {
      const id = await about(c, 'manage')
      const follower = id === null ? null : await followers.followerOf(following, id)
      if (follower === null) return over(c)
      const names = await Promise.all(follower.follows.map(({ followed }) => known.nameOf(followed)))
      const main = mineView(follower, names, FOLLOWING.done[c.req.query('done') ?? ''] ?? null)
      return shown(c, { title: FOLLOWING.mineTitle, main })
    })
    .post('/follow/mine/:signed', async (c) => {
      const id = await about(c, 'manage')
      if (id === null) return over(c)
      const fields = await fieldsIn(c)
      if (fields.do === 'forget') {
        await followers.forgetFollower(following, id)
        return ended(c)
      }
      if (fields.do === 'rhythm') {
        await followers.changeRhythm(following, id, rhythmIn(fields), now())
        return c.redirect(await mineOf(id, 'changed'), 303)
      }
      if (!/^\d{1,15}$/.test(String(fields.following))) return over(c)
      await followers.endFollowing(following, id, Number(fields.following))
      return (await followers.followerOf(following, id)) === null
        ? ended(c)
        : c.redirect(await mineOf(id, 'ended'), 303)
    })
    .get('/follow/end/:signed', async (c) =>
      (await about(c, 'end')) === null
        ? over(c)
        : say(c, FOLLOWING.endTitle, [FOLLOWING.endAsk, buttonView(FOLLOWING.endButton)]),
    )
    .post('/follow/end/:signed', async (c) => {
      const id = await about(c, 'end')
      if (id === null) return over(c)
      await followers.forgetFollower(following, id)
      return ended(c)
    })
    .get('/follow/never/:signed', async (c) =>
      (await about(c, 'refuse')) === null
        ? over(c)
        : say(c, FOLLOWING.neverTitle, [FOLLOWING.neverAsk, buttonView(FOLLOWING.neverButton)]),
    )
    .post('/follow/never/:signed', async (c) => {
      const id = await about(c, 'refuse')
      if (id === null) return over(c)
      await followers.refuse(following, id, 'asked', now())
      return say(c, FOLLOWING.neverDoneTitle, [FOLLOWING.ended])
    })
    .get('/letter/:signed', async (c) => {
      const id = await about(c, 'letter')
      const told = id === null ? null : await letterTold(known, following, id)
      if (told === null)
        return shown(
          c,
          { title: FOLLOWING.overTitle, main: plainView(FOLLOWING.overTitle, [FOLLOWING.letterGone]) },
          410,
        )
      const secret = await secretOf(following)
      const main = letterView(told, {
        site: settings.address,
        manage: await mineOf(told.follower),
        missedAt: (letter) => letterAt(signed(secret, 'letter', letter)),
      })
      return shown(c, { title: FOLLOWING.letterTitle, main })
    })
}
