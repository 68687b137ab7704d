/** A claim by its permalink, its citation as a file, and what editors say of it. */
import { Hono } from 'hono'
import { correct, redo, type Saying, undo } from '../../ledger/corrections/correct.ts'
import { CorrectionError } from '../../ledger/corrections/correction-error.ts'
import { claimStood } from '../../ledger/stood.ts'
import { claimAt, claimLinkedAt, correctionsAt, searchAt } from '../../publish/addresses.ts'
import { CITATIONS, type CiteFormat } from '../../publish/cite/cite.ts'
import { citedOf } from '../../publish/cite/claim.ts'
import { html } from '../../publish/html.ts'
import { quoted } from '../../publish/story/words.ts'
import { shown } from '../layout.ts'
import { momentOf } from '../parts/moment.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { CLAIM, changeWords } from '../words/claim.ts'
import { PARTS } from '../words/parts.ts'
import { type ClaimShown, claimAsked } from './asked.ts'
import { changeSaid } from './said.ts'
import { fieldIn, fieldsOf, NOTHING_TYPED, type Typed } from './typed.ts'
import { claimView } from './view.ts'

const NUMBER = /^[1-9]\d{0,14}$/

/** A number of an address; null for what is none. */
const numberIn = (given: string | undefined): number | null =>
  given !== undefined && NUMBER.test(given) ? Number(given) : null

export function claimScreen({ ledger, settings, now }: Site): Screen {
  const one = async (c: Asking, typed: Typed = NOTHING_TYPED) => {
    const id = numberIn(c.req.param('id'))
    const at = c.req.method === 'GET' ? c.req.query('at') : undefined
    const asked = at === undefined ? null : numberIn(at)
    if (id === null || (at !== undefined && asked === null)) return missing(c, null)
    const from = numberIn(c.req.query('reports')) ?? 0
    const found = await claimAsked(ledger, id, { at: asked, from })
    if (found === null) return missing(c, (await claimStood(ledger, id)) === null ? null : id)
    const isEditor = c.var.role === 'editor'
    const excerpt = isEditor ? null : settings.excerpt
    if (found.now.corrected.isHidden && !isEditor) return hidden(c, found)
    const cited = citedOf(found.stood, settings.address, excerpt)
    const { claim } = found.stood.corrected
    const main = claimView(found, {
      isEditor,
      excerpt,
      citation: CITATIONS.txt.write(cited).trim(),
      cited,
      typed,
    })
    const title = `${claim.speaker?.name.slice(0, 80) ?? PARTS.nobody}: ${quoted(claim.content.text, Math.min(80, excerpt ?? 80))}`
    return shown(
      c,
      { title, main, linked: claimLinkedAt(id, asked ?? undefined), permalink: cited.permalink },
      typed.form === null ? 200 : 400,
    )
  }
  /** Writes what was sent down, and goes back to the claim; what is wrong is told where it was typed. */
  const written = async (c: Asking, formOf: (fields: Typed['fields']) => string, write: Write) => {
    const id = numberIn(c.req.param('id'))
    const stood = id === null ? null : await claimStood(ledger, id)
    if (id === null || stood === null) return missing(c, null)
    const fields = fieldsOf(await c.req.parseBody({ all: true }))
    const form = formOf(fields)
    try {
      await write(id, stood.corrected, fields, {
        by: fieldIn(fields, 'by'),
        why: fieldIn(fields, 'why'),
        at: now(),
      })
    } catch (error) {
      if (!(error instanceof CorrectionError)) throw error
      return one(c, { form, wrong: error.message, fields })
    }
    return c.redirect(correctionsAt(id), 303)
  }
  const reverse = (how: 'undo' | 'redo') => (c: Asking) =>
    written(
      c,
      (fields) => `${how} ${fieldIn(fields, 'correction')}`,
      async (_, __, fields, saying) => {
        const correction = numberIn(fieldIn(fields, 'correction')) ?? 0
        await (how === 'undo' ? undo : redo)(ledger, correction, saying)
      },
    )
  return new Hono<Asked>()
    .get('/claim/:id', (c) => one(c))
    .get('/claim/:id/:file{cite\\.(?:txt|json|ris|bib)}', async (c) => {
      const id = numberIn(c.req.param('id'))
      const asked = c.req.query('at')
      const at = asked === undefined ? Number.MAX_SAFE_INTEGER : numberIn(asked)
      const stood = id === null || at === null ? null : await claimStood(ledger, id, { at })
      const now = stood === null || asked === undefined ? stood : await claimStood(ledger, stood.claim)
      const isEditor = c.var.role === 'editor'
      if (stood === null || (now?.corrected.isHidden !== false && !isEditor)) return missing(c, null)
      const format = c.req.param('file').slice('cite.'.length) as CiteFormat
      const { type, write } = CITATIONS[format]
      c.header('Content-Disposition', `attachment; filename="hearsay-claim-${id}.${format}"`)
      return c.body(write(citedOf(stood, settings.address, isEditor ? null : settings.excerpt)), 200, {
        'content-type': type,
      })
    })
    .post('/claim/:id/correct', (c) =>
      written(
        c,
        (fields) => fieldIn(fields, 'form'),
        async (id, corrected, fields, saying) => {
          await correct(ledger, id, changeSaid(id, corrected, fieldIn(fields, 'form'), fields), saying)
        },
      ),
    )
    .post('/claim/:id/undo', reverse('undo'))
    .post('/claim/:id/redo', reverse('redo'))
}

type Write = (
  id: number,
  corrected: ClaimShown['stood']['corrected'],
  fields: Typed['fields'],
  saying: Saying,
) => Promise<void>

/** @param later the claim, where it is there now and was not at the entry that was asked for */
const missing = (c: Asking, later: number | null) =>
  shown(
    c,
    {
      title: CLAIM.missing,
      main: html`<article class="plain"><h1>${CLAIM.missing}</h1><p>${CLAIM.missingWhy}</p>${later !== null && html`<p><a href="${claimAt(later)}">${CLAIM.missingNow}</a></p>`}<p><a href="${searchAt('')}">${CLAIM.search}</a></p></article>`,
    },
    404,
  )

/** What readers are shown of a claim that a person hid. */
function hidden(c: Asking, { now, entries }: ClaimShown) {
  const hid = now.corrected.by.filter(({ change }) => change.field === 'hidden')
  const said = hid.length > 0 ? hid : entries
  return shown(
    c,
    {
      title: CLAIM.number(now.claim),
      main: html`<article class="plain"><h1>${CLAIM.number(now.claim)}</h1><p>${CLAIM.hiddenWhy}</p>${said.map(
        (entry) =>
          html`<p class="meta">${entry.kind === 'change' ? changeWords(entry.change) : CLAIM.undone}: ${entry.by.slice(0, 120)}, ${momentOf(entry.at)}: ${entry.why.slice(0, 2000)}</p>`,
      )}</article>`,
    },
    410,
  )
}
