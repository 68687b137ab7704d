/** A graph as a file. */
import { linkedJson } from './document.ts'
import { articleDocument, claimDocument, type LinkedLedger, storyDocument } from './documents.ts'

/** What a graph is asked of: one of these. */
interface Thing {
  readonly story?: number | undefined
  readonly article?: number | undefined
  readonly claim?: number | undefined
}

/**
 * @param site the address with which IRIs begin, without a slash at its end
 * @returns null where there is no such thing
 */
export async function linkedPieces(
  ledger: LinkedLedger,
  { story, article, claim }: Thing,
  site: string,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const options = { site, excerpt: null }
  const document =
    story !== undefined
      ? await storyDocument(ledger, story, options)
      : article !== undefined
        ? await articleDocument(ledger, article, options)
        : await claimDocument(ledger, claim ?? 0, options)
  return document === null ? null : bytesOf(linkedJson(document))
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
