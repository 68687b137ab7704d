/**
 * The ledger's tables, as both databases have them. Times are ISO 8601 in UTC with milliseconds; days and published
 * times are as the page has them; what ends in `Json` is JSON text, what is `Uint8Array` is packed (see pack.ts).
 */
import type { Generated } from 'kysely'
import type { LinkKind } from '../claims/claim.ts'
import type { DevelopmentKind } from './developments/development.ts'

/** The bytes of captures, each once. */
interface BodyTable {
  /** SHA-256 of the bytes as received, in hexadecimal. */
  sha256: string
  size: number
  packed: Uint8Array
}

/** What came in, when and how; never altered. */
interface CaptureTable {
  id: Generated<number>
  /** SHA-256 of all that is told of it here: one capture enters once. */
  digest: string
  sha256: string
  /** The address asked for; null for what was pasted. */
  url: string | null
  finalUrl: string | null
  redirectsJson: string
  status: number | null
  headersJson: string
  capturedAt: string
  how: 'fetched' | 'feed' | 'pasted' | 'imported'
  notesJson: string
  /** The version that it was read as; null where it is no article. */
  versionId: number | null
}

/** The chain of what entered when: each entry's hash covers the one before it. */
interface LogTable {
  seq: number
  /** When it entered, as whoever entered it had the time. */
  at: string
  /** `counting`: a reading that was there counts again in its version. */
  kind: 'capture' | 'version' | 'reading' | 'counting' | 'correction'
  subject: number
  /** SHA-256 of what entered. */
  digest: string
  hash: string
}

/** One article, under however many addresses. */
interface ArticleTable {
  id: Generated<number>
  /** The version that counts: the one seen last, of those that are all of it. */
  versionId: number | null
  outlet: string | null
  firstSeen: string
  lastSeen: string
}

/** An address that leads to an article. */
interface AddressTable {
  /** The address as it is compared: see addressKey. */
  key: string
  url: string
  articleId: number
  /** 1 for an address of the article's own; 0 for one that leads to it as long as the words agree: see identity.ts. */
  isSure: number
}

/** An article as it stood in one or more captures. */
interface VersionTable {
  id: Generated<number>
  articleId: number
  /** From 1. */
  number: number
  /** SHA-256 of headline, deck and text: the same words are the same version. */
  wordsSha256: string
  headline: string | null
  outlet: string | null
  published: string | null
  lang: string | null
  wire: string | null
  firstSeen: string
  lastSeen: string
  /** 1 where no capture of it brought more than a part of the article: a door, a beginning, a feed's words. */
  isPartial: number
  /** The Article. */
  page: Uint8Array
}

/** What an engine read in a version. Old readings are kept. */
interface ReadingTable {
  id: Generated<number>
  versionId: number
  engine: string
  /** Which weights and rules: another edition reads otherwise. */
  edition: string
  readAt: string
  /** 1 for the reading that counts, 0 for older ones. */
  isCurrent: number
  /** Claims and headline check. */
  packed: Uint8Array
}

/** A claim of a reading, as it is looked for; all of it is in the reading. */
interface ClaimTable {
  id: Generated<number>
  readingId: number
  versionId: number
  articleId: number
  /** Its id in the reading: `c1`. */
  local: string
  isCurrent: number
  speaker: string | null
  speakerKey: string | null
  speakerKind: string | null
  content: string
  type: 'direct' | 'indirect' | 'mixed' | 'none'
  standsIn: 'text' | 'headline' | 'deck'
  start: number
  end: number
  saidOn: string | null
  happenedFrom: string | null
  happenedTo: string | null
  place: string | null
  /** Whether the speaker says it of themselves, or passes on what another says; null where the chain does not tell. */
  voice: 'own' | 'relay' | null
  /** How the outlet has it: the link of the chain's first; null where that is no outlet. */
  via: LinkKind | null
  confidence: number
  /** The claim of an older reading or version that it is, and what became of its anchor. */
  continues: number | null
  anchor: 'exact' | 'moved' | 'changed' | null
  /** The first claim of the thread that it continues: see threads.ts. */
  thread: number | null
  /** 1 where a person has hidden it. */
  isHidden: number
}

/** A claim's figure, as it is looked for. */
interface FigureTable {
  id: Generated<number>
  claimId: number
  text: string
  low: number | null
  high: number | null
  measure: string | null
  unit: string | null
  population: string | null
}

/** Something to be done: see src/gather/jobs. A shared ledger has these in pg-boss instead. */
interface JobTable {
  id: Generated<number>
  kind: string
  /** Of one kind and key there is one. */
  key: string
  /** The host that it asks; one job of a host runs at a time. */
  host: string | null
  dataJson: string
  state: 'waiting' | 'active' | 'failed'
  /** How often it was begun. */
  attempts: number
  dueAt: string
  /** Which worker has it, and until when it is believed to be alive. */
  leasedBy: string | null
  leasedUntil: string | null
  /** Why it was put off, or failed. */
  reason: string | null
  changedAt: string
}

/** An address that is looked at again and again for new articles. */
interface WatchTable {
  id: Generated<number>
  key: string
  url: string
  /** What it gave last; null until it was read. */
  kind: 'feed' | 'sitemap' | 'page' | null
  title: string | null
  /** The folders it lies in, the outermost first. */
  folderJson: string
  /** How often; null for as often as it asks to be. */
  everyMinutes: number | null
  addedAt: string
  dueAt: string
  askedAt: string | null
  /** How often in a row it could not be read, and why not. */
  failures: number
  reason: string | null
  /** What to ask with next time, by address, of it and of the sitemaps that it names: see Remembered. */
  rememberedJson: string
}

/** What is known of asking for an address as for an article. */
interface VisitTable {
  key: string
  url: string
  /**
   * `named` by a list and not asked for yet; `asked` for by a person; `followed`: asked for again as long as it may
   * change; `settled`: it has not changed for long; `given up`: it could not be had any more.
   */
  state: 'named' | 'asked' | 'followed' | 'settled' | 'given up'
  /** What to ask with next time: see Remembered. */
  rememberedJson: string | null
  /** The version that was found with what is remembered; null where none was. */
  versionId: number | null
  askedAt: string | null
  /** When other words than before were found there. */
  changedAt: string | null
  /** When to ask again; where it was sent to be fetched, when to send it again, in case that job is lost. */
  dueAt: string | null
  /** How often in a row it could not be had, and why not. */
  failures: number
  reason: string | null
}

/** A file in which a site says how it wants to be read. */
interface SiteFileTable {
  url: string
  state: 'found' | 'absent' | 'unreachable'
  text: string
  reason: string
  /** In milliseconds since 1970. */
  until: number
}

/** How far the reading of a file of many pages has come. */
interface IngestTable {
  /** SHA-256 of how the file begins. */
  key: string
  name: string
  size: number
  /** Where to go on reading, in bytes. */
  offset: number
  /** SHA-256 of what is before that. */
  digest: string
  entered: number
  passedOver: number
  failed: number
  beganAt: string
  finishedAt: string | null
}

/**
 * A claim that search finds: those that count. Its words stand in the database's own index under the same key (see
 * sql/words.ts). The key is the day of publication and the claim's number: newer ones have higher keys.
 */
interface ClaimSearchTable {
  key: number
  articleId: number
}

/** An article that search finds, by the day of publication and the article's number. */
interface ArticleSearchTable {
  key: number
  articleId: number
  /** The reading that it was made of. */
  readingId: number
}

/** What a telling lost or changed, as it is looked for. */
interface DriftTable {
  id: Generated<number>
  articleId: number
  /** The claim that was told otherwise; null where it is the article as a whole. */
  claimId: number | null
  /** By the article's own headline, or by another report. */
  toldIn: 'headline' | 'report'
  kind: string
}

/** A name as it is offered to who types: how many claims have it. */
interface NameTable {
  id: Generated<number>
  field: 'speaker' | 'outlet' | 'place' | 'measure'
  name: string
  /** Its words as they are compared. */
  folded: string
  claims: number
}

/** A name from each of its words on. */
interface NamePartTable {
  field: NameTable['field']
  part: string
  nameId: number
}

/** How many claims of an article have a name. */
interface NameUseTable {
  articleId: number
  nameId: number
  claims: number
}

/** What a person said of a claim, or of what is one origin; undo and redo are entries of their own. Never altered. */
interface CorrectionTable {
  id: Generated<number>
  kind: 'change' | 'undo' | 'redo'
  /** The claim that the person had before them, and its article; of an undo those of its target. */
  claimId: number
  articleId: number
  /** The correction that is undone or redone. */
  target: number | null
  field: string
  /** The Change; null for an undo. */
  changeJson: string | null
  person: string
  at: string
  why: string
}

/** A claim that a correction says is of one origin, or is not. */
interface DecisionTable {
  correctionId: number
  /** The claim that the person named. */
  claimId: number
  thread: number
  side: 'one' | 'not'
}

/** A claim in its origin: see Member in stories/origins.ts. What else origins and stories are found by is in keyed tables. */
interface MemberTable {
  mention: string
  readingId: number
  originId: number
  joinedTo: string | null
  confidence: number
  reasonsJson: string
}

/** A reading in its story. */
interface StoryMemberTable {
  /** `r12`. */
  reading: string
  storyId: number
}

/** A story, by which it is listed: see Story in stories/stories.ts. */
interface StoryTable {
  id: number
  size: number
  lastDay: number | null
}

/** Two readings whose articles share text. */
interface OverlapTable {
  one: string
  other: string
  share: number
  isCopy: number
}

/** What changed in claims, noticed once; never altered. It is derived: the log does not cover it. */
interface DevelopmentTable {
  id: Generated<number>
  /** What it is, so that it is noticed once. */
  key: string
  /** The position of the log that had entered when it was noticed. */
  seq: number
  at: string
  kind: DevelopmentKind
  articleId: number
  claimId: number
  beforeId: number | null
  /** What is told of it: see developments/rows.ts. */
  packed: Uint8Array
}

/** How far the log was looked through for developments: one row. */
interface NoticedTable {
  upTo: number
}

/** All tables. */
export interface Tables {
  development: DevelopmentTable
  noticed: NoticedTable
  correction: CorrectionTable
  decision: DecisionTable
  job: JobTable
  watch: WatchTable
  visit: VisitTable
  siteFile: SiteFileTable
  ingest: IngestTable
  body: BodyTable
  capture: CaptureTable
  log: LogTable
  article: ArticleTable
  address: AddressTable
  version: VersionTable
  reading: ReadingTable
  claim: ClaimTable
  figure: FigureTable
  member: MemberTable
  storyMember: StoryMemberTable
  story: StoryTable
  overlap: OverlapTable
  claimSearch: ClaimSearchTable
  articleSearch: ArticleSearchTable
  drift: DriftTable
  name: NameTable
  namePart: NamePartTable
  nameUse: NameUseTable
}
