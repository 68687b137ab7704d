/**
 * Figures of deaths in the shape of UCDP GED (Sundberg and Melander 2013; codebook 25.1): its 49 columns, so that what
 * reads GED reads this. It is what reports say, not what happened: nothing is coded that no report tells, so conflicts,
 * sides, coordinates and the best estimate are empty, for a person to fill.
 */
import type { Claim } from '../../claims/claim.ts'
import { type Field, tableOf } from '../tables/table.ts'
import { type DeathFigure, MOST, type Telling } from './deaths.ts'
import { eventTimeOf } from './when.ts'
import { eventPlaceOf } from './where.ts'

/** A figure with what its tellings say of where and when. */
interface Row extends DeathFigure {
  readonly first: Telling
  /** One telling of each article. */
  readonly carriers: readonly Telling[]
  readonly place: ReturnType<typeof eventPlaceOf>
  readonly time: ReturnType<typeof eventTimeOf>
}

function rowOf(figure: DeathFigure): Row[] {
  const { tellings } = figure
  const [first] = tellings
  if (first === undefined) return []
  const carriers = [...new Map(tellings.toReversed().map((one) => [one.article.article, one])).values()].reverse()
  const firstOf = <Found>(find: (claim: Claim) => Found | null): Found | null => {
    for (const { held } of tellings) {
      const found = find(held.claim)
      if (found !== null) return found
    }
    return null
  }
  return [{ ...figure, first, carriers, place: firstOf(eventPlaceOf), time: firstOf(eventTimeOf) }]
}

/** GED's own code for a number of sources that was not counted. */
const NOT_COUNTED = -1
const ROOM = MOST + 1

/** Several carriers in one cell, as GED writes them. */
const together = ({ carriers }: Row, write: (telling: Telling) => string | null): string | null => {
  const all = carriers.map((one) => (write(one) ?? '').replaceAll(';', ','))
  return all.every((one) => one === '') ? null : all.join(';')
}

const dayOf = ({ article: { published } }: Telling): string | null => published?.slice(0, 10) ?? null

/** The innermost source that any carrier names: that of the longest chain, the earliest of these. */
function originalOf({ tellings }: Row): string | null {
  const [longest] = tellings.toSorted((one, other) => other.held.claim.chain.length - one.held.claim.chain.length)
  if (longest === undefined) return null
  const { chain, speaker } = longest.held.claim
  const last = chain.at(-1)
  const isOutletAlone = chain.length === 1 && last?.kind === 'outlet' && last.link !== 'own reporting'
  return (isOutletAlone ? null : last?.name) ?? speaker?.name ?? null
}

/** 2: a total over more than a day; 1: a day and an exact place, as the codebook asks of what is known in full. */
function clarityOf({ time, place }: Row): number | null {
  if (time === null || time.start === null || time.end === null) return null
  if (time.start !== time.end) return 2
  return place?.precision != null && place.precision <= 3 ? 1 : null
}

const empty = (name: string, description: string): Field<Row> => ({
  name,
  type: 'string',
  description: `Empty: ${description}`,
  value: () => null,
})
const CONFLICT = 'no report tells which conflict of UCDP it belongs to.'
const SIDES = 'sides are not told apart.'
const PLACED = 'no report gives coordinates.'

/** The table of GED's columns, in its order. */
export const EVENTS = tableOf<DeathFigure, Row>({
  name: 'ucdp-ged',
  title: 'Deaths as reported, in the columns of UCDP GED',
  description: 'Each figure of deaths of each origin, with all who carry it.',
  primaryKey: ['id'],
  rows: rowOf,
  fields: [
    {
      name: 'id',
      type: 'integer',
      description: "The number of the first claim that gives it, times 1000, and which of the claim's figures it is.",
      constraints: { required: true, unique: true },
      value: ({ first }) => first.held.number * ROOM + first.at,
    },
    {
      name: 'relid',
      type: 'string',
      description: 'Origin, claim and figure, as the tables of hearsay export csv have them.',
      constraints: { required: true, unique: true },
      value: ({ origin, first }) => `hearsay-o${origin ?? 0}-c${first.held.number}-f${first.at}`,
    },
    {
      name: 'year',
      type: 'integer',
      description: 'Of date_start, or else of date_end.',
      value: ({ time }) => (time === null ? null : Number((time.start ?? time.end ?? '').slice(0, 4)) || null),
    },
    empty('active_year', CONFLICT),
    empty('code_status', 'no person has coded it.'),
    empty('type_of_violence', CONFLICT),
    ...['conflict_dset_id', 'conflict_new_id', 'conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name'].map(
      (name) => empty(name, CONFLICT),
    ),
    ...['side_a_dset_id', 'side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b'].map((name) =>
      empty(name, SIDES),
    ),
    {
      name: 'number_of_sources',
      type: 'integer',
      description:
        'Origins, never outlets: 1, since a row is one original statement; -1, which is GED for not counted, where no report says whose.',
      constraints: { required: true },
      value: (row) => (row.origin === null || originalOf(row) === null ? NOT_COUNTED : 1),
    },
    {
      name: 'source_article',
      type: 'string',
      description: 'The carriers: outlet, day and headline of each, divided by semicolons.',
      value: (row) =>
        together(row, (one) =>
          [one.article.outlet, dayOf(one), one.article.headline].filter((part) => part !== null).join(','),
        ),
    },
    {
      name: 'source_office',
      type: 'string',
      description: 'Their outlets.',
      value: (row) => together(row, ({ article }) => article.outlet),
    },
    { name: 'source_date', type: 'string', description: 'Their days.', value: (row) => together(row, dayOf) },
    {
      name: 'source_headline',
      type: 'string',
      description: 'Their headlines.',
      value: (row) => together(row, ({ article }) => article.headline),
    },
    {
      name: 'source_original',
      type: 'string',
      description: 'The innermost source of the longest chain that a carrier gives.',
      value: originalOf,
    },
    {
      name: 'where_prec',
      type: 'integer',
      description: 'Told from the name of the place: 1 to 7 by the codebook.',
      constraints: { minimum: 1, maximum: 7 },
      value: ({ place }) => place?.precision,
    },
    {
      name: 'where_coordinates',
      type: 'string',
      description: 'The name of the place; there are no coordinates.',
      value: ({ place }) => place?.name,
    },
    {
      name: 'where_description',
      type: 'string',
      description: 'The place in the words of the article.',
      value: ({ place }) => place?.words,
    },
    { name: 'adm_1', type: 'string', description: 'The province, if named.', value: ({ place }) => place?.adm1 },
    { name: 'adm_2', type: 'string', description: 'The district, if named.', value: ({ place }) => place?.adm2 },
    ...['latitude', 'longitude', 'geom_wkt', 'priogrid_gid'].map((name) => empty(name, PLACED)),
    { name: 'country', type: 'string', description: 'The country, if named.', value: ({ place }) => place?.country },
    empty('country_id', 'Gleditsch and Ward numbers are not assigned.'),
    empty('region', 'regions of UCDP are not assigned.'),
    {
      name: 'event_clarity',
      type: 'integer',
      description: '1: a day and an exact place or a district are told; 2: a total over more than a day. Else empty.',
      constraints: { minimum: 1, maximum: 2 },
      value: clarityOf,
    },
    {
      name: 'date_prec',
      type: 'integer',
      description: 'How exact the days are: 1 to 5 by the codebook.',
      constraints: { minimum: 1, maximum: 5 },
      value: ({ time }) => time?.precision,
    },
    {
      name: 'date_start',
      type: 'date',
      description: 'The first day on which it can have happened.',
      value: ({ time }) => time?.start,
    },
    { name: 'date_end', type: 'date', description: 'The last such day.', value: ({ time }) => time?.end },
    ...['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'].map((name) => empty(name, SIDES)),
    empty('best', 'no person chose one; it is never made of low and high.'),
    {
      name: 'high',
      type: 'integer',
      description: 'The most that the words mean; empty where they leave it open.',
      value: ({ high }) => high,
    },
    {
      name: 'low',
      type: 'integer',
      description: 'The least that the words mean; empty where they leave it open.',
      value: ({ low }) => low,
    },
    ...['gwnoa', 'gwnob'].map((name) => empty(name, SIDES)),
  ],
})
