/** Developments as text and as HTML: what they say, then where the claim and its story are, for ever. */
import type { Development } from '../../ledger/developments/development.ts'
import { webAddress } from '../address.ts'
import { claimAt, storyAt } from '../addresses.ts'
import { line } from '../cite/cited.ts'
import { type Html, html } from '../html.ts'
import { shortened } from '../story/words.ts'
import { developmentSentences } from './words.ts'

/** The longest title of a story, in characters. */
const TITLE = 200

/** What a development leads to. */
interface Link {
  readonly name: string
  readonly words: string
  readonly address: string
}

/** Where its claim is, pinned to what was known then; the story as it is told now; the page itself. */
function linksOf({ claim, story, storyTitle, seq }: Development, site: string): Link[] {
  const page = webAddress(claim.url)
  return [
    { name: 'Claim', words: `claim ${claim.number}`, address: `${site}${claimAt(claim.number, seq)}` },
    ...(story === null
      ? []
      : [
          {
            name: 'Story',
            words: line(shortened(storyTitle ?? `story ${story}`, TITLE)),
            address: `${site}${storyAt(story)}`,
          },
        ]),
    ...(page === null ? [] : [{ name: 'Page', words: 'the page that it was read from', address: page }]),
  ]
}

/** The permalink of a development: its claim, pinned to the position of the log by which it was noticed. */
export const developmentAddress = ({ claim, seq }: Development, site: string): string =>
  `${site}${claimAt(claim.number, seq)}`

/**
 * A development as plain text, a line a sentence.
 * @param site the site's own address, without a slash at its end
 */
export const developmentText = (development: Development, site: string): string =>
  [
    ...developmentSentences(development),
    ...linksOf(development, site).map(({ name, address }) => `${name}: ${address}`),
  ].join('\n')

/**
 * A development as HTML that stands by itself, in a feed or a letter: no script, no style, no picture.
 * @param site the site's own address, without a slash at its end
 */
export const developmentHtml = (development: Development, site: string): Html =>
  html`${developmentSentences(development).map(
    (sentence) => html`<p>${sentence}</p>
`,
  )}<p>${linksOf(development, site).map(
    ({ name, words, address }, at) => html`${at > 0 && ' · '}${name}: <a href="${address}">${words}</a>`,
  )}</p>
`
