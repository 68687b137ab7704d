// Every screen of the example site, by its address.
import { storiesListed } from '../../src/ledger/told.ts'
import type { ExampleSite } from './site.ts'

/** The paths of all screens, each once, with something on it. */
export async function screensOf({ ledger }: Pick<ExampleSite, 'ledger'>): Promise<Readonly<Record<string, string>>> {
  const [story] = (await storiesListed(ledger)).toSorted((one, other) => other.articles - one.articles)
  const members = await ledger.db
    .selectFrom('storyMember')
    .select('reading')
    .where('storyId', '=', story?.id ?? 0)
    .execute()
  const claim = await ledger.db
    .selectFrom('claim')
    .select(['id', 'articleId', 'speakerKey'])
    .where(
      'readingId',
      'in',
      members.map(({ reading }) => Number(reading.slice(1))),
    )
    .where('speakerKey', 'is not', null)
    .where('isCurrent', '=', 1)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { outlet } = await ledger.db
    .selectFrom('article')
    .select('outlet')
    .where('id', '=', claim.articleId)
    .executeTakeFirstOrThrow()
  return {
    desk: '/',
    article: `/article/${claim.articleId}`,
    stories: '/stories',
    story: `/story/${story?.id}`,
    figures: `/story/${story?.id}/figures`,
    claim: `/claim/${claim.id}`,
    speaker: `/speaker/${encodeURIComponent(claim.speakerKey as string)}`,
    outlet: `/outlet/${encodeURIComponent(outlet as string)}`,
    search: '/search?q=injured',
    'search for nothing': '/search?q=zeppelin',
    review: '/review',
    corrections: '/corrections',
    webhooks: '/webhooks',
    methods: '/methods',
    api: '/api/v1',
    'sign in': '/sign-in',
    terms: '/terms',
    privacy: '/privacy',
  }
}
