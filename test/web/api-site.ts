// The site of the examples with something of everything that the API tells, and ways to ask its API.
import { correct } from '../../src/ledger/corrections/correct.ts'
import { noticeDevelopments } from '../../src/ledger/developments/notice.ts'
import type { Route } from '../../src/web/api/route.ts'
import type { ServeOptions } from '../../src/web/serve.ts'
import { type ExampleSite, exampleSite } from './site.ts'

/** A site of the examples, whose API is asked. */
export interface ApiSite extends ExampleSite {
  /** Asks for a path of the API. */
  api(path: string, init?: RequestInit): Promise<Response>
  /** A path that a route answers here. */
  pathOf(route: Route): string
}

const AT = '2031-05-14T10:00:00.000Z'

/** A site of the examples, some of whose claims were corrected, and what changed in them noticed. */
export async function apiSite(options: Partial<Omit<ServeOptions, 'ledger' | 'intake'>> = {}): Promise<ApiSite> {
  const site = await exampleSite(options)
  const { ledger } = site
  const saying = { by: 'M. Voss', at: AT, why: 'The caption names the harbour.' }
  const { id } = await correct(ledger, 1, { field: 'place', name: 'Elling harbour' }, saying)
  await correct(ledger, 2, { field: 'right' }, saying)
  await noticeDevelopments(ledger, AT)
  const { outlet } = await ledger.db
    .selectFrom('article')
    .select('outlet')
    .where('outlet', 'is not', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return {
    ...site,
    api: (path, init) => site.ask(`/api/v1${path}`, init),
    pathOf: ({ example }) =>
      example.replace('{outlet}', encodeURIComponent(outlet as string)).replace('{correction}', String(id)),
  }
}
