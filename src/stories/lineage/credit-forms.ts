/**
 * How English news credits another outlet, by the words before and after its name. Each form says how the article has
 * what it tells, and how that is put for people. Sorted by what they say; each with an example.
 */
import type { LinkKind } from '../../claims/claim.ts'

/** One way of crediting. */
interface CreditForm {
  /** What stands right before the name, to its end; right after it, from its start. One of the two is given. */
  readonly before?: RegExp
  readonly after?: RegExp
  readonly link: LinkKind
}

/** Words that tell what kind of outlet a name is: `the state news agency`, `the daily`. */
const KIND =
  'agency|broadcaster|channel|daily|magazine|media outlet|network|news agency|newspaper|newswire|news outlet|news portal|news site|news website|outlet|paper|podcast|portal|publication|radio(?: station)?|service|show|site|station|tabloid|television(?: channel)?|TV(?: channel| station)?|website|weekly|wire(?: service)?'
/** What stands between a verb and the name: `the`, `South Korea's`, `the Ukrainian news site`, `his interview with`. */
const GAP = String.raw`(?:the\s|an?\s|its\s)?(?:\p{Lu}[\p{L}.-]{1,20}(?:\s\p{Lu}[\p{L}.-]{1,20})?['’]s?\s)?(?:(?:[\p{L}.-]{2,20}\s){0,3}(?:${KIND})\s)?$`
/** `a report by`, `sources of`, `an interview with` */
const REPORT = String.raw`(?:(?:an?|the|its|their|his|her|several|two|three)\s)?(?:[\p{L}-]{2,16}\s)?(?:accounts?|analys[ie]s|articles?|broadcast|bulletin|calculations?|count|documents?|footage|interviews?|investigation|journalists?|reporters?|reporting|reports?|sources?|story|stories|survey|tall(?:y|ies)|video)\s(?:aired\s|broadcast\s|carried\s|made\s|published\s|quoted\s|seen\s|cited\s|posted\s)?(?:by|for|from|in|of|on|to|with|at)\s`

const before = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\s${GAP}`, 'iu')

/** Forms told by what stands before the name. */
export const BEFORE: readonly Required<Pick<CreditForm, 'before' | 'link'>>[] = [
  // the mayor told Radio Grange; told the news agency
  { before: before('told|tells|telling|informed'), link: 'told' },
  // in an interview with the Bay Post; speaking to Radio Grange; wrote to, confirmed to
  {
    before: before(
      '(?:interviews?|conversation|remarks|comments?|statements?|message|email|call|letter|sp(?:eaks?|oke|oken|eaking)|talk(?:s|ed|ing)|said|says|saying|admitted|acknowledged|confirmed|explained|revealed|stated|wrote)(?:\\s(?:made|published|given|provided|sent|aired|broadcast|exclusively))?\\s(?:to|with)',
    ),
    link: 'told',
  },
  // in an interview on Radio Grange; said on Channel 7
  {
    before: before(
      '(?:interviews?|appear(?:s|ed|ing|ance)|speaking|spoke|said|told|aired|broadcast|program(?:me)?|show)\\s(?:on|for|by)',
    ),
    link: 'told',
  },
  // citing the Bay Post; quoted a report by Radio Grange; referring to
  {
    before: before(
      `(?:cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|credit(?:s|ed|ing)|referr(?:ed|ing) to|refers to|pointing to|relying on|relayed)(?:\\s${REPORT.slice(0, -2)})?`,
    ),
    link: 'cites',
  },
  // according to Radio Grange; per the Bay Post; via dpa
  { before: before(`(?:according to|as per|per|via|h/t)(?:\\s${REPORT.slice(0, -2)})?`), link: 'cites' },
  // as quoted by Radio Grange; obtained by, seen by; published in
  {
    before: before(
      '(?:aired|asked|analy[sz]ed|broadcast|carried|cited|collected|compiled|contacted|counted|interviewed|obtained|posted|produced|provided|published|quoted|released|relayed|reported|reviewed|run|seen|shared|tallied|verified|viewed)\\s(?:\\p{L}{2,12}\\s)?(?:by|in|on|to|with)',
    ),
    link: 'cites',
  },
  // a report by the Bay Post; an investigation of
  {
    before: before(
      '(?:articles?|broadcast|bulletin|dispatch|footage|investigation|reporting|reports?|story|tally|video)\\s(?:by|from|in)',
    ),
    link: 'cites',
  },
]

/** Time and manner between the name and its verb. */
const ADVERBS = String.raw`(?:,?\s(?:also|earlier|first|had|has|have|later|previously|separately|then|on\s\p{Lu}\p{L}+day|in\sa\sreport|this\sweek|last\sweek|today|yesterday)){0,3}`
const VERB =
  '(?:aired|broadcast|carried|cit(?:es|ed|ing)|learn(?:s|ed|t)|not(?:es|ed)|obtained|publish(?:es|ed)|quot(?:es|ed|ing)|report(?:s|ed)|reveal(?:s|ed)|sa(?:id|ys)|understands|wr(?:ites|ote))'

/** Forms told by what stands after the name. */
export const AFTER: readonly Required<Pick<CreditForm, 'after' | 'link'>>[] = [
  // Radio Grange reported on Monday; the Bay Post quoted him as saying
  { after: new RegExp(`^(?:\\s(?:${KIND}))?${ADVERBS},?\\s${VERB}(?![\\p{L}-])`, 'u'), link: 'cites' },
  // Radio Grange's report; the Bay Post's sources
  {
    after:
      /^['’]s?\s(?:[\p{L}-]{2,16}\s)?(?:accounts?|analys[ie]s|article|correspondents?|count|interview|investigation|journalists?|reporters?|reporting|reports?|sources?|story|tally)(?![\p{L}-])/u,
    link: 'cites',
  },
]

/** What makes an outlet the subject of the news, not who brings it: its own business, its people, its statements. */
export const SUBJECT =
  /^['’]?s?,?\s(?:[\p{L}]+\s){0,3}?(?:(?:report(?:s|ed))\s(?:an?\s|its\s|their\s)?(?:[\p{L}-]+\s){0,3}(?:earnings|growth|income|loss(?:es)?|profits?|results|revenues?|sales)(?![\p{L}-])|(?:sa(?:id|ys))\s(?:that\s)?(?:it|its|they|their|he|she|his|her|we|in\sa\sstatement|the\s(?:agency|broadcaster|company|network|newspaper|outlet|paper|station))(?![\p{L}-]))/u

/** Media nobody names. */
export const UNNAMED_MEDIA =
  /(?<![\p{L}\p{N}-])(?:(?:local|state|state-run|foreign|international|regional|social|several|some|various|other|national|\p{Lu}[\p{L}-]{2,16}(?:ese|ian|an|ish|i|ch))\s)?(?:media(?:\s(?:outlets|reports))?|newspapers|news\s(?:outlets|reports|sites)|press\sreports)(?![\p{L}\p{N}-])/gu
/** Words around it that make it a credit. */
export const UNNAMED_BEFORE =
  /(?:according\sto|cit(?:es?|ed|ing)|quot(?:ed|ing)(?:\sby)?|reported\s(?:by|in)|told)\s(?:the\s)?$/iu
export const UNNAMED_AFTER =
  /^\s(?:also\s)?(?:(?:have|has|had)\s)?(?:report(?:s|ed)?|sa(?:id|ys?)|quot(?:e|es|ed)|cit(?:e|es|ed))(?![\p{L}-])/u
