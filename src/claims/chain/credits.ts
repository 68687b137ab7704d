/**
 * Whose copy the whole article is, where the text itself says so: a credit line, a dateline in brackets, "The Daily
 * reports, citing the agency", "..., reports the agency" at the end of the first or last paragraph.
 */
import type { Document } from '../../language/document.ts'
import { isWithin } from '../../language/order.ts'
import { agenciesIn, agencyNamed } from '../../page/agencies.ts'
import type { Span } from '../../page/article.ts'
import { isKin, isOutlet, isSame } from './names.ts'
import { paragraphOf, type Scene, textOf } from './scene.ts'

export interface Credit {
  readonly name: string
  /** Where the text states it; null for the article's own wire credit. */
  readonly anchor: Span | null
  /** From which paragraph to which (exclusive) it holds. */
  readonly from: number
  readonly to: number
}

const NAME = String.raw`(\p{Lu}[\p{L}\p{N}.&'’-]{1,24}(?:[ -][\p{Lu}&][\p{L}\p{N}.&'’-]{0,24}){0,3})`
const MARK = String.raw`[.)\]]?\s?$`

/** Longer lines than such a name is cannot be one. */
const LONGEST_LINE = 120

interface Form {
  readonly form: RegExp
  /** What must stand in the line; told first, since it costs far less. */
  readonly hint: RegExp
  readonly by: 'agency' | 'any'
}

/** Forms of credit, each with the agency's name as its one group; `by: 'agency'` where only a known agency is believed. */
const FORMS: readonly Form[] = [
  // Reuters; By AFP; -- ANI
  {
    form: new RegExp(`^(?:By |by |from |- |-- |— )?${NAME}${MARK}`, 'u'),
    hint: new RegExp(`^.{0,${LONGEST_LINE}}$`, 'su'),
    by: 'agency',
  },
  // [Source: Reuters]; Source: dpa
  {
    form: new RegExp(String.raw`^[[(]?(?:Source|SOURCE|Credit|Via|VIA)\s?:\s?${NAME}${MARK}`, 'u'),
    hint: /^[[(]?(?:Source|SOURCE|Credit|Via|VIA)\s?:/,
    by: 'agency',
  },
  // It had not snowed before. -- ANI; ... said. (Yonhap)
  {
    form: new RegExp(String.raw`[.!?”"’]\s{0,2}(?:--|—|–|[(\[/])\s?${NAME}${MARK}`, 'u'),
    hint: /[.!?”"’]\s{0,2}(?:--|—|–|[([/])/,
    by: 'agency',
  },
  // (c) 2025 Bloomberg LP
  {
    form: new RegExp(String.raw`(?:\([cC]\)|©|[Cc]opyright)\s(?:\d{4}\s)?${NAME}`, 'u'),
    hint: /\([cC]\)|©|[Cc]opyright/,
    by: 'agency',
  },
  // (END) Dow Jones Newswires
  { form: new RegExp(String.raw`^\(END\)\s${NAME}`, 'u'), hint: /^\(END\)/, by: 'any' },
  // Radio Oslo first published this article
  {
    form: new RegExp(
      `^${NAME} (?:first|originally) (?:published|reported|produced|ran) this (?:article|report|story|piece)`,
      'u',
    ),
    hint: / (?:first|originally) (?:published|reported|produced|ran) this /,
    by: 'any',
  },
  // This article was first published by Radio Oslo; This content was created by ...
  {
    form: new RegExp(
      String.raw`^This (?:article|content|report|story|piece) (?:was|is|has been|first|originally|appeared|\s)+(?:published|created|produced|provided|written|appeared)? ?(?:by|in|on) ${NAME}`,
      'u',
    ),
    hint: /^This (?:article|content|report|story|piece) /,
    by: 'any',
  },
]

/** A name and nothing else. */
const WHOLE = new RegExp(`^${NAME}$`, 'u')

/** An agency that is not named: agency feed, with agency inputs. */
const UNNAMED = /\b(?:agency feed|syndicated (?:agency )?feed|news[- ]agency (?:feed|copy))\b/iu

/** Longer paragraphs hold a credit only at their very end or start. */
const REACH = 200
/** A credit line stands among so many paragraphs at the text's ends. */
const NEAR = 3

/** The credits that lines of the text state. */
function statedIn({ text, paragraphs }: Document, outlet: string | null): Credit[] {
  const found: Credit[] = []
  const add = (printed: string, start: number, end: number, from = 0, to = paragraphs.length) => {
    const name = printed.replace(/(?<=\p{L}{3})\.$/u, '')
    const known = agencyNamed(name) ?? name
    if (outlet !== null && (isSame(known, outlet) || isSame(name, outlet))) return
    if (!found.some((one) => isSame(one.name, known))) found.push({ name: known, anchor: { start, end }, from, to })
  }
  paragraphs.forEach(({ start, end }, p) => {
    const edge = p < NEAR || p >= paragraphs.length - NEAR
    if (!edge) return
    const head = text.slice(start, Math.min(end, start + REACH))
    const tail = text.slice(Math.max(start, end - REACH), end)
    for (const { form, hint, by } of FORMS) {
      for (const [piece, base] of [
        [head, start],
        [tail, end - tail.length],
      ] as const) {
        // a form that begins with the line is looked for only there
        if (form.source.startsWith('^') && base !== start) continue
        const match = hint.test(piece) ? form.exec(piece) : null
        const name = match?.[1]
        if (!match || !name || (by === 'agency' && !creditable(name))) continue
        const at = base + match.index + match[0].indexOf(name)
        add(by === 'agency' ? (agenciesIn(name)[0] ?? name) : name, at, at + name.length)
      }
    }
    // OSLO (Reuters) -; (DAILY STAR - AgencyName): in brackets at the start, an agency, or whoever stands beside the outlet
    const bracket = p === 0 ? /^[^()\n]{0,40}\(([^()\n]{2,80})\)/u.exec(head) : null
    if (bracket?.[1]) {
      const names = bracket[1].split(/\s[-–—/]\s|,/u).map((name) => name.trim())
      const beside = outlet !== null && names.some((name) => isSame(name, outlet))
      for (const name of names) {
        if (outlet !== null && isSame(name, outlet)) continue
        const at = start + head.indexOf(name, bracket[0].indexOf('('))
        if (
          WHOLE.test(name) &&
          (beside ? names.length < 3 || agencyNamed(name) || name === names[0] : creditable(name))
        ) {
          add(name, at, at + name.length)
          break
        }
      }
    }
    const unnamed = p >= paragraphs.length - NEAR ? UNNAMED.exec(head) : null
    if (unnamed) add('news agency (unnamed)', start + unnamed.index, start + unnamed.index + unnamed[0].length)
    // Source: the agency X, citing ...: holds until what is told as background
    const labelled = /^Source: (?:the )?/u.exec(head)
    if (labelled && p < NEAR + 1) {
      const named = new RegExp(`^${NAME}`, 'u').exec(head.slice(labelled[0].length))?.[1]
      const from = start + labelled[0].length
      const until = paragraphs.findIndex(
        (later, q) =>
          q > p &&
          /^(?:Background|Previously|Reminder|Earlier|For reference)\b/.test(text.slice(later.start, later.start + 20)),
      )
      if (named && head.length > named.length + 20)
        add(named, from, from + named.length, 0, until < 0 ? paragraphs.length : until)
    }
  })
  return found
}

const creditable = (name: string) =>
  agencyNamed(name) !== null || (agenciesIn(name).length > 0 && name.split(' ').length <= 3)

export interface Publication {
  readonly outlet: string | null
  /** The article's wire credit; several are joined by a comma. */
  readonly wire: string | null
}

/** The article's credits, outermost first: its wire, what lines of its text state, and whom the outlet cites for it all. */
export function creditsOf(scene: Scene, { outlet, wire }: Publication): Credit[] {
  const { document, nodes, bySentence, passings, resolve } = scene
  const all = document.paragraphs.length
  const found: Credit[] = []
  const add = (credit: Credit) => {
    if (isOutlet({ name: credit.name, kind: 'outlet', key: null }, outlet)) return
    if (!found.some(({ name }) => isKin(name, credit.name))) found.push(credit)
  }
  for (const name of wire?.split(/\s*,\s*/) ?? [])
    if (!/^agenc(?:y|ies)\b/i.test(name)) add({ name, anchor: null, from: 0, to: all })
  for (const credit of statedIn(document, outlet)) add(credit)
  for (const node of nodes) {
    const { source, speaker, cue, content } = node
    if (!source) continue
    if (isOutlet(speaker, outlet)) {
      // The Daily reports, citing the agency: the whole story is the agency's
      for (const passing of passings.get(node.sentence) ?? []) {
        if (passing.kind !== 'cites' || passing.start < (cue?.end ?? 0)) continue
        const cited = resolve(passing.mention)
        if (cited.kind === 'outlet') add({ name: cited.name, anchor: passing.mention, from: 0, to: all })
      }
      continue
    }
    if (speaker.kind !== 'outlet') continue
    // ..., the minister said, reports the agency: a credit, in the present, at the story's start or end
    const paragraph = paragraphOf(scene, node)
    if (!/^reports$/i.test(textOf(scene, cue)) || (paragraph > 0 && paragraph < all - 1)) continue
    if (bySentence.get(node.sentence)?.some((other) => other !== node && other.cue && isWithin(other.cue, content)))
      add({ name: speaker.name, anchor: source, from: 0, to: all })
  }
  return found
}
