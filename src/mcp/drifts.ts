/** Drift as an assistant is told it: what was lost or changed, the words on both sides and where each stands. */
import { z } from 'zod'
import { Anchor } from '../publish/records/anchor.ts'
import { quotation } from './quotation.ts'
import { anchorWords, outletWords } from './words.ts'

/** Words of a change; a draft has no number, nor have its claims. */
const Side = Anchor.extend({
  outlet: z.string().nullable(),
  claim: z.int().nullable().describe('The claim that the words are of; null where they are of none, or of a draft.'),
}).meta({ id: 'Side', description: 'Words of a change, and where they stand.' })
export type Side = z.infer<typeof Side>

export const Change = z
  .object({
    kind: z
      .string()
      .describe('hedge dropped, bound turned, population narrowed, figure changed, attribution dropped ...'),
    lost: z.boolean().describe('true: the words of `from` were left out. false: others stand in their place.'),
    from: Side,
    to: Side.describe('What stands in their place; for a loss, the words that the lost ones belonged to.'),
    why: z.string(),
    articles: z.array(z.int()).describe('Every article with this change, the earliest first; empty for a draft.'),
  })
  .meta({ id: 'Change', description: 'How two tellings of one statement differ. It says that they do, not why.' })
export type Change = z.infer<typeof Change>

function sideWords({ text, outlet, article, claim, ...anchor }: Side): string {
  const where = article === null ? null : `article ${article}, ${outletWords(outlet)}`
  const parts = [anchorWords(anchor), claim === null ? null : `claim ${claim}`, where].filter((part) => part !== null)
  return `${quotation(text, 200)} (${parts.join('; ')})`
}

/** A change in words. @param at its number in the list */
export function changeLines({ kind, lost, from, to, why, articles }: Change, at: number): string[] {
  const others = articles.length - 1
  return [
    `${at}. ${kind}, ${lost ? 'left out' : 'changed'}: ${sideWords(from)}`,
    `   ${lost ? 'where it says' : 'to'}: ${sideWords(to)}`,
    `   because: ${quotation(why)}${others > 0 ? ` - the same in ${others} more ${others === 1 ? 'article' : 'articles'}` : ''}`,
  ]
}
