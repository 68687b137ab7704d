/** A large trial. */
import { office, type Topic, words } from './topic.ts'

export const courts: Topic = {
  name: 'courts',
  causes: words('the fraud|the scheme|the swindle'),
  counted: [
    {
      measure: 'charged',
      range: [14, 160],
      groups: [words('bankers|bank employees'), words('notaries|public notaries')],
    },
    {
      measure: 'arrested',
      range: [15, 120],
      groups: [words('suspects|people'), words('former officials|ex-officials')],
    },
    { measure: 'cost', range: [30, 700], groups: null },
    {
      measure: 'affected',
      range: [400, 30000],
      groups: [words('savers|depositors'), words('pensioners|retired people')],
    },
  ],
  sayings: [
    {
      clauses: [
        'the main witness [had been|may have been] threatened',
        'someone [threatened|may have threatened] the witness on whom the case rests',
        'threats [were|may have been] made against the key witness',
        'the person whose testimony matters most [had received|might have received] threats',
      ],
      quotes: ['He found a bullet in his letter box', 'A bullet lay in his mailbox'],
      headlines: ['Key witness [threatened|may have been threatened]', 'Witness [received|may have received] threats'],
    },
    {
      clauses: [
        'the defence [would|might] appeal whatever the sentence',
        'an appeal [would|could] be lodged in any case',
        'lawyers for the accused [would|may] take the judgment to a higher court',
        'the case [would|could] go on before the court of appeal',
      ],
      quotes: ['This is the first round and no more', 'It is only the first round'],
      headlines: ['Defence [to|may] appeal', 'Case [goes|may go] to higher court'],
    },
    {
      clauses: [
        'the books [had been|may have been] burned before the search',
        'someone [destroyed|may have destroyed] the accounts ahead of the raid',
        'ledgers [went|may have gone] into the fire before investigators arrived',
        'when the search began the account books [were|may have been] ash already',
      ],
      quotes: ['The stove was still warm when we came', 'On our arrival the oven had not yet gone cold'],
      headlines: ['Books [burned|may have been burned] before search', 'Accounts [destroyed|may have been destroyed]'],
    },
  ],
  offices: [
    office(null, 'the state prosecutor', 'the prosecutor'),
    office('Judge', 'the presiding judge', 'the judge'),
    office(null, 'a lawyer for the accused', 'the lawyer'),
    office('Justice Minister', 'the justice minister', 'the minister'),
  ],
  organisations: [
    'the {PLACE} Regional Court',
    'the {COUNTRY} Savers Association',
    'the {COUNTRY} Financial Supervisory Authority',
  ],
  unnamed: [
    ['an investigator', 'investigators'],
    ['a court official', 'court officials'],
    ['a lawyer close to the case', 'lawyers close to the case'],
  ],
  scenes: [
    'The courtroom was full long before the doors closed.',
    'Files stood on trolleys along the corridor.',
    'The accused sat behind glass.',
    'Outside, savers held up their bank books.',
    'It is the longest trial that the city has seen.',
    'Interpreters whispered in the second row.',
    'The judge adjourned several times.',
    'Television vans filled the square in front of the palace of justice.',
    'The bank has since changed its name.',
    'Snow fell on the steps of the court.',
    'A juror fell asleep and was replaced.',
    'The defence asked for more time to read the files.',
  ],
}
