// The readings that differ from what people marked, kind by kind, each in its context, to be read by eye.
import type { Claim, Figure } from '../../src/claims/claim.ts'
import type { Span } from '../../src/page/article.ts'
import {
  claimPairs,
  figurePairs,
  type GoldArticle,
  type GoldClaim,
  hedgePairs,
  isAttributed,
  linkPairs,
  type Scored,
  sameBounds,
  sameEventTime,
  sameSaidTime,
} from './gold.ts'
import { sameName, wordF1 } from './names.ts'
import { type Compared, compare, type MarkedText, type ReadRelation, type Relation, roles } from './polnear.ts'

/** Each kind of error with what it means. */
export const errorKinds = {
  missed: 'claims of the gold stories that no claim was read for',
  false: 'claims read in the gold stories that nobody marked, the surest first',
  speaker: 'the speaker is another',
  type: 'direct, indirect or mixed is another',
  chain: 'links of the chain missed or too many',
  figure: 'figures missed, too many, or with other bounds',
  hedge: 'hedges missed or too many',
  event: 'the time of the event is another',
  said: 'the time of saying is another',
  'span-missed': 'attributions of PolNeAR that none was read near',
  'span-false': 'attributions read in PolNeAR that nobody marked near, the surest first',
  'span-source': 'attributions of PolNeAR whose source is another',
  'span-cue': 'attributions of PolNeAR whose cue is another',
  'span-content': 'attributions of PolNeAR whose content is another',
} as const
export type ErrorKind = keyof typeof errorKinds

/** One reading that differs. */
export interface ReadingError {
  readonly kind: ErrorKind
  readonly id: string
  /** The passage, the span in question in double brackets. */
  readonly context: string
  readonly wanted: string
  readonly given: string
  /** How bad: the greater the earlier it is shown. */
  readonly weight: number
}

/** An article's text as read, with what was read in it. */
export interface ReadArticle {
  readonly text: string
  readonly claims: readonly Claim[]
  readonly headline?: Exclude<Scored['headline'], undefined>
}

/** So many characters are shown around a passage, and so many of a long passage. */
const AROUND = 160
const LONGEST = 500

function inContext(text: string, { start, end }: Span): string {
  const passage = text.slice(start, end)
  const shown =
    passage.length > LONGEST ? `${passage.slice(0, LONGEST / 2)} ... ${passage.slice(-LONGEST / 2)}` : passage
  const around = `${text.slice(Math.max(0, start - AROUND), start)}[[${shown}]]${text.slice(end, end + AROUND)}`
  return around.replace(/\s*\n\s*/g, ' / ')
}

/** A passage given by its words, which may stand in the headline. */
function wordsInContext({ text }: ReadArticle, words: string): string {
  const start = text.indexOf(words)
  return start < 0 ? `[[${words}]] (not in the body)` : inContext(text, { start, end: start + words.length })
}

const claimInContext = ({ text }: ReadArticle, { in: place, content }: Claim): string =>
  place === 'text' ? inContext(text, content) : `${place}: [[${content.text}]]`

const said = (...words: (string | null | undefined)[]): string => words.map((word) => word ?? '-').join(' | ')
const goldShown = ({ type, source, cue, speaker, content }: GoldClaim): string =>
  said(type, source, cue, speaker, content)
const claimShown = ({ type, act, source, cue, speaker, content, confidence, why }: Claim): string =>
  `${said(type, source?.text, cue?.text, speaker?.name, content.text)} (${act}, ${confidence.toFixed(2)}: ${why})`

const figureShown = ({ text, low, high }: Pick<Figure, 'text' | 'low' | 'high'>): string =>
  `${text} (${low ?? '?'} to ${high ?? '?'})`

/** What of two lists found no partner. */
function unpaired<Wanted, Given>(
  wanted: readonly Wanted[],
  given: readonly Given[],
  pairs: readonly (readonly [number, number])[],
): { readonly missed: Wanted[]; readonly extra: Given[] } {
  const [left, right] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))]
  return { missed: wanted.filter((_, i) => !left.has(i)), extra: given.filter((_, j) => !right.has(j)) }
}

function nearest<Thing>(things: readonly Thing[], closeness: (thing: Thing) => number): Thing | null {
  const ranked = things.map((thing) => [closeness(thing), thing] as const).sort(([one], [other]) => other - one)
  return ranked[0] && ranked[0][0] > 0.15 ? ranked[0][1] : null
}

/** Where the reading of a gold article differs from what was marked. */
export function goldErrors(article: GoldArticle, read: ReadArticle): ReadingError[] {
  const errors: ReadingError[] = []
  const put = (kind: ErrorKind, context: string, wanted: string, given: string, weight = 0) =>
    errors.push({ kind, id: article.id, context, wanted, given, weight })
  const pairs = claimPairs(article.claims, read.claims)
  const { missed, extra } = unpaired(article.claims, read.claims, pairs)
  const matched = pairs.map(([i, j]) => [article.claims[i] as GoldClaim, read.claims[j] as Claim] as const)
  for (const gold of missed.filter(isAttributed)) {
    const near = nearest(read.claims, (claim) => wordF1(gold.content, claim.content.text))
    put('missed', wordsInContext(read, gold.content), goldShown(gold), near ? `near: ${claimShown(near)}` : '-')
  }
  for (const claim of extra.filter(isAttributed)) {
    const near = nearest(article.claims, (gold) => wordF1(gold.content, claim.content.text))
    const wanted = near ? `near: ${goldShown(near)}` : '-'
    put('false', claimInContext(read, claim), wanted, claimShown(claim), claim.confidence)
  }
  for (const [gold, claim] of matched) {
    const context = claimInContext(read, claim)
    if (isAttributed(gold) !== isAttributed(claim))
      put(isAttributed(gold) ? 'missed' : 'false', context, goldShown(gold), claimShown(claim), claim.confidence)
    else if (isAttributed(gold)) matchedErrors(gold, claim, (...error) => put(...error), context)
  }
  figureErrors(article, read, put)
  return errors
}

type Put = (kind: ErrorKind, context: string, wanted: string, given: string, weight?: number) => void

function matchedErrors(gold: GoldClaim, claim: Claim, put: Put, context: string): void {
  const mentions = `${said(claim.source?.text, claim.cue?.text)} (${claim.why})`
  if (!sameName(gold.speaker ?? '', claim.speaker?.name ?? ''))
    put('speaker', context, said(gold.speaker, gold.source), `${claim.speaker?.name ?? '-'} | ${mentions}`)
  if (gold.type !== claim.type) put('type', context, gold.type, `${claim.type} | ${mentions}`)
  const links = unpaired(gold.chain, claim.chain, linkPairs(gold.chain, claim.chain))
  if (links.missed.length + links.extra.length > 0) {
    const chain = claim.chain.map(({ name, link }) => `${name} (${link})`).join(' > ')
    put('chain', context, gold.chain.join(' > '), chain, links.missed.length + links.extra.length)
  }
  const wanted = gold.hedges ?? []
  const hedges = unpaired(wanted, claim.hedges, hedgePairs(wanted, claim.hedges))
  if (hedges.missed.length + hedges.extra.length > 0) {
    const tooMany = hedges.extra.map(({ text, kind }) => `${text} (${kind})`)
    const given = said(
      hedges.missed.length > 0 ? `missed: ${hedges.missed.join(', ')}` : null,
      tooMany.join(', ') || null,
    )
    put('hedge', context, wanted.join(', ') || '-', given)
  }
  if (sameEventTime(gold, claim) === false) {
    const { eventTime } = claim
    const { text, start, end } = gold.event_time ?? {}
    put('event', context, said(text, start, end), said(eventTime?.text, eventTime?.start, eventTime?.end))
  }
  if (sameSaidTime(gold, claim) === false)
    put(
      'said',
      context,
      said(gold.said_time?.text, gold.said_time?.date),
      said(claim.saidTime?.text, claim.saidTime?.date),
    )
}

function figureErrors(article: GoldArticle, read: ReadArticle, put: Put): void {
  const gold = article.claims.flatMap(({ content, figures }) => figures.map((figure) => ({ ...figure, content })))
  const given = read.claims.flatMap((claim) => claim.figures.map((figure) => ({ ...figure, claim })))
  const pairs = figurePairs(gold, given)
  const { missed, extra } = unpaired(gold, given, pairs)
  for (const figure of missed)
    put('figure', wordsInContext(read, figure.content), `missed: ${figureShown(figure)} of ${figure.unit ?? '-'}`, '-')
  for (const figure of extra) {
    const { claim } = figure
    const context = claim.in === 'text' ? inContext(read.text, figure) : claimInContext(read, claim)
    put('figure', context, '-', `too many: ${figureShown(figure)} of ${figure.unit ?? '-'}`)
  }
  for (const [i, j] of pairs) {
    const [wanted, found] = [gold[i], given[j]]
    if (wanted && found && !sameBounds(wanted, found))
      put('figure', wordsInContext(read, wanted.content), figureShown(wanted), `bounds: ${figureShown(found)}`)
  }
}

/** Where the claims of a text differ from the relations marked in it. */
export function spanErrors(marked: MarkedText, claims: readonly Claim[]): ReadingError[] {
  const compared = compare(marked, claims)
  const { wanted, found, matches } = compared
  const errors: ReadingError[] = []
  const free = new Set(found.keys())
  for (const match of matches) free.delete(match)
  for (const [i, relation] of wanted.entries()) {
    if ((matches[i] ?? -1) >= 0) continue
    const j = nearestRelation(compared, i, free)
    const [wantedShown, context] = [relationShown(marked.text, relation), relationInContext(marked.text, relation)]
    if (j === null) {
      errors.push({ kind: 'span-missed', id: marked.id, context, wanted: wantedShown, given: '-', weight: 0 })
      continue
    }
    free.delete(j)
    const read = found[j] as ReadRelation
    const given = relationShown(marked.text, read)
    const role = roles.find((name) => compared.alike(i, j, name) < 0.5) ?? 'content'
    errors.push({
      kind: `span-${role}`,
      id: marked.id,
      context,
      wanted: wantedShown,
      given,
      weight: read.confidence,
    })
  }
  for (const j of free) {
    const relation = found[j] as ReadRelation
    errors.push({
      kind: 'span-false',
      id: marked.id,
      context: relationInContext(marked.text, relation),
      wanted: '-',
      given: `${relationShown(marked.text, relation)} (${relation.confidence.toFixed(2)}: ${relation.why})`,
      weight: relation.confidence,
    })
  }
  return errors
}

/** The free relation read that shares most of the cue and content of a wanted one. */
function nearestRelation({ alike }: Compared, wanted: number, free: ReadonlySet<number>): number | null {
  const closeness = (number: number) => alike(wanted, number, 'cue') + alike(wanted, number, 'content')
  return nearest([...free], closeness)
}

const relationShown = (text: string, relation: Relation): string =>
  said(
    ...roles.map((role) =>
      relation[role].length === 0
        ? null
        : relation[role].map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' ... '),
    ),
  )

function relationInContext(text: string, { source, cue, content }: Relation): string {
  const parts = [...source, ...cue, ...content]
  return inContext(text, {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  })
}

/** Errors of some kinds as text, at most so many a kind: the worst first, and of equals one of each article in turn. */
export function errorsShown(errors: readonly ReadingError[], kinds: readonly ErrorKind[], limit: number): string {
  return kinds
    .map((kind) => {
      const own = errors.filter((error) => error.kind === kind)
      const turns = new Map<string, number>()
      const ranked = own
        .map((error) => {
          const turn = turns.get(error.id) ?? 0
          turns.set(error.id, turn + 1)
          return { error, turn }
        })
        .sort((one, other) => other.error.weight - one.error.weight || one.turn - other.turn)
        .slice(0, limit)
      const shown = ranked.map(
        ({ error: { id, context, wanted, given } }) =>
          `${id}\n  text:   ${context}\n  wanted: ${wanted}\n  given:  ${given}`,
      )
      return [`## ${kind}: ${own.length}, ${errorKinds[kind]}`, ...shown].join('\n\n')
    })
    .join('\n\n')
}
