/** The methods page, in English: how it works, how well, where it fails, and how mistakes are put right. */

/** What was measured, each with the command that measures it; the README has all of it, with peers. */
interface Measured {
  readonly what: string
  readonly figure: string
  readonly beside: string
  readonly by: string
}

export const METHODS = {
  title: 'Methods',
  lede: 'A page goes through five steps. Each can be wrong, each says why it decided as it did, and each can be corrected. Nothing here grades truth: it grades sourcing.',
  stepsTitle: 'How it works',
  steps: [
    [
      'The page',
      'The text of the article is parted from all that stands around it. What was left out is listed with its reason. Headline, outlet, time, dateline, agency credit and captions are read from where the page prints them, not from where it might be guessed.',
    ],
    [
      'The claims',
      'A small model trained on news marks who said what, and by which word. Grammar and word lists do the rest: who “she” is, by how many hands it came, how many, where, when, and which words hedge it. “Up to 40” is at most 40, not 40. “Dozens” has no number. What the page does not say is left empty.',
    ],
    [
      'The origins',
      'Claims are held against each other: speaker, day, words, figures. Those that go back to one original statement are one origin. Fourteen outlets that quote one man are one origin, not fourteen. Where the evidence is thin they are kept apart: a wrong merge is worse than a missed one.',
    ],
    [
      'The lineage',
      'Who has it from whom, by three kinds of evidence that are never mixed: a printed credit, shared text, a shared peculiarity such as a slip. A report without any of them has unknown lineage, and counts as no origin. Two origins are not for that independent: that nobody can see from the pages alone.',
    ],
    [
      'The drift',
      'What the telling changed: a hedge dropped, a bound turned, a source left out, a figure grown. A headline is held against its own article, a report against the earliest that it can be compared with.',
    ],
  ],
  marksTitle: 'What the marks mean',
  marks: [
    ['≤ 40', 'at most so many: “up to 40”'],
    ['≥ 40', 'at least so many: “more than 39”'],
    ['~ 40', 'about so many'],
    ['“dozens”', 'a vague word, which is no number; conventions for reading one are never on by themselves'],
    ['unnamed', 'a source that the page does not name'],
    ['credited only', 'named as a source by others; the ledger has no article of theirs'],
    ['lineage unknown', 'no credit, no shared text, no shared slip: from whom it has it cannot be told'],
  ],
  measuredTitle: 'How well',
  measuredNote:
    'Per cent, on texts that people marked by hand. Two people who mark the same text do not agree fully either: 69 on who said what.',
  measured: [
    {
      what: 'The text of an article, on sites never seen',
      figure: '95 to 98',
      beside: 'best peer 92 to 96',
      by: 'npm run bench:page',
    },
    {
      what: 'Who said what: source, word and content together',
      figure: '67',
      beside: 'two people 69',
      by: 'npm run bench:claims',
    },
    { what: 'Claims found', figure: '89', beside: '', by: 'npm run bench:claims' },
    { what: 'Speaker right, of claims found', figure: '90', beside: 'two people 86', by: 'npm run bench:claims' },
    { what: 'Figures found; bounds right', figure: '96; 99', beside: '', by: 'npm run bench:claims' },
    { what: 'Whole chain of sources right', figure: '82', beside: '', by: 'npm run bench:claims' },
    {
      what: 'Claims brought to their origins, as read',
      figure: '76',
      beside: 'wrongly joined: 8 in 100',
      by: 'npm run bench:stories',
    },
    { what: 'What a headline lost or changed', figure: '68', beside: '', by: 'npm run bench:claims' },
    {
      what: 'Copied reports whose copying is known: origins',
      figure: '90',
      beside: 'text clusters 71, counting outlets 43',
      by: 'npm run bench:origins',
    },
  ] satisfies readonly Measured[],
  table: 'What was measured',
  columns: ['What', 'Right', 'Beside', 'Measured by'],
  limitsTitle: 'Where it fails',
  limits: [
    'Claims are read in English only. Pages in other languages are read as pages.',
    'One claim in ten is missed, or is none. Look at the words: each mark leads to them.',
    'Paraphrases of one report without a named source are often counted as several origins.',
    'Days are right in two of three cases; an article without a date leaves “Saturday” open.',
    'What outlets have by the same owner, or by a private call, nothing on their pages shows.',
    'A figure that is one by convention (“a battalion”) is a word here, unless you switch a convention on.',
    'A public site shows readers an excerpt of each article; the claims that its screens quote come on top of that.',
    'A page behind a paywall is read as far as it is shown, and marked as a stub.',
  ],
  correctionsTitle: 'Corrections',
  corrections: [
    'People correct readings: a speaker, a figure, a chain, which claims are one origin. Who, when and why is kept, beside the reading and never over it. Each correction can be undone, and both stay in the record.',
    'A claim’s address stays for ever and is pinned to a version of the ledger: who follows an old link sees what was known then, and that something newer is known.',
    'What was captured is kept as it came, with its time and its hash. Entries form a chain in which each vouches for all before it; anyone with a copy can hold it against the chain.',
    'If you were quoted here wrongly, write to whoever runs this site with the claim’s address. What the article says will not be changed, since it says it; how we read it will be.',
  ],
} as const
