/** Signing in and out. */
import { Hono } from 'hono'
import { html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, SiteSettings } from '../site.ts'
import { ACCESS } from '../words/access.ts'
import { FRAME } from '../words/frame.ts'
import { isSame, type Sessions } from './roles.ts'

export function signInScreen({ address, password, tokens }: SiteSettings, sessions: Sessions): Screen {
  /** The path to go on to: of this site only. */
  const pathTo = (to: string): string => {
    const url = URL.canParse(to, address) ? new URL(to, address) : null
    if (url?.origin !== new URL(address).origin) return '/'
    return url.pathname.replace(/^\/+/, '/') + url.search
  }
  const form = (c: Asking, wrong: boolean) => {
    c.set('keep', false)
    const main = html`<article class="plain"><h1>${ACCESS.signIn}</h1>
${
  password === null
    ? html`<p>${tokens.length > 0 ? ACCESS.tokensAlone : ACCESS.none}</p>`
    : c.var.role === 'editor'
      ? html`<p>${ACCESS.signedIn}</p><form method="post" action="/sign-out"><button>${FRAME.signOut}</button></form>`
      : html`<p>${ACCESS.why}</p>
<form method="post" class="fields"><input type="hidden" name="to" value="${pathTo(c.req.query('to') ?? '/')}">
<label>${ACCESS.password} <input type="password" name="password" autocomplete="current-password" required autofocus></label>
${wrong && html`<p class="wrong" role="alert">${ACCESS.wrong}</p>`}
<button>${ACCESS.signIn}</button></form>`
}</article>`
    return shown(c, { title: ACCESS.signIn, main }, wrong ? 403 : 200)
  }
  return new Hono<Asked>()
    .get('/sign-in', (c) => form(c, false))
    .post('/sign-in', async (c) => {
      const given = await c.req.parseBody()
      if (password === null || !isSame(String(given.password ?? ''), password)) return form(c, true)
      sessions.begin(c)
      return c.redirect(pathTo(String(given.to ?? '/')), 303)
    })
    .post('/sign-out', (c) => {
      sessions.end(c)
      return c.redirect('/', 303)
    })
}
