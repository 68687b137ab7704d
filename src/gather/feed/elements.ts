/** Looking into XML elements: children by name, the text inside, the markup inside as HTML. */
import type { XmlElement } from './xml.ts'

/** The element's children that bear one of the names, in order. */
export function kids(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  )
}

/** The first child of the first name that has any. */
export function kid(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = element.children.find((child) => typeof child !== 'string' && child.name === name)
    if (found) return found as XmlElement
  }
  return null
}

/** All text inside, in order, as written. */
export function xmlText(element: XmlElement | null): string {
  if (!element) return ''
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : xmlText(child)
  return text
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** What is inside as HTML, for markup that stands in a feed as elements (Atom's `type="xhtml"`). */
export function xmlMarkup(element: XmlElement): string {
  let html = ''
  for (const child of element.children) {
    if (typeof child === 'string') {
      html += escaped(child)
      continue
    }
    const name = child.name.replace(/^.*:/, '').toLowerCase()
    if (!/^[a-z][a-z0-9-]{0,40}$/.test(name)) {
      html += xmlMarkup(child)
      continue
    }
    html += `<${name}`
    for (const attr in child.attrs) {
      if (/^[a-z][a-z0-9-]{0,40}$/i.test(attr) && attr !== 'xmlns')
        html += ` ${attr}="${escaped(child.attrs[attr] ?? '').replaceAll('"', '&quot;')}"`
    }
    // HTML's <br> without an end seems to hold what follows it.
    html += VOID.has(name) ? `>${xmlMarkup(child)}` : `>${xmlMarkup(child)}</${name}>`
  }
  return html
}
