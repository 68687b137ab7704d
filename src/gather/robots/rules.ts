/**
 * robots.txt -> its groups and rules, and what they say of one crawler and one address (RFC 9309).
 *
 * Where the standard leaves room, Google's published parser is followed: a missing colon and common misspellings of
 * `Disallow` are understood. One of its own rules is not, `Allow: /x/index.html` for `/x/`, which would allow more than
 * the standard does. Crawl-delay and Sitemap lines are read, and never end a list of user agents.
 */
import { covers, type Pattern, pathOf, patternOf } from './paths.ts'

interface Rule {
  readonly allow: boolean
  /** As written. */
  readonly path: string
  readonly pattern: Pattern
}

interface Group {
  readonly agents: readonly string[]
  readonly rules: readonly Rule[]
  /** Seconds between two requests, where it says so. */
  readonly crawlDelay: number | null
}

/** A robots.txt, read. */
export interface Robots {
  readonly groups: readonly Group[]
  /** Addresses of sitemaps, as written. */
  readonly sitemaps: readonly string[]
}

/** What a robots.txt says of one crawler and one address. */
export interface Verdict {
  readonly allowed: boolean
  /** The rule that decided, as `Disallow: /private/`; null where none is about it. */
  readonly rule: string | null
}

/** RFC 9309, 2.5: at least 500 kibibytes are parsed. */
export const PARSED_BYTES = 500 * 1024
/** A site lists a handful; more would be work that a stranger chooses. */
const MAX_SITEMAPS = 1_000

/** The names of lines as they are written and miswritten (Google's parser, `KeyIsDisallow` and others). */
const NAMES: Readonly<Record<string, 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap'>> = {
  allow: 'allow',
  'crawl-delay': 'delay',
  crawldelay: 'delay',
  diasllow: 'disallow',
  disalow: 'disallow',
  disallaw: 'disallow',
  disallow: 'disallow',
  dissalow: 'disallow',
  dissallow: 'disallow',
  'site-map': 'sitemap',
  sitemap: 'sitemap',
  'user agent': 'agent',
  'user-agent': 'agent',
  useragent: 'agent',
}

/** Reads a robots.txt. Never throws: what is no rule is passed over. */
export function readRobots(input: Uint8Array | string): Robots {
  const groups: { agents: string[]; rules: Rule[]; crawlDelay: number | null }[] = []
  const sitemaps: string[] = []
  let hasRules = false
  for (const line of textOf(input).split(/\r\n|[\r\n]/)) {
    const [name, value] = nameAndValue(line)
    const kind = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
    let group = groups.at(-1)
    if (kind === 'agent') {
      if (!group || hasRules) {
        group = { agents: [], rules: [], crawlDelay: null }
        groups.push(group)
        hasRules = false
      }
      group.agents.push(agentOf(value))
    } else if (kind === 'sitemap') {
      if (value !== '' && sitemaps.length < MAX_SITEMAPS) sitemaps.push(value)
    } else if (kind === 'delay') {
      if (group && /^\d{1,9}(?:\.\d{1,9})?$/.test(value)) group.crawlDelay = Number(value)
    } else if (kind !== undefined && group) {
      hasRules = true
      if (value !== '') group.rules.push({ allow: kind === 'allow', path: value, pattern: patternOf(value) })
    }
  }
  return { groups, sitemaps }
}

/** The text that is parsed; a line that the limit cuts through is left out, since half a rule is another rule. */
function textOf(input: Uint8Array | string): string {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  let end = Math.min(bytes.length, PARSED_BYTES)
  if (end < bytes.length) while (end > 0 && bytes[end - 1] !== 10 && bytes[end - 1] !== 13) end--
  return new TextDecoder().decode(bytes.subarray(0, end))
}

/** `Disallow : /a # why` -> `disallow`, `/a`. Where the colon is missing, the first white space does its work. */
function nameAndValue(line: string): readonly [name: string, value: string] {
  const hash = line.indexOf('#')
  const said = (hash < 0 ? line : line.slice(0, hash)).trim()
  const colon = said.indexOf(':')
  const cut = colon >= 0 ? colon : said.search(/\s/)
  if (cut < 0) return ['', '']
  const value = said.slice(cut + 1).trim()
  // Without a colon only one word may follow: "disallow /a", not "disallow things that we dislike".
  if (colon < 0 && /\s/.test(value)) return ['', '']
  return [said.slice(0, cut).trimEnd().toLowerCase(), value]
}

/** The product token of a user-agent line: `Hearsay/1.0 (news)` -> `hearsay`. `*` is for all; the empty one for none. */
function agentOf(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*'
  return (/^[A-Za-z_-]*/.exec(value)?.[0] ?? '').toLowerCase()
}

/** The groups that are about a crawler: those that name it, or else those for all. Several are one (RFC 9309, 2.2.1). */
function groupsFor(robots: Robots, token: string): readonly Group[] {
  const wanted = token.toLowerCase()
  const named = wanted === '' ? [] : robots.groups.filter(({ agents }) => agents.includes(wanted))
  return named.length > 0 ? named : robots.groups.filter(({ agents }) => agents.includes('*'))
}

/**
 * Whether a crawler may ask for an address: the most specific rule decides, and of two alike the one that allows.
 * /robots.txt itself is always allowed.
 * @param token the crawler's product token, letters, `-` and `_` only
 */
export function verdictOf(robots: Robots, token: string, url: URL): Verdict {
  if (url.pathname === '/robots.txt') return { allowed: true, rule: null }
  const path = pathOf(url)
  let best: Rule | null = null
  for (const { rules } of groupsFor(robots, token))
    for (const rule of rules) {
      const { octets } = rule.pattern
      if (best && (octets < best.pattern.octets || (octets === best.pattern.octets && (best.allow || !rule.allow))))
        continue
      if (covers(rule.pattern, path)) best = rule
    }
  if (best === null) return { allowed: true, rule: null }
  return { allowed: best.allow, rule: `${best.allow ? 'Allow' : 'Disallow'}: ${best.path.slice(0, 200)}` }
}

/** The seconds that a crawler is asked to leave between two requests; null where nothing is said. The longest counts. */
export function crawlDelayOf(robots: Robots, token: string): number | null {
  const delays = groupsFor(robots, token).flatMap(({ crawlDelay }) => crawlDelay ?? [])
  return delays.length > 0 ? Math.max(...delays) : null
}
