/** Rival figures of a story, and each panel of them as a picture or a table to take along. */
import { Hono } from 'hono'
import { numbersIn } from '../../ledger/numbers.ts'
import { storyNow, storyTold } from '../../ledger/told.ts'
import { figuresAt } from '../../publish/addresses.ts'
import { html } from '../../publish/html.ts'
import { UNTITLED } from '../../publish/story/words.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { noStory } from '../story/missing.ts'
import { placesOf } from '../story/places.ts'
import { FIGURES } from '../words/figures.ts'
import { chartedIn } from './asked.ts'
import { panelCsv } from './csv.ts'
import { pngOf } from './png.ts'
import { sheetSvg } from './sheet.ts'
import { figuresView } from './view.ts'

export function figuresScreen({ ledger, settings }: Site): Screen {
  const storyAsked = async (c: Asking) => {
    const id = Number(c.req.param('id'))
    const now = await storyNow(ledger, id)
    const story = now === null ? null : await storyTold(ledger, now)
    return now === null || story === null ? null : { id, now, story, numbers: await numbersIn(ledger, story) }
  }
  return new Hono<Asked>()
    .get('/story/:id{[0-9]{1,15}}/figures', async (c) => {
      const found = await storyAsked(c)
      if (found === null) return noStory(c)
      const { id, now, story, numbers } = found
      if (now !== id) return c.redirect(figuresAt(now), 301)
      const charted = chartedIn((name) => c.req.query(name))
      const main = figuresView(story, { number: id, charted, places: placesOf(numbers) })
      return shown(c, { title: `${FIGURES.title}: ${story.title ?? UNTITLED}`, part: 'stories', main })
    })
    .get('/story/:id{[0-9]{1,15}}/figures/:file{[0-9]{1,4}\\.(?:svg|png|csv)}', async (c) => {
      const found = await storyAsked(c)
      const [at = '', format = ''] = c.req.param('file').split('.')
      const panel = found?.story.figures[Number(at) - 1]
      if (found === null) return noStory(c)
      const { now, story, numbers } = found
      if (panel === undefined) return noPanel(c, now)
      const places = placesOf(numbers)
      const full = (path: string | null) => (path === null ? null : `${settings.address}${path}`)
      const name = `hearsay-story-${now}-figures-${at}.${format}`
      c.header('Content-Disposition', `${format === 'svg' ? 'inline' : 'attachment'}; filename="${name}"`)
      if (format === 'csv')
        return c.body(
          panelCsv(panel, Number(at), (mention) => full(places.claim(mention))),
          200,
          { 'content-type': 'text/csv; charset=utf-8; header=present' },
        )
      const svg = sheetSvg(panel, {
        charted: chartedIn((one) => c.req.query(one)),
        story: story.title ?? UNTITLED,
        address: `${settings.address}${figuresAt(now, Number(at))}`,
        linkOf: ({ mention }) => full(mention === null ? null : places.claim(mention)),
      })
      if (format === 'svg') return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
      return c.body(await pngOf(svg), 200, { 'content-type': 'image/png' })
    })
    .get('/story/:id/figures/*', noStory)
    .get('/story/:id/figures', noStory)
}

/** What is shown where a story has no such panel. */
const noPanel = (c: Asking, story: number) =>
  shown(
    c,
    {
      title: FIGURES.missing,
      part: 'stories',
      main: html`<article class="plain"><h1>${FIGURES.missing}</h1><p>${FIGURES.missingWhy}</p><p><a href="${figuresAt(story)}">${FIGURES.title}</a></p></article>`,
    },
    404,
  )
