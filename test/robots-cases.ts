/**
 * What a robots.txt says, case by case, as RFC 9309 has it, and Google's published parser where the RFC leaves room.
 * The crawler is `hearsay` unless the case says otherwise.
 */

export interface RobotsCase {
  readonly why: string
  readonly robots: string
  readonly agent?: string
  readonly allowed?: readonly string[]
  readonly refused?: readonly string[]
}

const all = (...rules: readonly string[]): string => ['User-agent: *', ...rules, ''].join('\n')
const lines = (...rules: readonly string[]): string => [...rules, ''].join('\n')

export const ROBOTS_CASES: readonly RobotsCase[] = [
  // Nothing is said.
  { why: 'an empty file allows all', robots: '', allowed: ['/', '/a'] },
  { why: 'a file of comments allows all', robots: '# Disallow: /\n', allowed: ['/'] },
  { why: 'an empty rule allows all', robots: all('Disallow:'), allowed: ['/', '/a'] },
  { why: 'empty rules allow all', robots: all('Disallow:', 'Allow:'), allowed: ['/'] },
  { why: 'a page instead of a file allows all', robots: '<!doctype html>\n<p>Not found</p>', allowed: ['/'] },
  { why: 'robots.txt itself is always allowed', robots: all('Disallow: /'), allowed: ['/robots.txt'], refused: ['/'] },
  // Lines.
  { why: 'LF ends a line', robots: 'User-agent: *\nDisallow: /a\n', refused: ['/a'], allowed: ['/b'] },
  { why: 'CRLF ends a line', robots: 'User-agent: *\r\nDisallow: /a\r\n', refused: ['/a'], allowed: ['/b'] },
  { why: 'CR ends a line', robots: 'User-agent: *\rDisallow: /a\r', refused: ['/a'], allowed: ['/b'] },
  { why: 'the last line needs no end', robots: 'User-agent: *\nDisallow: /a', refused: ['/a'] },
  { why: 'a byte order mark is passed over', robots: '\uFEFFUser-agent: *\nDisallow: /a\n', refused: ['/a'] },
  {
    why: 'names are of any case',
    robots: 'USER-AGENT: *\ndIsAlLoW: /a\nALLOW: /a/b\n',
    refused: ['/a'],
    allowed: ['/a/b'],
  },
  {
    why: 'white space around names and values',
    robots: ' User-agent\t: *\n\tDisallow :\t/a \t\n',
    refused: ['/a', '/a/b'],
  },
  { why: 'no white space after the colon', robots: 'User-agent:*\nDisallow:/a\n', refused: ['/a'] },
  { why: 'a comment after a rule', robots: all('Disallow: /a # not this'), refused: ['/a'], allowed: ['/b'] },
  { why: 'a comment right after a rule', robots: all('Disallow: /a#b'), refused: ['/a', '/abc'] },
  { why: 'a comment after an agent', robots: lines('User-agent: hearsay # you', 'Disallow: /'), refused: ['/'] },
  { why: 'a rule commented out', robots: all('#Disallow: /', 'Disallow: /a'), allowed: ['/b'], refused: ['/a'] },
  {
    why: 'invalid lines are passed over',
    robots: all('What is this', ': /b', 'Noindex: /c', 'Disallow: /a'),
    refused: ['/a'],
    allowed: ['/b', '/c'],
  },
  { why: 'a missing colon is understood', robots: 'User-agent *\nDisallow /a\n', refused: ['/a'], allowed: ['/b'] },
  {
    why: 'a sentence is no rule',
    robots: all('disallow all that we do not like', 'Disallow: /a'),
    refused: ['/a'],
    allowed: ['/b', '/'],
  },
  {
    why: 'misspelt rules are understood',
    robots: all('Dissallow: /a', 'Disalow: /b', 'Diasllow: /c'),
    refused: ['/a', '/b', '/c'],
    allowed: ['/d'],
  },
  {
    why: 'names from the language itself are no rules',
    robots: all('constructor: /', '__proto__: /', 'Disallow: /a'),
    refused: ['/a'],
    allowed: ['/'],
  },
  // Groups.
  {
    why: 'rules before any group are passed over',
    robots: 'Disallow: /a\nUser-agent: *\nDisallow: /b\n',
    allowed: ['/a'],
    refused: ['/b'],
  },
  { why: 'no group for us: all is allowed', robots: lines('User-agent: other', 'Disallow: /'), allowed: ['/'] },
  {
    why: 'our group instead of that for all',
    robots: lines('User-agent: *', 'Disallow: /', 'User-agent: hearsay', 'Disallow: /a'),
    allowed: ['/b'],
    refused: ['/a'],
  },
  {
    why: 'our group, wherever it stands',
    robots: lines('User-agent: hearsay', 'Disallow: /a', 'User-agent: *', 'Disallow: /'),
    allowed: ['/b'],
    refused: ['/a'],
  },
  {
    why: 'an empty group of ours frees us',
    robots: lines('User-agent: *', 'Disallow: /', 'User-agent: hearsay', 'Disallow:'),
    allowed: ['/a'],
  },
  {
    why: 'a group of ours without rules frees us',
    robots: lines('User-agent: *', 'Disallow: /', '', 'User-agent: hearsay'),
    allowed: ['/a'],
  },
  { why: 'agents of any case', robots: lines('User-agent: HearSay', 'Disallow: /'), refused: ['/'] },
  { why: 'we of any case', robots: lines('User-agent: hearsay', 'Disallow: /'), agent: 'HEARSAY', refused: ['/'] },
  {
    why: 'several agents share rules',
    robots: lines('User-agent: a', 'User-agent: hearsay', 'User-agent: b', 'Disallow: /x'),
    refused: ['/x'],
    allowed: ['/y'],
  },
  {
    why: 'several groups of ours are one',
    robots: lines(
      'User-agent: hearsay',
      'Disallow: /a',
      'User-agent: other',
      'Disallow: /c',
      'User-agent: hearsay',
      'Disallow: /b',
    ),
    refused: ['/a', '/b'],
    allowed: ['/c'],
  },
  {
    why: 'several groups for all are one',
    robots: lines(
      'User-agent: *',
      'Disallow: /a',
      'User-agent: other',
      'Disallow: /c',
      'User-agent: *',
      'Disallow: /b',
    ),
    refused: ['/a', '/b'],
    allowed: ['/c'],
  },
  {
    why: 'blank lines end no group',
    robots: lines('User-agent: hearsay', '', '', 'Disallow: /a', '', 'Disallow: /b'),
    refused: ['/a', '/b'],
  },
  {
    why: 'a sitemap ends no list of agents',
    robots: lines('User-agent: hearsay', 'Sitemap: https://a.example/s.xml', 'User-agent: other', 'Disallow: /'),
    refused: ['/'],
  },
  {
    why: 'a sitemap ends no group',
    robots: lines('User-agent: hearsay', 'Disallow: /a', 'Sitemap: https://a.example/s.xml', 'Disallow: /b'),
    refused: ['/a', '/b'],
  },
  {
    why: 'an unknown line ends no list of agents',
    robots: lines('User-agent: hearsay', 'Host: a.example', 'User-agent: other', 'Disallow: /'),
    refused: ['/'],
  },
  {
    why: 'a delay ends no list of agents',
    robots: lines('User-agent: hearsay', 'Crawl-delay: 3', 'User-agent: other', 'Disallow: /'),
    refused: ['/'],
  },
  {
    why: 'an empty rule ends a list of agents',
    robots: lines('User-agent: hearsay', 'Disallow:', 'User-agent: other', 'Disallow: /'),
    allowed: ['/'],
  },
  {
    why: 'a longer token is another crawler',
    robots: lines('User-agent: hearsay-images', 'Disallow: /'),
    allowed: ['/'],
  },
  { why: 'a shorter token is another crawler', robots: lines('User-agent: hear', 'Disallow: /'), allowed: ['/'] },
  { why: 'a version after the token', robots: lines('User-agent: hearsay/1.0', 'Disallow: /'), refused: ['/'] },
  { why: 'words after the token', robots: lines('User-agent: hearsay bot', 'Disallow: /'), refused: ['/'] },
  { why: 'words after the star', robots: lines('User-agent: * everyone', 'Disallow: /'), refused: ['/'] },
  { why: 'a star within a token is no star', robots: lines('User-agent: *bot', 'Disallow: /'), allowed: ['/'] },
  { why: 'an empty agent is nobody', robots: lines('User-agent:', 'Disallow: /'), allowed: ['/'] },
  {
    why: 'a token with hyphen and underscore',
    robots: lines('User-agent: a_b-c', 'Disallow: /'),
    agent: 'A_B-C',
    refused: ['/'],
  },
  // The most specific rule.
  {
    why: 'a rule covers what begins with it',
    robots: all('Disallow: /a'),
    refused: ['/a', '/ab', '/a/b', '/a?b', '/a.html'],
    allowed: ['/', '/b', '/b/a'],
  },
  {
    why: 'a rule for a folder leaves its name alone',
    robots: all('Disallow: /a/'),
    refused: ['/a/', '/a/b'],
    allowed: ['/a', '/a.html'],
  },
  {
    why: 'the longer rule wins, after',
    robots: all('Disallow: /a', 'Allow: /a/b'),
    allowed: ['/a/b', '/a/b/c'],
    refused: ['/a', '/a/c'],
  },
  {
    why: 'the longer rule wins, before',
    robots: all('Allow: /a/b', 'Disallow: /a'),
    allowed: ['/a/b'],
    refused: ['/a', '/a/c'],
  },
  {
    why: 'the longer rule wins when it refuses',
    robots: all('Allow: /a', 'Disallow: /a/b'),
    allowed: ['/a'],
    refused: ['/a/b'],
  },
  { why: 'of two alike the one that allows wins, after', robots: all('Disallow: /a', 'Allow: /a'), allowed: ['/a'] },
  { why: 'of two alike the one that allows wins, before', robots: all('Allow: /a', 'Disallow: /a'), allowed: ['/a'] },
  { why: 'all refused but the front', robots: all('Disallow: /', 'Allow: /$'), allowed: ['/'], refused: ['/a', '/?a'] },
  { why: 'case matters in paths', robots: all('Disallow: /A'), refused: ['/A'], allowed: ['/a'] },
  { why: 'a rule may hold a query', robots: all('Disallow: /a?b='), refused: ['/a?b=1'], allowed: ['/a', '/a?c=1'] },
  {
    why: 'a path in a query stands as it is',
    robots: all('Disallow: /', 'Allow: /a?b=c&d=http://e.example?f&g'),
    allowed: ['/a?b=c&d=http://e.example?f&g'],
    refused: ['/a'],
  },
  { why: 'a rule without a slash covers nothing', robots: all('Disallow: a'), allowed: ['/a', '/'] },
  {
    why: 'stars count as octets',
    robots: all('Allow: /page', 'Disallow: /*.html'),
    refused: ['/page.html'],
    allowed: ['/page'],
  },
  {
    why: 'of a longer literal and a shorter star the literal wins',
    robots: all('Allow: /x/page.', 'Disallow: /*.html'),
    allowed: ['/x/page.html'],
    refused: ['/x/y.html'],
  },
  // Stars and ends.
  {
    why: 'a star stands for anything',
    robots: all('Disallow: /a/*/c'),
    refused: ['/a/b/c', '/a/b/b/c', '/a//c'],
    allowed: ['/a/c', '/a/b'],
  },
  { why: 'a star at the end adds nothing', robots: all('Disallow: /a*'), refused: ['/a', '/ab'], allowed: ['/b'] },
  {
    why: 'a star at the beginning',
    robots: all('Disallow: *.pdf'),
    refused: ['/a.pdf', '/b/a.pdf?c'],
    allowed: ['/pdf'],
  },
  { why: 'a star alone refuses all', robots: all('Disallow: *'), refused: ['/', '/a'] },
  {
    why: 'an end ends',
    robots: all('Disallow: /*.php$'),
    refused: ['/a.php', '/b/c.php'],
    allowed: ['/a.php?b', '/a.php5', '/a.php/'],
  },
  {
    why: 'an end may come again before the end',
    robots: all('Disallow: /*.php$'),
    refused: ['/a.php.php', '/a.php/b.php'],
  },
  { why: 'an end without a star', robots: all('Disallow: /a$'), refused: ['/a'], allowed: ['/a/', '/ab', '/a?b'] },
  {
    why: 'a dollar within a rule is itself',
    robots: all('Disallow: /a$b'),
    refused: ['/a$b', '/a$bc'],
    allowed: ['/a', '/ab'],
  },
  {
    why: 'several stars',
    robots: all('Disallow: /*a*b*c$'),
    refused: ['/a/b/c', '/xaxbxc', '/abcabc'],
    allowed: ['/abcd', '/acb', '/cba'],
  },
  { why: 'two stars are one', robots: all('Disallow: /a**b'), refused: ['/ab', '/a/b'], allowed: ['/a'] },
  { why: 'a star before an end', robots: all('Disallow: /a*$'), refused: ['/a', '/a/b'], allowed: ['/b'] },
  {
    why: 'pieces may not overlap',
    robots: all('Disallow: /*aba*aba$'),
    refused: ['/abaaba', '/aba/aba'],
    allowed: ['/ababa'],
  },
  // Encoding.
  {
    why: 'letters beyond ASCII in a rule',
    robots: all('Disallow: /foo/ツ'),
    refused: ['/foo/ツ', '/foo/%E3%83%84', '/foo/%e3%83%84'],
  },
  { why: 'encoded letters in a rule', robots: all('Disallow: /foo/%E3%83%84'), refused: ['/foo/ツ', '/foo/%e3%83%84'] },
  { why: 'lower-case escapes in a rule', robots: all('Disallow: /caf%c3%a9'), refused: ['/café', '/caf%C3%A9'] },
  {
    why: 'unreserved letters encoded in a rule',
    robots: all('Disallow: /foo/%62%61%7A'),
    refused: ['/foo/baz', '/foo/%62az'],
  },
  {
    why: 'unreserved letters encoded in an address',
    robots: all('Disallow: /~joe/'),
    refused: ['/~joe/a', '/%7Ejoe/a', '/%7ejoe/a'],
  },
  {
    why: 'reserved ones are another matter',
    robots: all('Disallow: /a%2Fb'),
    refused: ['/a%2Fb', '/a%2fb'],
    allowed: ['/a/b'],
  },
  { why: 'a slash is no escaped one', robots: all('Disallow: /a/b'), refused: ['/a/b'], allowed: ['/a%2Fb'] },
  { why: 'an escaped star is itself', robots: all('Disallow: /a%2A'), refused: ['/a*', '/a%2a'], allowed: ['/ab'] },
  { why: 'an escaped dollar is itself', robots: all('Disallow: /a%24'), refused: ['/a$', '/a%24b'], allowed: ['/a'] },
  { why: 'a space within a rule', robots: all('Disallow: /a b'), refused: ['/a b', '/a%20b'], allowed: ['/a'] },
  { why: 'braces within a rule', robots: all('Disallow: /{a}'), refused: ['/{a}', '/%7Ba%7D'] },
  { why: 'a stray percent sign', robots: all('Disallow: /100%'), refused: ['/100%', '/100%z'], allowed: ['/10'] },
]
