/** What the desk lists: the pages read last, each reading in a line, and what changed in stories. */
import type { ReadingLine, StoryChanged } from '../../ledger/desk.ts'
import type { ClaimShown } from '../../ledger/shown.ts'
import { articleAt, articlesAt, claimAt, deskAt, outletAt, storyAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { quoted, shortened, UNTITLED } from '../../publish/story/words.ts'
import type { StoryTold } from '../../stories/told/told.ts'
import { followLine } from '../parts/follow.ts'
import { publishedAt } from '../parts/moment.ts'
import { DESK } from '../words/desk.ts'
import { PARTS } from '../words/parts.ts'

/** The longest headline, in characters. */
const LONGEST = 200

const cut = (words: string): string => shortened(words, LONGEST)

/** The pages read last. @param older the address of those before them; null where there are none */
export function pagesView(pages: readonly ReadingLine[], older: string | null): Html {
  return html`<section aria-labelledby="pages"><h2 id="pages">${DESK.pages}</h2>
<ol class="lines">${pages.map(pageView)}</ol>
<p class="meta">${older !== null && html`<a href="${older}" data-key="]">${DESK.older}</a> · `}<a href="${articlesAt()}">${DESK.articles}</a></p></section>`
}

function pageView({ article, headline, outlet, published, number, notes, ...line }: ReadingLine): Html {
  const { claims, figures, chains, leftOut } = line
  return html`<li data-stop><p class="headline"><a href="${articleAt(article)}">${headline === null ? UNTITLED : cut(headline)}</a></p>
<p class="meta">${outlet === null ? PARTS.noOutlet : html`<a href="${outletAt(outlet)}">${cut(outlet)}</a>`}, ${publishedAt(published)}${number > 1 && html`; ${DESK.version(number)}`}</p>
<p class="reading">${DESK.reading(claims, figures, chains, leftOut)}</p>
${notes.slice(0, 2).map(({ message }) => html`<p class="meta">${cut(message)}</p>`)}</li>`
}

/** A story that changed, as it is told now. */
export interface Changed extends StoryChanged {
  readonly told: StoryTold
}

/** Claims that are shown of one change. */
const FEW = 3

/**
 * What changed in stories.
 * @param since the position of the log since which; null for what the ledger read last
 * @param now the position now, from which a reader may go on next time
 */
export function storiesView(stories: readonly Changed[], since: number | null, now: number): Html {
  return html`<section aria-labelledby="changed" data-now="${now}" data-since="${DESK.sinceLast}"><h2 id="changed">${since === null ? DESK.stories : DESK.storiesSince}</h2>
${stories.length === 0 && html`<p class="soft">${DESK.noStories}</p>`}
<ol class="lines">${stories.map(changedView)}</ol>
<p class="meta screen-only"><a href="${deskAt(now)}">${DESK.fromNowOn}</a>${since !== null && html` · <a href="${deskAt()}">${DESK.allAgain}</a>`}</p>
${followLine({ kind: 'all' })}</section>`
}

function changedView({ story, told, added, again, origins, figures, corrections }: Changed): Html {
  const facts = DESK.changes(added.length, again.length, corrections.length)
  return html`<li data-stop><p class="headline"><a href="${storyAt(story)}">${told.title === null ? UNTITLED : cut(told.title)}</a></p>
<p>${told.account.sentence}</p>
${facts !== '' && html`<p class="meta">${facts}</p>`}
${claimsView(DESK.newStatements, origins)}${claimsView(DESK.newFigures, figures)}</li>`
}

function claimsView(head: string, claims: readonly ClaimShown[]): Html | null {
  if (claims.length === 0) return null
  const more = claims.length - FEW
  return html`<p class="meta">${head}: ${claims
    .slice(0, FEW)
    .map(
      ({ number, claim }, at) =>
        html`${at > 0 && '; '}<a href="${claimAt(number)}">${claim.speaker?.name.slice(0, 80) ?? PARTS.nobody}, ${quoted(claim.content.text, 90)}</a>`,
    )}${more > 0 && html`; ${DESK.andMore(more)}`}</p>`
}
