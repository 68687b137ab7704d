/**
 * The interval chart as SVG, drawn by Observable Plot on the server: it shows without a script, in the colours of the page
 * (`currentColor`, and CSS variables with a fallback), and tells a screen reader in words what it shows.
 */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { printable } from '../printable.ts'
import type { Chart } from './chart.ts'
import { daysOfChart } from './chart.ts'
import { timeChart } from './overtime.ts'
import { valueChart } from './values.ts'

/** How a chart is drawn. */
export interface Drawn {
  /** In pixels; the SVG scales down with its page and never up. */
  readonly width: number
  /** What it shows, in a line; and in full, for those who cannot see it. */
  readonly title: string
  readonly description: string
}

/**
 * The SVG of a chart as text: days across and values up where figures were said on several days, else values across.
 * @returns null where no figure has a place on the scale
 */
export function chartSvg(chart: Chart, { width, title, description }: Drawn): string | null {
  if (chart.scale === null) return null
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const days = daysOfChart(chart)
  const options = days.length > 1 ? timeChart(chart, chart.scale, days, width) : valueChart(chart, chart.scale, width)
  const svg = Plot.plot({ ...options, document, figure: false })
  svg.setAttribute('style', 'font: 11px var(--label, system-ui, sans-serif)')
  svg.setAttribute('role', 'img')
  for (const style of svg.querySelectorAll('style')) style.remove()
  svg.removeAttribute('class')
  const named = (name: string, text: string) => {
    const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name)
    element.textContent = text
    return element
  }
  svg.prepend(named('title', title), named('desc', description))
  return printable(svg.outerHTML)
}
