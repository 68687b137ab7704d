/**
 * Verbs that say more than those they stand for. "Said" told as "confirmed" or "admitted" makes more of it; cuts told as
 * slashes, criticism as a slam.
 */

import { cueOf } from '../../claims/cues.ts'
import type { Drift } from './drift.ts'
import { anchorOf, foundIn, type Telling } from './telling.ts'
import { wordsOf } from './words.ts'

/** Verbs that only report. */
const PLAIN: ReadonlySet<string> = new Set(
  'according add comment estimate explain inform mention note observe point put record relay remark report say speak state tell think write'.split(
    ' ',
  ),
)

/** Verbs that make more of what was said: that it is settled, was hidden, is owned up to, or is doubtful. */
const LOADED: ReadonlySet<string> = new Set(
  'acknowledge admit claim concede confess confirm disclose prove reveal verify'.split(' '),
)

/** The verb of a cue, by its lemma: `has said` is say. */
export function lemmaOf(cue: string): string | null {
  for (const { low } of wordsOf(cue).reverse()) {
    const known = cueOf(low)
    if (known?.class === 'verb' || known?.class === 'preposition') return known.lemma
  }
  return null
}

/** The drift of the verb of speech. `used` are the words of everything else that the speaker is reported with. */
export function cueDrift(from: Telling, to: Telling, used: (lemma: string) => boolean): Drift | null {
  if (from.cue === null || to.cue === null || !/\p{L}/u.test(to.cue.text)) return null
  const [before, after] = [lemmaOf(from.cue.text), lemmaOf(to.cue.text)]
  // "its claim that" is no verb
  if (after !== null && to.cue.text.trim().toLowerCase() === after) return null
  if (before === null || after === null || !PLAIN.has(before) || !LOADED.has(after) || used(after)) return null
  return {
    kind: 'verb strengthened',
    from: anchorOf(from, from.cue),
    to: anchorOf(to, to.cue),
    lost: false,
    why: `the source only ${from.cue.text.trim()} it`.replace(/only according to it/, 'is only cited'),
  }
}

/** Strong verbs with the plain ones that they stand for: [strong, plain]. */
const STRONGER: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:slash(?:es|ed|ing)?|axe[sd]?|axing|gut(?:s|ted|ting)?)\b/iu,
    /\b(?:cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|trim(?:s|med|ming)?|shed(?:s|ding)?|lower(?:s|ed|ing)?)\b/iu,
  ],
  [
    /\b(?:slam(?:s|med|ming)?|blast(?:s|ed|ing)?|lambast(?:s|ed|e|es|ing)?|savage[sd]?|rips? into|tears? into)\b/iu,
    /\b(?:criti(?:cise|cize|que)(?:s|d)?|critici[sz]ing|disagree[sd]?|question(?:s|ed)|express(?:es|ed) concerns?)\b/iu,
  ],
  [
    /\b(?:skyrocket(?:s|ed|ing)?|soar(?:s|ed|ing)?|rocket(?:s|ed)|surg(?:e|es|ed|ing))\b/iu,
    /\b(?:r(?:ise|ises|ose|isen|ising)|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own)|edg(?:e|es|ed) up|gain(?:s|ed)?)\b/iu,
  ],
  [
    /\b(?:plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|crash(?:es|ed|ing)?|nosediv(?:e|es|ed|ing)|collaps(?:e|es|ed|ing)|tank(?:s|ed|ing))\b/iu,
    /\b(?:f(?:all|alls|ell|alling)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|slip(?:s|ped)?|dip(?:s|ped)?|eas(?:e|es|ed)|edg(?:e|es|ed) (?:down|lower))\b/iu,
  ],
]

/** The drift of the verb in what is told. `used` says whether the statement's side has the strong word anywhere. */
export function verbDrift(from: Telling, to: Telling, used: (strong: RegExp) => boolean): Drift | null {
  for (const [strong, plain] of STRONGER) {
    const after = foundIn({ ...to, content: { ...to.words, parts: [to.words] } }, strong)
    if (after === null || used(strong)) continue
    const before = foundIn(from, plain)
    if (before === null) continue
    return {
      kind: 'verb strengthened',
      from: anchorOf(from, before),
      to: anchorOf(to, after),
      lost: false,
      why: `"${after.text}" is stronger than "${before.text}"`,
    }
  }
  return null
}
