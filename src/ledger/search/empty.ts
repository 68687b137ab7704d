/** Why a query finds nothing: the conditions that no claim or article fulfils even alone, and names that may be meant. */
import type { Ledger } from '../open.ts'
import type { WordIndex } from '../sql/words.ts'
import { keysFound } from './found.ts'
import { matchOf } from './match.ts'
import { NAMED_FIELDS, type NamedField, suggestNames } from './names.ts'
import { type Condition, type Query, queryOf } from './query.ts'
import { wordsOf } from './words.ts'

interface Unfulfilled {
  /** The condition as it is written. */
  readonly condition: string
  /** Names of its field that begin like a word of it. */
  readonly meant: readonly string[]
}

/** What is to be said where nothing was found. */
export interface Emptiness {
  /** Nothing at all can be found in the ledger. */
  readonly isEmpty: boolean
  /** Conditions that find nothing even alone. Where there are none, it is all of them together that nothing fulfils. */
  readonly unfulfilled: readonly Unfulfilled[]
}

/** Letters of a name by which others are looked for. */
const BEGINNING = 3
const MEANT = 5

/** Why a query found nothing. */
export async function emptinessOf(ledger: Pick<Ledger, 'db'>, index: WordIndex, query: Query): Promise<Emptiness> {
  const finds = async (conditions: readonly Condition[]) => {
    const keys = await keysFound(ledger, index, matchOf({ conditions }), {
      high: Number.MAX_SAFE_INTEGER,
      low: 0,
      limit: 1,
    })
    return keys.length > 0
  }
  if (!(await finds([]))) return { isEmpty: true, unfulfilled: [] }
  const unfulfilled: Unfulfilled[] = []
  for (const condition of query.conditions)
    if (!(await finds([condition])))
      unfulfilled.push({ condition: queryOf({ conditions: [condition] }), meant: await meantBy(ledger, condition) })
  return { isEmpty: false, unfulfilled }
}

async function meantBy(ledger: Pick<Ledger, 'db'>, condition: Condition): Promise<string[]> {
  const field = NAMED_FIELDS.find((name) => name === condition.about)
  if (field === undefined || condition.not) return []
  const text = 'text' in condition ? condition.text : 'value' in condition ? condition.value : ''
  const names: string[] = []
  for (const { plain } of wordsOf(text)) names.push(...(await beginningLike(ledger, field, plain)))
  return [...new Set(names)].slice(0, MEANT)
}

/** Names with a word that begins as this one, as far as there are any. */
async function beginningLike(ledger: Pick<Ledger, 'db'>, field: NamedField, word: string): Promise<string[]> {
  for (let length = word.length; length >= BEGINNING; length--) {
    const found = await suggestNames(ledger, field, word.slice(0, length), MEANT)
    if (found.length > 0) return found.map(({ name }) => name)
  }
  return []
}
