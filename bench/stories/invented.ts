// Invented articles for measuring: families of which each is one text under many headlines, and articles that have
// nothing to do with each other. Every name and word is drawn from seeded lists; the same seed gives the same articles.

import type { Claim } from '../../src/claims/claim.ts'
import { NOTHING } from '../../src/page/article.ts'
import type { Reading } from '../../src/stories/reading.ts'
import { drawn } from '../../test/drawn.ts'

const SYLLABLES = 'ba ko li mar ten vo sha dri pel no ru gi stan fer o ka mi lo zu den ra vi'.split(' ')
const COMMON =
  `people government week officials plan company region report city million year law court school hospital road
  border water bank market vote party minister army police budget energy trade crisis talks deal strike fire storm`.split(
    /\s+/,
  )
const VERBS = 'rose fell closed opened failed grew moved stopped began changed spread ended'.split(' ')
const MEASURES = ['killed', 'wounded', 'laid off', 'arrested', 'sent', 'displaced']

/** A world of made-up words: as large as a newspaper's, the common ones more often. */
export function inventor(seed: number) {
  const next = drawn(seed)
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(next() * things.length)] as Thing
  const word = (): string => Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(SYLLABLES)).join('')
  const words = Array.from({ length: 20_000 }, word)
  const name = (): string => `${capital(pick(words))} ${capital(pick(words))}`
  const speakers = Array.from({ length: 4_000 }, name)
  const any = (): string => (next() < 0.4 ? pick(COMMON) : (words[Math.floor(words.length * next() ** 2)] as string))
  const sentence = (length: number): string =>
    Array.from({ length }, (_, i) => (i % 6 === 2 ? pick(VERBS) : any())).join(' ')
  return { next, pick, sentence, speakers, name }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const DAY = 86_400_000
const FIRST = Date.UTC(2024, 0, 1)

/** An article of its own: some paragraphs, some claims by speakers who come again in other articles. */
export function inventedArticle(world: ReturnType<typeof inventor>, id: string, day: number, claims = 5): Reading {
  const { next, pick, sentence, speakers } = world
  const published = new Date(FIRST + day * DAY).toISOString().slice(0, 10)
  let text = ''
  const told: Claim[] = []
  for (let n = 0; n < claims; n++) {
    const speaker = pick(speakers)
    const count = 10 + Math.floor(next() * 5000)
    const measure = pick(MEASURES)
    const content = `${count} ${pick(COMMON)} ${measure} as ${sentence(10)}`
    text += `${capital(sentence(18))}. `
    const start = text.length
    text += content
    const end = text.length
    text += `, ${speaker} said.\n\n`
    const [forename = '', surname = ''] = speaker.toLowerCase().split(' ')
    told.push({
      id: `c${n + 1}`,
      in: 'text',
      type: 'indirect',
      act: 'speech',
      source: null,
      cue: null,
      content: { start, end, text: content, parts: [{ start, end }] },
      speaker: { name: speaker, kind: 'person', key: `person:${surname}:${forename}` },
      chain: [
        { name: `Outlet ${id}`, kind: 'outlet', link: 'cites', anchor: null },
        { name: speaker, kind: 'person', link: 'own reporting', anchor: null },
      ],
      hedges: [],
      figures: [
        {
          start,
          end: start + String(count).length,
          text: String(count),
          low: count,
          high: count,
          approximate: false,
          qualifier: null,
          unit: 'people',
          measure,
          of: null,
        },
      ],
      place: null,
      eventTime: null,
      saidTime: null,
      confidence: 1,
      why: 'invented',
    })
  }
  return {
    id,
    article: { ...NOTHING, outlet: `Outlet ${id}`, headline: capital(sentence(8)), published, text },
    claims: told,
  }
}

/** The same text as another desk prints it: its own headline, a paragraph cut, a line of its own, a word or two changed. */
export function copyOf(world: ReturnType<typeof inventor>, reading: Reading, id: string): Reading {
  const { next, pick, sentence } = world
  const paragraphs = reading.article.text.split('\n\n').filter(Boolean)
  const kept = next() < 0.5 && paragraphs.length > 3 ? paragraphs.slice(0, -1) : paragraphs
  const edited = kept.map((paragraph) => (next() < 0.3 ? paragraph.replace(/ as /, ` as ${pick(COMMON)} `) : paragraph))
  const own = next() < 0.4 ? [`${capital(sentence(20))}.`] : []
  const text = [...edited, ...own].join('\n\n')
  const claims = reading.claims.flatMap((claim): Claim[] => {
    const head = claim.content.text.slice(0, claim.content.text.indexOf(' as '))
    const start = text.indexOf(head)
    if (start < 0) return []
    const end = text.indexOf(',', start)
    return [{ ...claim, content: { start, end, text: text.slice(start, end), parts: [{ start, end }] } }]
  })
  return { id, article: { ...reading.article, outlet: `Outlet ${id}`, headline: capital(sentence(7)), text }, claims }
}
