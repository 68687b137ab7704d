/**
 * The figures that the reports of some origins give: each number of an origin once, with who answers for it, when it was
 * said and every claim that carries it. Of whom, where and over what time it counts is what most of its reports say; what
 * one leaves out another may tell.
 */
import type { Claim, Figure, SpeakerKind } from '../../claims/claim.ts'
import type { Mention, Read } from '../reading.ts'
import { relationOf, type Voice, voiceOf } from '../voice.ts'
import type { Count } from './comparable.ts'
import { conceptOf } from './concepts.ts'
import { isCountable, isNamed, peopleOf, populationKey } from './populations.ts'
import { isCountry, placeKey } from './scope.ts'

/** An origin as far as its figures need it. */
export interface Stated {
  readonly id: string
  readonly said: string | null
  readonly claims: readonly Mention[]
  /** Who answers for it; null where nobody does. */
  readonly voice: Voice | null
}

/** One claim's wording of a figure. */
interface Wording {
  readonly mention: Mention
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  readonly claim: Claim
  readonly figure: Figure
}

/** A number of an origin, or the words where there is none. */
export interface Given extends Count {
  readonly origin: string
  /** Who gave it; null where no report names anybody. */
  readonly claimant: { readonly key: string; readonly name: string; readonly kind: SpeakerKind } | null
  /** The day it was said, as exact as is known; null where unknown. */
  readonly said: string | null
  /** The day up to which it counts, where its reports say so. */
  readonly asOf: string | null
  /** The first day on which an article carries it; null where none is dated. */
  readonly carried: string | null
  readonly wordings: readonly Wording[]
  /** In how many articles. */
  readonly articles: number
}

/** The figures of origins, in the order of their claims. */
export function givenOf(origins: readonly Stated[], told: Read): Given[] {
  return origins.flatMap((origin) => {
    const byNumber = Map.groupBy(wordingsOf(origin, told), ({ wording }) => numberKey(wording.figure))
    return [...byNumber.values()].flatMap((some) =>
      byClaimant(some).flatMap(({ claimant, wordings }) =>
        apartInOne(wordings).map((own) => givenIn(own, claimant, origin)),
      ),
    )
  })
}

/** Wordings of one number by who answers for them; those that name nobody go with the claimant whom most name. */
function byClaimant(some: readonly Spoken[]) {
  const groups = [...Map.groupBy(some, ({ claimant }) => claimant?.key ?? null)]
    .sort(([a, x], [b, y]) => Number(a === null) - Number(b === null) || y.length - x.length)
    .map(([, own]) => ({ claimant: (own[0] as Spoken).claimant, wordings: own.map(({ wording }) => wording) }))
  const [first, ...others] = groups
  const nobody = others.find(({ claimant }) => claimant === null)
  if (first === undefined || nobody === undefined) return groups
  const rest = others.filter((group) => group !== nobody)
  return [{ ...first, wordings: [...first.wordings, ...nobody.wordings] }, ...rest]
}

interface Spoken {
  readonly wording: Wording
  readonly claimant: Given['claimant']
}

function wordingsOf({ id, claims, voice }: Stated, told: Read): Spoken[] {
  return claims.flatMap((mention): Spoken[] => {
    const claim = told.claims.get(mention)
    const article = mention.slice(0, mention.lastIndexOf('#'))
    const page = told.readings.get(article)?.article
    if (claim === undefined || page === undefined || claim.figures.length === 0) return []
    const claimant = claimantOf(voiceOf(claim, page), voice, id)
    return claim.figures.map((figure) => ({
      wording: { mention, article, outlet: page.outlet, published: page.published, claim, figure },
      claimant,
    }))
  })
}

/** Who answers for a claim's figures: the origin's speaker, but where the claim names another; null where it names nobody. */
function claimantOf(own: Voice, voice: Voice | null, origin: string): Given['claimant'] {
  if (own.kind === 'unattributed' || own.kind === 'unstated') return null
  const isOther = voice === null || (own.key !== null && ['two names', 'apart'].includes(relationOf(own, voice)))
  const { key, name, kind } = isOther ? own : voice
  if (kind === 'unattributed' || kind === 'unstated') return null
  // Two officials without a name are not known to be one: each origin's is its own.
  return { key: key ?? `${name} ${origin}`, name, kind }
}

/** Army units are words for a number that nobody said. */
const FORMATION = /^(?:battalion|brigade|company|division|platoon|regiment|squad)s?$/
const LOOSE = /^(?:up to|nearly|almost|about|around|some|roughly|the|a|an|another)\s+/i

/** The number, or the words where there is none. */
function numberKey({ low, high, text, unit }: Figure): string {
  if (low !== null || high !== null) return `${high ?? low}${unit === 'percent' ? '%' : ''}`
  if (unit !== null && FORMATION.test(unit)) return unit.replace(/s$/, '')
  let words = text.toLowerCase()
  while (LOOSE.test(words)) words = words.replace(LOOSE, '')
  return words
}

/** One number that a claim gives twice, of the killed and of the wounded, is two figures. */
function apartInOne(wordings: readonly Wording[]): Wording[][] {
  const mentions = new Set(wordings.map(({ mention }) => mention))
  if (mentions.size === wordings.length) return [[...wordings]]
  const byMeasure = Map.groupBy(wordings, ({ figure: { measure } }) => measure && conceptOf(measure).outcomes.join())
  const most = Map.groupBy(wordings, ({ mention }) => mention)
  const isTwo = [...most.values()].some((own) => new Set(own.map(({ figure }) => figure.measure)).size > 1)
  return isTwo ? [...byMeasure.values()] : [[...wordings]]
}

function givenIn(wordings: readonly Wording[], claimant: Given['claimant'], origin: Stated): Given {
  const figures = wordings.map(({ figure }) => figure)
  const measured = figures.flatMap(({ measure }) => measure ?? [])
  const counted = figures.flatMap(({ of }) => (of !== null && isCountable(of) ? [of] : []))
  const named = counted.filter(isNamed)
  const bounds = most(figures, ({ low, high }) => `${low} ${high}`) as Figure
  const hasBounds = ({ low, high }: Figure) => low === bounds.low && high === bounds.high
  const articles = new Set(wordings.map(({ article }) => article)).size
  const days = wordings.flatMap(({ claim }) => claim.saidTime?.date?.match(/^\d{4}-\d\d-\d\d$/)?.[0] ?? [])
  const said = origin.said ?? most(days)
  const measure = most(measured, (name) => conceptOf(name).outcomes.join())
  const of = most(named.length > 0 ? named : counted, (words) => populationKey(words) ?? '')
  return {
    origin: origin.id,
    claimant,
    said,
    figure: {
      text: (most(figures, ({ text }) => text.toLowerCase()) as Figure).text,
      low: bounds.low,
      high: bounds.high,
      approximate: most(figures.map(({ approximate }) => approximate)) === true,
      qualifier: most(figures.filter(hasBounds).map(({ qualifier }) => qualifier?.toLowerCase() ?? null)),
      unit: most(figures.flatMap(({ unit }) => unit ?? [])),
      measure,
      of,
    },
    place: placeOf(wordings, articles, of),
    when: windowOf(wordings, articles, said, measure !== null && conceptOf(measure).planned),
    asOf: most(
      wordings.flatMap(({ claim: { eventTime } }) => (eventTime?.start === null ? (eventTime.end ?? []) : [])),
    ),
    carried: wordings
      .flatMap(({ published }) => published?.slice(0, 10) ?? [])
      .reduce<string | null>((first, day) => (first === null || day < first ? day : first), null),
    wordings,
    articles,
  }
}

/** What most have in common, the first of them where as many have another; null for none. */
function most<Thing>(things: readonly Thing[], key: (thing: Thing) => unknown = (thing) => thing): Thing | null {
  const groups = [...Map.groupBy(things, key).values()]
  return groups.reduce<readonly Thing[]>((best, some) => (some.length > best.length ? some : best), [])[0] ?? null
}

/** Where it counts, if more than half of the articles say so. One article's word for a country tells nothing of its people. */
function placeOf(wordings: readonly Wording[], articles: number, of: string | null): string | null {
  const places = onceAnArticle(wordings, ({ claim: { place } }) => place?.name ?? null, placeKey)
  const place = most(places, placeKey)
  if (place === null) return null
  const times = places.filter((one) => placeKey(one) === placeKey(place)).length
  if (times === 1 && isCountry(placeKey(place)) && of !== null && peopleOf(of) !== null) return null
  return times * 2 > articles ? place : null
}

/**
 * Over what time it counts, if more than a third of the articles say the same: retellings leave it out. The day on which
 * it was said is none; when something is to happen is no time over which it is counted.
 */
function windowOf(
  wordings: readonly Wording[],
  articles: number,
  said: string | null,
  planned: boolean,
): Given['when'] {
  const keyOf = ({ start, end }: { start: string | null; end: string | null }) => `${start} ${end}`
  const windows = onceAnArticle(
    wordings.filter(({ claim }) => claim.in === 'text'),
    ({ claim: { eventTime } }) => {
      if (eventTime === null || eventTime.start === null) return null
      const { start, end } = eventTime
      return start === end && (said === null || said === start) ? null : { start, end }
    },
    keyOf,
  )
  const window = most(windows, keyOf)
  if (planned || window === null) return null
  return windows.filter((one) => keyOf(one) === keyOf(window)).length * 3 > articles ? window : null
}

/** What the wordings of each article tell, each thing once an article. */
function onceAnArticle<Thing>(
  wordings: readonly Wording[],
  tell: (wording: Wording) => Thing | null,
  keyOf: (thing: Thing) => string,
): Thing[] {
  const told = wordings.flatMap((wording) => {
    const thing = tell(wording)
    return thing === null ? [] : [[`${wording.article} ${keyOf(thing)}`, thing] as const]
  })
  return [...new Map(told).values()]
}
