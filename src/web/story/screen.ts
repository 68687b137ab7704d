/** Stories: the list of them, and each by its number. */
import { Hono } from 'hono'
import { numbersIn } from '../../ledger/numbers.ts'
import { positionNow } from '../../ledger/position.ts'
import { storiesListed, storyNow, storyTold } from '../../ledger/told.ts'
import { storiesAt, storyAt, storyLinkedAt } from '../../publish/addresses.ts'
import { UNTITLED } from '../../publish/story/words.ts'
import { shown } from '../layout.ts'
import type { Asked, Screen, Site } from '../site.ts'
import { STORY } from '../words/story.ts'
import { type Listed, listView } from './list.ts'
import { noStory } from './missing.ts'
import { storyView } from './view.ts'

/** Stories on a page of the list. */
const PAGE = 20

export function storyScreen({ ledger, settings }: Site): Screen {
  return new Hono<Asked>()
    .get('/stories', async (c) => {
      const after = afterOf(c.req.query('after'))
      const rows = await storiesListed(ledger, { limit: PAGE + 1, after })
      const page = rows.slice(0, PAGE)
      const listed: Listed[] = []
      for (const { id } of page) {
        const story = await storyTold(ledger, id)
        if (story !== null) listed.push({ id, story })
      }
      const last = rows.length > PAGE ? page.at(-1) : undefined
      const older = last === undefined ? null : storiesAt(`${last.lastDay ?? 'none'}.${last.articles}.${last.id}`)
      const main = listView(listed, { older, isFirst: after === null })
      return shown(c, { title: STORY.title, part: 'stories', main })
    })
    .get('/story/:id{[0-9]{1,15}}', async (c) => {
      const id = Number(c.req.param('id'))
      const now = await storyNow(ledger, id)
      if (now === null) return noStory(c)
      if (now !== id) return c.redirect(storyAt(now), 301)
      const story = await storyTold(ledger, id)
      if (story === null) return noStory(c)
      return shown(c, {
        title: story.title ?? UNTITLED,
        part: 'stories',
        main: storyView(story, {
          number: id,
          numbers: await numbersIn(ledger, story),
          site: settings.address,
          position: await positionNow(ledger),
        }),
        linked: storyLinkedAt(id),
        permalink: `${settings.address}${storyAt(id)}`,
        followed: { kind: 'story', story: id },
      })
    })
    .get('/story/:id', noStory)
}

/** The story after which the list goes on, as `storiesAt` names it; what is no such name is the beginning. */
function afterOf(name: string | undefined) {
  const [, day, articles, id] = /^(none|-?\d{1,8})\.(\d{1,9})\.(\d{1,15})$/.exec(name ?? '') ?? []
  if (day === undefined) return null
  return { lastDay: day === 'none' ? null : Number(day), articles: Number(articles), id: Number(id) }
}
