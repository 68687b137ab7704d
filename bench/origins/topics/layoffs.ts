/** A company that lets people go. */
import { office, type Topic, words } from './topic.ts'

export const layoffs: Topic = {
  name: 'layoffs',
  causes: words('the restructuring|the overhaul|the reorganisation'),
  counted: [
    {
      measure: 'laidOff',
      range: [150, 18000],
      groups: [words('employees|workers|staff members'), words('contractors|agency workers')],
    },
    {
      measure: 'affected',
      range: [300, 25000],
      groups: [words('suppliers|supplier firms'), words('dealers|dealerships')],
    },
    { measure: 'cost', range: [40, 3000], groups: null },
    {
      measure: 'laidOff',
      range: [60, 900],
      groups: [words('engineers|technical staff'), words('apprentices|trainees')],
    },
  ],
  sayings: [
    {
      clauses: [
        'the oldest assembly line [would|could] be moved abroad',
        'production on the oldest line [would|might] go to another country',
        'the company [would|may] shift its first assembly line to a plant overseas',
        'what the oldest line makes today [would|could] be made abroad',
      ],
      quotes: [
        'That line has earned its rest, and the next one will stand elsewhere',
        'The old line has done its work; its successor will stand in another country',
      ],
      headlines: ['Oldest line [to|may] move abroad', 'Firm [shifts|may shift] production overseas'],
    },
    {
      clauses: [
        'nobody [had|may have] asked the works council',
        'the council of workers [was|may have been] passed over',
        'staff representatives [were|might have been] told only after the board had voted',
        'the board [decided|may have decided] without hearing those who speak for the staff',
      ],
      quotes: ['We read it on our phones in the canteen', 'We learned of it in the canteen, from our telephones'],
      headlines: ['Works council [not|perhaps not] asked', 'Staff [told|may have been told] last'],
    },
    {
      clauses: [
        'executive bonuses [would|might] be paid as agreed',
        'managers [would|could] still get their bonuses',
        'the bonus of the board [was|might be] left untouched',
        'those at the top [would|may] keep their extra pay',
      ],
      quotes: [
        'A contract is a contract, for the board as for anyone',
        'Contracts hold for directors as they hold for everyone',
      ],
      headlines: ['Bonuses [stay|may stay]', 'Board [keeps|may keep] extra pay'],
    },
  ],
  offices: [
    office(null, 'the chief executive of the group', 'the chief executive'),
    office(null, 'the head of the works council', 'the head of the council'),
    office(null, 'a spokesman for the metalworkers union', 'the union spokesman'),
    office('Economy Minister', 'the economy minister', 'the minister'),
    office('Mayor', 'the mayor of {PLACE}', 'the mayor'),
  ],
  organisations: ['the {COUNTRY} Metalworkers Union', 'the {PLACE} Motor Company', 'the {COUNTRY} Labour Office'],
  unnamed: [
    ['a person familiar with the plan', 'people familiar with the plan'],
    ['a manager at the company', 'managers at the company'],
    ['a board member', 'board members'],
  ],
  scenes: [
    'At the gate the morning shift stood in the rain.',
    'Shares of the group have had a poor year.',
    'The canteen served its usual menu.',
    'For generations the works has given the town its rhythm.',
    'Orders from abroad have thinned out since the spring.',
    'A banner hung from the chimney of the power house.',
    'Rivals have closed plants of their own.',
    'The car park was half empty before noon.',
    'Local shops fear for their customers.',
    'The new model has been delayed more than once.',
    'Inside, the robots went on with their work.',
    'Letters to the staff were put into the lockers.',
  ],
}
