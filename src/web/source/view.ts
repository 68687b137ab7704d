/** A speaker or an outlet: how much it said, on whose word, its own figures over time, and all of it, newest first. */
import type { SourcePanels } from '../../ledger/source-panels.ts'
import type { Parties } from '../../ledger/source-parties.ts'
import type { Source, SourceClaims, SourceCounts, SourceFigure } from '../../ledger/sources.ts'
import { claimsFurtherAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { datesOf } from '../../publish/when.ts'
import { followLine } from '../parts/follow.ts'
import { claimLine, seenClaim } from '../parts/lines.ts'
import { PARTS } from '../words/parts.ts'
import { SOURCE } from '../words/source.ts'
import { figuresSection } from './figures.ts'
import { filtersView } from './filters.ts'
import { partiesSection } from './parties.ts'
import { articlesFoundAt, sourceCondition } from './search.ts'

/** All that is shown of a source. */
export interface SourceShown {
  readonly source: Source
  /** Its address. */
  readonly address: string
  readonly name: string
  readonly counts: SourceCounts
  readonly parties: Parties
  /** Agencies whose copy it is that are outlets of the ledger. */
  readonly known: ReadonlySet<string>
  readonly page: SourceClaims
  /** Whether the page is the first. */
  readonly isFirst: boolean
  /** Its own figures. */
  readonly figures: readonly SourceFigure[]
  readonly panels: SourcePanels
}

export function sourceView(shown: SourceShown): Html {
  const { source, isFirst, counts } = shown
  if (counts.claims === 0) return html`<article class="source">${headView(shown)}${articlesLink(shown)}</article>`
  return html`<article class="source">
${headView(shown)}
${isFirst && html`${partiesSection(shown)}${figuresSection(shown)}`}
${claimsSection(shown)}
${source.kind !== 'unnamed' && filtersView(shown)}
</article>`
}

function headView(shown: SourceShown): Html {
  const { source, name, counts } = shown
  const { claims, articles, outlets, own, relayed, origins, first, last } = counts
  const kind = shown.page.claims[0]?.claim.speaker?.kind ?? 'unnamed'
  const isUnnamed = source.kind === 'unnamed' && kind === 'unnamed'
  const days = datesOf(first, last)
  const untold = claims - own.of
  return html`<header class="source-head">
<p class="kicker"><span>${source.kind === 'outlet' ? SOURCE.outlet : isUnnamed ? SOURCE.unnamed : SOURCE.speaker}${kind !== 'person' && source.kind !== 'outlet' && !isUnnamed && html`, ${PARTS.kinds[kind]}`}</span></p>
<h1>${name.slice(0, 300).toWellFormed()}</h1>
<p class="extent">${SOURCE.extent(claims, articles, source.kind === 'outlet' ? null : outlets)}${days !== null && `, ${SOURCE.published(days)}`}.</p>
${isUnnamed && html`<p class="note">${SOURCE.unnamedNote}</p>`}
${
  claims > 0 &&
  html`<dl class="counts" aria-label="${SOURCE.counts}">
${
  own.of > 0 &&
  html`<div><dt>${SOURCE.own[source.kind]}</dt><dd><b>${own.count}</b> of ${own.of}</dd></div>
<div><dt>${SOURCE.relayed[source.kind]}${relayedWords(shown)}</dt><dd><b>${relayed.count}</b> of ${relayed.of}</dd></div>`
}
<div><dt>${SOURCE.origins(origins)}</dt><dd><b>${origins}</b></dd></div>
</dl>`
}
${untold > 0 && html`<p class="meta">${SOURCE.untold(untold)}</p>`}
${followLine(source)}
</header>`
}

/** What there is of an outlet of which no claim was read. */
function articlesLink({ source, name }: SourceShown): Html {
  const address = articlesFoundAt(sourceCondition(source, name))
  return html`<p>${SOURCE.unclaimed}${address !== null && html` <a href="${address}">${SOURCE.articles}</a>`}</p>`
}

/** Whose copy an outlet prints, and how it has the rest of what it relays. */
function relayedWords({ source: { kind }, counts: { via }, parties: { wires } }: SourceShown): Html | null {
  if (kind !== 'outlet') return null
  const named = wires.reduce((sum, { claims }) => sum + claims, 0)
  const rest = { ...via, wire: (via.wire ?? 0) - named }
  const words = [
    ...wires.map(({ name, claims }) => SOURCE.copyOf(claims, name.slice(0, 120))),
    ...(['wire', 'quotes', 'cites', 'told', 'unnamed'] as const).flatMap((link) => {
      const claims = rest[link] ?? 0
      return claims === 0 ? [] : [SOURCE.via[link](claims)]
    }),
  ]
  return words.length === 0 ? null : html`: <span class="soft">${words.join(', ')}</span>`
}

function claimsSection({ source, address, page, isFirst }: SourceShown): Html {
  const { claims, next } = page
  return section(
    'claims',
    source.kind === 'outlet' ? SOURCE.claimsOutlet : SOURCE.claims,
    html`<p class="soft">${SOURCE.newestFirst}</p>
<ol class="lines">${claims.map(
      ({ number, claim, ...where }) =>
        html`<li>${claimLine(seenClaim(claim, number, where), source.kind === 'outlet' ? {} : { without: 'speaker' })}</li>`,
    )}</ol>
<nav class="pages screen-only" aria-label="${SOURCE.claims}">${!isFirst && html`<a href="${address}" data-key="[">${SOURCE.latest}</a> `}${next !== null && html`<a href="${claimsFurtherAt(address, next)}" rel="next" data-key="]">${SOURCE.further}</a>`}</nav>`,
  )
}
