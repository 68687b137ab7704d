/**
 * The interval chart as SVG, drawn by Observable Plot on the server: it shows without a script, in the colours of the page
 * (`currentColor`, and CSS variables with a fallback), and tells a screen reader in words what it shows.
 */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { LRUCache } from 'lru-cache'
import { Html, html } from '../html.ts'
import type { Chart } from './chart.ts'
import { daysOfChart } from './chart.ts'
import type { LinkOf } from './glyphs.ts'
import { timeChart } from './overtime.ts'
import type { Scale } from './scale.ts'
import { valueChart } from './values.ts'

/** How a chart is drawn. */
export interface Drawn {
  /** In pixels; the SVG scales down with its page and never up. */
  readonly width: number
  /** What it shows, in a line; and in full, for those who cannot see it. */
  readonly title: string
  readonly description: string
  /** Where the words of a mark can be gone to; nowhere, unless it is said. */
  readonly linkOf?: LinkOf
}

/** Drawings that were made: of one chart at one width there is one, and making it takes longer than all of its page. */
const DRAWINGS = new LRUCache<string, string>({ max: 256 })

/**
 * The SVG of a chart as text: days across and values up where figures were said on several days, else values across.
 * @returns null where no figure has a place on the scale
 */
export function chartSvg(chart: Chart, drawn: Drawn): string | null {
  const { scale, lanes } = chart
  if (scale === null) return null
  const { linkOf = () => null } = drawn
  const key = JSON.stringify([chart, drawn, lanes.map(({ marks }) => marks.map(linkOf))])
  const drawing = DRAWINGS.get(key) ?? drawingOf(chart, scale, drawn, linkOf)
  DRAWINGS.set(key, drawing)
  return drawing
}

function drawingOf(chart: Chart, scale: Scale, { width, title, description }: Drawn, linkOf: LinkOf): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const days = daysOfChart(chart)
  const options =
    days.length > 1 ? timeChart(chart, scale, days, width, linkOf) : valueChart(chart, scale, width, linkOf)
  const svg = Plot.plot({ ...options, document, figure: false })
  svg.setAttribute('font-family', 'system-ui, sans-serif')
  svg.setAttribute('font-size', '11')
  const links = [...svg.querySelectorAll('a')]
  for (const link of links) {
    const name = link.querySelector('title')
    if (name !== null) link.prepend(name)
  }
  // What has links inside is no image: an image's parts are not told.
  svg.setAttribute('role', links.length > 0 ? 'group' : 'img')
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  svg.setAttribute('class', 'chart')
  const named = (name: string, text: string) => {
    const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name)
    element.textContent = text
    return element
  }
  svg.prepend(named('title', title), named('desc', description))
  return written(svg).source
}

/** What of the drawing is written. */
interface Drawing {
  readonly nodeType: number
  readonly localName: string
  readonly textContent: string | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly childNodes: Iterable<Drawing>
}

/** An element as it is written in HTML and XML alike: a serializer for HTML leaves `<` in attributes as it is. */
function written({ nodeType, localName, textContent, attributes, childNodes }: Drawing): Html {
  if (nodeType !== ELEMENT) return html`${textContent}`
  const name = new Html(localName)
  return html`<${name}${[...attributes].map((one) => html` ${new Html(one.name)}="${one.name === 'href' ? one.value : shorter(one.value)}"`)}>${[...childNodes].map(written)}</${name}>`
}

const ELEMENT = 1

const shorter = (value: string): string =>
  value.replace(LONG, (number) => String(Math.round(Number(number) * 100) / 100))

/** A number more exact than a hundredth of a pixel. */
const LONG = /(?<![\d.])-?\d{1,6}\.\d{3,}(?![\d.])/g
