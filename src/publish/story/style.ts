/**
 * The look of a story's report: one stylesheet for every width, for light and dark, and for paper, where it is a sourced
 * memo with its addresses printed. Text is set in the reader's own serif, labels in its sans; nothing is fetched.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1d1c1a; --soft: #5d5a54; --rule: #d9d5cb; --wash: #f4f1e9; --link: #1c4f8a; --mark: #8c2f1b;
  --text: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, serif;
  --label: "Avenir Next", "Segoe UI", "Source Sans 3", "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161514; --ink: #e9e5dc; --soft: #a8a297; --rule: #3a3733; --wash: #211f1d; --link: #9cc3f0; --mark: #f0a58f }
}
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100% }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 70rem;
  font: 1.0625rem/1.5 var(--text); font-variant-numeric: oldstyle-nums; overflow-wrap: anywhere; hanging-punctuation: first;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
h1, h2, h3 { font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0 }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); line-height: 1.1; letter-spacing: -.012em; max-width: 22em }
h2 { font-size: 1.3125rem }
h3 { font-size: 1.0625rem }
p, ul, ol, dl, figure, blockquote { margin: 0 }
ul, ol { padding: 0; list-style: none }
p, li, dd, blockquote { text-wrap: pretty }
.label, .meta, caption, th, summary, .key, .edge, .kind, .ids, figcaption {
  font-family: var(--label); font-size: .8125rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums
}
.soft, .meta, .edge, .ids { color: var(--soft) }
.label { font-weight: 600 }
.story { display: grid; gap: 2.75rem; counter-reset: none }
.story + .story { margin-top: 5rem; border-top: 3px solid var(--ink); padding-top: 2rem }
header.head { border-top: 3px solid var(--ink); padding-top: .9rem; display: grid; gap: .8rem }
header.head .meta { order: -1 }
.summary { font-size: 1.1875rem; line-height: 1.45; max-width: 38em; color: var(--soft) }
section { border-top: 1px solid var(--ink); padding-top: .75rem; display: grid; gap: 1.1rem }
section > div { display: grid; gap: 1.1rem; min-width: 0 }
section > div > * { min-width: 0 }
.account { font-size: clamp(1.25rem, 1.1rem + .8vw, 1.5625rem); line-height: 1.35; max-width: 30em; text-wrap: pretty }
.reasons { max-width: 42em; columns: 18em 2; column-gap: 2rem }
.reasons li { padding-left: 1.1em; text-indent: -1.1em; break-inside: avoid; font-size: .9375rem; line-height: 1.45 }
.reasons li::before { content: "\\2013\\00a0"; color: var(--soft) }
.prose { max-width: 38em }
.origin { display: grid; gap: .5rem; padding-bottom: 1.4rem; border-bottom: 1px solid var(--rule) }
.origin:last-of-type { border-bottom: 0; padding-bottom: 0 }
.said { max-width: 36em; font-size: 1.0625rem; quotes: none }
.origin > .sentence { font-style: italic }
.tree ul { margin-left: .7rem }
.tree { margin-top: .25rem; font-size: .9688rem; line-height: 1.4 }
.tree li { position: relative; padding: .28rem 0 .28rem 1.75rem }
.tree li::before { content: ""; position: absolute; left: 0; top: 0; bottom: 0; border-left: 1px solid var(--soft) }
.tree li:last-child::before { bottom: auto; height: 1.02rem }
.tree li::after { content: ""; position: absolute; left: 0; top: 1.02rem; width: 1.25rem; border-top: 1.5px solid var(--ink) }
.tree li.text::after { border-top: 4px double var(--ink); top: .93rem }
.tree li.peculiarity::after { border-top: 2.5px dotted var(--ink) }
.tree li.unknown::after { content: "?"; border: 0; top: .28rem; left: .55rem; width: auto; font-weight: 600 }
.tree .only { font-style: italic }
.tree li.alike { max-width: 44em }
.edge { display: block }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem }
.key span::before { content: ""; display: inline-block; width: 1.75rem; margin-right: .5rem; vertical-align: .28em; border-top: 1.5px solid var(--ink) }
.key .text::before { border-top: 4px double var(--ink) }
.key .peculiarity::before { border-top: 2.5px dotted var(--ink) }
.key .unknown::before { content: "?"; border: 0; width: auto; vertical-align: 0; font-weight: 700 }
figure { display: grid; gap: .75rem }
figure svg { font: 11px var(--label); display: block; max-width: 100%; height: auto; overflow: visible }
figure .narrow { display: none }
.words { font-size: .9375rem; line-height: 1.45 }
.panel { display: grid; gap: 1rem; padding-bottom: 1.6rem; border-bottom: 1px solid var(--rule) }
.panel:last-child { border-bottom: 0; padding-bottom: 0 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums }
caption { text-align: left; color: var(--soft); padding-bottom: .35rem }
th, td { text-align: left; vertical-align: baseline; padding: .38rem 1rem .38rem 0; border-top: 1px solid var(--rule) }
thead th { border-top: 0; border-bottom: 1px solid var(--ink); color: var(--soft); font-weight: 500; padding-top: 0 }
tbody th { font: inherit; font-weight: 600; min-width: 9.5em }
td:last-child, th:last-child { padding-right: 0 }
.number { white-space: nowrap }
h4 { margin: 0 }
.apart { display: grid; gap: .55rem; max-width: 42em }
.apart .because { display: block; font-size: .9375rem }
.drift { display: grid; gap: 1.1rem }
.drift > li { display: grid; gap: .2rem; max-width: 42em }
.kind { font-weight: 600; color: var(--mark) }
.drift q { quotes: none; text-underline-offset: .2em }
.drift .was { text-decoration: underline dotted 2px var(--soft) }
.drift .is { text-decoration: underline 1.5px var(--mark) }
.unsaid { display: grid; gap: .8rem; max-width: 42em }
.ids { white-space: nowrap }
.unread li { font-family: var(--label); font-size: .875rem }
details summary { cursor: pointer; color: var(--link) }
details[open] summary { margin-bottom: .75rem }
.contents ol { display: grid; gap: .35rem; counter-reset: story }
.contents li { counter-increment: story; padding-left: 1.75rem; text-indent: -1.75rem }
.contents li::before { content: counter(story) "."; display: inline-block; width: 1.75rem; text-indent: 0; color: var(--soft); font-variant-numeric: tabular-nums }
.contents { margin-bottom: 4rem; display: grid; gap: .8rem }
footer { margin-top: 3.5rem; border-top: 1px solid var(--rule); padding-top: .75rem; max-width: 46em }
@media (min-width: 60rem) {
  section { grid-template-columns: 12rem minmax(0, 1fr); column-gap: 2.5rem }
  section > div { padding-top: .2rem }
}
@media (max-width: 36rem) {
  body { padding: 1.25rem 1rem 3rem }
  figure .wide { display: none }
  figure .narrow { display: block }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .stack, .stack tbody, .stack tr, .stack th { display: block }
  .stack tr { border-top: 1px solid var(--rule); padding: .5rem 0 }
  .stack tbody th { border: 0; padding: 0 }
  .stack td { display: inline; border: 0; padding: 0; white-space: normal }
  .stack td + td::before { content: " \\00b7  "; color: var(--soft) }
  .tree ul { margin-left: 0 }
  .reasons { columns: 1 }
  .tree li { padding-left: 1.35rem }
  .tree li::after { width: .95rem }
  .tree li.unknown::after { left: .35rem }
}
@media print {
  @page { margin: 18mm 17mm }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #fff; --link: #000; --mark: #000 }
  html { font-size: 9.5pt }
  body { padding: 0; max-width: none }
  .story, section, section > div, .origin, .panel, .panel > div, figure, .drift, .unsaid, ul.apart { display: block }
  .story > * + *, section > div > * + *, .panel > * + *, .origin > * + *, figure > * + *, .panel > div > * + *,
  .drift > li + li, .unsaid > li + li, ul.apart > li + li { margin-top: .75rem }
  .story > * + * { margin-top: 1.75rem }
  section > h2 { margin-bottom: .75rem }
  .panel, .origin { padding-bottom: .75rem }
  .scroll { overflow: visible }
  figure svg { max-width: 15.5cm }
  .story + .story { break-before: page; margin-top: 0 }
  h2, h3, .label, caption, thead { break-after: avoid }
  thead { display: table-header-group }
  tr, .tree li, .drift > li, .unsaid > li, .apart > li, figure { break-inside: avoid }
  a { color: inherit; text-decoration: none }
  .addresses a::after { content: " " attr(href); font-family: var(--label); font-size: 7.5pt; color: var(--soft); display: block }
  details, details::details-content { display: block; content-visibility: visible; height: auto }
  summary { list-style: none }
  .contents { break-after: page }
}
`
