/**
 * News outlets that other outlets cite, as English news writes them, without `the`: newspapers, broadcasters,
 * magazines and news sites. Wire agencies stand in src/page/agencies.ts. Sorted.
 */
const listed = (names: string): string[] => names.split('|').map((name) => name.trim().replace(/\s+/g, ' '))

export const OUTLETS: readonly string[] = listed(`
  ABC News|Al Arabiya|Al Jazeera|Al-Monitor|Arab News|Asahi Shimbun|Atlantic|Atlanta Journal-Constitution|
  Australian Broadcasting Corporation|Axios|BBC|BBC News|Baltimore Sun|Barron's|Bild|Boston Globe|Breitbart|
  Business Insider|BuzzFeed|BuzzFeed News|C-SPAN|CBC|CBC News|CBS|CBS News|CNBC|CNN|Channel 4|Channel News Asia|
  Chicago Tribune|China Daily|Chosun Ilbo|Corriere della Sera|Daily Beast|Daily Caller|Daily Express|Daily Mail|
  Daily Mirror|Daily Telegraph|Dallas Morning News|Dawn|De Telegraaf|Denver Post|Der Spiegel|Des Moines Register|
  Detroit Free Press|Detroit News|Deutsche Welle|Deutschlandfunk|Die Welt|Die Zeit|Dong-A Ilbo|Economic Times|Economist|
  El Mundo|El Pais|El País|Euronews|Evening Standard|Financial Times|Forbes|Foreign Affairs|Foreign Policy|Fortune|
  Fox Business|Fox News|France 24|Frankfurter Allgemeine Zeitung|Frontline|Global Times|Globe and Mail|Guardian|Haaretz|
  Handelsblatt|Hankyoreh|Hill|Hindu|Hindustan Times|Houston Chronicle|HuffPost|Huffington Post|Hurriyet|Il Sole 24 Ore|
  Independent|Indian Express|Insider|Interia|Irish Examiner|Irish Independent|Irish Times|Izvestia|Japan Times|
  Jerusalem Post|JoongAng Ilbo|KBS|KCNA|Kommersant|Korea Herald|Korea JoongAng Daily|Korea Times|Kyiv Independent|
  Kyiv Post|L'Express|La Repubblica|La Stampa|Le Figaro|Le Monde|Le Parisien|Los Angeles Times|MSNBC|Mainichi|MarketWatch|
  Meduza|Miami Herald|Mother Jones|Moscow Times|NBC|NBC News|NDTV|NHK|NOS|NPR|National Review|New Republic|New Scientist|
  New York Daily News|New York Magazine|New York Post|New York Times|New Yorker|Newsday|Newsweek|Nikkei|Nikkei Asia|
  Novaya Gazeta|O Globo|PBS|PBS NewsHour|People|Philadelphia Inquirer|Politico|POLITICO|ProPublica|RBC|RBC-Ukraine|RT|RTE|
  RTÉ|Radio Free Asia|Radio Free Europe|Radio Free Europe/Radio Liberty|Recode|Rolling Stone|Rossiya 1|Rzeczpospolita|
  San Francisco Chronicle|Seattle Times|Sky News|Slate|South China Morning Post|Sputnik|Star Tribune|Stars and Stripes|
  Straits Times|Suspilne|Süddeutsche Zeitung|Sydney Morning Herald|Tampa Bay Times|Telegraph|Time Magazine|
  Times of India|Times of Israel|Toronto Star|USA Today|Ukrainska Pravda|Univision|Vanity Fair|Variety|Verge|Vice News|
  Voice of America|Vox|Wall Street Journal|Washington Examiner|Washington Post|Washington Times|Weekly Standard|Wired|
  Yahoo News|Yedioth Ahronoth|Yle|Yomiuri|Yomiuri Shimbun|ZDF`)

/** Short forms of outlets' names. */
export const OUTLET_FORMS: Readonly<Record<string, string>> = {
  'L.A. Times': 'Los Angeles Times',
  'LA Times': 'Los Angeles Times',
  'N.Y. Times': 'New York Times',
  NYT: 'New York Times',
  RFA: 'Radio Free Asia',
  'RFE/RL': 'Radio Free Europe/Radio Liberty',
  SCMP: 'South China Morning Post',
  VOA: 'Voice of America',
  WSJ: 'Wall Street Journal',
}

/** Names that outlets of several countries go by, and what the one of each other country is called. */
export const EDITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CNBC: { India: 'CNBC-TV18', Indonesia: 'CNBC Indonesia' },
  CNN: { Brazil: 'CNN Brasil', Indonesia: 'CNN Indonesia', Philippines: 'CNN Philippines', Turkey: 'CNN Türk' },
  Interfax: { Ukraine: 'Interfax-Ukraine' },
  RBC: { Ukraine: 'RBC-Ukraine' },
  'Sky News': { Australia: 'Sky News Australia' },
}

/** Words that end an outlet's name: `the Famagusta Gazette`. */
export const OUTLET_NOUNS: ReadonlySet<string> = new Set(
  `broadcasting chronicle courier daily dispatch examiner gazette globe herald inquirer journal magazine mail media mirror
  monitor news newspaper newswire observer post press radio record register reporter review standard star sun telegraph
  television times tribune tv weekly`.split(/\s+/),
)
