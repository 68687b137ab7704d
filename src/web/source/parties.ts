/** With whom a source goes together, as lists with counts: names in articles, outlets, speakers, agencies. */
import type { LinkKind } from '../../claims/claim.ts'
import type { Party } from '../../ledger/source-parties.ts'
import { outletAt, speakerAt, unnamedAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { shortened } from '../../publish/story/words.ts'
import { SOURCE } from '../words/source.ts'
import type { SourceShown } from './view.ts'

/** Names that are listed one by one. */
const MOST = 12

const short = (name: string): string => shortened(name, 120)

export function partiesSection({ source, counts, parties, known }: SourceShown): Html {
  const { claims, names, via } = counts
  const isOutlet = source.kind === 'outlet'
  const row = (name: Html | string, count: number) =>
    html`<li><span class="name">${name}</span> <span class="count">${SOURCE.of(count, claims)}</span></li>`
  const list = (heading: string, rows: readonly Html[]) =>
    rows.length > 0 && html`<div><h3>${heading}</h3><ul class="tallies">${rows}</ul></div>`
  const links = (Object.entries(via) as [LinkKind, number][]).sort(([, one], [, other]) => other - one)
  return section(
    'parties',
    isOutlet ? SOURCE.whose : SOURCE.travels,
    html`<div class="tables">
${
  isOutlet
    ? list(
        SOURCE.speakers,
        parties.speakers.map((party) =>
          row(party.name === source.name ? short(party.name) : speakerLink(party), party.claims),
        ),
      )
    : list(
        SOURCE.carriers,
        parties.outlets.map(({ name, claims: own }) => row(html`<a href="${outletAt(name)}">${short(name)}</a>`, own)),
      )
}
${list(
  SOURCE.how[source.kind],
  links.map(([link, own]) => row(SOURCE.viaName[link], own)),
)}
${list(
  SOURCE.wires,
  parties.wires.map(({ name, claims: own }) =>
    row(known.has(name) ? html`<a href="${outletAt(name)}">${short(name)}</a>` : short(name), own),
  ),
)}
${
  !isOutlet &&
  list(
    SOURCE.names,
    names.slice(0, MOST).map(({ name, claims: own }) => row(html`<q>${short(name)}</q>`, own)),
  )
}
</div>`,
  )
}

const speakerLink = ({ name, key }: Party): Html =>
  html`<a href="${key === null ? unnamedAt(name) : speakerAt(key)}">${short(name)}</a>`
