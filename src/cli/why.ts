/**
 * `--why`: every field of a reading with where it came from, every claim with what it was read from, and every run of
 * text that was left out with its reason.
 */
import type { Claim } from '../claims/claim.ts'
import type { Article } from '../page/index.ts'
import { when } from '../publish/when.ts'
import { type Choice, chosen, claimsWhy, noClaims, unshown } from './claims.ts'
import { kindsOf } from './flow.ts'
import type { Look } from './paint.ts'
import { labelled } from './terminal.ts'
import { wrap } from './wrap.ts'

const LABEL_WIDTH = 12
/** The longest reason is `outside the article`. */
const REASON_WIDTH = 21

/** What each field says, in the order of the contract; null where the page does not give it. */
function fieldsOf(article: Article): [string, string | null][] {
  const { blocks, text } = article
  return [
    ['headline', article.headline],
    ['deck', article.deck],
    ['bylines', article.bylines.join('\n') || null],
    ['published', article.published && when(article.published)],
    ['modified', article.modified && when(article.modified)],
    ['dateline', article.dateline],
    ['wire', article.wire],
    ['outlet', article.outlet],
    ['section', article.section],
    ['tags', article.tags.join(', ') || null],
    ['url', article.url],
    ['copyright', article.copyright],
    ['lang', article.lang],
    ['text', blocks.length === 0 ? null : `${text.length} characters: ${kindsOf(article)}`],
    [
      'images',
      article.images
        .map(({ caption, credit }) => `${caption ?? '(no caption)'}${credit ? ` (${credit})` : ''}`)
        .join('\n') || null,
    ],
    ['related', article.related.map(({ label, title }) => (label ? `${label}: ${title}` : title)).join('\n') || null],
  ]
}

/** The account of a reading, ending in a line feed. */
export function whyView(article: Article, claims: readonly Claim[], look: Look & Choice): string {
  const { width, paint } = look
  const lines: string[] = []
  const fields = fieldsOf(article)
  const named = new Set(fields.map(([field]) => field))
  for (const field of Object.keys(article.why)) if (!named.has(field)) fields.push([field, ''])
  for (const [field, value] of fields) {
    const [first = '', ...rest] = wrap(value ?? '-', width, labelled(field, LABEL_WIDTH))
    const evidence = article.why[field]
    const source = evidence ? `from ${evidence.from}${evidence.because ? `: ${evidence.because}` : ''}` : null
    if (value !== '') lines.push(paint.label(first.slice(0, LABEL_WIDTH)) + first.slice(LABEL_WIDTH), ...rest)
    if (source === null) continue
    const indent = labelled(value === '' ? field : '', LABEL_WIDTH)
    lines.push(...wrap(source, width, indent).map((line) => paint.dim(line)))
  }
  for (const { kind, message } of article.notes)
    lines.push(...wrap(`${kind}: ${message}`, width, { first: '! ', rest: '  ' }).map((line) => paint.warning(line)))
  const shown = chosen(claims, look)
  const rest = unshown(claims, look)
  lines.push('')
  if (claims.length === 0) lines.push(...wrap(noClaims(article), width))
  else lines.push(paint.heading(`claims: ${shown.length}`), ...claimsWhy(shown, article, look))
  if (rest !== null) lines.push(...wrap(rest, width).map((line) => paint.dim(line)))
  const { leftOut } = article
  if (leftOut.length > 0) {
    lines.push('', paint.heading(`left out, in the page's order: ${leftOut.length}`))
    for (const { text, reason } of leftOut) {
      const [first = '', ...rest] = wrap(text, width, labelled(reason, REASON_WIDTH))
      lines.push(paint.label(first.slice(0, REASON_WIDTH)) + first.slice(REASON_WIDTH), ...rest)
    }
  }
  return `${lines.join('\n')}\n`
}
