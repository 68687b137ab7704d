/** A claim as a sourced memo: its words, on whose word, who reports it how, what people said of it, and how to cite it. */
import type { Cited } from '../../publish/cite/cited.ts'
import { type Html, html } from '../../publish/html.ts'
import type { ClaimShown } from './asked.ts'
import { chainSection } from './chain.ts'
import { citeSection } from './cite.ts'
import { fixSection } from './fix.ts'
import { type ClaimOptions, headView } from './head.ts'
import { historySection } from './history.ts'
import { reportsSection } from './reports.ts'
import type { Typed } from './typed.ts'

/** @param typed what an editor filled in that could not be saved */
export function claimView(
  shown: ClaimShown,
  { typed, cited, ...options }: ClaimOptions & { readonly typed: Typed; readonly cited: Cited },
): Html {
  const fixes = options.isEditor && fixSection(shown, typed)
  const history = historySection(shown, options.isEditor ? typed : null)
  const isTold = [fixes, history].some((part) => part !== false && part.source.includes('id="wrong"'))
  return html`<article class="claim">
${typed.form !== null && !isTold && html`<p class="wrong" role="alert">${typed.wrong}</p>`}
${headView(shown, options)}
${chainSection(shown)}
${reportsSection(shown, options.excerpt)}
${history}
${citeSection(shown, cited)}
${fixes}
</article>`
}
