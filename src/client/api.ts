// Written from the API's OpenAPI document by npm run client:types; a test holds it to that.

/** Origins are counted, not outlets. */
export interface Account {
  /** Outlets that carry it; an article of which no outlet is known counts as one. */
  outlets: number
  /** Articles among them of which no outlet is known. */
  nameless: number
  /** Texts: what is printed by many as one is one. */
  reports: number
  /** Origins to which at least one report traces. Several are not for that independent. */
  origins: number
  /** Outlets none of whose reports is traced to anybody: they count as no origin. */
  unknown: number
  /** The account in words. */
  sentence: string
  /** What the sentence rests on. */
  reasons: string[]
}

/** Where words stand: `start` and `end` are UTF-16 offsets, and `text` is what was read there. */
export interface Anchor {
  /** The article's number; null where the ledger no longer shows it. */
  article: number | null
  /** The string that `start` and `end` index: the article's text, headline or deck, a caption, or its address. */
  in: "text" | "headline" | "deck" | "caption" | "slug"
  start: number
  end: number
  /** The exact words; cut, with an ellipsis, where the site shows excerpts. */
  text: string
  /** The outlet's page, landing on the words (a text fragment). */
  url: string | null
}

/** Figures that look like rivals and count something else. */
export interface Apart {
  /** The key of who answers for it, the same in every panel. */
  claimant: string
  name: string
  kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
  points: PanelPoint[]
  measure: string | null
  population: string | null
  place: string | null
  unit: string | null
  /** Why it is not comparable. */
  reason: string
}

/** What a page says as a page, in one of its versions. */
export interface Article {
  number: number
  version: Version
  /** Whether it is the version seen last. */
  isCurrent: boolean
  /** The outlet's page; null where no address is known. */
  url: string | null
  outlet: string | null
  headline: string | null
  deck: string | null
  bylines: string[]
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  modified: string | null
  dateline: string | null
  wire: string | null
  tags: string[]
  section: string | null
  copyright: string | null
  /** BCP 47, lower case. */
  lang: string | null
  /** Its text, which every span indexes; to the excerpt where the site shows excerpts. */
  text: string
  /** Whether `text` is cut: `length` says how long all of it is. */
  isExcerpt: boolean
  /** UTF-16 code units of the whole text. */
  length: number
  /** The parts of the text; of an excerpt those that are in it. */
  blocks: Block[]
  images: {
    caption: string | null
    credit: string | null
    url: string | null
  }[]
  related: {
    label: string | null
    title: string
    url: string | null
    span: Span | null
  }[]
  leftOut: LeftOut[]
  /** What to know before trusting it. */
  notes: {
    kind: string
    message: string
  }[]
  /** Who read it when; null where it was not read. */
  reading: {
    engine: string
    edition: string
    /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
    readAt: string
  } | null
  /** Its claims, in their order. */
  claims: number[]
  /** Claims that people have hidden. */
  hidden: number
  /** The captures that the version is known by, the earliest first. */
  captures: Capture[]
  captureCount: number
  /** Addresses that lead to it, up to a hundred. */
  addresses: string[]
  /** In the order in which they stood. */
  versions: Version[]
  stories: number[]
  /** Of this version. */
  permalink: string
}

/** An article that was found, with the places where. */
export interface ArticleFound {
  number: number
  headline: string | null
  outlet: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  claims: number
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
  /** The outlet's page; null where no address is known. */
  url: string | null
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  firstSeen: string
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  lastSeen: string
  score: number
  marks: {
    headline: Span[]
    outlet: Span[]
  }
}

/** An article as it is listed. */
export interface ArticleListed {
  number: number
  headline: string | null
  outlet: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  claims: number
  versions: number
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** What was brought together. */
export interface Batch {
  /** By which it is asked for, as long as the site runs. */
  batch: string
  isDone: boolean
  items: PageEntering[]
}

/** What part of the text a span is. */
export interface Block {
  kind: "paragraph" | "heading" | "quote" | "list-item" | "table-row" | "caption" | "note" | "live-entry"
  start: number
  end: number
  /** A live entry's printed time. */
  time: string | null
}

/** Bytes as they were received, once: what proves that something was on a page at a time. */
export interface Capture {
  number: number
  /** SHA-256 of the bytes as received, in hexadecimal. */
  sha256: string
  /** Bytes as received. */
  size: number
  /** The address asked for; null for what was pasted. */
  url: string | null
  /** The address that answered. */
  finalUrl: string | null
  /** The HTTP status of the answer; null where none was asked for. */
  status: number | null
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  capturedAt: string
  how: "fetched" | "feed" | "pasted" | "imported"
}

/** Who carries an origin, with those who have it from them. */
export interface Carrier {
  /** The outlet, or the name that is credited. */
  name: string
  kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
  /** Articles that carry it as one text; none for one who is only credited. */
  articles: number[]
  claims: number[]
  /** Whether it is known whom it has it from. */
  lineage: "traced" | "unknown"
  /** For what it hangs under the one above it. */
  from: Evidence[]
  /** What else it shares with others. */
  also: Evidence[]
  carriers: Carrier[]
}

/** What changed from one version of an article to another. */
export interface Changes {
  article: number
  /** The older version. */
  from: number
  /** The newer one. */
  to: number
  /** What became of the older version's claims. */
  claims: {
    before: ClaimWords
    /** The same claim in the newer version; null where there is none. */
    now: ClaimWords | null
    /** Orphan: its words are gone. */
    anchor: "exact" | "moved" | "changed" | "orphan"
    drift: Drift[]
  }[]
  /** Claims that only the newer version has. */
  added: ClaimWords[]
  /** Word by word; null where it is as before. */
  headline: Wording[] | null
  deck: Wording[] | null
  /** Of the newer version. */
  permalink: string
}

/** A claim's citation: the whole chain, the capture's hash and time. */
export interface Citation {
  claim: number
  /** For a footnote. */
  text: string
  /** CSL-JSON, schema 1.0.2. */
  csl: (Record<string, unknown>)[]
  ris: string
  bibtex: string
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** Who said what, on whose word, how many, where, when, how sure: as it was read, and as people corrected it. */
export interface Claim {
  /** Its number in the ledger, which stays for ever. */
  number: number
  /** Its id in its reading: `c3`. */
  id: string
  article: number
  outlet: string | null
  headline: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  /** The agency whose copy the article prints or leans on. */
  wire: string | null
  /** The outlet's page; null where no address is known. */
  url: string | null
  /** The string of the article that every span of the claim indexes. */
  in: "text" | "headline" | "deck"
  /** `none` is an unattributed statement that carries a figure. */
  type: "direct" | "indirect" | "mixed" | "none"
  act: "speech" | "belief" | "intention"
  /** The words that name who says it. */
  source: Quote | null
  /** The words that mark it as said: `said`, `according to`. */
  cue: Quote | null
  /** What is said, in the words of the article. */
  content: {
    start: number
    end: number
    text: string
    parts: Span[]
  }
  /** Who answers for it; null where nobody is named. */
  speaker: Speaker | null
  /** By whose word it came, the outlet first. */
  chain: Link[]
  hedges: Hedge[]
  figures: Figure[]
  place: Place | null
  eventTime: EventTime | null
  saidTime: SaidTime | null
  /** How often readings like this one are right. */
  confidence: number
  /** The rule or the model that read it, in words. */
  why: string
  /** Whether the words of `content` are cut to the site's excerpt. */
  isExcerpt: boolean
  /** Where what is said stands. */
  anchor: Anchor
  /** The first capture in which it was seen so; null where none is kept. */
  capture: Capture | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A claim by its number, with its reading, its captures, and what people made of it. */
export interface ClaimAsked {
  /** Its number in the ledger, which stays for ever. */
  number: number
  /** Its id in its reading: `c3`. */
  id: string
  article: number
  outlet: string | null
  headline: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  /** The agency whose copy the article prints or leans on. */
  wire: string | null
  /** The outlet's page; null where no address is known. */
  url: string | null
  /** The string of the article that every span of the claim indexes. */
  in: "text" | "headline" | "deck"
  /** `none` is an unattributed statement that carries a figure. */
  type: "direct" | "indirect" | "mixed" | "none"
  act: "speech" | "belief" | "intention"
  /** The words that name who says it. */
  source: Quote | null
  /** The words that mark it as said: `said`, `according to`. */
  cue: Quote | null
  /** What is said, in the words of the article. */
  content: {
    start: number
    end: number
    text: string
    parts: Span[]
  }
  /** Who answers for it; null where nobody is named. */
  speaker: Speaker | null
  /** By whose word it came, the outlet first. */
  chain: Link[]
  hedges: Hedge[]
  figures: Figure[]
  place: Place | null
  eventTime: EventTime | null
  saidTime: SaidTime | null
  /** How often readings like this one are right. */
  confidence: number
  /** The rule or the model that read it, in words. */
  why: string
  /** Whether the words of `content` are cut to the site's excerpt. */
  isExcerpt: boolean
  /** Where what is said stands. */
  anchor: Anchor
  /** The first capture in which it was seen so; null where none is kept. */
  capture: Capture | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
  /** The version of the article that it was read in. */
  version: {
    number: number
    isCurrent: boolean
    /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
    firstSeen: string
    /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
    lastSeen: string
  }
  /** Who read it, and when. */
  reading: {
    engine: string
    edition: string
    /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
    readAt: string
    isCurrent: boolean
  }
  /** Whether a person added it, since it was missed. */
  isAdded: boolean
  /** Whether a person has hidden it. */
  isHidden: boolean
  /** Corrections in force on it. */
  corrected: number[]
  /** Captures of the version, the earliest first. */
  captures: Capture[]
  /** The entry with which it came to stand as it is told here; its permalink is pinned to it. */
  position: Position
  /** The first claim of those that are this one in other versions and readings. */
  thread: number
  /** The claim of the thread that counts now; null where none does. */
  current: number | null
  /** Versions of the article that have it. */
  seenIn: number
}

/** A claim that was found, with the places where. */
export interface ClaimFound {
  /** Its number in the ledger, which stays for ever. */
  number: number
  /** Its id in its reading: `c3`. */
  id: string
  article: number
  outlet: string | null
  headline: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  /** The agency whose copy the article prints or leans on. */
  wire: string | null
  /** The outlet's page; null where no address is known. */
  url: string | null
  /** The string of the article that every span of the claim indexes. */
  in: "text" | "headline" | "deck"
  /** `none` is an unattributed statement that carries a figure. */
  type: "direct" | "indirect" | "mixed" | "none"
  act: "speech" | "belief" | "intention"
  /** The words that name who says it. */
  source: Quote | null
  /** The words that mark it as said: `said`, `according to`. */
  cue: Quote | null
  /** What is said, in the words of the article. */
  content: {
    start: number
    end: number
    text: string
    parts: Span[]
  }
  /** Who answers for it; null where nobody is named. */
  speaker: Speaker | null
  /** By whose word it came, the outlet first. */
  chain: Link[]
  hedges: Hedge[]
  figures: Figure[]
  place: Place | null
  eventTime: EventTime | null
  saidTime: SaidTime | null
  /** How often readings like this one are right. */
  confidence: number
  /** The rule or the model that read it, in words. */
  why: string
  /** Whether the words of `content` are cut to the site's excerpt. */
  isExcerpt: boolean
  /** Where what is said stands. */
  anchor: Anchor
  /** The first capture in which it was seen so; null where none is kept. */
  capture: Capture | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
  /** How well it fits, among the results that are ranked together. */
  score: number
  /** What was asked for, in UTF-16 units of `content.text`, `speaker.name`, `outlet` and `place.name`. */
  marks: {
    content: Span[]
    speaker: Span[]
    outlet: Span[]
    place: Span[]
  }
}

/** A claim of the thread in a reading. */
export interface ClaimStands {
  claim: number
  /** The older claim that it is. */
  continues: number | null
  /** What became of that claim's words. */
  anchor: "exact" | "moved" | "changed" | null
  engine: string
  edition: string
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  readAt: string
  /** Whether the reading counts in its version. */
  counts: boolean
  in: "text" | "headline" | "deck"
  words: string
  span: Span
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A claim of one version, in its words. */
export interface ClaimWords {
  claim: number
  words: string
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** What a person said of a reading. */
export interface Correction {
  number: number
  /** Who says so. */
  by: string
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  at: string
  why: string
  /** The claim that the person had before them. */
  claim: number
  change: {
    field: "speaker"
    speaker: {
      name: string
      kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
      key: string | null
    } | null
  } | {
    field: "figure"
    figure: {
      text: string
      nth: number
    }
    set: {
      low?: number | null
      high?: number | null
      measure?: string | null
      unit?: string | null
      of?: string | null
      qualifier?: string | null
    }
  } | {
    field: "struck figure"
    figure: {
      text: string
      nth: number
    }
  } | {
    field: "added figure"
    words: {
      text: string
      nth: number
    }
    set: {
      low: number | null
      high: number | null
      approximate: boolean
      measure: string | null
      unit: string | null
      of: string | null
      qualifier: string | null
    }
  } | {
    field: "claim"
    in: "text" | "headline" | "deck"
    words: {
      text: string
      nth: number
    }
    speaker: {
      name: string
      kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
      key: string | null
    } | null
    type: "direct" | "indirect" | "mixed" | "none"
  } | {
    field: "chain"
    chain: {
      name: string
      kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
      link: "wire" | "quotes" | "cites" | "told" | "own reporting" | "unnamed"
    }[]
  } | {
    field: "said"
    date: string | null
  } | {
    field: "happened"
    start: string | null
    end: string | null
  } | {
    field: "place"
    name: string | null
  } | {
    field: "type"
    type: "direct" | "indirect" | "mixed" | "none"
  } | {
    field: "hidden"
    hidden: boolean
  } | {
    field: "right"
  } | {
    field: "origin"
    how: "merge" | "split" | "move"
    one: number[]
    not: number[]
  }
  isInForce: boolean
  /** What undid it and put it in force again, in order. */
  reversals: Reversal[]
  /** What the claim says; null for one that people have hidden. */
  words: string | null
  headline: string | null
  outlet: string | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** What is otherwise than it was read. */
export interface CorrectionGiven {
  /** Who says so. */
  by: string
  /** Why: what the page says, and where. */
  why: string
  change: {
    field: "speaker"
    speaker: {
      name: string
      kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
      key: string | null
    } | null
  } | {
    field: "figure"
    figure: {
      text: string
      nth: number
    }
    set: {
      low?: number | null
      high?: number | null
      measure?: string | null
      unit?: string | null
      of?: string | null
      qualifier?: string | null
    }
  } | {
    field: "struck figure"
    figure: {
      text: string
      nth: number
    }
  } | {
    field: "added figure"
    words: {
      text: string
      nth: number
    }
    set: {
      low: number | null
      high: number | null
      approximate: boolean
      measure: string | null
      unit: string | null
      of: string | null
      qualifier: string | null
    }
  } | {
    field: "claim"
    in: "text" | "headline" | "deck"
    words: {
      text: string
      nth: number
    }
    speaker: {
      name: string
      kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
      key: string | null
    } | null
    type: "direct" | "indirect" | "mixed" | "none"
  } | {
    field: "chain"
    chain: {
      name: string
      kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
      link: "wire" | "quotes" | "cites" | "told" | "own reporting" | "unnamed"
    }[]
  } | {
    field: "said"
    date: string | null
  } | {
    field: "happened"
    start: string | null
    end: string | null
  } | {
    field: "place"
    name: string | null
  } | {
    field: "type"
    type: "direct" | "indirect" | "mixed" | "none"
  } | {
    field: "hidden"
    hidden: boolean
  } | {
    field: "right"
  } | {
    field: "origin"
    how: "merge" | "split" | "move"
    one: number[]
    not: number[]
  }
}

/** What people said of a claim and of its origin, in order. */
export interface Corrections {
  corrections: Correction[]
}

/** Which claims are of one origin, and which are not. */
export interface Decision {
  /** Who says so. */
  by: string
  /** Why: what the page says, and where. */
  why: string
  how: "merge" | "split" | "move"
  /** Numbers of claims that are of one origin, */
  one: number[]
  /** and of claims that are none of it. */
  not?: number[]
}

/** What changed in claims: not a new page, but what one tells otherwise. */
export interface Development {
  /** Rising in the order in which they were noticed; never used twice. */
  number: number
  kind: "new origin" | "denial" | "correction" | "hedge dropped" | "hedge added" | "attribution dropped" | "population narrowed" | "figure changed" | "bound turned" | "window stretched" | "verb strengthened" | "source pluralised" | "measure changed"
  /** When it was noticed, ISO 8601 in UTC. */
  at: string
  /** The position of the log that had entered by then. */
  position: number
  story: number | null
  storyTitle: string | null
  /** The claim that makes it. */
  claim: Claim
  /** The claim that it is held against; null where there is none. */
  before: Claim | null
  /** The words that were lost or changed; null where it is not about words. */
  from: string | null
  /** Those in their place. */
  to: string | null
  /** Whether the words were left out; else there are others instead. */
  lost: boolean
  toldIn: "text" | "headline" | "deck" | "caption" | "slug" | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A difference between two tellings of one statement. */
export interface Drift {
  kind: "hedge dropped" | "hedge added" | "attribution dropped" | "population narrowed" | "figure changed" | "bound turned" | "window stretched" | "verb strengthened" | "source pluralised" | "measure changed"
  /** The words that were lost or changed. */
  from: DriftWords
  /** Those that stand in their place; for a loss, what the lost words belonged to. */
  to: DriftWords
  /** Whether the words were left out; else there are others instead. */
  lost: boolean
  why: string
}

/** Words of one telling, and the string of its article that they stand in. */
export interface DriftWords {
  start: number
  end: number
  text: string
  in: "text" | "headline" | "deck" | "caption" | "slug"
}

/** When what is claimed happened: first and last day; null where the words leave an end open. */
export interface EventTime {
  text: string
  start: string | null
  end: string | null
  anchor: Span
}

/** Why somebody is held to have something from another. */
export interface Evidence {
  kind: "credit" | "text" | "peculiarity"
  /** For people: `cites Coast Wire`, `shares 92 % of the text with The Bay Post`. */
  because: string
  /** The article whose evidence it is. */
  article: number | null
  /** Where that article prints it; null for a credit outside its text. */
  anchor: Anchor | null
  /** Where the article that it is held against prints the same. */
  other: Anchor | null
}

/** What a query's newest results are made of: how it can be narrowed. */
export interface Facets {
  /** The query as it is always written. */
  query: string
  /** How many results were looked at: the newest. */
  of: number
  /** By field of the query, values that some of them have, and how many. */
  values: {
    outlet: {
      value: string
      count: number
    }[]
    speaker: {
      value: string
      count: number
    }[]
    kind: {
      value: string
      count: number
    }[]
    type: {
      value: string
      count: number
    }[]
    place: {
      value: string
      count: number
    }[]
    measure: {
      value: string
      count: number
    }[]
    drift: {
      value: string
      count: number
    }[]
    published: {
      value: string
      count: number
    }[]
  }
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** How many. Vague words (`dozens`, `a battalion`) have neither bound: they are kept as words. `start` and `end` index the string that the claim stands in. */
export interface Figure {
  start: number
  end: number
  /** The words of the figure. */
  text: string
  /** The lower bound; null where the words give none. */
  low: number | null
  /** The higher bound; null where the words give none. */
  high: number | null
  /** Whether the words say about, some, nearly. */
  approximate: boolean
  /** The words that bound it: `up to`, `at least`, `more than`. */
  qualifier: string | null
  /** What it is counted in: `people`, `percent`, `dollars`. */
  unit: string | null
  /** What befell those who are counted: `killed`, `wounded`, `deployed`. */
  measure: string | null
  /** Of whom or what, in the words of the text. */
  population: string | null
}

/** How many results there are on all pages. */
export interface Found {
  count: number
  /** Whether there are more than `count`. */
  isMore: boolean
}

/** Words that bound, weaken, deny or leave open; `scope` is what they weaken. */
export interface Hedge {
  start: number
  end: number
  text: string
  kind: "bound" | "approximation" | "modal" | "hearsay" | "unverified" | "conditional" | "denial"
  scope: Span
}

/** In which captures a claim was seen, in which not, and how it was worded: observed, not inferred. */
export interface History {
  /** The first claim of the thread. */
  thread: number
  article: number
  /** The claim that counts now; null where none does. */
  current: number | null
  /** In the order in which they were first seen. */
  versions: {
    number: number
    captures: {
      number: number
      /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
      at: string
      url: string | null
    }[]
    /** Empty where no reading of this version has the claim. */
    stands: ClaimStands[]
    /** Where no reading has it: what became of its words. */
    words: "exact" | "moved" | "changed" | "orphan" | null
    /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
    permalink: string
  }[]
}

/** One claimant's figures, by the day they were said. */
export interface Lane {
  /** The key of who answers for it, the same in every panel. */
  claimant: string
  name: string
  kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
  points: PanelPoint[]
}

/** What was not kept as body, and why; its words for those who may read all. */
export interface LeftOut {
  text: string | null
  reason: string
}

/** One source of a chain. The outlet is the first; the last is the innermost that the article names. */
export interface Link {
  name: string
  kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
  /** How it has what the next, inner one says. */
  link: "wire" | "quotes" | "cites" | "told" | "own reporting" | "unnamed"
  /** Where the text says so; null for the outlet and for a credit beside the text. */
  anchor: Quote | null
}

/** A page: An article's claims, in the order of its text */
export interface ListArticleClaimsPage {
  items: Claim[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: All articles, the newest first */
export interface ListArticlesPage {
  items: ArticleListed[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: All corrections, the newest first */
export interface ListCorrectionsPage {
  items: Correction[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: What changed in claims: new origins, figures, hedges, denials, corrections */
export interface ListDevelopmentsPage {
  items: Development[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: Who reports a claim's origin, the earliest first */
export interface ListReportsPage {
  items: Report[]
  origin: number
  story: number | null
  /** How many articles report it: outlets, not origins. */
  articles: number
  /** Corrections in force by which people decided what is of it. */
  decisions: number[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: Claims that nobody has looked at, of the pages that entered last the least sure first */
export interface ListReviewPage {
  items: Claim[]
  /** Claims of the newest hundred readings, or of those before them, that nobody has looked at. */
  waiting: number
  lookedAt: number
  /** Of those looked at. */
  corrected: number
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: A source's claims, the newest first */
export interface ListSourceClaimsPage {
  items: Claim[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: Stories, those told last first */
export interface ListStoriesPage {
  items: StoryListed[]
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** What several origins tell alike, with the account of all of them. */
export interface Matter {
  words: string
  origins: number[]
  account: Account
}

/** How a page is read, how well that goes, where it fails. */
export interface Methods {
  summary: string
  /** What is done with a page, in order. */
  steps: {
    name: string
    text: string
  }[]
  /** What marks of the site mean. */
  marks: {
    name: string
    text: string
  }[]
  /** How well, beside what, and the command that measures it. */
  measured: {
    what: string
    figure: string
    beside: string
    by: string
  }[]
  limits: string[]
  corrections: string[]
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A claim that was missed: words of an article, and who answers for them. */
export interface Missed {
  /** Who says so. */
  by: string
  /** Why: what the page says, and where. */
  why: string
  in?: "text" | "headline" | "deck"
  /** Words of the article as it stands now. */
  text: string
  /** The how manieth time that they stand there, from 0; needed where they stand there several times. */
  nth?: number
  type: "direct" | "indirect" | "mixed" | "none"
  speaker: {
    name: string
    kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
    key?: string | null
  } | null
}

/** A name that claims have, with how many have it. */
export interface Name {
  field: "speaker" | "outlet" | "place" | "measure"
  name: string
  claims: number
  /** What asks for its claims; null for a name that no query can hold. */
  query: string | null
}

/** Names that begin, at one of their words, as what was typed. */
export interface Names {
  names: Name[]
}

/** One original statement: all claims in all articles that trace to it. */
export interface Origin {
  number: number
  speaker: string | null
  speakerKey: string | null
  kind: "person" | "organisation" | "unnamed" | "document" | "outlet" | "unattributed" | "unstated"
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  said: string | null
  /** The words of its fullest telling. */
  words: string
  /** All claims in all articles that trace to it. */
  claims: number[]
  account: Account
  /** Each under whom it has it from; those of unknown lineage at the top and last. */
  carriers: Carrier[]
  /** Of the first of its claims. */
  permalink: string
  speakerPermalink: string | null
}

/** What became of something that was brought. */
export interface PageEntering {
  name: string
  is: "waiting" | "working" | "entered" | "unchanged" | "watched" | "failed"
  article: number | null
  /** Whether the article is new in the ledger; null where nothing entered. */
  isNew: boolean | null
  /** Claims that were read. */
  claims: number | null
  /** Why it failed. */
  reason: string | null
  permalink: string | null
}

/** A page to enter: fetched politely from its address, or read as it is given. */
export interface PageGiven {
  /** The page to fetch or, with its words, where they are from. */
  url?: string
  /** The page, where it is at hand. */
  html?: string
  /** Its text, where that is all. */
  text?: string
}

/** Figures that can be compared: one measure, one population. */
export interface Panel {
  /** Which of the story's panels, from 1; null for a source's own. */
  number: number | null
  story: number | null
  /** What befell those who are counted. */
  measure: string
  population: string | null
  place: string | null
  unit: string | null
  /** The time over which all of it counts; null where it counts up to a day. */
  window: {
    start: string | null
    end: string | null
  } | null
  /** Those whom most reports carry first. */
  lanes: Lane[]
  apart: Apart[]
  /** Articles that carry one of its figures. */
  reports: number
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** What a claimant gave on a day: a number with its bounds, or words. */
export interface PanelPoint {
  /** The day it was said, as exact as is known. */
  said: string | null
  /** The day up to which it counts, where the claim says so. */
  asOf: string | null
  low: number | null
  high: number | null
  approximate: boolean
  qualifier: string | null
  /** As it was put, the wording that most use first. */
  words: string[]
  claims: number[]
  anchors: Anchor[]
}

/** Who has part in what a source said, with how many of its claims. */
export interface Party {
  name: string
  key: string | null
  claims: number
}

/** Where what is claimed happened. */
export interface Place {
  start: number
  end: number
  text: string
  name: string
}

/** A position of the ledger's log: everything that had entered by then. */
export interface Position {
  /** The number of the last entry; 0 of a ledger that nothing has entered. */
  position: number
  /** When it entered, ISO 8601 in UTC. */
  at: string | null
  /** SHA-256 over this entry and the hash before it: it vouches for all entries. */
  hash: string
}

/** What went wrong (RFC 9457). */
export interface Problem {
  /** The address that explains this kind of problem. */
  type: string
  title: string
  status: number
  /** What is wrong here, and what to do. */
  detail: string
  /** The path that was asked for. */
  instance: string
  /** Where in the request it is wrong: a JSON Pointer into its path, query or body. */
  errors: {
    in: "path" | "query" | "body"
    pointer: string
    detail: string
  }[]
}

/** A span with the words it covers: `text` is `slice(start, end)` of the string that it indexes. Where a role stands in several parts, `text` is the parts joined with one space. */
export interface Quote {
  start: number
  end: number
  text: string
}

/** An article's telling of an origin. */
export interface Report {
  article: number
  outlet: string | null
  headline: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  wire: string | null
  /** The outlet's page; null where no address is known. */
  url: string | null
  claims: ReportedClaim[]
  capture: Capture | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A claim by which an article reports an origin. */
export interface ReportedClaim {
  claim: Claim
  /** How sure it is that it is of this origin; 1 for the first. */
  confidence: number
  /** Why it is held to be. */
  because: string[]
  /** Its words against the earliest report's; null where they are the same. */
  words: Wording[] | null
  /** What it lost or changed of the earliest report. */
  drift: Drift[]
}

/** That a correction was taken back, or put in force again: an entry of its own. */
export interface Reversal {
  number: number
  /** Who says so. */
  by: string
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  at: string
  why: string
  kind: "undo" | "redo"
  /** The correction that it is about. */
  correction: number
}

/** When it was said, as exact as the words are: `2031`, `2031-05` or `2031-05-12`. */
export interface SaidTime {
  text: string
  date: string | null
  anchor: Span
}

/** Who says so, and why. */
export interface Saying {
  /** Who says so. */
  by: string
  /** Why: what the page says, and where. */
  why: string
}

/** A page: Articles that a query finds: in their headlines, and in all their claims together */
export interface SearchArticlesPage {
  items: ArticleFound[]
  /** The query as it is always written. */
  query: string
  found: Found
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** A page: Claims that a query finds, the best first */
export interface SearchClaimsPage {
  items: ClaimFound[]
  /** The query as it is always written. */
  query: string
  found: Found
  /** The cursor of the next page; null on the last. The `Link` header has its address. */
  next: string | null
}

/** So many of so many. */
export interface Share {
  count: number
  of: number
}

/** A speaker, an outlet or a source without a name, counted. Nobody is scored. */
export interface Source {
  kind: "speaker" | "outlet" | "unnamed"
  /** The name that most claims have; of an unnamed source the words that describe it. */
  name: string
  /** Of a speaker: the same in every article, whatever the spelling. */
  key: string | null
  /** How articles name it. */
  names: {
    name: string
    claims: number
  }[]
  /** Claims that count and are not hidden. */
  claims: number
  articles: number
  /** Outlets that carry them. */
  outlets: number
  /** Origins that these claims are of. */
  origins: number
  /** Of the claims whose chain tells: a speaker's own word, an outlet's own reporting. */
  own: Share
  /** Of the same, those that pass on what another says. */
  relayed: Share
  /** How outlets have them: claims by the first link of their chains. */
  via: Partial<Record<"wire" | "quotes" | "cites" | "told" | "own reporting" | "unnamed", number>>
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  first: string | null
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  last: string | null
  /** Who answers for the claims. */
  speakers: Party[]
  /** Outlets that print them. */
  carriedBy: Party[]
  /** Agencies whose copy is printed. */
  wires: Party[]
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A figure that a source gave. */
export interface SourceFigure {
  claim: number
  outlet: string | null
  figure: Figure
  /** The day it was said or, where that is not told, of publication. */
  day: string | null
  /** Whether `day` is when it was said. */
  isSaidDay: boolean
  /** Whether it is the source's own word; null where it is not told. */
  voice: "own" | "relay" | null
  anchor: Anchor
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** Figures that a source gave. */
export interface SourceFigures {
  /** Of its newest claims, in the order of their days, undated ones last. */
  figures: SourceFigure[]
  /** Its own figures side by side, where they can be compared. */
  panels: Panel[]
  /** Things counted with one number, which no panel shows. */
  single: number
}

/** A half-open range of UTF-16 code units, as JavaScript counts them: `string.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

/** Who answers for a claim. */
export interface Speaker {
  /** The full name as the article gives it, or the description of an unnamed source. */
  name: string
  kind: "person" | "organisation" | "unnamed" | "document" | "outlet"
  /** The same in every article, whatever the spelling; null for unnamed sources. */
  key: string | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** What the ledger holds, in numbers. */
export interface Stats {
  captures: number
  articles: number
  versions: number
  /** Claims that count, hidden ones apart. */
  claims: number
  hidden: number
  byType: {
    direct: number
    indirect: number
    mixed: number
    none: number
  }
  /** Of the claims that somebody is given for, those of unnamed sources. */
  unnamed: Share
  origins: number
  stories: number
  /** Who read how many versions, and how many of these readings count. */
  readings: {
    engine: string
    edition: string
    readings: number
    current: number
  }[]
  corrections: {
    entries: number
    inForce: number
    undone: number
    /** In force, and about words that no reading has now. */
    waiting: number
    people: number
    byField: Record<string, number>
    /** How each engine's readings stood up to people. */
    judged: {
      engine: string
      edition: string
      claims: number
      /** By field, how many people left as they were read. */
      right: Record<string, Share>
      missed: {
        claims: number
        figures: number
      }
    }[]
  }
}

/** A set of origins and articles about one developing matter. */
export interface Story {
  number: number
  /** The headline of its most central article. */
  title: string | null
  /** The first sentence of that article. */
  summary: string | null
  /** The article that title and summary are of. */
  from: number | null
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  first: string | null
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  last: string | null
  account: StoryAccount
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
  /** The earliest first, undated ones last. */
  articles: StoryArticle[]
  /** Those that most outlets carry first. */
  origins: Origin[]
  matters: Matter[]
  /** Rival figures that can be laid side by side. */
  figures: Panel[]
  /** Things counted by one claimant with one number, which no panel shows. */
  single: number
  drift: StoryDrift[]
  unsaid: Unsaid[]
}

/** The account of a story: outlets, origins, and what is untraced. */
export interface StoryAccount {
  /** Outlets that carry it; an article of which no outlet is known counts as one. */
  outlets: number
  /** Articles among them of which no outlet is known. */
  nameless: number
  /** Texts: what is printed by many as one is one. */
  reports: number
  /** Origins to which at least one report traces. Several are not for that independent. */
  origins: number
  /** Outlets none of whose reports is traced to anybody: they count as no origin. */
  unknown: number
  /** The account in words. */
  sentence: string
  /** What the sentence rests on. */
  reasons: string[]
  articles: number
  statements: number
  /** Statements that more than one outlet carries. */
  shared: number
  /** Those of them of which no report's lineage is known. */
  untraced: number
}

/** An article of a story. */
export interface StoryArticle {
  number: number
  outlet: string | null
  headline: string | null
  /** When it was published, as the page says it: ISO 8601, with a zone only where the page has one. */
  published: string | null
  wire: string | null
  /** The outlet's page; null where no address is known. */
  url: string | null
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** A difference between tellings in a story, with the words of both sides. */
export interface StoryDrift {
  kind: "hedge dropped" | "hedge added" | "attribution dropped" | "population narrowed" | "figure changed" | "bound turned" | "window stretched" | "verb strengthened" | "source pluralised" | "measure changed"
  /** Between an article and itself, or from one report to another. */
  where: "within" | "between"
  /** The words that were lost or changed. */
  from: StoryDriftWords
  /** Those in their place, in the first article that has the change. */
  to: StoryDriftWords
  lost: boolean
  why: string
  /** Every article that has the change, the earliest first. */
  articles: number[]
}

/** The words of one telling. */
export interface StoryDriftWords {
  outlet: string | null
  claim: number | null
  origin: number | null
  anchor: Anchor
  /** Of the claim; null for words of no claim. */
  permalink: string | null
}

/** A story as it is listed; by its number all of it can be had. */
export interface StoryListed {
  number: number
  /** The headline of its most central article. */
  title: string | null
  /** The first sentence of that article. */
  summary: string | null
  /** The article that title and summary are of. */
  from: number | null
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  first: string | null
  /** A day as exact as is known: `2031`, `2031-05` or `2031-05-12`. */
  last: string | null
  account: StoryAccount
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** Something that no report of a story says. */
export interface Unsaid {
  kind: "source" | "who counted" | "killed or wounded" | "over what time" | "which document" | "where" | "of whom"
  /** What it is about, in words of a report. */
  about: string
  /** What no report says. */
  sentence: string
  why: string
  origins: number[]
  /** The claims that were looked at. */
  claims: number[]
}

/** An article as it stood for a time; one that came back is told each time it stood so. */
export interface Version {
  /** From 1. */
  number: number
  headline: string | null
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  firstSeen: string
  /** ISO 8601 in UTC, with milliseconds: `2031-05-12T09:00:00.000Z`. */
  lastSeen: string
  /** Whether no capture of it brought more than a part of the article. */
  isPartial: boolean
  /** Its address on this site, for ever; where it ends in `at`, it is pinned to that position of the ledger's log. */
  permalink: string
}

/** Words of a passage: kept, taken out, or put in. */
export interface Wording {
  words: string
  is: "kept" | "gone" | "new"
}

/** What can be asked, by path and method. */
export interface Paths {
  "/claims/{claim}": {
    /** A claim, now or at a position */
    get: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
        query?: {
          /** A position of the ledger's log: the claim as it was known then. A permalink has it. */
          at?: number
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ClaimAsked } }
      }
    }
  }
  "/claims/{claim}/reports": {
    /** Who reports a claim's origin, the earliest first */
    get: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
        query?: {
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListReportsPage } }
      }
    }
  }
  "/claims/{claim}/origin": {
    /** A claim's origin, with its account and who has it from whom */
    get: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Origin } }
      }
    }
  }
  "/claims/{claim}/history": {
    /** In which captures and versions a claim was seen, in which not, and in which words */
    get: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': History } }
      }
    }
  }
  "/claims/{claim}/citation": {
    /** How a claim is cited */
    get: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
        query?: {
          /** A position of the ledger's log: the claim as it was known then. A permalink has it. */
          at?: number
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Citation } }
      }
    }
  }
  "/claims": {
    /** Claims that a query finds, the best first */
    get: {
      parameters: {
        query?: {
          /** A query: words, "phrases", -excluded, begin*, and fields, as `speaker:"Ilse Maren" figure:>=40`. */
          q?: string
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': SearchClaimsPage } }
      }
    }
  }
  "/search/articles": {
    /** Articles that a query finds: in their headlines, and in all their claims together */
    get: {
      parameters: {
        query?: {
          /** A query: words, "phrases", -excluded, begin*, and fields, as `speaker:"Ilse Maren" figure:>=40`. */
          q?: string
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': SearchArticlesPage } }
      }
    }
  }
  "/search/facets": {
    /** What a query's newest results are made of, to narrow it */
    get: {
      parameters: {
        query?: {
          /** A query: words, "phrases", -excluded, begin*, and fields, as `speaker:"Ilse Maren" figure:>=40`. */
          q?: string
          of?: "claims" | "articles"
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Facets } }
      }
    }
  }
  "/search/names": {
    /** Names that begin as what is typed: speakers, outlets, places and measures */
    get: {
      parameters: {
        query?: {
          /** What is typed so far; nothing for the most frequent. */
          q?: string
          /** Names of this field alone. */
          field?: "speaker" | "outlet" | "place" | "measure"
          limit?: number
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Names } }
      }
    }
  }
  "/articles": {
    /** All articles, the newest first */
    get: {
      parameters: {
        query?: {
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListArticlesPage } }
      }
    }
  }
  "/articles/{article}": {
    /** An article as it stands now, with its versions, captures and stories */
    get: {
      parameters: {
        path: {
          /** The number of the article. */
          article: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Article } }
      }
    }
  }
  "/articles/{article}/versions/{version}": {
    /** An article as it stood */
    get: {
      parameters: {
        path: {
          /** The number of the article. */
          article: number
          /** The number of the version, from 1. */
          version: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Article } }
      }
    }
  }
  "/articles/{article}/claims": {
    /** An article's claims, in the order of its text */
    get: {
      parameters: {
        path: {
          /** The number of the article. */
          article: number
        }
        query?: {
          /** Of this version; without it, of the one seen last. */
          version?: number
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListArticleClaimsPage } }
      }
    }
    /** Adds a claim that was missed in an article */
    post: {
      parameters: {
        path: {
          /** The number of the article. */
          article: number
        }
      }
      requestBody: { content: { 'application/json': Missed } }
      responses: {
        201: { content: { 'application/json': Correction } }
      }
    }
  }
  "/articles/{article}/changes": {
    /** What changed from one version of an article to another, in claims and words */
    get: {
      parameters: {
        path: {
          /** The number of the article. */
          article: number
        }
        query: {
          /** The older version. */
          from: number
          /** The newer one. */
          to: number
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Changes } }
      }
    }
  }
  "/stories": {
    /** Stories, those told last first */
    get: {
      parameters: {
        query?: {
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListStoriesPage } }
      }
    }
  }
  "/stories/{story}": {
    /** A story: its origins, what they tell alike, rival figures, drift, and what nobody says */
    get: {
      parameters: {
        path: {
          /** The number of the story. */
          story: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Story } }
      }
    }
  }
  "/sources/{kind}/{name}": {
    /** What a source said, counted, and with whom it goes together */
    get: {
      parameters: {
        path: {
          /** What it is. */
          kind: "speaker" | "outlet" | "unnamed"
          /** A speaker's key, as claims have it; an outlet's name; the words that describe an unnamed source. */
          name: string
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Source } }
      }
    }
  }
  "/sources/{kind}/{name}/claims": {
    /** A source's claims, the newest first */
    get: {
      parameters: {
        path: {
          /** What it is. */
          kind: "speaker" | "outlet" | "unnamed"
          /** A speaker's key, as claims have it; an outlet's name; the words that describe an unnamed source. */
          name: string
        }
        query?: {
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListSourceClaimsPage } }
      }
    }
  }
  "/sources/{kind}/{name}/figures": {
    /** Figures that a source gave, and panels of its own over time */
    get: {
      parameters: {
        path: {
          /** What it is. */
          kind: "speaker" | "outlet" | "unnamed"
          /** A speaker's key, as claims have it; an outlet's name; the words that describe an unnamed source. */
          name: string
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': SourceFigures } }
      }
    }
  }
  "/developments": {
    /** What changed in claims: new origins, figures, hedges, denials, corrections */
    get: {
      parameters: {
        query?: {
          /** Of this story alone. */
          story?: number
          /** Of this speaker alone, by the key. */
          speaker?: string
          /** Of a source without a name, by the words that describe it. */
          unnamed?: string
          /** Of this outlet alone, by its name. */
          outlet?: string
          /** Of claims that this query finds. */
          q?: string
          /** Those after this number, the oldest first, to go on where one was; without it, the newest first. */
          after?: number
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListDevelopmentsPage } }
      }
    }
  }
  "/corrections": {
    /** All corrections, the newest first */
    get: {
      parameters: {
        query?: {
          /** Also of claims that people only found right. */
          all?: boolean
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListCorrectionsPage } }
      }
    }
  }
  "/corrections/{correction}": {
    /** A correction, with what undid it */
    get: {
      parameters: {
        path: {
          /** The number of the correction. */
          correction: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Correction } }
      }
    }
  }
  "/claims/{claim}/corrections": {
    /** What people said of a claim, in every version and reading, and of its origin */
    get: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Corrections } }
      }
    }
    /** Says what of a claim is otherwise, or that it is right */
    post: {
      parameters: {
        path: {
          /** The number of the claim. */
          claim: number
        }
      }
      requestBody: { content: { 'application/json': CorrectionGiven } }
      responses: {
        201: { content: { 'application/json': Correction } }
      }
    }
  }
  "/review": {
    /** Claims that nobody has looked at, of the pages that entered last the least sure first */
    get: {
      parameters: {
        query?: {
          /** How many of a page. */
          limit?: number
          /** The `next` of the page before, as it is. */
          cursor?: string
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': ListReviewPage } }
      }
    }
  }
  "/corrections/{correction}/undo": {
    /** Takes a correction back */
    post: {
      parameters: {
        path: {
          /** The number of the correction. */
          correction: number
        }
      }
      requestBody: { content: { 'application/json': Saying } }
      responses: {
        201: { content: { 'application/json': Reversal } }
      }
    }
  }
  "/corrections/{correction}/redo": {
    /** Puts a correction in force again that was taken back */
    post: {
      parameters: {
        path: {
          /** The number of the correction. */
          correction: number
        }
      }
      requestBody: { content: { 'application/json': Saying } }
      responses: {
        201: { content: { 'application/json': Reversal } }
      }
    }
  }
  "/decisions": {
    /** Decides which claims are of one origin */
    post: {
      parameters: {
      }
      requestBody: { content: { 'application/json': Decision } }
      responses: {
        201: { content: { 'application/json': Correction } }
      }
    }
  }
  "/pages": {
    /** Enters a page */
    post: {
      parameters: {
      }
      requestBody: { content: { 'application/json': PageGiven } }
      responses: {
        202: { content: { 'application/json': Batch } }
      }
    }
  }
  "/pages/{batch}": {
    /** What became of a page that was entered */
    get: {
      parameters: {
        path: {
          /** The `batch` that entering answered. */
          batch: string
        }
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Batch } }
      }
    }
  }
  "/position": {
    /** The position of the ledger's log: whether anything entered since */
    get: {
      parameters: {
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Position } }
      }
    }
  }
  "/stats": {
    /** What the ledger holds, and how its readings stood up to people */
    get: {
      parameters: {
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Stats } }
      }
    }
  }
  "/methods": {
    /** How pages are read, how well that goes, and where it fails */
    get: {
      parameters: {
        query?: {
          /** Only these fields, by commas; dots lead into them: `speaker,figures.low`. */
          fields?: string
        }
      }
      responses: {
        200: { content: { 'application/json': Methods } }
      }
    }
  }
}
