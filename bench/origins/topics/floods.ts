/** A river over its banks. */
import { office, type Topic, words } from './topic.ts'

export const floods: Topic = {
  name: 'floods',
  causes: words('the flood|the flooding|the high water'),
  counted: [
    {
      measure: 'killed',
      range: [8, 240],
      groups: [words('villagers|residents|inhabitants'), words('rescue workers|members of rescue crews')],
    },
    {
      measure: 'displaced',
      range: [900, 60000],
      groups: [words('people|residents'), words('seasonal workers|farm hands')],
    },
    { measure: 'missing', range: [5, 180], groups: [words('people|residents'), words('holidaymakers|tourists')] },
    { measure: 'cost', range: [20, 900], groups: null },
  ],
  sayings: [
    {
      clauses: [
        'the upper dam [had been|may have been] opened without a warning',
        'nobody downstream [was|may have been] told that the gates of the upper dam were being opened',
        'water [was|might have been] released from the upper reservoir before any alarm was given',
        'the sluices above the town [were|may have been] opened and no siren sounded',
      ],
      quotes: ['We heard the water before we heard any siren', 'The water reached us earlier than any alarm did'],
      headlines: [
        'Dam [opened|may have been opened] without warning',
        'No alarm before upper dam [was|may have been] opened',
      ],
    },
    {
      clauses: [
        'drinking water from the mains [was|could be] unsafe until further notice',
        'tap water [should|might have to] be boiled for the time being',
        'the public supply [had been|may have been] fouled and was not fit to drink',
        'people [could not|might not be able to] drink from the tap before new tests were done',
      ],
      quotes: [
        'Nobody should drink from the tap until we say so',
        'Until we tell you otherwise, leave the tap water alone',
      ],
      headlines: ['Tap water [unsafe|may be unsafe]', 'Boil water, {PLACE} [told|may be told]'],
    },
    {
      clauses: [
        'the road bridge by the station [would|might] stay closed for repairs',
        'no traffic [would|might] be let over the station bridge until engineers had looked at its piers',
        'the crossing near the railway station [was|could be] too damaged to carry cars',
        'drivers [would|may] have to go round, since the piers of the station bridge were washed out',
      ],
      quotes: [
        'The piers are gone and I will not send a bus over it',
        'Its pillars have been washed away, so no bus will cross',
      ],
      headlines: ['Station bridge [to|may] stay shut', 'Bridge piers [washed|may be washed] out'],
    },
  ],
  offices: [
    office('Mayor', 'the mayor of {PLACE}', 'the mayor'),
    office('Governor', 'the governor of the province', 'the governor'),
    office(null, 'the head of the river authority', 'the head of the authority'),
    office(null, 'a spokeswoman for the civil defence', 'the spokeswoman'),
    office('Fire Chief', 'the fire chief of {PLACE}', 'the fire chief'),
  ],
  organisations: ['the {COUNTRY} Interior Ministry', 'the {PLACE} River Authority', 'the {COUNTRY} Red Cross'],
  unnamed: [
    ['a rescue official', 'rescue officials'],
    ['an engineer at the dam', 'engineers at the dam'],
    ['a provincial official', 'provincial officials'],
  ],
  scenes: [
    'Boats moved slowly between the roofs of the lower quarter.',
    'Sandbags lined the steps of the old town hall.',
    'Many shops along the embankment kept their shutters down.',
    'The river has left its bed before, but seldom so early in the season.',
    'Cattle stood on the railway embankment, the only dry ground for miles.',
    'Volunteers carried blankets into the school on the hill.',
    'A smell of diesel hung over the market square.',
    'Trains towards the coast were turned back at the junction.',
    'In the hills the rain had not let up.',
    'Helicopters circled above the orchards until nightfall.',
    'Old people compared the water line with marks on the mill.',
    'Electricity came back in the upper streets towards evening.',
  ],
}
