/** Webhooks, as lists and tables. */
import { webhookAt, webhookDoAt, webhooksAt } from '../../publish/addresses.ts'
import { type Html, html } from '../../publish/html.ts'
import { shortened } from '../../publish/story/words.ts'
import type { DeliveryTold } from '../../publish/webhooks/log.ts'
import type { Webhook } from '../../publish/webhooks/webhook.ts'
import { momentOf } from '../parts/moment.ts'
import { WEBHOOKS } from '../words/webhooks.ts'

/** The longest address that is shown whole, in characters. */
const LONGEST = 200

/** A webhook with the name of what it is sent; null where the ledger has that no more. */
export interface Named extends Webhook {
  readonly name: string | null
}

/** How a webhook fares. */
const faresView = ({ waiting, failures, dueAt, off }: Webhook): Html =>
  html`<p class="meta">${WEBHOOKS.waiting(waiting)} · ${
    off !== null
      ? html`${WEBHOOKS.offSince}${momentOf(off.at)}: ${off.why}`
      : failures > 0
        ? html`<span class="wrong">${WEBHOOKS.trouble(failures)}${momentOf(dueAt)}</span>`
        : WEBHOOKS.on
  }</p>`

/** All webhooks. */
export const listView = (webhooks: readonly Named[]): Html =>
  webhooks.length === 0
    ? html`<p>${WEBHOOKS.none}</p>`
    : html`<ol class="lines">${webhooks.map(
        (one) =>
          html`<li data-stop><p class="headline"><a href="${webhookAt(one.id)}">${one.name ?? WEBHOOKS.toldOf}</a></p>
<p class="address">${shortened(one.url, LONGEST)}</p>${faresView(one)}</li>`,
      )}</ol>`

/** What the form has: what is followed, fixed or as a search. */
export interface Adding {
  /** By name, and as hidden fields; null where a search is asked for. */
  readonly about: { readonly name: string; readonly fields: Readonly<Record<string, string>> } | null
  readonly url: string
  readonly query: string
  readonly wrong: string | null
}

/** The form that adds a webhook. */
export const addForm = ({ about, url, query, wrong }: Adding): Html =>
  html`<section aria-labelledby="add"><h2 id="add">${WEBHOOKS.addTitle}</h2><div>
<form class="fields" method="post" action="${webhooksAt()}">
${wrong !== null && html`<p class="wrong" role="alert">${WEBHOOKS.wrong} ${wrong}</p>`}
${
  about === null
    ? html`<p class="field"><label for="q">${WEBHOOKS.query}</label><input id="q" name="q" value="${query}" maxlength="500" autocomplete="off"></p>`
    : html`<p>${WEBHOOKS.about}: <strong>${about.name}</strong></p>${Object.entries(about.fields).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
      )}`
}
<p class="field"><label for="url">${WEBHOOKS.url}</label><input id="url" name="url" type="url" value="${url}" placeholder="https://" maxlength="2000" autocomplete="off" required></p>
<button>${WEBHOOKS.add}</button></form></div></section>`

/** A secret, shown once. */
export const secretView = (
  id: number,
  words: { readonly title: string; readonly says: string },
  secret: string,
): Html =>
  html`<article class="plain"><h1>${words.title}</h1><p role="status">${words.says}</p>
<p><code class="secret">${secret}</code></p><p><a href="${webhookAt(id)}">${WEBHOOKS.go}</a></p></article>`

/** Which part of the messages. */
export interface Part {
  readonly before: number | null
  /** The message before which the list goes on; null after the last. */
  readonly next: number | null
}

/** A webhook with what was sent to it. */
export const webhookView = (one: Named, deliveries: readonly DeliveryTold[], { before, next }: Part): Html =>
  html`<p class="address">${shortened(one.url, LONGEST)}</p>${faresView(one)}
<div class="doing" role="group" aria-label="${WEBHOOKS.doing}">${(
    one.off === null ? (['try', 'off', 'secret', 'remove'] as const) : (['on', 'secret', 'remove'] as const)
  ).map((what) => button(webhookDoAt(one.id, what), WEBHOOKS.do[what]))}</div>
<section class="log" aria-labelledby="log"><h2 id="log">${WEBHOOKS.log}</h2><div>
${deliveries.length === 0 ? html`<p>${WEBHOOKS.nothing}</p>` : logView(one, deliveries)}
<p class="meta">${WEBHOOKS.kept}</p>
${(before !== null || next !== null) && html`<nav class="pages" aria-label="${WEBHOOKS.pages}">${before !== null && html`<a href="${webhookAt(one.id)}" data-key="[">${WEBHOOKS.newest}</a> `}${next !== null && html`<a href="${webhookAt(one.id, next)}" rel="next" data-key="]">${WEBHOOKS.older}</a>`}</nav>`}</div></section>`

const button = (action: string, label: string, fields: Readonly<Record<string, string>> = {}): Html =>
  html`<form method="post" action="${action}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="quiet">${label}</button></form>`

const logView = (webhook: Webhook, deliveries: readonly DeliveryTold[]): Html =>
  html`<div class="wide" tabindex="0" role="region" aria-labelledby="log"><table><thead><tr>${WEBHOOKS.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${deliveries.map((one) => deliveryView(webhook, one))}</tbody></table></div>`

const deliveryView = (webhook: Webhook, { id, message, development, state, madeAt, attempts }: DeliveryTold): Html =>
  html`<tr><th scope="row">${development === null ? WEBHOOKS.trial : WEBHOOKS.development(development)}</th>
<td>${momentOf(madeAt)}</td>
<td>${state}${state !== 'due' && html` · `}${state !== 'due' && webhook.off === null && button(webhookDoAt(webhook.id, 'again'), WEBHOOKS.do.again, { message: String(id) })}</td>
<td><ol class="attempts">${attempts.map(
    ({ at, duration, status, said }) =>
      html`<li>${momentOf(at)}, ${duration} ms: ${status ?? WEBHOOKS.noAnswer}${said !== '' && html` <q>${said}</q>`}</li>`,
  )}</ol></td>
<td><code>${message}</code></td></tr>
`
