/**
 * The fields of an article that are not its text: who published it, when, whose it is, in which language.
 */
import type { Evidence, LeftOutReason } from './article.ts'
import { bylinesOf } from './bylines.ts'
import type { PageEvidence } from './evidence.ts'
import { PLACE_BIT } from './furniture.ts'
import { langOf, resolve, sectionOf, tagsOf, urlOf } from './imprint.ts'
import { languageOf } from './language.ts'
import { timesOf } from './published.ts'
import { isProse, type Page, type Run } from './runs.ts'
import type { Element } from './tree.ts'

export interface Fields {
  readonly url: string | null
  readonly amphtml: string | null
  readonly lang: string | null
  readonly outlet: string | null
  readonly copyright: string | null
  readonly section: string | null
  readonly tags: readonly string[]
  readonly bylines: readonly string[]
  readonly bylineAgencies: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly why: Readonly<Record<string, Evidence>>
  /** The field that a run prints, as the reason for which it is not in the text; null for a run that prints none. */
  readonly printedBy: (run: Run) => LeftOutReason | null
  readonly printsDate: (run: Run) => boolean
}

/** @param readFrom the address the page was read from, if known */
export function fieldsOf(evidence: PageEvidence, readFrom: string | null): Fields {
  const { page, structured, headline } = evidence
  const { runs } = page
  const why: Record<string, Evidence> = {}
  const kept = <T>(field: string, found: { value: T; evidence: Evidence } | null): T | null => {
    if (found) why[field] = found.evidence
    return found?.value ?? null
  }
  const url = kept('url', urlOf(structured, readFrom))
  const lang = kept('lang', langOf(structured) ?? languageFound(page))
  const outlet = kept('outlet', evidence.outlet)
  const copyright = kept('copyright', evidence.copyright)
  const section = kept('section', sectionOf(structured))
  const captions = new Set(evidence.captions.flatMap((group) => group.runs))
  const inCaption = (index: number): boolean => captions.has(index)
  const times = timesOf(structured, runs, headline.run, lang, url, inCaption)
  if (times.publishedEvidence) why.published = times.publishedEvidence
  if (times.modifiedEvidence) why.modified = times.modifiedEvidence
  const bylines = bylinesOf(structured, runs, headline.run, outlet, url)
  if (bylines.evidence) why.bylines = bylines.evidence
  const tags = tagsOf(structured, runs, (element) => nearPlace(element, PLACE_BIT.tags, 3))
  if (tags.evidence) why.tags = tags.evidence
  return {
    url,
    amphtml: structured.amphtml ? resolve(structured.amphtml, url) : null,
    lang,
    outlet,
    copyright,
    section,
    tags: tags.value,
    bylines: bylines.names,
    bylineAgencies: bylines.agencies,
    published: times.published,
    modified: times.modified,
    why,
    printsDate: (run) => times.runs.has(run.index),
    printedBy: (run) => {
      if (evidence.copyright?.run === run.index) return 'copyright'
      if (tags.runs.has(run.index)) return 'tags'
      if (bylines.runs.has(run.index)) return 'byline'
      return times.runs.has(run.index) ? 'date' : null
    },
  }
}

/** The language of the page's prose, for a page that does not say. */
function languageFound(page: Page): { value: string; evidence: Evidence } | null {
  const value = languageOf(
    page.runs
      .filter(isProse)
      .slice(0, 12)
      .map((run) => run.text)
      .join(' '),
  )
  return value ? { value, evidence: { from: 'function words' } } : null
}

function nearPlace(element: Element, bit: number, within: number): boolean {
  for (let up: Element | null = element, i = 0; up && i < within; up = up.parent, i++)
    if (up.name !== 'body' && up.places & bit) return true
  return false
}
