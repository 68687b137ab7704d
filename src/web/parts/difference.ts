/** What became of words: those taken out and those put in, told apart by line and by sign, not by colour alone. */
import { type Wording, wordingBetween } from '../../ledger/changes.ts'
import { type Html, html } from '../../publish/html.ts'
import { shortened } from '../../publish/story/words.ts'

/** Words longer than this are cut, in characters. */
const LONGEST = 2000

const cut = (words: string): string => shortened(words, LONGEST)

/**
 * Words with what was taken out as `del` and what was put in as `ins`. White space at their ends is not marked; where
 * the one runs into the other, there is a space between them.
 */
export const wordingView = (wording: readonly Wording[]): Html =>
  html`${wording.map(({ words, is }, at) => {
    if (is === 'kept') return words
    const last = wording[at - 1]
    const runsOn = last !== undefined && last.is !== 'kept' && !/\s$/.test(last.words) && !/^\s/.test(words)
    const own = words.trim()
    const [before, after] =
      own === '' ? [words, ''] : [words.slice(0, words.indexOf(own)), words.slice(words.trimEnd().length)]
    return html`${runsOn && ' '}${before}${own !== '' && (is === 'gone' ? html`<del>${own}</del>` : html`<ins>${own}</ins>`)}${after}`
  })}`

/** How words became others; the words themselves where they are the same. */
export function differenceOf(before: string, after: string): Html {
  const [from, to] = [cut(before), cut(after)]
  const wording = wordingBetween(from, to)
  return html`<span class="difference">${wording === null ? to : wordingView(wording)}</span>`
}
