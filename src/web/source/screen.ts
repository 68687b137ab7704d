/** Speakers, outlets and sources without a name, each at its own address. */
import { Hono } from 'hono'
import { ownFigures, sourcePanels } from '../../ledger/source-panels.ts'
import { outletsAmong, sourceParties } from '../../ledger/source-parties.ts'
import { type Source, sourceClaims, sourceCounts, sourceFigures } from '../../ledger/sources.ts'
import { outletAt, searchAt, speakerAt, unnamedAt } from '../../publish/addresses.ts'
import { html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { SOURCE } from '../words/source.ts'
import { foundAt, sourceCondition } from './search.ts'
import { sourceView } from './view.ts'

/** Claims of a page. */
const CLAIMS = 20

/** A longer key or name is none, in characters. */
const LONGEST = 1000

export function sourceScreen({ ledger, settings }: Site): Screen {
  const one = async (c: Asking, source: Source, address: string) => {
    const counts = (c.req.param('name') ?? '').length > LONGEST ? null : await sourceCounts(ledger, source)
    if (counts === null) return missing(c, source)
    const after = c.req.query('after') ?? null
    const name = source.kind === 'speaker' ? (counts.names[0]?.name ?? source.key) : source.name
    const figures = after === null ? ownFigures(source, await sourceFigures(ledger, source)) : []
    const parties = await sourceParties(ledger, source)
    const main = sourceView({
      source,
      address,
      name,
      counts,
      parties,
      known: await outletsAmong(
        ledger,
        parties.wires.map((wire) => wire.name),
      ),
      page: await sourceClaims(ledger, source, { limit: CLAIMS, after }),
      isFirst: after === null,
      figures,
      panels: await sourcePanels(ledger, name, figures),
    })
    return shown(c, { title: name.slice(0, 120), main, permalink: `${settings.address}${address}`, followed: source })
  }
  /** What the address names, as databases may be asked for it. */
  const named = (c: Asking): string => (c.req.param('name') ?? '').toWellFormed().replaceAll('\u0000', '\ufffd')
  return new Hono<Asked>()
    .get('/speaker/:name', (c) => one(c, { kind: 'speaker', key: named(c) }, speakerAt(named(c))))
    .get('/outlet/:name', (c) => one(c, { kind: 'outlet', name: named(c) }, outletAt(named(c))))
    .get('/unnamed/:name', (c) => one(c, { kind: 'unnamed', name: named(c) }, unnamedAt(named(c))))
}

function missing(c: Asking, source: Source) {
  const name = source.kind === 'speaker' ? nameIn(source.key) : source.name
  const address = foundAt(sourceCondition(source, name.slice(0, 200))) ?? searchAt('')
  return shown(
    c,
    {
      title: SOURCE.missing[source.kind],
      main: html`<article class="plain"><h1>${SOURCE.missing[source.kind]}</h1><p>${SOURCE.missingWhy}</p><p><a href="${address}">${SOURCE.searchFor}</a></p></article>`,
    },
    404,
  )
}

/** The surname or name that a key has in it. */
const nameIn = (key: string): string => key.split(':')[1] ?? key
