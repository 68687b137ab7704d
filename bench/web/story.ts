// A story of many reports, made up: the articles of one family, told on by outlets of other names that each leave out
// some of it.
import { drawn } from '../../test/drawn.ts'
import { familyOf } from '../origins/family.ts'
import type { InputLine } from '../origins/gold.ts'

const TOWNS = 'Alder Birch Cedar Dorne Elm Fenwick Gorse Hazel Iver Juniper Kell Larch Maple Norrow Oak'.split(' ')
const KINDS = 'Argus Beacon Courier Dispatch Echo Gazette Herald Journal Ledger Mercury News Observer Post'.split(' ')

/** So many articles that tell one story. */
export function storyOf(reports: number): InputLine[] {
  const { articles } = familyOf('web', 2, 0)
  const chance = drawn(1)
  return Array.from({ length: reports }, (_, at) => {
    const from = articles[at % articles.length] as InputLine
    if (at < articles.length) return from
    const paragraphs = (from.text ?? '').split('\n\n')
    const text = paragraphs.filter((_, index) => index < 2 || chance() < 0.8).join('\n\n')
    const outlet = `${TOWNS[at % TOWNS.length]} ${KINDS[at % KINDS.length]}`
    return { ...from, id: `${from.id}-${at}`, outlet, url: `https://outlet-${at}.example/story`, text }
  })
}
