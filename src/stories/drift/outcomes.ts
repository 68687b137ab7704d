/**
 * What may befall people, and what may become of money, in words: each outcome with the words that tell it. Outcomes of one
 * kind are easily taken for one another and are not the same: the detained are not yet charged, a suspected case is no
 * confirmed one. `~` stands for a possessive. General English news vocabulary, sorted by name.
 */

interface Outcome {
  readonly name: string
  /** Those of one kind can be told for one another under one number. */
  readonly kind: 'harm' | 'displacement' | 'illness' | 'justice' | 'work' | 'money'
  readonly words: string
}

export const OUTCOMES: readonly Outcome[] = [
  {
    name: 'acquitted',
    kind: 'justice',
    words: 'acquitted|acquittal|acquittals|cleared of|found not guilty',
  },
  {
    name: 'affected',
    kind: 'work',
    words:
      'affect|affected|affecting|affects|at risk|be touched|consequences reach|impacted|may be hit|might reach|touch|touched|touches|would reach',
  },
  {
    name: 'arrested',
    kind: 'justice',
    words:
      'arrest|arrested|arresting|arrests|detain|detained|detaining|detains|detention|detentions|held by police|police hold|in custody|into custody|rounded up|rounding up',
  },
  {
    name: 'captured',
    kind: 'harm',
    words: 'capture|captured|captures|prisoners of war|surrendered|taken prisoner|took prisoner',
  },
  {
    name: 'casualties',
    kind: 'harm',
    words: 'casualties|casualty|casualty toll',
  },
  {
    name: 'charged',
    kind: 'justice',
    words:
      'charged after|charged in|charged over|charged with|charges against|face charges|faced charges|facing charges|indict|indicted|indictment|indictments|were charged|was charged|been charged|be charged|are charged',
  },
  {
    name: 'convicted',
    kind: 'justice',
    words: 'convict|convicted|conviction|convictions|found guilty|sentenced|pleaded guilty',
  },
  {
    name: 'cost',
    kind: 'money',
    words: 'bill|cost|costing|costs|have to be found',
  },
  {
    name: 'cut',
    kind: 'money',
    words: 'be saved|budget cut|budget cuts|cut|cuts|cutting|saving|savings|shrink|spend less|trim|trimmed',
  },
  {
    name: 'displaced',
    kind: 'displacement',
    words:
      'displace|displaced|displaces|displacing|driven from ~ homes|flee|fled|fleeing|flees|forced from ~ homes|homeless|lost ~ homes|uprooted',
  },
  {
    name: 'evacuated',
    kind: 'displacement',
    words:
      'brought to safety|evacuate|evacuated|evacuates|evacuating|evacuation|evacuations|moved out of danger|out of danger|taken to safety',
  },
  {
    name: 'hospitalised',
    kind: 'illness',
    words:
      'admitted to hospital|admitted to wards|hospital treatment|hospitalisations|hospitalised|hospitalizations|hospitalized|in hospital|sent to hospital|taken to hospital|taken to hospitals|to hospital',
  },
  {
    name: 'infected',
    kind: 'illness',
    words:
      'caught the disease|caught the virus|confirmed case|confirmed cases|confirmed infections|contracted|fallen ill|fell ill|ill|infected|infection|infections|sickened|tested positive',
  },
  {
    name: 'killed',
    kind: 'harm',
    words:
      'bodies|claimed ~ lives|claimed the lives|claimed the life|cost the lives|dead|death|death toll|deaths|die|died|dies|drowned|dying|executed|fatal|fatalities|fatality|kill|killed|killing|kills|lives lost|lost ~ life|lost ~ lives|loss of life|murdered|perish|perished|shot dead|slain',
  },
  {
    name: 'laid off',
    kind: 'work',
    words:
      'axed|cost ~ jobs|cut jobs|dismissed|job cuts|job losses|jobs cut|laid off|lay off|laying off|layoff|layoffs|lose ~ job|lose ~ jobs|lose jobs|losing ~ jobs|lost ~ job|lost ~ jobs|made redundant|out of work|part with|redundancies|redundancy|redundant|sack|sacked|their jobs',
  },
  {
    name: 'lost',
    kind: 'harm',
    words: 'lose|loses|losing|loss|losses|lost',
  },
  {
    name: 'missing',
    kind: 'harm',
    words: 'disappearances|disappeared|missing|no trace|unaccounted for',
  },
  {
    name: 'rescued',
    kind: 'displacement',
    words: 'rescued|rescues|rescuing|pulled alive|saved from',
  },
  {
    name: 'stranded',
    kind: 'displacement',
    words: 'cut off|got stuck|held up|strand|stranded|stuck|trapped|without a way home',
  },
  {
    name: 'suspected',
    kind: 'illness',
    words:
      'probable cases|suspected case|suspected cases|suspected infections|suspected of being infected|suspected to be infected|possible cases',
  },
  {
    name: 'wounded',
    kind: 'harm',
    words: 'hurt|injure|injured|injures|injuries|injuring|injury|wound|wounded|wounding|wounds',
  },
]
