// Graphs as a linked-data program reads them: expanded by jsonld, in a store of oxigraph, and nothing fetched.
import jsonld from 'jsonld'
import { type Literal, type NamedNode, Store } from 'oxigraph'

const refused = (url: string): never => {
  throw new Error(`nothing is fetched: ${url}`)
}

/** A document of JSON-LD as N-Quads. Terms that mean nothing are refused, not dropped. */
async function quadsOf(document: object): Promise<string> {
  const expanded = await jsonld.expand(
    document as jsonld.JsonLdDocument,
    { documentLoader: refused, safe: true } as object,
  )
  return (await jsonld.toRDF(
    expanded as jsonld.JsonLdDocument,
    {
      format: 'application/n-quads',
      documentLoader: refused,
      safe: true,
    } as object,
  )) as unknown as string
}

/** A store of several documents. */
export async function storeOf(...documents: readonly object[]): Promise<Store> {
  const store = new Store()
  for (const document of documents) store.load(await quadsOf(document), { format: 'application/n-quads' })
  return store
}

/** What a query finds: of each answer the values by their names. */
export function asked(store: Store, query: string): Record<string, string>[] {
  const answers = store.query(query) as Map<string, NamedNode | Literal>[]
  return answers.map((answer) => Object.fromEntries([...answer].map(([name, term]) => [name, term.value])))
}
