/** By which capture something is known: when it was made, and the hash of its bytes, on paper in full. */
import type { CaptureShown } from '../../ledger/stood.ts'
import { type Html, html } from '../../publish/html.ts'
import { momentOf } from '../parts/moment.ts'
import { CLAIM } from '../words/claim.ts'

/** Characters of a hash that are enough to tell captures of a ledger apart by eye. */
const SHORT = 12

/** A hash: its beginning on a screen, all of it as its title and on paper. */
export const hashOf = (sha256: string): Html =>
  html`<code class="hash" title="${sha256}">${sha256.slice(0, SHORT)}<span class="paper">${sha256.slice(SHORT)}</span></code>`

/** `in our capture of 5 Jan 2025 09:12 UTC, SHA-256 1f0c...`. */
export const captureLine = (capture: Pick<CaptureShown, 'capturedAt' | 'sha256'> | null, words: string): Html =>
  capture === null
    ? html`${CLAIM.noCapture}`
    : html`${words} ${momentOf(capture.capturedAt)}, ${CLAIM.hash} ${hashOf(capture.sha256)}`
