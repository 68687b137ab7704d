/**
 * What a figure measures: killed, sent, laid off, cost ... Each measure with the words that tell it, what it can count and
 * whether it can be still to come. English news vocabulary; a word belongs to one measure.
 */

/** What a measure counts. Money is counted by its own; a percentage by any; one that counts nothing takes percentages only. */
type Counts = 'people' | 'things' | 'money'

export interface Measure {
  readonly name: string
  /** What it can count; nothing: it is told in shares only. */
  readonly counts: readonly Counts[]
  /** May be planned: "to be cut" is told from "cut". Harm is not planned by who reports it. */
  readonly planned: boolean
  /** A state or a noun that stands by many numbers (staff, workforce): another measure near by comes first. */
  readonly weak: boolean
  readonly words: readonly string[]
}

const measure = (name: string, counts: string, flags: string, words: string): Measure => ({
  name,
  counts: counts.split(' ').filter(Boolean) as Counts[],
  planned: flags.includes('planned'),
  weak: flags.includes('weak'),
  words: words.split('|').map((word) => word.trim().replace(/\s+/g, ' ')),
})

/** Harm to people that may stand together: killed or wounded. */
export const HARM: readonly string[] = ['killed', 'wounded', 'missing', 'captured']

export const MEASURES: readonly Measure[] = [
  measure(
    'affected',
    'people things',
    'planned',
    'affect|affects|affected|affecting|impact|impacted|touch|touched|at risk|at stake|threatened|be hit|were hit|hit',
  ),
  measure('aid', 'money', '', 'aid|assistance|relief|humanitarian aid'),
  measure(
    'arrested',
    'people',
    '',
    'arrest|arrests|arrested|arresting|detain|detained|detains|detaining|rounded up|jailed|in custody',
  ),
  measure('born', 'people', '', 'born|births'),
  measure(
    'captured',
    'people things',
    '',
    'capture|captured|captures|capturing|taken prisoner|took prisoner|surrendered',
  ),
  measure('casualties', 'people', '', 'casualty|casualties|toll'),
  measure(
    'cost',
    'money',
    '',
    'cost|costs|costing|worth|price|priced|price tag|valued|value|bill|project|deal|contract|expansion',
  ),
  measure('created', 'people things', 'planned', 'create|creates|created|creating'),
  measure(
    'cut',
    'people things money',
    'planned',
    `cut|cuts|cutting|slash|slashed|slashes|slashing|shed|sheds|shedding|trim|trimmed|trims|trimming|reduce|reduced|reduces|
    reducing|reduction|reductions|shrink|shrinks|shrank|scrap|scrapped|scrapping|phase out|downsize|downsizing|wipe out|go under`,
  ),
  measure('damage', 'things money', '', 'damage|damaged|damages|damaging|property damage|in damages'),
  measure('debt', 'money', '', 'debt|debts|owe|owed|owes|owing|borrowed|loan|loans'),
  measure(
    'deployed',
    'people things',
    'planned',
    `deploy|deployed|deploys|deploying|deployment|deployments|station|stationed|posted|placed|bolstering|bolster|reinforce|
    reinforced|fighting|serving`,
  ),
  measure(
    'displaced',
    'people',
    '',
    'displace|displaced|displaces|displacing|fled|flee|flees|fleeing|uprooted|driven out|driven from|forced from|forced out|from their homes|homeless|left homeless',
  ),
  measure('employed', 'people', '', 'employ|employs|employed|employing'),
  measure(
    'employed',
    'people',
    'weak',
    'employee|employees|workforce|work force|headcount|head count|staff|staffers|worker|workers|payroll',
  ),
  measure('evacuated', 'people', '', 'evacuate|evacuated|evacuates|evacuating|evacuation|evacuations'),
  measure(
    'fall',
    'things money',
    'weak',
    'fell|fall|falls|fallen|drop|dropped|drops|decline|declined|declines|decrease|decreased|slump|slumped|plunged|tumbled|slid|lower',
  ),
  measure('fine', 'money', '', 'fine|fined|fines|penalty|penalties|settlement|compensation'),
  measure('funding', 'money', 'planned', 'funding|fund|funded|funds|grant|grants|package|budget|subsidies|subsidy'),
  measure(
    'hired',
    'people',
    'planned',
    'hire|hired|hires|hiring|recruit|recruited|recruits|recruiting|enlist|enlisted|mobilise|mobilised|mobilize|mobilized',
  ),
  measure(
    'hospitalised',
    'people',
    '',
    'hospitalised|hospitalized|hospitalisations|hospitalizations|in hospital|taken to hospital|treated',
  ),
  measure('held hostage', 'people', '', 'abducted|abductions|kidnapped|held hostage|taken hostage'),
  measure('infected', 'people', '', 'infected|infections|infection|cases|tested positive|new cases|confirmed cases'),
  measure('invested', 'money', 'planned', 'invest|invested|invests|investing|investment|investments'),
  measure(
    'killed',
    'people',
    '',
    `kill|killed|killing|kills|dead|death|deaths|die|died|dies|dying|death toll|fatality|fatalities|slain|perish|perished|
    lost their lives|lives|life|claimed the lives|bodies|body bags|executed|murdered|shot dead|martyred|martyrs|drowned`,
  ),
  measure(
    'laid off',
    'people',
    'planned',
    `laid off|lay off|lays off|laying off|layoff|layoffs|lay offs|redundant|redundancies|made redundant|sack|sacked|sacking|
    dismiss|dismissed|to fire|will fire|fires|fired|firing|firings|axe|axed|furlough|furloughed|let go|lose their jobs|lost their jobs|losing their jobs|pink slips|job cuts`,
  ),
  measure(
    'lost',
    'people things money',
    '',
    `lose|loses|losing|lost|loss|losses|destroy|destroyed|destroys|destroying|destruction|eliminate|eliminated|eliminates|
    eliminating|neutralised|neutralized|wiped out|shot down|downed|sank|sunk|burned|burnt|razed|flattened`,
  ),
  measure(
    'massed',
    'people things',
    '',
    'mass|massed|massing|amass|amassed|amassing|gather|gathered|gathering|assembled|concentrated|build up|buildup',
  ),
  measure('missing', 'people', '', 'missing|unaccounted for|disappeared|disappearances|trapped'),
  measure('profit', 'money', '', 'profit|profits|earnings|net income|gain|gains'),
  measure('raised', 'money', 'planned', 'raise|raised|raises|raising|donated|donations|donation'),
  measure('rate', '', 'weak', 'rate|rates|inflation|unemployment|interest|yield'),
  measure('rescued', 'people', '', 'rescue|rescued|rescues|rescuing|pulled from|pulled|freed|released'),
  measure('revenue', 'money', '', 'revenue|revenues|sales|turnover|exports|imports|income'),
  measure(
    'rise',
    'things money',
    'weak',
    'rose|rise|rises|risen|rising|grew|grow|grown|growth|increase|increased|increases|jump|jumped|surge|surged|climbed|soared|higher',
  ),
  measure('saved', 'money', 'planned', 'save|saved|saves|saving|savings'),
  measure(
    'sent',
    'people things',
    'planned',
    `send|sends|sent|sending|dispatch|dispatched|arrive|arrived|arrives|arriving|gone to|went to|go to|goes to|gone from|come from|came from|moved|transferred|transfer|crossed into|were added|been added`,
  ),
  measure(
    'size',
    'people things',
    'weak',
    'strong|size|make up|makes up|made up of|number|numbered|numbering|capacity|consists of|comprises|comprising',
  ),
  measure('sold', 'things money', 'planned', 'sell|sells|sold|selling|sale'),
  measure('spent', 'money', 'planned', 'spend|spent|spends|spending|expenditure|outlay'),
  measure('stake', '', 'weak', 'stake|stakes|share|shares|ownership'),
  measure(
    'supplied',
    'things money',
    'planned',
    'supply|supplied|supplies|supplying|provide|provided|provides|providing|deliver|delivered|delivers|deliveries|delivery|give|gave|given|gives|giving|hand|handed|ship|shipped|shipments|shipment|transfer of|pledge|pledged|pledges',
  ),
  measure(
    'support',
    '',
    'weak',
    'support|supported|approve|approval|oppose|opposed|favour|favor|backed|poll|polls|lead|leads|led|leading|ahead|trails|trailing|margin|vote|votes|voted|voters|respondents|polled|surveyed',
  ),
  measure('tariff', '', '', 'tariff|tariffs|tariffed|duty|duties|levy|levies|tax|taxes'),
  measure('took part', 'people', '', 'attended|attend|protested|marched|rallied|demonstrated|took part|turnout'),
  measure(
    'wounded',
    'people',
    '',
    'wound|wounds|wounded|wounding|injure|injured|injures|injuring|injury|injuries|hurt|maimed',
  ),
  measure('survived', 'people', '', 'survive|survived|survives|survivor|survivors'),
  measure('took part', 'people', 'weak', 'protesters|demonstrators|spectators|marchers'),
  measure('captured', 'people', 'weak', 'prisoner|prisoners|prisoners of war|pow|pows'),
  measure('held hostage', 'people', 'weak', 'hostage|hostages|captives'),
]
