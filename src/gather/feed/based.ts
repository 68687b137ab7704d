/** Addresses within XML: `xml:base` and links by their relation, as Atom defines them and RSS borrows them. */

import { kids } from './elements.ts'
import { httpAddress, MAX_NAMES } from './entry.ts'
import type { XmlElement } from './xml.ts'

/** What an element's relative addresses are relative to: `xml:base` of it and those around it, else `address`. */
export function baseOf(element: XmlElement, address: string | null): string | null {
  const chain: string[] = []
  for (let up: XmlElement | null = element; up; up = up.parent)
    if (up.attrs['xml:base']) chain.unshift(up.attrs['xml:base'])
  return chain.reduce<string | null>((base, part) => httpAddress(part, base) ?? base, address)
}

/** `href` of the links of a relation; no `rel` means `alternate` (RFC 4287, section 4.2.7.2). */
export function linksOf(element: XmlElement, relation: string, ...names: readonly string[]): string[] {
  return kids(element, ...names)
    .filter(({ attrs }) => attrs.href && (attrs.rel?.trim().toLowerCase() || 'alternate') === relation)
    .map(({ attrs }) => attrs.href ?? '')
    .slice(0, MAX_NAMES)
}
