/** What of a source can be looked through further: links into the search that can be shared. */
import { conditionOf } from '../../ledger/search/query.ts'
import { type Html, html } from '../../publish/html.ts'
import { section } from '../../publish/story/section.ts'
import { SOURCE } from '../words/source.ts'
import { articlesFoundAt, foundAt, sourceCondition } from './search.ts'
import type { SourceShown } from './view.ts'

/** Measures that a link is given for. */
const MOST = 8

export function filtersView({ source, name, figures, parties }: SourceShown): Html | null {
  const own = sourceCondition(source, name)
  const measures = [...new Set(figures.flatMap(({ figure }) => figure.measure ?? []))].slice(0, MOST)
  const others =
    source.kind === 'outlet'
      ? parties.speakers.slice(0, 4).map((party) => [party.name, conditionOf('speaker', party.name)] as const)
      : parties.outlets.slice(0, 4).map((party) => [party.name, conditionOf('outlet', party.name)] as const)
  const articles = source.kind === 'outlet' ? articlesFoundAt(own) : null
  const links = [
    [SOURCE.all, ''],
    [SOURCE.direct, 'type:direct'],
    [SOURCE.indirect, 'type:indirect'],
    [SOURCE.headline, 'drift:"hedge dropped"'],
    ...measures.map((measure) => [measure, conditionOf('measure', measure)] as const),
    ...others,
  ].flatMap(([words = '', more = '']) => {
    const address = foundAt(own, more)
    return address === null ? [] : [html`<li><a href="${address}">${words.slice(0, 80)}</a></li>`]
  })
  if (articles !== null) links.unshift(html`<li><a href="${articles}">${SOURCE.articles}</a></li>`)
  if (links.length === 0) return null
  return html`<div class="screen-only">${section('search', SOURCE.search, html`<ul class="filters">${links}</ul>`)}</div>`
}
