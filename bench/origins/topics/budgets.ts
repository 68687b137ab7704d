/** A city short of money. */
import { office, type Topic, words } from './topic.ts'

export const budgets: Topic = {
  name: 'budgets',
  causes: words('the shortfall|the deficit|the rescue plan'),
  counted: [
    { measure: 'cut', range: [12, 900], groups: null },
    { measure: 'cost', range: [15, 1200], groups: null },
    {
      measure: 'laidOff',
      range: [40, 2500],
      groups: [words('teachers|teaching staff'), words('librarians|library staff')],
    },
    {
      measure: 'affected',
      range: [900, 70000],
      groups: [words('pupils|schoolchildren'), words('students|university students')],
    },
  ],
  sayings: [
    {
      clauses: [
        'the open-air pools [would|might] not open this summer',
        'there [would|may] be no swimming in the public pools this season',
        'all outdoor baths [were|could be] to remain closed for the summer',
        'bathers [would|might] find the municipal pools locked this year',
      ],
      quotes: ['Children can swim in the lake, as we did', 'As in our day, the young can swim in the lake'],
      headlines: ['Pools [to|may] stay closed', 'No summer [for|likely for] public pools'],
    },
    {
      clauses: [
        'property tax [would|could] go up',
        'owners of houses [would|might] have to pay a higher tax',
        'the levy on land and buildings [would|may] be raised',
        'home owners [were|could be] in for a bigger tax bill',
      ],
      quotes: ['Whoever owns a roof can spare a tile', 'Those who have a roof can do without one tile'],
      headlines: ['Property tax [to|may] rise', 'House owners [to|may] pay more'],
    },
    {
      clauses: [
        'the last audit [had been|may have been] kept from the council',
        'councillors never [saw|may have seen] the latest audit',
        'someone [hid|may have hidden] the auditors report from the council',
        'the newest report of the auditors [was|might have been] withheld from elected members',
      ],
      quotes: ['I found it in a drawer, unopened', 'It lay in a drawer and nobody had opened it'],
      headlines: ['Audit [kept|may have been kept] from council', 'Councillors [never|may never have] saw audit'],
    },
  ],
  offices: [
    office('Mayor', 'the mayor of {PLACE}', 'the mayor'),
    office(null, 'the city treasurer', 'the treasurer'),
    office(null, 'the leader of the opposition in the council', 'the opposition leader'),
    office('Finance Minister', 'the finance minister', 'the minister'),
  ],
  organisations: ['the {PLACE} City Council', 'the {COUNTRY} Court of Auditors', 'the {COUNTRY} Teachers Association'],
  unnamed: [
    ['a city official', 'city officials'],
    ['a councillor', 'councillors'],
    ['an aide to the mayor', 'aides to the mayor'],
  ],
  scenes: [
    'The town hall clock has been slow for months.',
    'On the agenda stood a new roof for the market.',
    'Parents filled the public benches.',
    'The city once was among the richest of the coast.',
    'Street lamps go out at midnight already.',
    'Trade tax has brought in less every year.',
    'A brass band played in front of the library.',
    'The vote was put off twice.',
    'Neighbouring towns look on with worry.',
    'Coffee was served in paper cups.',
    'The museum lends out its best pictures.',
    'Members argued until the caretaker came with the keys.',
  ],
}
