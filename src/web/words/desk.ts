/** The desk, in English. */
import { counted } from '../../publish/numbers.ts'

export const DESK = {
  title: 'Desk',
  lede: 'Who said it, on whose word, how many, where, when, how sure.',
  box: 'Addresses, a line each; or a page, pasted: its text, or its HTML',
  boxHint: 'https://news.example/a-page',
  from: 'Where pasted words are from, if you know',
  files: 'Or files: pages saved from a browser, texts, lists of feeds (OPML)',
  options: 'Files, and where pasted words are from',
  take: 'Read',
  takeHint: 'Feeds and front pages are watched; what they name now is read.',
  nothing: 'Nothing was brought. Paste an address or a page, or choose a file.',
  notAnAddress:
    'Where it is from is no address: give a whole one, such as https://news.example/a-page, or leave it empty.',
  pasted: 'what was pasted',
  emptyFile: 'The file is empty.',
  archive: (name: string): string => `A file of many pages. Take it in with: hearsay ingest ${name}`,
  more: (count: number): string => `${counted(count, 'more address', 'more addresses')}`,
  tooMany: (most: number): string => `At most ${most} at once: give the rest to hearsay add.`,
  batch: 'Pages brought in',
  gone: 'The site was started anew since then, and this list is gone. What was entered is in the ledger.',
  waiting: 'waits',
  working: 'is read now',
  unchanged: 'unchanged since it was captured last',
  added: 'new',
  newVersion: 'changed: a new version',
  sameWords: 'the same words as before',
  watched: (named: number, toFetch: number): string =>
    `is watched now: it names ${counted(named, 'article')}, ${toFetch} of them new to the ledger`,
  failed: 'not taken in',
  done: (count: number): string => (count === 1 ? 'It is done.' : `All ${count} are done.`),
  underWay: 'This page brings itself up to date.',
  retry: 'Bring something else',
  pages: 'Pages read last',
  stories: 'Stories',
  storiesSince: 'What changed in stories since then',
  noStories: 'No story changed since then.',
  fromNowOn: 'Keep this address: it shows what changes from now on',
  allAgain: 'show all that was read last',
  sinceLast: 'What changed since you were here last',
  older: 'Pages read before these',
  newer: 'Back to the latest',
  articles: 'All articles',
  version: (number: number): string => `version ${number}`,
  changes: (added: number, again: number, corrections: number): string =>
    [
      added > 0 && counted(added, 'new article'),
      again > 0 && `${counted(again, 'article')} changed or read anew`,
      corrections > 0 && counted(corrections, 'correction'),
    ]
      .filter(Boolean)
      .join(', '),
  newStatements: 'New statements',
  newFigures: 'New figures',
  andMore: (count: number): string => `and ${count} more`,
  none: 'The ledger is empty. Bring it a page: an address, a pasted text, a file.',
  noneYet: 'The ledger is empty.',
  reading: (claims: number, figures: number, chains: number, leftOut: number): string =>
    [
      counted(claims, 'claim'),
      counted(figures, 'figure'),
      counted(chains, 'chain'),
      `${counted(leftOut, 'thing')} left out`,
    ].join(', '),
} as const
