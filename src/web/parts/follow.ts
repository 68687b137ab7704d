/** How what a screen shows is followed: a line of ways, to which others than feeds can be added, and links for programs. */
import type { Followed } from '../../ledger/developments/development.ts'
import { feedAt } from '../../publish/addresses.ts'
import { followedAt } from '../../publish/developments/followed.ts'
import { FEED_FORMATS, FEED_TYPES } from '../../publish/feeds/feed.ts'
import { type Html, html } from '../../publish/html.ts'
import { FOLLOW } from '../words/follow.ts'

/** The line that readers see. @param others further ways to follow it, each as it stands in the line */
export const followLine = (followed: Followed, others: readonly Html[] = []): Html =>
  html`<p class="meta follow screen-only">${FOLLOW.follow} ${FOLLOW.what[followed.kind]} ${FOLLOW.by} ${FEED_FORMATS.map(
    (format, at) =>
      html`${at > 0 && ', '}<a href="${feedAt(followedAt(followed), format)}" type="${FEED_TYPES[format]}">${FOLLOW.formats[format]}</a>`,
  )}${others.map((way) => html` · ${way}`)}</p>`

/** What the head of a document says of its feeds, for feed readers. */
export const feedLinks = (followed: Followed, title: string): Html =>
  html`${FEED_FORMATS.map(
    (
      format,
    ) => html`<link rel="alternate" type="${FEED_TYPES[format]}" title="${title} (${FOLLOW.formats[format]})" href="${feedAt(followedAt(followed), format)}">
`,
  )}`
