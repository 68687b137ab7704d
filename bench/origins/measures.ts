/**
 * How the generator says a figure: for each measure the clauses that say it, with the plain and the guarded verb in
 * brackets, and headlines. `{N}` is the number, `{P}` of whom, `{PL}` where, `{W}` over what window, `{CAUSE}` the matter.
 */

export interface Measure {
  readonly name: string
  readonly clauses: readonly string[]
  readonly headlines: readonly string[]
  /** How the same number is said as another measure: what a careless retelling makes of it. */
  readonly turnsInto?: string
  readonly windows: 'past' | 'future' | 'money'
}

/** Windows, each list from the shortest on; a stretched one is taken from the second. */
export const WINDOWS: Readonly<Record<Measure['windows'], readonly [readonly string[], readonly string[]]>> = {
  past: [
    ['from {DAY} to {NEXT}', 'over the past two days', 'in the previous 24 hours', 'overnight'],
    ['this month', 'over the past three weeks', 'since the start of the year', 'in recent weeks'],
  ],
  future: [
    ['by the end of the month', 'within six weeks', 'before the summer'],
    ['by the end of next year', 'over the next three years', 'within two years'],
  ],
  money: [
    ['this year', 'in the current quarter', 'in the first half of the year'],
    ['over five years', 'over the coming decade', 'over the next three years'],
  ],
}

export const MEASURES: Readonly<Record<string, Measure>> = {
  killed: {
    name: 'killed',
    turnsInto: 'casualties',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] killed {PL} {W}',
      '{N} {P} [died|may have died] {PL} {W}',
      '{N} {P} [lost|could have lost] their lives {PL} {W}',
      '{CAUSE} [killed|may have killed] {N} {P} {PL} {W}',
      '{CAUSE} [claimed|may have claimed] the lives of {N} {P} {PL} {W}',
      'the number of {P} killed {PL} {W} [had reached|could have reached] {N}',
      'the death toll among {P} {PL} [stood|could stand] at {N} {W}',
    ],
    headlines: ['{N} {P} [killed|feared killed] in {PLACE}', '{N} {P} [dead|feared dead] in {PLACE}'],
  },
  casualties: {
    name: 'killed or wounded',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] killed or wounded {PL} {W}',
      '{N} {P} [became|may have become] casualties {PL} {W}',
      'casualties among {P} {PL} [came|could come] to {N} {W}',
      '{CAUSE} [killed or injured|may have killed or injured] {N} {P} {PL} {W}',
    ],
    headlines: [
      '{N} {P} [killed or hurt|feared killed or hurt] in {PLACE}',
      '{PLACE}: {N} {P} [among casualties|feared among casualties]',
    ],
  },
  wounded: {
    name: 'wounded',
    turnsInto: 'casualties',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] injured {PL} {W}',
      '{N} {P} [suffered|may have suffered] injuries {PL} {W}',
      '{CAUSE} [left|may have left] {N} {P} wounded {PL} {W}',
      'the number of {P} hurt {PL} {W} [had risen|could have risen] to {N}',
      '{N} {P} [were|may have been] hurt {PL} {W}',
    ],
    headlines: ['{N} {P} [injured|feared injured] in {PLACE}', '{N} {P} [hurt|feared hurt] in {PLACE}'],
  },
  missing: {
    name: 'missing',
    turnsInto: 'killed',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may be] missing {PL} {W}',
      '{N} {P} [remained|might remain] unaccounted for {PL} {W}',
      'there [was|may be] no trace of {N} {P} {PL} {W}',
      'the number of {P} missing {PL} {W} [stood|could stand] at {N}',
    ],
    headlines: [
      '{N} {P} [missing|feared missing] in {PLACE}',
      '{N} {P} [unaccounted for|feared unaccounted for] in {PLACE}',
    ],
  },
  displaced: {
    name: 'displaced',
    turnsInto: 'evacuated',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] driven from their homes {PL} {W}',
      '{N} {P} [fled|may have fled] their homes {PL} {W}',
      '{CAUSE} [displaced|may have displaced] {N} {P} {PL} {W}',
      '{N} {P} [were|could be] left homeless {PL} {W}',
      'the number of {P} uprooted {PL} {W} [had reached|could have reached] {N}',
    ],
    headlines: ['{N} {P} [flee|may have fled] {PLACE}', '{N} {P} [displaced|feared displaced] in {PLACE}'],
  },
  evacuated: {
    name: 'evacuated',
    turnsInto: 'displaced',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] evacuated {PL} {W}',
      '{N} {P} [were|may have been] brought to safety {PL} {W}',
      'crews [moved|may have moved] {N} {P} out of danger {PL} {W}',
      'the evacuation {PL} [covered|may have covered] {N} {P} {W}',
    ],
    headlines: ['{N} {P} [evacuated|may have been evacuated] in {PLACE}', '{PLACE} [evacuates|may evacuate] {N} {P}'],
  },
  infected: {
    name: 'infected',
    turnsInto: 'hospitalised',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] infected {PL} {W}',
      '{N} {P} [fell|may have fallen] ill {PL} {W}',
      '{N} {P} [caught|may have caught] the disease {PL} {W}',
      '{CAUSE} [sickened|may have sickened] {N} {P} {PL} {W}',
      'infections among {P} {PL} [totalled|could total] {N} {W}',
    ],
    headlines: ['{N} {P} [infected|feared infected] in {PLACE}', '{N} {P} [ill|feared ill] in {PLACE}'],
  },
  hospitalised: {
    name: 'hospitalised',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] taken to hospital {PL} {W}',
      '{N} {P} [were|may have been] admitted to wards {PL} {W}',
      '{N} {P} [needed|may have needed] hospital treatment {PL} {W}',
      'hospitals {PL} [took in|may have taken in] {N} {P} {W}',
    ],
    headlines: [
      '{N} {P} [in hospital|may be in hospital] in {PLACE}',
      '{PLACE} hospitals [take in|may take in] {N} {P}',
    ],
  },
  laidOff: {
    name: 'to be laid off',
    turnsInto: 'affected',
    windows: 'future',
    clauses: [
      '{N} {P} [would|might] be laid off {PL} {W}',
      '{N} {P} [would|could] lose their jobs {PL} {W}',
      '{N} {P} [were|could be] to be made redundant {PL} {W}',
      '{CAUSE} [would|could] cost {N} {P} their jobs {PL} {W}',
      'the company [would|might] part with {N} {P} {PL} {W}',
      'the number of {P} dismissed {PL} {W} [would|could] come to {N}',
    ],
    headlines: ['{N} {P} [to|may] lose jobs in {PLACE}', '{N} {P} [to|may] be laid off in {PLACE}'],
  },
  affected: {
    name: 'affected',
    windows: 'future',
    clauses: [
      '{N} {P} [would|might] be affected {PL} {W}',
      '{CAUSE} [would|could] touch {N} {P} {PL} {W}',
      'the consequences [would|might] reach {N} {P} {PL} {W}',
    ],
    headlines: ['{N} {P} [to|may] be affected in {PLACE}', '{N} {P} in {PLACE} [hit|may be hit]'],
  },
  arrested: {
    name: 'arrested',
    turnsInto: 'charged',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] arrested {PL} {W}',
      '{N} {P} [were|may have been] taken into custody {PL} {W}',
      'police [detained|may have detained] {N} {P} {PL} {W}',
      'officers [rounded up|may have rounded up] {N} {P} {PL} {W}',
      'the number of {P} in custody {PL} [had grown|could have grown] to {N} {W}',
    ],
    headlines: ['{N} {P} [arrested|said to be arrested] in {PLACE}', 'Police [hold|may hold] {N} {P} in {PLACE}'],
  },
  charged: {
    name: 'charged',
    turnsInto: 'convicted',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] charged {PL} {W}',
      'prosecutors [brought|may have brought] charges against {N} {P} {PL} {W}',
      '{N} {P} [were|may have been] indicted {PL} {W}',
      'the number of {P} facing charges {PL} [stood|could stand] at {N} {W}',
    ],
    headlines: ['{N} {P} [charged|may be charged] in {PLACE}', '{N} {P} [face|may face] charges in {PLACE}'],
  },
  convicted: {
    name: 'convicted',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] convicted {PL} {W}',
      '{N} {P} [were|may have been] found guilty {PL} {W}',
      'the court [convicted|may have convicted] {N} {P} {PL} {W}',
    ],
    headlines: ['{N} {P} [convicted|may be convicted] in {PLACE}', '{N} {P} [found|may be found] guilty in {PLACE}'],
  },
  tookPart: {
    name: 'took part',
    windows: 'past',
    clauses: [
      '{N} {P} [took|may have taken] part in the march {PL} {W}',
      '{N} {P} [joined|may have joined] the rally {PL} {W}',
      '{N} {P} [turned|may have turned] out {PL} {W}',
      'turnout {PL} {W} [reached|may have reached] {N} {P}',
      'the crowd {PL} {W} [numbered|could have numbered] {N} {P}',
    ],
    headlines: ['{N} {P} [march|may have marched] in {PLACE}', '{N} {P} [join|may have joined] {PLACE} rally'],
  },
  stranded: {
    name: 'stranded',
    turnsInto: 'evacuated',
    windows: 'past',
    clauses: [
      '{N} {P} [were|may have been] stranded {PL} {W}',
      '{N} {P} [were|may have been] left without a way home {PL} {W}',
      '{CAUSE} [held up|may have held up] {N} {P} {PL} {W}',
      '{N} {P} [got|may have got] stuck {PL} {W}',
    ],
    headlines: ['{N} {P} [stranded|may be stranded] in {PLACE}', '{N} {P} [stuck|may be stuck] in {PLACE}'],
  },
  cost: {
    name: 'cost',
    turnsInto: 'cut',
    windows: 'money',
    clauses: [
      '{CAUSE} [would|could] cost {N} {W}',
      'the bill for {CAUSE} [would|could] come to {N} {W}',
      '{N} [would|might] have to be found for {CAUSE} {W}',
      'the costs of {CAUSE} [would|might] amount to {N} {W}',
    ],
    headlines: ['{PLACE}: bill of {N} [ahead|possible]', '{N} bill [awaits|may await] {PLACE}'],
  },
  cut: {
    name: 'cut',
    turnsInto: 'cost',
    windows: 'money',
    clauses: [
      'spending {PL} [would|could] be cut by {N} {W}',
      'the budget {PL} [would|might] shrink by {N} {W}',
      'the city [would|might] spend {N} less {W}',
      'savings of {N} [were|could be] to be made {PL} {W}',
    ],
    headlines: ['{PLACE} [to|may] cut {N}', '{N} [to|could] go from {PLACE} budget'],
  },
}
