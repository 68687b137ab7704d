/** Review: one claim after another beside its words; what an editor says of it is written down, and the next one comes. */
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { undo } from '../../ledger/corrections/correct.ts'
import { CorrectionError } from '../../ledger/corrections/correction-error.ts'
import { correctionOf } from '../../ledger/corrections/listed.ts'
import { recordAt, reviewAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asked, Asking, Screen, Site } from '../site.ts'
import { changeWords } from '../words/claim.ts'
import { CORRECTIONS, REVIEW } from '../words/review.ts'
import { correctionsView } from './corrections.ts'
import { nameForm, undoForm } from './forms.ts'
import { lookedAt } from './looked.ts'
import { around, itemNamed, queueOf } from './queue.ts'
import { say } from './said.ts'
import { keysView, lookedView, progressView } from './view.ts'

/** Where an editor's browser keeps the name that they gave. */
const COOKIE = 'hearsay-name'
/** Seconds for which it does: as long as they stay signed in. */
const KEPT = 12 * 3600

const numberIn = (given: unknown): number | undefined =>
  typeof given === 'string' && /^[1-9]\d{0,14}$/.test(given) ? Number(given) : undefined

const wordsIn = (given: unknown): string => (typeof given === 'string' ? given : '')

export function reviewScreen({ ledger, now }: Site): Screen {
  const nameOf = (c: Asking): string | null => {
    const name = getCookie(c, COOKIE)
    return name === undefined || name.trim() === '' ? null : name
  }

  /** What was done last, and the way to take it back. */
  const doneView = async (done: number | undefined, before: number | undefined): Promise<Html | null> => {
    if (done === undefined) return null
    const last = await correctionOf(ledger, done)
    if (last === null) return null
    const { correction, isInForce } = last
    const what = changeWords(correction.change)
    return html`<div class="done"><p role="status">${isInForce ? REVIEW.done(what, correction.claim) : REVIEW.undone(what, correction.claim)}</p>${isInForce && undoForm(correction.id, before)}</div>`
  }

  const look = async (
    c: Asking,
    {
      at,
      before,
      done,
      wrong,
    }: { at?: string | undefined; before?: number | undefined; done?: number | undefined; wrong?: string },
  ) => {
    c.set('keep', false)
    const queue = await queueOf(ledger, before)
    const item = itemNamed(queue, at)
    const looked = item === null ? null : await lookedAt(ledger, item)
    const name = nameOf(c)
    const last = await doneView(done, before)
    const isMissing = at !== undefined && looked === null
    const main = html`<div class="review">
<header class="review-head"><h1>${REVIEW.title}</h1>${progressView(queue, before)}</header>
${last}
${wrong !== undefined && html`<p class="wrong" role="alert">${wrong}</p>`}
${name === null && nameForm(null)}
${
  looked !== null
    ? lookedView(looked, around(queue, looked.item.name), before)
    : isMissing
      ? html`<p>${REVIEW.missing}. <a href="${reviewAt({ before })}">${REVIEW.first}</a></p>`
      : html`<p class="lede">${queue.claims === 0 ? REVIEW.nothing : REVIEW.finished}</p>`
}
${keysView(looked, last !== null)}
${name !== null && html`<form class="who-form screen-only" method="post" action="/review/name"><p class="meta">${REVIEW.by(name)} <button class="quiet" name="by" value="">${REVIEW.other}</button></p></form>`}
</div>`
    const title = looked === null ? REVIEW.title : `${REVIEW.claim(looked.member.id)} - ${REVIEW.title}`
    const status = wrong !== undefined ? 400 : isMissing ? 404 : 200
    return shown(c, { title, part: 'review', main, islands: ['review'] }, status)
  }

  const fields = async (c: Asking) => c.req.parseBody() as Promise<Record<string, unknown>>
  const saying = (c: Asking, why: unknown) => ({ by: nameOf(c) ?? '', why: wordsIn(why), at: now() })

  return new Hono<Asked>()
    .get('/review', async (c) => {
      if (c.var.role !== 'editor') {
        const main = html`<article class="record-list"><h1>${CORRECTIONS.title}</h1><p class="lede">${REVIEW.readers}</p>${await correctionsView(ledger, {})}</article>`
        return shown(c, { title: CORRECTIONS.title, part: 'review', main, permalink: recordAt() })
      }
      const [at, done, before] = ['at', 'done', 'before'].map((name) => c.req.query(name))
      return look(c, { at, done: numberIn(done), before: numberIn(before) })
    })
    .post('/review', async (c) => {
      const given = await fields(c)
      const [at, before] = [wordsIn(given.at), numberIn(given.before)]
      const queue = await queueOf(ledger, before)
      const item = itemNamed(queue, at)
      if (item === null) return look(c, { at, before, wrong: REVIEW.missing })
      const { next } = around(queue, item.name)
      try {
        const does = { does: wordsIn(given.do), other: wordsIn(given.other) }
        const done = await say(ledger, item, does, saying(c, given.why))
        return c.redirect(reviewAt({ at: next ?? undefined, done, before }), 303)
      } catch (error) {
        if (!(error instanceof CorrectionError)) throw error
        return look(c, { at, before, wrong: error.message })
      }
    })
    .post('/review/undo', async (c) => {
      const given = await fields(c)
      const [correction, before] = [numberIn(given.correction) ?? 0, numberIn(given.before)]
      try {
        const { id } = await undo(ledger, correction, saying(c, given.why))
        const undone = await correctionOf(ledger, correction)
        return c.redirect(
          reviewAt({ at: undone === null ? undefined : `c${undone.correction.claim}`, done: id, before }),
          303,
        )
      } catch (error) {
        if (!(error instanceof CorrectionError)) throw error
        return look(c, { before, wrong: error.message })
      }
    })
    .post('/review/name', async (c) => {
      const name = wordsIn((await fields(c)).by)
        .trim()
        .slice(0, 200)
        .toWellFormed()
      if (name === '') deleteCookie(c, COOKIE, { path: '/review' })
      else setCookie(c, COOKIE, name, { httpOnly: true, sameSite: 'Strict', path: '/review', maxAge: KEPT })
      return c.redirect(reviewAt(), 303)
    })
}
