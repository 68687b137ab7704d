/** A disease that spreads. */
import { office, type Topic, words } from './topic.ts'

export const outbreaks: Topic = {
  name: 'outbreaks',
  causes: words('the outbreak|the epidemic|the fever'),
  counted: [
    {
      measure: 'infected',
      range: [30, 9000],
      groups: [words('people|residents'), words('health workers|hospital staff')],
    },
    {
      measure: 'hospitalised',
      range: [15, 2200],
      groups: [words('children|minors'), words('pregnant women|expectant mothers')],
    },
    { measure: 'killed', range: [5, 300], groups: [words('patients|sick people'), words('carers|nurses')] },
  ],
  sayings: [
    {
      clauses: [
        'the disease [had come|may have come] from the poultry market',
        'the infection [began|may have begun] among traders of live birds',
        'birds sold alive at the market [were|could be] the source',
        'it [was|may have been] at the poultry stalls that the illness started',
      ],
      quotes: ['Every early case bought or sold birds', 'All who fell ill at first had dealt in poultry'],
      headlines: ['Poultry market [is|may be] source', 'Illness [came|may have come] from live birds'],
    },
    {
      clauses: [
        'the vaccine in store [was|might be] enough for the district',
        'doses on hand [would|could] suffice for everyone in the district',
        'there [was|may be] no shortage of vaccine for the area',
        'stocks [sufficed|might suffice] to vaccinate the whole district',
      ],
      quotes: ['There is a dose for everyone who wants one', 'Whoever wishes to be vaccinated will find a dose'],
      headlines: ['Vaccine stocks [suffice|may suffice]', 'Doses for all [in store|may be in store]'],
    },
    {
      clauses: [
        'schools [would|might] stay closed until the fever was under control',
        'lessons [would|could] not resume before the number of new patients fell',
        'pupils [were|may have] to remain at home for now',
        'there [would|may] be no teaching as long as the illness spread',
      ],
      quotes: ['I would rather repeat a term than bury a pupil', 'Better to repeat a term than to bury a child'],
      headlines: ['Schools [to|may] stay shut', 'No lessons [for now|perhaps for now]'],
    },
  ],
  offices: [
    office('Health Minister', 'the health minister', 'the minister'),
    office('Dr', 'the head of the infectious diseases ward', 'the doctor'),
    office(null, 'the chief epidemiologist', 'the epidemiologist'),
    office(null, 'a spokesman for the nurses union', 'the spokesman'),
  ],
  organisations: [
    'the {COUNTRY} Health Ministry',
    'the {PLACE} University Hospital',
    'the {COUNTRY} Institute of Virology',
  ],
  unnamed: [
    ['a hospital doctor', 'hospital doctors'],
    ['a health official', 'health officials'],
    ['a laboratory worker', 'laboratory workers'],
  ],
  scenes: [
    'Queues formed in front of the pharmacies before they opened.',
    'Masks are worn on the trams again.',
    'The stalls at the market were hosed down at dawn.',
    'Visitors were turned away at the entrance of the clinic.',
    'The region has known such fevers in rainy years.',
    'Wedding parties were put off until the autumn.',
    'An old barracks has been fitted out with beds.',
    'Church bells rang for the dead at noon.',
    'Buses ran with their windows open.',
    'Samples were flown to a laboratory abroad.',
    'The football season has been suspended.',
    'Teachers put exercises on the internet.',
  ],
}
