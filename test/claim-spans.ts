// What claims promise, as a check: every span lies in the string that the claim names and covers the words given with
// it; the order of the page, ids in that order, confidence a share. Nothing for sound claims.
import type { Claim, Quote } from '../src/claims/claim.ts'
import type { Article, Span } from '../src/page/index.ts'

const ORDER: readonly Claim['in'][] = ['headline', 'deck', 'text']

/** Whether an edge falls between the two halves of one character. */
const cutsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

/** Everything that is wrong with the claims of an article, in words. */
export function brokenClaims(article: Article, claims: readonly Claim[]): string[] {
  const wrong: string[] = []
  let last: readonly [number, number] = [0, 0]
  claims.forEach((claim, i) => {
    const { id, in: where, source, cue, content, chain, hedges, figures, place, eventTime, saidTime } = claim
    const text = article[where] ?? ''
    const say = (name: string, fault: string) => wrong.push(`${id} in ${where}, ${name}: ${fault}`)
    const span = (name: string, { start, end }: Span): boolean => {
      if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) say(name, `${start}-${end} are no integers`)
      else if (start < 0 || end > text.length) say(name, `${start}-${end} leaves the text of ${text.length}`)
      else if (start >= end) say(name, `${start}-${end} is empty`)
      else if (cutsPair(text, start) || cutsPair(text, end)) say(name, `${start}-${end} cuts a character in two`)
      else return true
      return false
    }
    const quote = (name: string, words: string, place: Span) => {
      const covered = text.slice(place.start, place.end)
      if (span(name, place) && covered !== words)
        say(name, `${JSON.stringify(words)} is not ${JSON.stringify(covered)}`)
    }
    /** Its text leaves out what stands between its parts. */
    const parted = (name: string, { start, end, text: words }: Quote) => {
      const covered = text.slice(start, end)
      const sound =
        words === covered ||
        (words.length < covered.length && words[0] === covered[0] && words.at(-1) === covered.at(-1))
      if (span(name, { start, end }) && !sound)
        say(name, `${JSON.stringify(words)} is not of ${JSON.stringify(covered)}`)
    }

    if (id !== `c${i + 1}`) say('id', `not c${i + 1}`)
    const place_ = [ORDER.indexOf(where), content.start] as const
    if (place_[0] < last[0] || (place_[0] === last[0] && place_[1] < last[1])) say('order', 'comes after a later claim')
    last = place_
    if (!(claim.confidence >= 0 && claim.confidence <= 1)) say('confidence', `${claim.confidence}`)
    if (claim.why === '') say('why', 'is empty')
    if (claim.speaker !== null && claim.speaker.name.trim() === '') say('speaker', 'has no name')
    if (source) parted('source', source)
    if (cue) parted('cue', cue)

    const { parts } = content
    parts.forEach((part, k) => {
      if (span(`content ${k}`, part) && part.start < (parts[k - 1]?.end ?? 0))
        say(`content ${k}`, 'overlaps the one before')
    })
    if (content.start !== parts[0]?.start || content.end !== parts.at(-1)?.end) say('content', 'is not its parts')
    if (content.text !== parts.map(({ start, end }) => text.slice(start, end)).join(' '))
      say('content', 'has other words')

    chain.forEach(({ name, anchor }, k) => {
      if (name.trim() === '') say(`link ${k}`, 'has no name')
      if (anchor) quote(`link ${k}`, anchor.text, anchor)
    })
    hedges.forEach((hedge, k) => {
      quote(`hedge ${k}`, hedge.text, hedge)
      span(`scope of hedge ${k}`, hedge.scope)
    })
    figures.forEach((figure, k) => {
      quote(`figure ${k}`, figure.text, figure)
      if (figure.low !== null && figure.high !== null && !(figure.low <= figure.high))
        say(`figure ${k}`, 'low above high')
    })
    if (place) quote('place', place.text, place)
    if (eventTime) quote('time', eventTime.text, eventTime.anchor)
    if (saidTime) quote('time of saying', saidTime.text, saidTime.anchor)
  })
  return wrong
}
