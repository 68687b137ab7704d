/** Things of the ledger by their numbers, or in words why there are none. */
import { type ArticleStood, articleStood } from '../ledger/article-stood.ts'
import { type ClaimStood, claimStood } from '../ledger/stood.ts'
import { storyNow, storyTold } from '../ledger/told.ts'
import type { StoryTold } from '../stories/told/told.ts'
import { AskError } from './ask-error.ts'
import type { Serving } from './serving.ts'

/** @throws {AskError} where there is no such claim, or a person hid it */
export async function claimAskedFor({ ledger }: Serving, claim: number, at?: number): Promise<ClaimStood> {
  const now = await claimStood(ledger, claim)
  if (now === null)
    throw new AskError(`There is no claim ${claim} in this ledger. search_claims gives the numbers of claims.`)
  if (now.corrected.isHidden) throw new AskError(`A person has hidden claim ${claim}; it is shown to nobody.`)
  if (at === undefined) return now
  const then = await claimStood(ledger, claim, { at })
  if (then !== null) return then
  throw new AskError(
    `Claim ${claim} was not in the ledger at position ${at}. Ask without "at" for the claim as it is now.`,
  )
}

/** @throws {AskError} where there is no such article */
export async function articleAskedFor({ ledger }: Serving, article: number): Promise<ArticleStood> {
  const stood = await articleStood(ledger, article)
  if (stood !== null) return stood
  throw new AskError(`There is no article ${article} in this ledger. search_claims gives the numbers of articles.`)
}

/** A story with the number that it goes by now. @throws {AskError} where there is no such story */
export async function storyAskedFor(
  { ledger }: Serving,
  story: number,
): Promise<{ readonly number: number; readonly told: StoryTold }> {
  const number = await storyNow(ledger, story)
  const told = number === null ? null : await storyTold(ledger, number)
  if (number !== null && told !== null) return { number, told }
  throw new AskError(
    `There is no story ${story} in this ledger. search_claims and get_claim give the numbers of stories.`,
  )
}
