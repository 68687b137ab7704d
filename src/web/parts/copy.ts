/** A button that copies words. Only a script can do so: it is hidden until one says that it can. */
import { type Html, html } from '../../publish/html.ts'

/** What a button says. */
interface CopyWords {
  readonly label: Html | string
  /** What is said when the words were copied. */
  readonly copied: string
  /** The key that presses it. */
  readonly key?: string
}

/** @param words that are copied */
export const copyButton = (words: string, { label, copied, key }: CopyWords): Html =>
  html`<button class="quiet screen-only" type="button" hidden${key !== undefined && html` data-key="${key}"`} data-copy="${words}" data-copied="${copied}">${label}</button>`
