/** What stands around every screen, in English. */
export const FRAME = {
  skip: 'To the content',
  nav: 'Parts of the site',
  parts: {
    desk: { path: '/', label: 'Desk' },
    stories: { path: '/stories', label: 'Stories' },
    search: { path: '/search', label: 'Search' },
    review: { path: '/review', label: 'Review' },
    methods: { path: '/methods', label: 'Methods' },
  },
  find: 'Search the ledger',
  colophon:
    'Hearsay says who said what, on whose word, and where it stands. It does not say what is true. Origins are counted, not outlets; two origins are not for that independent.',
  methods: 'How it works, how well, and where it fails',
  api: 'For programs',
  signIn: 'Sign in to edit',
  signOut: 'Sign out',
  keys: 'Press ? for keys',
  keysTitle: 'Keys',
  keyList: [
    ['/', 'search'],
    ['j k', 'next, previous'],
    ['Enter', 'open it'],
    ['[ ]', 'the page before, after'],
    ['d', 'what the retelling changed'],
    ['t', 'over time'],
    ['c', 'copy a citation'],
    ['y', 'the address for ever'],
    ['?', 'this list'],
  ],
  close: 'Close',
} as const
