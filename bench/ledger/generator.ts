// Ledgers of any size, made by seeded draws and written through the real tables, without captures: articles over five
// years, their claims with speakers, figures, days, places, unnamed sources and drift. Words, speakers, outlets and places
// come as often as in news: the n-th most common one n times more rarely than the first (Zipf). Every week has words that
// hardly any other has.

import type { Claim } from '../../src/claims/claim.ts'
import { claimColumns } from '../../src/ledger/claim-rows.ts'
import type { Ledger } from '../../src/ledger/open.ts'
import { packJson } from '../../src/ledger/pack.ts'
import { indexForSearch } from '../../src/ledger/search/entries.ts'
import { type Article, NOTHING } from '../../src/page/article.ts'
import type { DriftKind } from '../../src/stories/drift/drift.ts'
import { drawn } from '../../test/drawn.ts'

const COMMON =
  `the of to and in a that is was for on it with as be by at from are have said not has this will which or were an had
  their been more people would he they after who other two about one its but all there also new when first government
  over police up could than into can some out last city country officials state year report minister war workers million
  years time military emergency water hospital company bridge president law court market plan budget school army road
  border attack forces energy trade crisis health talks deal strike fire storm region`.split(/\s+/)

const SYLLABLES = 'ba ko li mar ten vo sha dri pel no ru gi stan fer o ka mi lo zu den ra vi ches ton ley bor un'.split(
  ' ',
)
export const MEASURES = [
  'killed',
  'wounded',
  'arrested',
  'displaced',
  'sent',
  'laid off',
  'cost',
  'missing',
  'rescued',
  'built',
]
const KINDS = ['person', 'organisation', 'document', 'outlet'] as const
const DRIFTS: readonly DriftKind[] = ['hedge dropped', 'attribution dropped', 'figure changed', 'verb strengthened']

/** Different words; how many of them belong to a week alone. */
const WORDS = 60_000
const OF_WEEK = 25

const DAY = 86_400_000
const FIRST = Date.UTC(2020, 0, 1)
/** Days from the first article to the last. */
export const DAYS = 1826

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
/** The date of a day, counted from the first article's. */
export const dayAt = (day: number): string => new Date(FIRST + day * DAY).toISOString().slice(0, 10)

/** What claims are made of. */
export interface World {
  readonly next: () => number
  readonly words: readonly string[]
  readonly speakers: readonly string[]
  readonly outlets: readonly string[]
  readonly places: readonly string[]
}

/** A world of names and words; the same seed gives the same. */
export function worldOf(seed: number): World {
  const next = drawn(seed)
  const one = (): string =>
    Array.from({ length: 2 + Math.floor(next() * 2) }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('')
  const several = (count: number, make: () => string): string[] => {
    const all = new Set<string>()
    while (all.size < count) all.add(make())
    return [...all]
  }
  return {
    next,
    words: several(WORDS, () => `${one()}${next() < 0.7 ? one() : ''}`).map((word, i) => COMMON[i] ?? word),
    speakers: several(20_000, () => `${capital(one())} ${capital(one())}`),
    outlets: several(800, () => `The ${capital(one())} ${next() < 0.5 ? 'Times' : 'Herald'}`),
    places: several(3_000, () => `${capital(one())}${next() < 0.3 ? ' region' : ''}`),
  }
}

/** One of a list, the n-th with a chance of 1/n. */
const zipf = <Thing>({ next }: World, things: readonly Thing[]): Thing =>
  things[Math.floor(Math.exp(next() * Math.log(things.length + 1))) - 1] as Thing

/** The words that a week has for itself. */
export const wordsOfWeek = ({ words }: World, day: number): readonly string[] => {
  const from = WORDS - OF_WEEK * (1 + Math.floor(day / 7))
  return words.slice(from, from + OF_WEEK)
}

function sentence(world: World, day: number, length: number): string {
  const own = wordsOfWeek(world, day)
  return Array.from({ length }, () =>
    world.next() < 0.02 ? own[Math.floor(world.next() * own.length)] : zipf(world, world.words),
  ).join(' ')
}

function claimOf(world: World, id: string, day: number, at: number): Claim {
  const { next } = world
  const length = 6 + Math.floor(next() * 34)
  const hasFigure = next() < 0.45
  const amount = Math.floor(10 ** (next() * 6)) + 1
  const open = next()
  const measure = zipf(world, MEASURES)
  const text = `${hasFigure ? `${amount.toLocaleString('en')} people ${measure} ` : ''}${sentence(world, day, length)}`
  const span = { start: at, end: at + text.length }
  const quote = { ...span, text }
  const unnamed = next() < 0.12
  const name = unnamed ? `${zipf(world, world.places)} official (unnamed)` : zipf(world, world.speakers)
  const said = next() < 0.6 ? dayAt(day - Math.floor(next() * 4)) : null
  const happened = next() < 0.4 ? day - Math.floor(next() * 20) : null
  return {
    id,
    in: 'text',
    type: next() < 0.3 ? 'direct' : 'indirect',
    act: 'speech',
    source: null,
    cue: null,
    content: { ...quote, parts: [span] },
    speaker: { name, kind: unnamed ? 'unnamed' : zipf(world, KINDS), key: unnamed ? null : name.toLowerCase() },
    chain: [],
    hedges: [],
    figures: hasFigure
      ? [
          {
            ...span,
            text: String(amount),
            low: open < 0.1 ? null : amount,
            high: open > 0.85 ? null : open > 0.75 ? amount * 2 : amount,
            approximate: false,
            qualifier: null,
            unit: 'people',
            measure,
            of: zipf(world, world.words),
          },
        ]
      : [],
    place: next() < 0.4 ? { ...span, text: '', name: zipf(world, world.places) } : null,
    eventTime:
      happened === null
        ? null
        : { text: '', start: dayAt(happened), end: dayAt(happened + Math.floor(next() * 3)), anchor: span },
    saidTime: said === null ? null : { text: '', date: next() < 0.1 ? said.slice(0, 7) : said, anchor: span },
    confidence: Math.round(next() * 100) / 100,
    why: '',
  }
}

/** An article with its claims and drift. */
function made(world: World, number: number, day: number, count: number) {
  const claims: Claim[] = []
  let text = ''
  for (let i = 0; i < count; i++) {
    const claim = claimOf(world, `c${i + 1}`, day, text.length)
    claims.push(claim)
    text += `${claim.content.text}\n\n`
  }
  const article: Article = {
    ...NOTHING,
    headline: capital(sentence(world, day, 9)),
    outlet: zipf(world, world.outlets),
    published: `${dayAt(day)}T0${number % 10}:00:00`,
    lang: world.next() < 0.97 ? 'en' : 'de',
    text,
  }
  const quote = { start: 0, end: 1, text: '', in: 'text' as const, claim: 'c1' }
  const drift = world.next() < 0.08 ? [{ kind: zipf(world, DRIFTS), from: quote, to: quote, lost: true, why: '' }] : []
  return { number, article, claims, headline: { claim: 'c1', lost: [], changed: [], drift } }
}

/** Articles of one transaction. */
const BATCH = 250

/**
 * Fills a ledger, in the order of publication.
 * @param progress is told how many articles there are
 */
export async function generate(
  ledger: Ledger,
  { articles, claims = 10, seed = 1 }: { articles: number; claims?: number; seed?: number },
  progress: (done: number) => void = () => {},
): Promise<void> {
  const world = worldOf(seed)
  for (let from = 0; from < articles; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, articles - from) }, (_, i) =>
      made(world, from + i, Math.floor(((from + i) / articles) * DAYS), claims),
    )
    await ledger.write((db) => write(db, batch))
    progress(from + batch.length)
  }
}

type Made = ReturnType<typeof made>

async function write(db: Parameters<Parameters<Ledger['write']>[0]>[0], batch: readonly Made[]): Promise<void> {
  const seenOf = ({ article }: Made) => `${article.published}.000Z`
  const articleIds = await ids(
    db
      .insertInto('article')
      .values(
        batch.map((one) => ({
          outlet: one.article.outlet,
          versionId: null,
          firstSeen: seenOf(one),
          lastSeen: seenOf(one),
        })),
      )
      .returning('id')
      .execute(),
  )
  const urlOf = ({ number }: Made) => `https://news.example/${number}`
  await db
    .insertInto('address')
    .values(
      batch.map((one, i) => ({ key: urlOf(one), url: urlOf(one), articleId: articleIds[i] as number, isSure: 1 })),
    )
    .execute()
  const versionIds = await ids(
    db
      .insertInto('version')
      .values(
        batch.map((one, i) => ({
          articleId: articleIds[i] as number,
          number: 1,
          wordsSha256: String(one.number),
          headline: one.article.headline,
          outlet: one.article.outlet,
          published: one.article.published,
          lang: one.article.lang,
          wire: null,
          firstSeen: seenOf(one),
          lastSeen: seenOf(one),
          isPartial: 0,
          page: packJson(one.article),
        })),
      )
      .returning('id')
      .execute(),
  )
  await db
    .updateTable('article')
    .set(({ selectFrom }) => ({
      versionId: selectFrom('version').select('version.id').whereRef('version.articleId', '=', 'article.id'),
    }))
    .where('id', 'in', articleIds)
    .execute()
  const readingIds = await ids(
    db
      .insertInto('reading')
      .values(
        batch.map((one, i) => ({
          versionId: versionIds[i] as number,
          engine: 'generator',
          edition: '1',
          readAt: seenOf(one),
          isCurrent: 1,
          packed: packJson({ claims: one.claims, headline: one.headline }),
        })),
      )
      .returning('id')
      .execute(),
  )
  const claims = batch.flatMap((one, i) =>
    one.claims.map((claim) => ({
      claim,
      place: {
        readingId: readingIds[i] as number,
        versionId: versionIds[i] as number,
        articleId: articleIds[i] as number,
      },
    })),
  )
  for (let at = 0; at < claims.length; at += 1000) await writeClaims(db, claims.slice(at, at + 1000))
  await indexForSearch(db, articleIds)
}

async function writeClaims(
  db: Parameters<typeof write>[0],
  claims: readonly {
    readonly claim: Claim
    readonly place: { readonly readingId: number; readonly versionId: number; readonly articleId: number }
  }[],
): Promise<void> {
  const claimIds = await ids(
    db
      .insertInto('claim')
      .values(
        claims.map(({ claim, place }) => ({
          ...claimColumns(claim),
          ...place,
          local: claim.id,
          isCurrent: 1,
          content: claim.content.text,
          type: claim.type,
          standsIn: claim.in,
          start: claim.content.start,
          end: claim.content.end,
          confidence: claim.confidence,
          continues: null,
          anchor: null,
          thread: null,
          isHidden: 0,
        })),
      )
      .returning('id')
      .execute(),
  )
  await db
    .updateTable('claim')
    .set(({ ref }) => ({ thread: ref('id') }))
    .where('id', 'in', claimIds)
    .execute()
  const figures = claims.flatMap(({ claim }, i) =>
    claim.figures.map(({ text, low, high, measure, unit, of }) => ({
      claimId: claimIds[i] as number,
      text,
      low,
      high,
      measure,
      unit,
      population: of,
    })),
  )
  if (figures.length > 0) await db.insertInto('figure').values(figures).execute()
}

/** Numbers given to rows, in the rows' order: databases give them rising. */
const ids = async (rows: Promise<readonly { readonly id: number }[]>): Promise<number[]> =>
  (await rows).map(({ id }) => id).sort((one, other) => one - other)
