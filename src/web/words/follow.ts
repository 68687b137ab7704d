/** What is said of following: feeds, in their three formats. */
export const FOLLOW = {
  follow: 'Follow',
  what: {
    story: 'this story',
    speaker: 'this source',
    unnamed: 'this source',
    outlet: 'this outlet',
    search: 'this search',
    all: 'all developments',
  },
  by: 'by feed:',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' },
  missing: 'There is no such feed: the ledger has nothing of that name.\n',
} as const
