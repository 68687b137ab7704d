/**
 * When which report came out: a lane for each origin that most outlets carry, a dot for each report at the time that its
 * page gives. Drawn as SVG on the server; dots that would cover each other are piled up.
 */
import { type Html, html } from '../../publish/html.ts'
import type { Places } from '../../publish/story/places.ts'
import { section } from '../../publish/story/section.ts'
import { articlesById, publishedWords, quoted } from '../../publish/story/words.ts'
import { dateOf } from '../../publish/when.ts'
import { articleOf, type Mention } from '../../stories/reading.ts'
import type { ArticleTold, OriginTold, StoryTold } from '../../stories/told/told.ts'
import { laneName, STORY, timelineWords } from '../words/story.ts'

/** Lanes that can be told from each other at a glance. */
const LANES = 6
/** Dots that lead to their claims; more can hardly be pointed at, and weigh more than all the rest of the page. */
const LINKED = 150
/** Pixels: between two dots, a lane's name, the axis, the margin, and the column of what has no time. */
const DOT = 8
const NAME = 40
const AXIS = 26
const SIDE = 8
const UNDATED = 64
/** A day's name needs so much of the axis. */
const TICK = 74
const DAY = 24 * 3600 * 1000

interface Dot {
  readonly mention: Mention
  readonly article: ArticleTold
  /** In milliseconds since 1970; null where the page gives no day. */
  readonly at: number | null
}

interface Lane {
  readonly origin: OriginTold
  readonly dots: readonly Dot[]
}

/** The time that a page gives for itself, in the zone that it gives; a day alone is its noon. */
function timeOf({ published }: ArticleTold): number | null {
  if (published === null || !/^\d{4}-\d\d-\d\d/.test(published)) return null
  const at = Date.parse(
    published.length > 10
      ? /(?:Z|[+-]\d\d:?\d\d)$/.test(published)
        ? published
        : `${published}Z`
      : `${published}T12:00Z`,
  )
  return Number.isNaN(at) ? null : at
}

function laneOf(origin: OriginTold, byId: ReadonlyMap<string, ArticleTold>): Lane {
  const first = new Map(origin.claims.toReversed().map((mention) => [articleOf(mention), mention]))
  const dots = [...first].flatMap(([id, mention]): Dot[] => {
    const article = byId.get(id)
    return article === undefined ? [] : [{ mention, article, at: timeOf(article) }]
  })
  return {
    origin,
    dots: dots.sort((one, other) => (one.at ?? Number.POSITIVE_INFINITY) - (other.at ?? Number.POSITIVE_INFINITY)),
  }
}

/** The part on when which report came out; null for a story that one article alone tells. */
export function timelineSection(story: StoryTold, places: Places): Html | null {
  const byId = articlesById(story)
  const several = story.origins.filter(({ account }) => account.outlets > 1)
  const lanes = (several.length > 0 ? several : story.origins).slice(0, LANES).map((origin) => laneOf(origin, byId))
  if (story.articles.length < 2 || lanes.every(({ dots }) => dots.every(({ at }) => at === null))) return null
  const isMany = lanes.reduce((sum, { dots }) => sum + dots.length, 0) > LINKED
  const words = timelineWords(
    lanes.map(({ origin, dots }) => ({
      name: laneName(origin.speaker, origin.account.outlets),
      first: dots[0]?.at == null ? null : publishedWords(dots[0].article),
      last: dots.findLast(({ at }) => at !== null)?.article.published?.slice(0, 10) ?? null,
    })),
  )
  return section(
    `${story.id}-timeline`,
    STORY.timeline,
    html`<figure class="timeline"><div class="wide">${drawing(lanes, 760, isMany ? null : places, words)}</div><div class="narrow">${drawing(lanes, 350, null, words)}</div>
<figcaption class="soft">${STORY.timelineNote}</figcaption></figure>`,
    't',
  )
}

/** @param places where dots lead; null for dots that lead nowhere */
function drawing(lanes: readonly Lane[], width: number, places: Places | null, words: string): Html {
  const times = lanes.flatMap(({ dots }) => dots.flatMap(({ at }) => at ?? []))
  const first = Math.floor(times.reduce((a, b) => Math.min(a, b)) / DAY) * DAY
  const last = Math.max(first + DAY, Math.ceil(times.reduce((a, b) => Math.max(a, b)) / DAY) * DAY)
  const hasUndated = lanes.some(({ dots }) => dots.some(({ at }) => at === null))
  const right = width - SIDE - (hasUndated ? UNDATED : 0)
  const across = (at: number | null): number =>
    at === null ? width - SIDE - UNDATED / 2 : SIDE + ((at - first) / (last - first)) * (right - SIDE)
  let top = 0
  const drawn = lanes.map(({ origin, dots }) => {
    const piles = new Map<number, number>()
    const placed = dots.map((dot) => {
      const column = Math.round(across(dot.at) / DOT)
      const under = piles.get(column) ?? 0
      piles.set(column, under + 1)
      return { dot, x: column * DOT, under }
    })
    const high = [...piles.values()].reduce((a, b) => Math.max(a, b), 1)
    const base = top + NAME + high * DOT
    const own = html`<g><text class="name" x="0" y="${top + 14}">${laneName(origin.speaker, origin.account.outlets)}</text><text class="words" x="0" y="${top + 31}">${quoted(origin.words, Math.floor(width / 7.6))}</text><path class="base" d="M0 ${base}H${width}"/>${placed.map(
      ({ dot, x, under }) => dotView(dot, x, base - DOT / 2 - 1 - under * DOT, places),
    )}</g>`
    top = base + 12
    return own
  })
  const every = Math.max(1, Math.ceil(TICK / ((right - SIDE) / ((last - first) / DAY))))
  const days = Array.from({ length: Math.round((last - first) / DAY / every) }, (_, at) => first + at * every * DAY)
  const height = top + AXIS
  return html`<svg class="times" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${places === null ? 'img' : 'group'}"><title>${STORY.timelineWide}</title><desc>${words}</desc>
<g class="days">${days.map((day) => html`<path d="M${Math.round(across(day))} 0V${top + 4}"/><text x="${Math.round(across(day)) + 3}" y="${top + 16}">${dateOf(new Date(day).toISOString().slice(0, 10)).replace(/ \d{4}$/, '')}</text>`)}${hasUndated && html`<text class="none" x="${width}" y="${top + 16}">${STORY.noTime}</text>`}</g>
${drawn}</svg>`
}

function dotView({ mention, article }: Dot, x: number, y: number, places: Places | null): Html {
  const dot = html`<path d="M${x} ${y}h0"/>`
  const to = places?.claim(mention) ?? null
  return to === null
    ? dot
    : html`<a href="${to}" tabindex="-1"><title>${article.outlet ?? article.id}, ${publishedWords(article)}</title>${dot}</a>`
}
