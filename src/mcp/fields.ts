/** What several tools take and give, described for an assistant. */
import { z } from 'zod'

/** A number of the ledger: at most so large that it is one exactly. */
const numbered = z.int().min(1).max(999_999_999_999_999)

export const claimNumber = numbered.describe("The claim's number, as search_claims and the others give it.")
export const storyNumber = numbered.describe("The story's number, as search_claims and get_claim give it.")
export const articleNumber = numbered.describe("The article's number, as search_claims and get_claim give it.")
export const position = numbered.describe(
  'A position of the ledger\'s log, as permalinks name it ("at"): the claim as it stood then. Leave out for now.',
)
export const cursor = z
  .string()
  .max(2000)
  .describe('Where to go on: `next` of the answer before, with all other arguments as they were.')
export const limit = (most: number, usual: number) =>
  z.int().min(1).max(most).default(usual).describe(`How many to give, ${most} at most.`)

/** The position that all permalinks of an answer are pinned to. */
export const pinnedTo = z.int().min(0).describe("The position of the ledger's log that the permalinks are pinned to.")
export const next = z
  .string()
  .nullable()
  .describe('Hand back as `cursor` for what was left out; null where nothing was.')
