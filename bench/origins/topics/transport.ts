/** A train that left the rails. */
import { office, type Topic, words } from './topic.ts'

export const transport: Topic = {
  name: 'transport accidents',
  causes: words('the derailment|the crash|the accident'),
  counted: [
    {
      measure: 'killed',
      range: [6, 90],
      groups: [words('passengers|travellers'), words('railway workers|railway staff')],
    },
    {
      measure: 'wounded',
      range: [13, 400],
      groups: [words('passengers|travellers'), words('people on the platform|bystanders on the platform')],
    },
    {
      measure: 'stranded',
      range: [200, 9000],
      groups: [words('commuters|travellers'), words('schoolchildren|pupils')],
    },
    {
      measure: 'hospitalised',
      range: [14, 220],
      groups: [words('passengers|travellers'), words('firefighters|members of the fire brigade')],
    },
  ],
  sayings: [
    {
      clauses: [
        'the signal [had shown|may have shown] green',
        'the driver [was|may have been] given a green light',
        'a green signal [stood|may have stood] before the curve',
        'according to the log the line ahead [was|may have been] cleared',
      ],
      quotes: ['He had green, the log leaves no doubt', 'The log leaves no doubt that his signal was green'],
      headlines: ['Signal [showed|may have shown] green', 'Driver [had|may have had] green light'],
    },
    {
      clauses: [
        'the rails [had been|may have been] due for replacement',
        'new rails [should|might] have been laid there long ago',
        'the track [was|could be] past its time of service',
        'replacement of that stretch of track [was|may have been] overdue',
      ],
      quotes: ['Those rails are older than I am', 'These rails have more years than I have'],
      headlines: ['Track [was|may have been] overdue for renewal', 'Rails [past|perhaps past] their time'],
    },
    {
      clauses: [
        'the line [would|could] stay closed until the inquiry ended',
        'no train [would|might] run there before investigators were done',
        'the route [was|may be] shut for as long as the inquiry took',
        'traffic on the line [would|may] resume only after the investigation',
      ],
      quotes: [
        'No train passes here until I know why this one fell',
        'Until I know why it fell, no other train comes through',
      ],
      headlines: ['Line [to|may] stay closed', 'No trains [until|perhaps until] inquiry ends'],
    },
  ],
  offices: [
    office('Transport Minister', 'the transport minister', 'the minister'),
    office(null, 'a spokesman for the railway', 'the spokesman'),
    office(null, 'the chief investigator', 'the chief investigator'),
    office('Fire Chief', 'the fire chief of {PLACE}', 'the fire chief'),
  ],
  organisations: [
    'the {COUNTRY} State Railway',
    'the {COUNTRY} Accident Investigation Board',
    'the {PLACE} Fire Brigade',
  ],
  unnamed: [
    ['a railway engineer', 'railway engineers'],
    ['a transport official', 'transport officials'],
    ['a member of the crew', 'members of the crew'],
  ],
  scenes: [
    'Two carriages lay on their sides in the beet field.',
    'Floodlights were brought from the stadium.',
    'Luggage was laid out in rows along the track.',
    'The line winds along the river there.',
    'Relatives waited in the gymnasium of the school.',
    'Cranes came by road from the port.',
    'The express had left on time.',
    'Rain had fallen since the early morning.',
    'A dog barked at the men in orange.',
    'Buses took over part of the service.',
    'The same curve was rebuilt some years ago.',
    'Villagers brought ladders and tea.',
  ],
}
