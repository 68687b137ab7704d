/** Fighting around a town. */
import { office, type Topic, words } from './topic.ts'

export const conflict: Topic = {
  name: 'conflict casualties',
  causes: words('the shelling|the bombardment|the assault'),
  counted: [
    {
      measure: 'killed',
      range: [12, 900],
      groups: [words('soldiers|troops|servicemen'), words('border guards|frontier guards')],
    },
    { measure: 'wounded', range: [20, 1500], groups: [words('civilians|residents'), words('medics|ambulance crews')] },
    {
      measure: 'displaced',
      range: [1200, 90000],
      groups: [words('people|inhabitants'), words('refugees from the east')],
    },
    {
      measure: 'casualties',
      range: [30, 3000],
      groups: [words('fighters|militiamen'), words('foreign volunteers|volunteers from abroad')],
    },
  ],
  sayings: [
    {
      clauses: [
        'the ceasefire [had been|may have been] broken by the other side first',
        'it [was|might have been] the other side that fired first after the truce',
        'the truce [ended|may have ended] with shots from across the line',
        'the enemy [opened|may have opened] fire in breach of the armistice',
      ],
      quotes: ['They fired first and they know it', 'The first shot was theirs, and they are aware of that'],
      headlines: ['Truce [broken|may have been broken] by other side', 'Other side [fired|may have fired] first'],
    },
    {
      clauses: [
        'more troops [would|could] be sent to the northern sector',
        'the north of the front [would|might] get reinforcements',
        'additional brigades [were|could be] to move up to the northern line',
        'fresh units [would|may] take over positions in the north',
      ],
      quotes: ['We will not leave the north to fend for itself', 'The north will not be left alone'],
      headlines: ['Reinforcements [for|possible for] the north', 'More troops [to|may] go north'],
    },
    {
      clauses: [
        'the hospital [had been|may have been] hit although it was marked',
        'shells [struck|may have struck] the clinic in spite of the red cross on its roof',
        'the marked clinic [came|may have come] under fire',
        'in the end even the hospital with its sign on the roof [was|might have been] struck',
      ],
      quotes: [
        'You could see the cross on the roof from the hills',
        'From the hills anyone can make out the cross on that roof',
      ],
      headlines: ['Hospital [hit|may have been hit]', 'Shells [strike|may have struck] marked clinic'],
    },
  ],
  offices: [
    office('General', 'the commander of the northern sector', 'the commander'),
    office(null, 'a spokesman for the defence ministry', 'the spokesman'),
    office('President', 'the president of {COUNTRY}', 'the president'),
    office('Defence Minister', 'the defence minister', 'the minister'),
    office('Colonel', 'the chief of military intelligence', 'the intelligence chief'),
  ],
  organisations: ['the {COUNTRY} General Staff', 'the {COUNTRY} Defence Ministry', 'the Committee of Observers'],
  unnamed: [
    ['a senior military official', 'senior military officials'],
    ['a Western diplomat', 'Western diplomats'],
    ['an intelligence officer', 'intelligence officers'],
  ],
  scenes: [
    'Smoke stood over the grain silos for most of the day.',
    'The last bus left with its windows taped.',
    'In the cellars of the theatre candles were shared out.',
    'Both armies have fought over the ridge before.',
    'Nobody answered the telephone at the border post.',
    'The bakery opened for an hour and closed again.',
    'Talks abroad have been put off more than once.',
    'Snow made the supply road hard to pass.',
    'Loudspeakers asked drivers to leave the main street free.',
    'A column of lorries waited under the trees.',
    'The bridges over the canal were mined long ago.',
    'School was held in a station of the underground.',
  ],
}
