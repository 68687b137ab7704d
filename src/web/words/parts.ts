/** What the small parts that screens share say, in English. */
import type { Act } from '../../claims/attribution.ts'
import type { Claim, HedgeKind, Link, SpeakerKind } from '../../claims/claim.ts'
import { counted } from '../../publish/numbers.ts'

export const PARTS = {
  /** How one source of a chain has what the next says. */
  links: {
    wire: 'prints the copy of',
    quotes: 'quotes',
    cites: 'cites',
    told: 'was told by',
    'own reporting': 'by its own account',
    unnamed: 'cites, without a name',
  } satisfies Record<Link['link'], string>,
  chain: 'On whose word',
  chainUnknown: 'The text names nobody.',
  checkable: 'can be checked',
  inItsPage: 'in its own page',
  namedHere: 'named here',
  kinds: {
    person: 'person',
    organisation: 'organisation',
    unnamed: 'unnamed',
    document: 'document',
    outlet: 'outlet',
  } satisfies Record<SpeakerKind, string>,
  hedges: {
    approximation: 'approximate',
    bound: 'bound',
    conditional: 'on a condition',
    denial: 'denied',
    hearsay: 'hearsay',
    modal: 'possible',
    unverified: 'not verified',
  } satisfies Record<HedgeKind, string>,
  types: {
    direct: 'quoted',
    indirect: 'reported',
    mixed: 'quoted in part',
    none: 'nobody named',
  } satisfies Record<Claim['type'], string>,
  acts: { speech: 'said', belief: 'belief', intention: 'intention' } satisfies Record<Act, string>,
  places: { text: 'text', headline: 'headline', deck: 'standfirst' } satisfies Record<Claim['in'], string>,
  nobody: 'Nobody named',
  said: 'said',
  happened: 'happened',
  place: 'place',
  inThe: (place: Exclude<Claim['in'], 'text'>) => `in the ${PARTS.places[place]}`,
  undated: 'undated',
  noOutlet: 'outlet not known',
  noHeadline: '(no headline)',
  claims: (many: number) => (many === 0 ? 'no claims' : counted(many, 'claim')),
  versions: (many: number) => counted(many, 'version'),
} as const
