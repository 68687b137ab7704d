/** Articles, claims and stories as linked data. */
import { Hono, type MiddlewareHandler } from 'hono'
import { type LinkedDocument, linkedJson } from '../../publish/linked/document.ts'
import { articleDocument, claimDocument, type LinkedOptions, storyDocument } from '../../publish/linked/documents.ts'
import { shared } from '../api/access.ts'
import type { Asked, Asking, Screen, Site, SiteSettings } from '../site.ts'

/** The media type of JSON-LD (W3C Recommendation JSON-LD 1.1, appendix C). */
const JSON_LD = 'application/ld+json'

const NUMBER = /^[1-9]\d{0,14}$/

/** A number of an address; undefined for none, null for what is no number. */
const numberIn = (given: string | undefined): number | null | undefined =>
  given === undefined ? undefined : NUMBER.test(given) ? Number(given) : null

/** Lets programs in other sites' pages read the linked data of a public site. */
export function linkedForAll(settings: SiteSettings): MiddlewareHandler {
  const share = shared(settings)
  return (c, next) => (c.req.path.endsWith('.jsonld') ? share(c, next) : next())
}

export function linkedScreen({ ledger, settings }: Site): Screen {
  const optionsFor = (c: Asking): LinkedOptions => ({
    site: settings.address,
    excerpt: c.var.role === 'editor' ? null : settings.excerpt,
  })
  const answer = (c: Asking, document: LinkedDocument | null) =>
    document === null ? c.notFound() : c.body(linkedJson(document), 200, { 'content-type': JSON_LD })
  return new Hono<Asked>()
    .get('/article/:file{[1-9][0-9]{0,14}\\.jsonld}', async (c) =>
      answer(c, await articleDocument(ledger, numberOf(c), optionsFor(c))),
    )
    .get('/article/:id{[1-9][0-9]{0,14}}/:file{[1-9][0-9]{0,14}\\.jsonld}', async (c) => {
      const options = { ...optionsFor(c), version: numberOf(c) }
      return answer(c, await articleDocument(ledger, Number(c.req.param('id')), options))
    })
    .get('/story/:file{[1-9][0-9]{0,14}\\.jsonld}', async (c) =>
      answer(c, await storyDocument(ledger, numberOf(c), optionsFor(c))),
    )
    .get('/claim/:file{[1-9][0-9]{0,14}\\.jsonld}', async (c) => {
      const at = numberIn(c.req.query('at'))
      return answer(c, at === null ? null : await claimDocument(ledger, numberOf(c), { ...optionsFor(c), at }))
    })
}

/** The number that a file is named by. */
const numberOf = (c: Asking): number => Number.parseInt(c.req.param('file') ?? '', 10)
