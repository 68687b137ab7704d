// Invented news pages of usual length, by seeded draws: a developing story is told by several outlets, some of it in the
// same words; every page has the furniture of a news site around some 500 words.
import { drawn } from '../../test/drawn.ts'

const PLACES =
  'Marlow Tarn Eskby Norvale Hask Pell Orrin Dunmore Vessel Carrow Linden Astor Brack Soley Umber Wick'.split(' ')
const FIRST = 'Anna Jonas Maria Peter Ingrid Tomas Elena Karl Nadia Oskar Ruth Samir Vera Willem Yara Bruno'.split(' ')
const LAST = 'Berg Lind Marsh Holt Novak Iversen Quint Sorel Tamm Vance Arlen Brandt Cole Dahl Ekman Frost'.split(' ')
const ROLES = ['police chief', 'mayor', 'hospital director', 'harbour master', 'interior minister', 'union leader']
const WHAT = ['died', 'were wounded', 'were rescued', 'are missing', 'lost their homes', 'were arrested']
const EVENTS = ['flood', 'fire', 'storm', 'strike', 'landslide', 'explosion', 'blackout', 'protest']
const BODIES = ['the regional police', 'the health ministry', 'the fire service', 'the harbour authority', 'residents']

/** Outlets that tell a story. */
const TELLERS = 3

/** The page of a number: its address, its HTML and when it was captured. */
export function inventedPage(at: number): { readonly url: string; readonly html: string; readonly time: string } {
  const story = Math.floor(at / TELLERS)
  const next = drawn(story + 1)
  const one = <Of>(all: readonly Of[]): Of => all[Math.floor(next() * all.length)] as Of
  const [place, event, what] = [one(PLACES), one(EVENTS), one(WHAT)]
  const figure = 3 + Math.floor(next() * 400)
  const who = Array.from({ length: 4 }, () => ({ name: `${one(FIRST)} ${one(LAST)}`, role: one(ROLES) }))
  const speaker = (): { name: string; role: string } => one(who)
  const paragraphs = Array.from({ length: 14 }, (_, nth) => {
    const { name, role } = speaker()
    const some = 2 + Math.floor(next() * 900)
    switch (nth % 7) {
      case 0:
        return `Up to ${figure} people ${what} in the ${event} in ${place}, ${role} ${name} said on Monday, citing a report by ${one(BODIES)}.`
      case 1:
        return `“We have not seen a ${event} like this in ${some} years,” ${name} told reporters outside the town hall. “Nobody was prepared for it, and nobody can say when it will be over.”`
      case 2:
        return `At least ${some} houses in the east of ${place} stood without power, according to ${one(BODIES)}, which sent ${Math.ceil(some / 9)} workers to the region on Sunday.`
      case 3:
        return `${name}, the ${role}, denied that warnings had come too late and announced an inquiry that is expected to take ${1 + (some % 12)} months.`
      case 4:
        return `The road between ${place} and ${one(PLACES)} was closed in both directions. Shops and schools will stay shut until at least Thursday, the council wrote in a statement.`
      case 5:
        return `More than ${some} people spent the night in a sports hall, ${one(BODIES)} reported, while others stayed with relatives in ${one(PLACES)}.`
      default:
        return `The damage may reach ${some} million euros, an insurer estimated; ${name} called that figure premature and said that reliable numbers would be given next week.`
    }
  })
  const outlet = at % TELLERS
  const own = `The ${['Post', 'Courier', 'Bugle'][outlet]} could not verify the figure independently (report ${at}).`
  const headline =
    outlet === 0
      ? `Up to ${figure} people ${what} in ${place} ${event}`
      : `${figure} people ${what} in ${place} ${event}`
  const menu = Array.from({ length: 40 }, (_, i) => `<li><a href="/section-${i}">Section ${i}</a></li>`).join('')
  const cards = Array.from({ length: 6 }, (_, i) => `<li><a href="/r/${i}">Story ${i} of this day</a></li>`).join('')
  return {
    url: `https://outlet${outlet}.example/2025/01/${story}-${event}-in-${place.toLowerCase()}`,
    time: new Date(Date.UTC(2025, 0, 1) + story * 600_000).toISOString(),
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title><meta property="og:site_name" content="The ${['Post', 'Courier', 'Bugle'][outlet]}">
<meta property="article:published_time" content="2025-01-06T08:00:00Z"></head><body><nav><ul>${menu}</ul></nav><main><article><h1>${headline}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}<p>${own}</p></article><aside><h2>More</h2><ul>${cards}</ul></aside></main>
<footer><p>Copyright 2025. All rights reserved.</p><ul>${menu}</ul></footer></body></html>`,
  }
}
