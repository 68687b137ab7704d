/** The desk: one box that takes anything, what became of it, the pages read last, and what changed in stories. */
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { latestReadings, storiesChanged } from '../../ledger/desk.ts'
import { positionNow } from '../../ledger/position.ts'
import { storyTold } from '../../ledger/told.ts'
import { olderAt } from '../../publish/addresses.ts'
import { html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { DESK } from '../words/desk.ts'
import { batchView } from './batch.ts'
import { boxView } from './box.ts'
import { type Brought, broughtFile, broughtWords } from './brought.ts'
import { type Changed, pagesView, storiesView } from './lists.ts'

/** How often a list that is looked at without a script brings itself up to date, in seconds. */
const REFRESH = 3

/** Pages on the desk, and stories beside them. */
const PAGES = 15
const STORIES = 6

/** Entries of the log that the desk looks back on where nobody says since when. */
const BACK = 500

export function deskScreen({ ledger, intake }: Site): Screen {
  const desk = async (c: Asking, wrong: string | null = null, words = '') => {
    const since = numberIn(c.req.query('since'))
    const before = numberIn(c.req.query('before'))
    const pages = await latestReadings(ledger, { limit: PAGES, ...(before === null ? {} : { before }) })
    const { seq } = await positionNow(ledger)
    const changed: Changed[] = []
    for (const one of await storiesChanged(ledger, since ?? Math.max(0, seq - BACK), { limit: STORIES })) {
      const told = await storyTold(ledger, one.story)
      if (told !== null) changed.push({ ...one, told })
    }
    const last = pages.length === PAGES ? pages.at(-1) : undefined
    const main = html`<div class="desk">
<h1 class="aside">${DESK.title}</h1>
<p class="lede">${DESK.lede}</p>
${c.var.role === 'editor' && boxView(words, wrong)}
${
  seq === 0
    ? html`<p class="soft">${c.var.role === 'editor' ? DESK.none : DESK.noneYet}</p>`
    : html`<div class="columns">${storiesView(changed, since, seq)}${pagesView(pages, last === undefined ? null : olderAt(last.reading))}</div>`
}
</div>`
    return shown(
      c,
      { title: DESK.title, part: 'desk', main, islands: ['desk'], followed: { kind: 'all' } },
      wrong === null ? 200 : 400,
    )
  }
  return new Hono<Asked>()
    .get('/', (c) => desk(c))
    .post('/', async (c) => {
      const given = await c.req.parseBody({ all: true })
      const words = typeof given.words === 'string' ? given.words : ''
      const from = typeof given.from === 'string' ? given.from.trim() : ''
      if (from !== '' && !/^https?:$/.test(URL.canParse(from) ? new URL(from).protocol : ''))
        return desk(c, DESK.notAnAddress, words)
      const files = [given.files ?? []].flat().filter((file) => file instanceof File && file.name !== '') as File[]
      const brought: Brought[] = broughtWords(words, from === '' ? null : from)
      for (const file of files)
        brought.push(broughtFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
      if (brought.length === 0) return desk(c, DESK.nothing)
      return c.redirect(`/brought/${intake.take(brought)}`, 303)
    })
    .get('/brought/:name', (c) => {
      c.set('keep', false)
      const batch = intake.batch(c.req.param('name'))
      if (batch === null)
        return shown(
          c,
          {
            title: DESK.batch,
            part: 'desk',
            main: html`<article class="plain"><h1>${DESK.batch}</h1><p>${DESK.gone}</p><p><a href="/">${DESK.title}</a></p></article>`,
          },
          404,
        )
      const main = html`<article class="desk brought"><h1>${DESK.batch}</h1>
<div id="batch"${!batch.isDone && html` data-follow="${c.req.path}/events"`}>${batchView(batch)}</div>
<p><a href="/">${DESK.retry}</a></p></article>`
      return shown(c, {
        title: DESK.batch,
        part: 'desk',
        main,
        islands: ['desk'],
        ...(batch.isDone ? {} : { again: REFRESH }),
      })
    })
    .get('/brought/:name/events', (c) => {
      c.set('keep', false)
      const name = c.req.param('name')
      return streamSSE(c, async (stream) => {
        let wake = (): void => {}
        const unfollow = intake.follow(name, () => wake())
        stream.onAbort(() => {
          unfollow()
          wake()
        })
        for (;;) {
          const next = new Promise<void>((resolve) => {
            wake = resolve
          })
          const batch = intake.batch(name)
          if (stream.aborted) break
          const isDone = batch === null || batch.isDone
          const told = batch === null ? html`<p>${DESK.gone}</p>` : batchView(batch)
          await stream.writeSSE({ event: isDone ? 'done' : 'change', data: told.source })
          if (isDone) break
          await next
        }
        unfollow()
      })
    })
}

/** A number that a query gives; null for none and for what is none. */
const numberIn = (given: string | undefined): number | null =>
  given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : null
