/**
 * Rules on figures: one that stands on nobody's word, and one speaker's count that is another further down.
 */
import type { Claim, Figure } from '../../claims/claim.ts'
import type { Span } from '../../page/article.ts'
import { numberOf } from '../drift/counted.ts'
import { agrees } from '../drift/figure.ts'
import { isTelling } from '../drift/report.ts'
import { comparable } from '../figures/comparable.ts'
import { countsOtherwise } from './drifts.ts'
import { sureClaims } from './pairs.ts'
import { type Found, inText, ofClaim, quoted, type Rule } from './rule.ts'

/** Counts that somebody must have made: nobody sees them by looking. */
const COUNTED: ReadonlySet<string> = new Set([
  'arrested',
  'captured',
  'casualties',
  'displaced',
  'killed',
  'killed or wounded',
  'missing',
  'wounded',
])

/** News stands in the first paragraphs; counts further down are mostly of what everybody knows by now. */
const OPENING = 4

export const figureUnsourced: Rule = {
  id: 'figure-without-source',
  summary: "a count of dead, hurt, missing, displaced or held people on nobody's word",
  severity: 'info',
  find: ({ claims, article: { text, blocks } }) => {
    const attributed = claims.filter(({ type }) => type !== 'none')
    const numbers = new Set(attributed.flatMap(({ figures }) => figures.map(keyOf)))
    const sourced = blocks.filter((block) =>
      attributed.some(({ in: place, content }) => place === 'text' && overlap(block, content)),
    )
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
    const top = (paragraphs[OPENING - 1] ?? paragraphs.at(-1))?.end ?? 0
    const seen = new Set<string>()
    return claims.flatMap((claim): Found[] => {
      if (claim.type !== 'none' || claim.in !== 'text' || claim.content.start >= top) return []
      if (
        sourced.some((block) => overlap(block, claim.content)) ||
        CREDITED.test(text.slice(Math.max(0, claim.content.start - BEFORE), claim.content.end))
      )
        return []
      return claim.figures.flatMap((figure): Found[] => {
        if (figure.unit !== 'people' || numberOf(figure) === null) return []
        if (
          figure.measure === null ||
          !COUNTED.has(figure.measure) ||
          !isTelling(figure) ||
          seen.has(keyOf(figure)) ||
          numbers.has(keyOf(figure))
        )
          return []
        seen.add(keyOf(figure))
        return [
          {
            at: inText(figure),
            message: `${quoted(figure.text)} ${figure.measure}: nobody is named who counted`,
            other: null,
            advice: 'Say who counted, and over what time.',
          },
        ]
      })
    })
  },
}

/** So far before a statement what it is credited to may stand, in characters. */
const BEFORE = 120
const CREDITED =
  /\b(?:according to|(?:count|tally|toll|estimate)s? (?:that|by|from|given|kept)|gave|given by|figures from|data from|official (?:figures|data|count|toll)|said|says|reported|estimat\w{1,5}|recorded by|the (?:official|UN|police))\b/iu

const keyOf = (figure: Figure): string => `${numberOf(figure) ?? figure.text.toLowerCase()}`
const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** Words that tell of another count: of another day, revised, or a part of the first. */
const REVISED =
  /\b(?:earlier|previous(?:ly)?|initial(?:ly)?|revis\w{1,5}|updat\w{1,5}|rais\w{1,5}|up from|down from|rose|risen|climbed|increased|fell|dropped|another|additional|further|more|other|others|then|later|now|of them|of those|of whom|among|including|so far|since|as of|by (?:the end|late|early|noon|evening|morning|mid)|total|overall|altogether|each|per|last (?:week|month|year)|first|second|average|annual\w{0,2}|between|from|target|goal|plan\w{0,4}|expect\w{0,3}|could|may|might|will|would)\b/iu
/** How far around a figure such words are looked for, in characters. */
const AROUND = 60

interface Counted {
  readonly claim: Claim
  readonly figure: Figure
}

export const figureChanges: Rule = {
  id: 'figure-changes',
  summary: "one source's figure that is another, or counts others, further down",
  severity: 'warning',
  find: (matter) => {
    const { text } = matter.article
    const counted: Counted[] = sureClaims(matter.claims)
      .slice(0, MOST)
      .flatMap((claim) => {
        const measured = claim.figures.filter(({ measure, of }) => measure !== null && of !== null)
        return measured
          .filter(
            (figure) =>
              numberOf(figure) !== null &&
              measured.filter(({ measure, unit }) => measure === figure.measure && unit === figure.unit).length === 1,
          )
          .filter(({ start, end }) => !REVISED.test(text.slice(Math.max(0, start - AROUND), end + AROUND)))
          .map((figure) => ({ claim, figure }))
      })
    return [
      ...countsOtherwise(matter),
      ...counted.flatMap((other, i): Found[] => {
        const one = counted.slice(0, i).find((earlier) => isOther(earlier, other))
        return one === undefined ? [] : [foundOf(one, other)]
      }),
    ]
  },
}

/** As many claims of a text are held against each other. */
const MOST = 300
/** Nearer than this, one number is the other's rounded. */
const ROUNDED = 0.05

function isOther(one: Counted, other: Counted): boolean {
  const [a, b] = [one.claim.speaker, other.claim.speaker]
  if (a?.key == null || a.key !== b?.key) return false
  const count = ({ claim, figure }: Counted) => ({ figure, place: claim.place?.name ?? null, when: claim.eventTime })
  return (
    comparable(count(one), count(other)) === true &&
    !agrees(one.figure, other.figure, ROUNDED) &&
    !agrees(other.figure, one.figure, ROUNDED)
  )
}

const foundOf = (one: Counted, other: Counted): Found => ({
  at: ofClaim(other.claim, other.figure),
  message: `${quoted(other.figure.text)} here, ${quoted(one.figure.text)} above, both ${other.figure.measure} and both by ${other.claim.speaker?.name}`,
  other: ofClaim(one.claim, one.figure),
  advice: 'Give one figure, or say what the two count and when each was given.',
})
