/**
 * What nobody says: of a figure or statement that several report, what no report of it tells - who counted, over what
 * time, killed or wounded, by which document, who the source is. Computed from claims and the paragraphs they stand in;
 * one word that may tell it in any of them, and nothing is said to be missing.
 */
import type { Claim } from '../../claims/claim.ts'
import { conceptOf } from '../figures/concepts.ts'
import type { Given } from '../figures/given.ts'
import { isNamed } from '../figures/populations.ts'
import { articleOf, type Mention, type Read } from '../reading.ts'
import { paragraphOf } from './around.ts'
import { documentUnnamed, sourceUnnamed } from './unnamed.ts'
import { COUNTED, PLACE, SPLIT, TIME } from './unsaid-words.ts'

type UnsaidKind =
  | 'source'
  | 'who counted'
  | 'killed or wounded'
  | 'over what time'
  | 'which document'
  | 'where'
  | 'of whom'

export interface Unsaid {
  readonly kind: UnsaidKind
  /** What it is about, in words of a report: a figure or the statement. */
  readonly about: string
  /** What is not said, in neutral words: `No report says who counted.` */
  readonly sentence: string
  /** What that rests on. */
  readonly why: string
  readonly origins: readonly string[]
  /** The claims that were looked at. */
  readonly claims: readonly Mention[]
}

/** An origin as far as it matters here. */
export interface Stated {
  readonly id: string
  readonly claims: readonly Mention[]
  /** How many texts carry it: copies of one are one. */
  readonly account: { readonly reports: number }
}

/** Findings of a story that are shown. */
const SHOWN = 12
/** Figures and statements that are looked at, those that most articles carry. */
const LOOKED_AT = 60
/** Texts from which it is worth saying that none of them tells. */
const SEVERAL = 2

/** What no report of a story's figures and statements says, of those that most articles carry first; of one thing once. */
export function unsaidOf(given: readonly Given[], origins: readonly Stated[], told: Read): Unsaid[] {
  const several = new Map(origins.filter(({ account }) => account.reports >= SEVERAL).map((one) => [one.id, one]))
  const statements = [...several.values()].map((origin) => ({
    articles: new Set(origin.claims.map(articleOf)).size,
    tell: () => ofStatement(origin, told),
  }))
  const areNamed = given.some(({ figure: { of } }) => of !== null && isNamed(of))
  const figures = given.flatMap((one) => {
    const origin = several.get(one.origin)
    if (origin === undefined || one.articles < SEVERAL) return []
    return [{ articles: one.articles, tell: () => ofFigure(one, origin.claims, told, areNamed) }]
  })
  const found = [...statements, ...figures]
    .sort((one, other) => other.articles - one.articles)
    .slice(0, LOOKED_AT)
    .flatMap(({ tell }) => tell())
  const once = new Map(found.toReversed().map((one) => [`${one.kind} ${one.origins.join()}`, one]))
  return [...once.values()].reverse().slice(0, SHOWN)
}

/** Harm that somebody must have counted, and over some time. */
const HARM: ReadonlySet<string> = new Set(['captured', 'killed', 'lost', 'missing', 'wounded'])
const PEOPLE: ReadonlySet<string> = new Set('people battalion brigade company division platoon regiment'.split(' '))

/** @param areNamed somebody counts people who are named, so that others may be asked whom they count */
function ofFigure(one: Given, claims: readonly Mention[], told: Read, areNamed: boolean): Unsaid[] {
  const { figure, wordings, claimant } = one
  if (figure.measure === null || figure.unit === null || !PEOPLE.has(figure.unit)) return []
  const { outcomes, planned } = conceptOf(figure.measure)
  if (planned || !outcomes.every((outcome) => HARM.has(outcome))) return []
  const carrying = new Set(wordings.map(({ article }) => article))
  const own = claims.filter((mention) => carrying.has(articleOf(mention)))
  const passages = own.map((mention) => paragraphOf(mention, told))
  const says = (pattern: RegExp): boolean => passages.some(({ words }) => pattern.test(words))
  const found: Unsaid[] = []
  const reports = `${carrying.size} reports`
  const add = (kind: UnsaidKind, sentence: string, why: string): void => {
    found.push({
      kind,
      about: wordsOf(wordings.map(({ claim }) => claim)),
      sentence,
      why,
      origins: [one.origin],
      claims: own,
    })
  }
  const isSpoken = claimant !== null && (claimant.kind === 'person' || claimant.kind === 'unnamed')
  const isCounted = own.some((mention) => hasBasis(told.claims.get(mention)))
  if (isSpoken && !isCounted && !says(COUNTED))
    add(
      'who counted',
      'No report says who counted.',
      `${reports} give it on the word of ${claimant.name}, none with whose count or estimate it is`,
    )
  const isSplit = [...carrying].some((article) =>
    (told.readings.get(article)?.claims ?? []).some(
      ({ figures, speaker }) =>
        isPerhaps(speaker, claimant) && figures.some(({ measure }) => measure === 'killed' || measure === 'wounded'),
    ),
  )
  if (outcomes.includes('lost') && !says(SPLIT) && !isOfThings(wordings))
    add(
      'killed or wounded',
      'No report says whether lost means killed, wounded, captured or missing.',
      `${reports} have "${wordOf(wordings)}" and no word that tells them apart`,
    )
  else if (outcomes.length > 1 && !isSplit)
    add(
      'killed or wounded',
      `No report says how many of them were ${outcomes.slice(0, -1).join(', ')} and how many ${outcomes.at(-1)}.`,
      `${reports} give one number for all, and no article gives one for either`,
    )
  const isTimed = wordings.some(({ claim: { eventTime } }) => eventTime !== null)
  const isOneEvent = wordings.some(({ claim: { content } }) => ONE_EVENT.test(content.text))
  if (!isTimed && !isOneEvent && !says(TIME))
    add('over what time', 'No report says from when to when it counts.', `${reports} give no day, period or beginning`)
  if (wordings.every(({ claim: { place } }) => place === null) && !says(PLACE))
    add('where', 'No report says where.', `${reports} name no place`)
  const isOfSome = [...carrying].some((article) =>
    (told.readings.get(article)?.claims ?? []).some(({ figures }) =>
      figures.some(({ of }) => of !== null && isNamed(of)),
    ),
  )
  if (areNamed && !isOfSome) add('of whom', 'No report says of whom.', `${reports} count nobody who is named`)
  return found
}

/** May a claim be of the one who gave a figure? Only somebody else by name is not. */
const isPerhaps = (speaker: Claim['speaker'], claimant: Given['claimant']): boolean =>
  speaker === null || speaker.key === null || speaker.kind === 'outlet' || speaker.key === claimant?.key

/** Things of people that are lost, and not the people: the records of two million patients. */
const THINGS_OF =
  /\b(?:accounts?|assets|belongings|benefits|cards?|cases|crops|data|details|deposits|documents?|e-?mails?|files?|homes?|houses|identities|information|jobs?|keys|letters|livelihoods|messages|money|names|numbers|passwords|pay|payments|pensions|photos|power|property|records?|rights|savings|seats|trust|votes?|wages)\s+(?:of|from|on|for|belonging to)\s+(?:[\p{L}’'-]+\s+){0,3}$/iu

/** Is what was lost something of those who are counted, in any wording of the figure? */
const isOfThings = (wordings: Given['wordings']): boolean =>
  wordings.some(({ claim: { content }, figure: { start } }) =>
    THINGS_OF.test(content.text.slice(Math.max(0, start - content.start - 80), Math.max(0, start - content.start))),
  )

/** One thing that befell many at once, as words for it name it: it has no time over which it counts. */
const ONE_EVENT =
  /\b(?:accident|avalanche|blast|blaze|bombing|capsiz\p{L}{1,4}|collaps\p{L}{1,4}|collision|crash\p{L}{0,3}|derail\p{L}{0,5}|earthquake|explo\p{L}{2,5}|fire|quake|sank|shooting|sinking|shipwreck|stampede|sunk|wreck|went down)\b/iu

const wordOf = (wordings: Given['wordings']): string =>
  wordings.map(({ figure }) => figure.measure).find((measure) => measure !== null) ?? 'lost'

/** Does a claim tell on whose word its speaker speaks, or that the count is his own? */
function hasBasis(claim: Claim | undefined): boolean {
  if (claim === undefined) return false
  if (/count|estimat|assess|calculat|tall/i.test(claim.cue?.text ?? '')) return true
  return claim.chain.findIndex(({ name }) => name === claim.speaker?.name) < claim.chain.length - 1
}

function ofStatement({ id, claims }: Stated, told: Read): Unsaid[] {
  const read = claims.flatMap((mention) => told.claims.get(mention) ?? [])
  const source = sourceUnnamed(read)
  const document = documentUnnamed(claims.map((mention) => paragraphOf(mention, told)))
  const about = wordsOf(read)
  return [
    ...(source === null
      ? []
      : [
          {
            kind: 'source' as const,
            about,
            sentence: 'No report names the source.',
            why: source,
            origins: [id],
            claims,
          },
        ]),
    ...(document === null
      ? []
      : [
          {
            kind: 'which document' as const,
            about,
            sentence: 'No report shows the document or says where it can be read.',
            why: document,
            origins: [id],
            claims,
          },
        ]),
  ]
}

/** Characters that words of a statement may have, to stand for it. */
const SHORT = 240

/** The first wording in a text that can stand for a statement. */
function wordsOf(claims: readonly Claim[]): string {
  const inText = claims.filter((claim) => claim.in === 'text')
  const some = (inText.length > 0 ? inText : claims).map(({ content }) => content.text)
  return some.find(({ length }) => length <= SHORT) ?? some[0] ?? ''
}
