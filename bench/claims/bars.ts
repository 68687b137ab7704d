// The table of bars: each measure beside what others reach, the least that is asked and the aim.
import type { GoldScore } from './gold.ts'
import type { PolnearScore } from './polnear.ts'
import { f1Of, precisionOf, type Rate, recallOf, shareOf, type Tally } from './rates.ts'
import type { CasesRight } from './recognizers.ts'
import { LENGTHS, type Speed } from './speed.ts'

/** What was measured; a part that was left out is null. */
export interface Measured {
  readonly polnear: { readonly all: PolnearScore; readonly speech: PolnearScore; readonly minConfidence: number } | null
  readonly gold: GoldScore | null
  readonly recognizers: Readonly<Record<string, CasesRight>> | null
  readonly speed: Speed | null
}

interface Bar {
  readonly label: string
  /** What others come to, with their names. */
  readonly reference: string
  readonly least: number | null
  readonly aim: number | null
  /** Null where nothing is read yet. */
  readonly value: number | null
  readonly digits?: number
  /** Small is good, as for time and memory. */
  readonly less?: boolean
}

const percent = (share: number): number => 100 * share

const people = (one: string, two: string): string => `BiLSTM ${one}, two people ${two}`

function polnearBars({ all, speech, minConfidence }: NonNullable<Measured['polnear']>): Bar[] {
  const f1 = (label: string, tally: Tally, reference: string, least: number, aim: number): Bar => ({
    label: `PolNeAR dev, ${label}, F1`,
    reference,
    least,
    aim,
    value: percent(f1Of(tally)),
  })
  const sure = `PolNeAR dev, speech cues, sure ${minConfidence}`
  return [
    f1('source, exact span', all.source, people('73', '78.5'), 76, 80),
    f1('cue, exact span', all.cue, people('66', '71.4'), 70, 72),
    f1('content, exact span', all.content, people('64', '71.9'), 65, 70),
    f1('relation, half', all.half, 'probe 58.6, two people 69', 58, 63),
    { label: `${sure}, P`, reference: 'probe 87', least: 87, aim: 90, value: percent(precisionOf(speech.half)) },
    { label: `${sure}, R`, reference: 'probe 75', least: 75, aim: 80, value: percent(recallOf(speech.half)) },
  ]
}

function goldBars({ tallies, rates }: GoldScore): Bar[] {
  const bar = (label: string, value: number, least: number | null, aim: number | null, reference = '-'): Bar => ({
    label: `gold stories, ${label}`,
    reference,
    least,
    aim,
    value: percent(value),
  })
  return [
    bar('claims found, F1', f1Of(tallies.claims), 72, 85),
    bar('claims right, F1', f1Of(tallies.whole), 50, 70),
    bar('speaker right, of matched', shareOf(rates.speaker), 85, 95, 'NewsClaims 42, people 86'),
    bar('type right, of matched', shareOf(rates.type), 85, 95),
    bar('chain links, F1', f1Of(tallies.links), 75, 90),
    bar('whole chain right, of matched', shareOf(rates.chain), null, null),
    bar('figures found, F1', f1Of(tallies.figures), 88, 96),
    bar('figure bounds right, of found', shareOf(rates.bounds), 95, 99),
    bar('hedges, F1', f1Of(tallies.hedges), 75, 90),
    bar('event time right, of matched', shareOf(rates.eventTime), 75, 92),
    bar('said time right, of matched', shareOf(rates.saidTime), 75, 92),
    bar('event time right where the article has a date', shareOf(rates.datedEvent), null, null),
    bar('said time right where the article has a date', shareOf(rates.datedSaid), null, null),
    bar('headline losses and changes, F1', f1Of(tallies.headline), 45, 75),
  ]
}

function recognizersBars(files: Readonly<Record<string, CasesRight>>): Bar[] {
  return Object.entries(files).flatMap(([file, { hearsay, ...peers }]) => {
    if (hearsay === undefined) return []
    const share = (rate: Rate) => percent(shareOf(rate))
    const others = Object.entries(peers).map(([name, rate]) => `${name} ${share(rate).toFixed(1)}`)
    return {
      label: `Recognizers cases right, ${file}`,
      reference: others.join(', ') || 'no peer reads them',
      least: Math.max(0, ...Object.values(peers).map(share)),
      aim: 95,
      value: share(hearsay),
    }
  })
}

function speedBars(speed: Speed): Bar[] {
  const [short = 0, , long = 0] = speed.msByLength
  const bar = (
    label: string,
    value: number,
    reference: string,
    least: number | null,
    aim: number | null,
    more = {},
  ): Bar => ({
    label,
    reference,
    least,
    aim,
    value,
    ...more,
  })
  const pipelines = 'CoreNLP-class 1-5, spaCy rules 10-20'
  return [
    bar('articles of 800 words a second of one core, page to claims', speed.articlesPerSecond, pipelines, 25, 100),
    bar('the same by the clock, beside other work', speed.byTheClock, pipelines, null, null),
    bar(`time a word in a text ${LENGTHS[2]} times as long, ratio`, long / short, '1', null, null, {
      digits: 2,
      less: true,
    }),
    bar('start to first reading, ms', speed.firstReading, '-', 1000, 400, { digits: 0, less: true }),
    bar('the same in processor time, ms', speed.firstReadingCpu, '-', null, null, { digits: 0, less: true }),
    bar('memory for one page, MB', speed.firstPeak, '-', 600, 300, { digits: 0, less: true }),
    bar('memory for all pages of the speed test, MB', speed.peak, '-', 600, 300, { digits: 0, less: true }),
  ]
}

export function barsOf({ polnear, gold, recognizers, speed }: Measured): Bar[] {
  return [
    ...(polnear ? polnearBars(polnear) : []),
    ...(gold ? goldBars(gold) : []),
    ...(recognizers ? recognizersBars(recognizers) : []),
    ...(speed ? speedBars(speed) : []),
  ]
}

/** How a value stands to its bars. */
function standing({ value, least, aim, less = false }: Bar): string {
  if (value === null || least === null || aim === null) return ''
  const reaches = (bar: number) => (less ? value <= bar : value >= bar)
  return reaches(aim) ? 'aim' : reaches(least) ? 'enough' : 'below'
}

const HEAD = ['', 'Hearsay', 'at least', 'aim', '', 'reference']

function cellsOf(bars: readonly Bar[]): string[][] {
  const lines = bars.map((bar) => [
    bar.label,
    bar.value?.toFixed(bar.digits ?? 1) ?? '-',
    bar.least === null ? '-' : `${Number(bar.least.toFixed(1))}`,
    bar.aim === null ? '-' : `${bar.aim}`,
    standing(bar),
    bar.reference,
  ])
  return [HEAD, ...lines]
}

export function plainTable(bars: readonly Bar[]): string {
  const cells = cellsOf(bars)
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const isNumber = (column: number) => column > 0 && column < 4
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) => (isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return cells.map(line).join('\n')
}

export function markdownTable(bars: readonly Bar[]): string {
  const [head = [], ...lines] = cellsOf(bars)
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`
  return [line(head), line(['---', '---:', '---:', '---:', '---', '---']), ...lines.map(line)].join('\n')
}
