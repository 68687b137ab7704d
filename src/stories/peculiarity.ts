/**
 * Peculiarities: what two reports share that neither would come to alone - a name spelled as hardly anyone spells it, a
 * word doubled by mistake, a quotation with the same word dropped or changed. As in textual criticism (Maas, 1927), a
 * shared error tells kinship where agreement in what is right tells nothing.
 */
import { surnameKey } from '../language/keys.ts'
import { fold } from '../page/fold.ts'
import { quotationsIn } from './wording/words.ts'

export interface Peculiarity {
  readonly kind: 'odd spelling' | 'doubled word' | 'altered quotation'
  /** As printed: the odd form, and what most have. */
  readonly text: string
  readonly instead: string | null
  /** The articles that share it. */
  readonly articles: readonly string[]
}

/** A text among those compared. */
export interface Told {
  readonly id: string
  readonly text: string
}

/** Who shares a peculiarity must be few beside those who have it right: at most a third. */
const RARE = 1 / 3
/** Fewer texts than this tell no usage. */
const FEWEST = 4

/** The peculiarities that at least two of some texts share. */
export function peculiaritiesOf(texts: readonly Told[]): Peculiarity[] {
  return [...oddSpellings(texts), ...doubledWords(texts), ...alteredQuotations(texts)]
}

const NAME = /(?<=[\p{L}\p{N},;]\s)\p{Lu}\p{Ll}{4,30}/gu

/** Names spelled otherwise than most spell them, the same way in two texts or more. */
function oddSpellings(texts: readonly Told[]): Peculiarity[] {
  if (texts.length < FEWEST) return []
  const users = new Map<string, Map<string, Set<string>>>()
  for (const { id, text } of texts)
    for (const [name] of text.matchAll(NAME)) {
      const key = surnameKey(name).replace(/[aeiou]+/g, 'a')
      const forms = users.get(key) ?? new Map<string, Set<string>>()
      users.set(key, forms)
      const ids = forms.get(name) ?? new Set<string>()
      forms.set(name, ids.add(id))
    }
  return [...users.values()].flatMap((forms) => {
    const all = new Set([...forms.values()].flatMap((ids) => [...ids])).size
    const [usual, ...others] = [...forms].sort(([, a], [, b]) => b.size - a.size)
    if (usual === undefined || all < FEWEST || usual[1].size <= all / 2) return []
    return (
      others
        // Transliterations of one name are house styles, no errors: Zelensky, Zelenskyy.
        .filter(([form]) => surnameKey(form) !== surnameKey(usual[0]))
        .filter(
          ([form, ids]) =>
            ids.size >= 2 &&
            ids.size <= all * RARE &&
            form[0] === usual[0][0] &&
            Math.abs(form.length - usual[0].length) <= 1,
        )
        .map(([form, ids]) => ({ kind: 'odd spelling' as const, text: form, instead: usual[0], articles: [...ids] }))
    )
  })
}

const DOUBLED = /(?<![\p{L}\p{N}-])(\p{L}{2,12}) \1(?![\p{L}\p{N}-])(?: \p{L}+){0,2}/giu
/** Words that are rightly doubled: had had, that that, and what is said for weight. */
const RIGHTLY = /^(?:had|that|very|so|no|bye|never|again|many|far|long)$/i

/** A word doubled by mistake before the same words. */
function doubledWords(texts: readonly Told[]): Peculiarity[] {
  const users = new Map<string, { text: string; ids: Set<string> }>()
  for (const { id, text } of texts)
    for (const match of text.matchAll(DOUBLED)) {
      if (RIGHTLY.test(match[1] as string)) continue
      const key = fold(match[0])
      const user = users.get(key) ?? { text: match[0], ids: new Set<string>() }
      users.set(key, user)
      user.ids.add(id)
    }
  return [...users.values()]
    .filter(({ ids }) => ids.size >= 2)
    .map(({ text, ids }) => ({ kind: 'doubled word', text, instead: null, articles: [...ids] }))
}

/** Words of a quotation long enough to be known again with a word changed. */
const QUOTED_WORDS = 6

/** A quotation that two or more give with the same change against what more give. */
function alteredQuotations(texts: readonly Told[]): Peculiarity[] {
  const forms = new Map<string, { text: string; words: readonly string[]; ids: Set<string> }>()
  for (const { id, text } of texts)
    for (const quotation of quotationsIn(text)) {
      const words = quotation.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
      if (words.length < QUOTED_WORDS) continue
      const key = words.join(' ')
      const form = forms.get(key) ?? { text: quotation, words, ids: new Set<string>() }
      forms.set(key, form)
      form.ids.add(id)
    }
  const known = [...forms.values()].slice(0, 400)
  return known.flatMap((form) => {
    if (form.ids.size < 2) return []
    const usual = known.find((other) => other.ids.size > form.ids.size && isOneChange(form.words, other.words))
    if (usual === undefined) return []
    return [{ kind: 'altered quotation' as const, text: form.text, instead: usual.text, articles: [...form.ids] }]
  })
}

/** Whether two rows of words differ in one word: left out, put in, or another. */
function isOneChange(one: readonly string[], other: readonly string[]): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  let tail = 0
  while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  const [a, b] = [one.length - head - tail, other.length - head - tail]
  return Math.max(a, b) === 1
}
