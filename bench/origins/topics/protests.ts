/** Marches through a capital. */
import { office, type Topic, words } from './topic.ts'

export const protests: Topic = {
  name: 'protests',
  causes: words('the unrest|the clashes|the disturbances'),
  counted: [
    {
      measure: 'tookPart',
      range: [700, 160000],
      groups: [words('people|demonstrators|protesters'), words('counter-demonstrators|opponents of the march')],
    },
    {
      measure: 'arrested',
      range: [20, 1400],
      groups: [words('protesters|demonstrators'), words('bystanders|passers-by')],
    },
    {
      measure: 'wounded',
      range: [13, 400],
      groups: [words('protesters|demonstrators'), words('police officers|members of the police')],
    },
  ],
  sayings: [
    {
      clauses: [
        'the tax on fuel [would|might] not be withdrawn',
        'there [was|may be] no question of giving up the fuel levy',
        'the government [would|could] stand by the higher tax on petrol',
        'the levy on motor fuel [was|might be] there to stay',
      ],
      quotes: ['A law is not unmade by shouting', 'Shouting does not undo a law'],
      headlines: ['Fuel tax [to|may] stay', 'No end [to|likely to] fuel levy'],
    },
    {
      clauses: [
        'the marches [would|could] go on every evening',
        'protesters [would|might] return to the streets night after night',
        'there [would|may] be a march each evening from now on',
        'people [would|could] keep demonstrating daily after work',
      ],
      quotes: [
        'We will be here tomorrow, and the day after',
        'Tomorrow we shall stand here again, and the next day too',
      ],
      headlines: ['Marches [to|may] go on nightly', 'Protesters [vow|may vow] to return'],
    },
    {
      clauses: [
        'rubber bullets [had been|may have been] used against orders',
        'officers [fired|may have fired] rubber bullets although that was forbidden',
        'the police [shot|may have shot] with rubber bullets in spite of a ban',
        'against instructions, some units [used|may have used] rubber rounds',
      ],
      quotes: [
        'Nobody gave that order, and somebody will answer for it',
        'There was no such order; someone will have to answer',
      ],
      headlines: [
        'Rubber bullets [used|may have been used] against orders',
        'Police [broke|may have broken] ban on rubber rounds',
      ],
    },
  ],
  offices: [
    office('Interior Minister', 'the interior minister', 'the minister'),
    office('Police Chief', 'the police chief of {PLACE}', 'the police chief'),
    office(null, 'an organiser of the march', 'the organiser'),
    office('Prime Minister', 'the prime minister', 'the prime minister'),
  ],
  organisations: [
    'the {PLACE} Police Department',
    'the {COUNTRY} Drivers Federation',
    'the {COUNTRY} Human Rights Committee',
  ],
  unnamed: [
    ['a police official', 'police officials'],
    ['a government adviser', 'government advisers'],
    ['an emergency doctor', 'emergency doctors'],
  ],
  scenes: [
    'Drums could be heard as far as the river.',
    'Shopkeepers boarded up their windows in the afternoon.',
    'Trams did not run through the centre.',
    'Many carried lamps and umbrellas.',
    'The square has seen such crowds only at the time of the revolution.',
    'Water cannon waited in the side streets.',
    'Somebody had hung a wreath on the statue.',
    'Students shared tea from a handcart.',
    'The wind drove tear gas back over the bridge.',
    'By midnight only the street sweepers were left.',
    'Farmers came with their tractors.',
    'Parliament sat behind closed curtains.',
  ],
}
