/** The site: every request goes down through what guards it to the screen that answers. */
import { Hono } from 'hono'
import { API_AT } from '../publish/addresses.ts'
import { html } from '../publish/html.ts'
import { bounded, headers, knownHost, paced, sameSite, unkept } from './access/guard.ts'
import { newSessions, roles } from './access/roles.ts'
import { signInScreen } from './access/sign-in.ts'
import { apiScreen } from './api/screen.ts'
import { articleScreen } from './article/screen.ts'
import { assets } from './assets.ts'
import { claimScreen } from './claim/screen.ts'
import { deskScreen } from './desk/screen.ts'
import { exportScreen } from './export/screen.ts'
import { feedScreen } from './feeds/screen.ts'
import { figuresScreen } from './figures/screen.ts'
import { followScreen, withMail } from './follow/screen.ts'
import { kept } from './kept.ts'
import { shown } from './layout.ts'
import { linkedForAll, linkedScreen } from './linked/screen.ts'
import { MCP, mcpScreen } from './mcp/screen.ts'
import { methodsScreen } from './methods/screen.ts'
import { correctionsScreen } from './review/corrections.ts'
import { reviewScreen } from './review/screen.ts'
import { searchScreen } from './search/screen.ts'
import type { Asked, Screen, Site } from './site.ts'
import { sourceScreen } from './source/screen.ts'
import { storyScreen } from './story/screen.ts'
import { webhooksScreen } from './webhooks/screen.ts'
import { ACCESS } from './words/access.ts'

/**
 * The whole site as one function from request to answer.
 * @throws nothing: what goes wrong becomes an answer, and is told to `complain`
 */
export function webApp(site: Site, complain: (error: Error) => void = () => {}): Screen {
  const { ledger, settings, now } = site
  const sessions = newSessions(settings, () => Date.parse(now()))
  const keep = kept(ledger)
  const api = apiScreen(site, { sessions, keep, complain })
  const mcp = mcpScreen(site, complain)
  const app = new Hono<Asked>()
    .use(headers(), unkept())
    .all(`${API_AT}/*`, (c) => api.fetch(c.req.raw, c.env))
    .all(MCP, (c) => mcp.fetch(c.req.raw, c.env))
    .use(knownHost(settings), linkedForAll(settings))
    .route('/', assets())
    .use(paced(settings), sameSite(settings), roles(settings, sessions), withMail(site), bounded(), keep)
    .route('/', signInScreen(settings, sessions))
    .route('/', linkedScreen(site))
    .route('/', articleScreen(site))
    .route('/', claimScreen(site))
    .route('/', feedScreen(site))
    .route('/', sourceScreen(site))
    .route('/', deskScreen(site))
    .route('/', storyScreen(site))
    .route('/', figuresScreen(site))
    .route('/', exportScreen(site))
    .route('/', searchScreen(site))
    .route('/', followScreen(site))
    .route('/', webhooksScreen(site))
    .route('/', reviewScreen(site))
    .route('/', correctionsScreen(site))
    .route('/methods', methodsScreen())
    .get('/robots.txt', (c) =>
      c.text(settings.isPublic ? 'User-agent: *\nDisallow: /search\n' : 'User-agent: *\nDisallow: /\n'),
    )
  app.notFound((c) =>
    shown(
      c,
      {
        title: ACCESS.missing,
        main: html`<article class="plain"><h1>${ACCESS.missing}</h1><p>${ACCESS.missingWhy}</p></article>`,
      },
      404,
    ),
  )
  app.onError((error, c) => {
    if ('getResponse' in error) return error.getResponse()
    complain(error)
    return shown(
      c,
      {
        title: ACCESS.failed,
        main: html`<article class="plain"><h1>${ACCESS.failed}</h1><p>${ACCESS.failedWhy}</p><p><code>${error.name === 'LedgerError' ? error.message : error.name}</code></p></article>`,
      },
      500,
    )
  })
  return app
}
