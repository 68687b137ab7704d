/**
 * A family: a world's statements, reported first by those who heard them, then told on. Who copies whom is decided first;
 * the text follows from it, and the gold from both.
 */
import { type Chance, chanceOf } from './chance.ts'
import type {
  Evidence,
  Family,
  GoldClaim,
  GoldDifference,
  GoldDrift,
  GoldEdge,
  GoldOrigin,
  InputLine,
  Likeness,
} from './gold.ts'
import { LEVELS, type Level } from './levels.ts'
import { agencyOf, misspelt, paperOf, respelt } from './names.ts'
import { runsOf, share } from './runs.ts'
import { differencesOf, drifted, type Scope, type Telling } from './telling.ts'
import { TOPICS } from './topics/index.ts'
import { sceneVaried } from './variety.ts'
import { headlineOf, type Lens, quotationOf, type Sentence, type Setting, sentenceOf } from './wording.ts'
import { DAY, filled, type Statement, type World, worldOf } from './world.ts'

/** One report of a statement in an article. */
interface Report {
  readonly statement: Statement
  readonly telling: Telling
  readonly sentences: readonly Sentence[]
  /** The article it was taken from; null for who heard it. */
  readonly parent: Draft | null
}

/** An article in the making. */
interface Draft {
  readonly id: string
  readonly outlet: string
  readonly agency: boolean
  readonly time: number
  readonly lens: Lens
  /** Misspellings that stand in it, its own and inherited. */
  readonly oddities: readonly string[]
  /** Names in another transliteration, its own and inherited. */
  readonly respelt: readonly string[]
  readonly reports: readonly Report[]
  /** The paragraphs, each its sentences, with scenes among them. */
  readonly paragraphs: readonly (readonly Sentence[])[]
  readonly headline: Sentence
  readonly headlineTelling: Telling
  /** Printed above or below the text. */
  readonly dateline: string | null
  readonly imprint: string | null
  /** Says that the outlet heard its reports itself, truly or not. */
  readonly own: boolean
}

/** So often a sentence is put anew when another article of the family happened to say it in the same words. */
const TRIES = 12

/** The articles of a family as they come out, one after another. */
class Press {
  readonly chance: Chance
  readonly drafts: Draft[] = []
  private readonly taken = new Set<string>()
  private readonly names = new Set<string>()
  private readonly scenes: string[]

  private readonly world: World
  private readonly level: Level

  constructor(world: World, level: Level, seed: string) {
    this.world = world
    this.level = level
    this.chance = chanceOf(`${seed}/press`)
    this.scenes = this.chance.shuffled(world.topic.scenes)
  }

  /** An outlet that the family has not had. */
  private outlet(agency: boolean): string {
    for (;;) {
      const name = agency ? agencyOf(this.chance) : paperOf(this.chance)
      if (this.names.has(name)) continue
      this.names.add(name)
      return name
    }
  }

  /** A sentence in words that no other article of the family has; it need not hold for what is quoted. */
  private fresh(make: () => Sentence): Sentence {
    let sentence = make()
    for (let i = 0; i < TRIES && this.taken.has(sentence.text); i++) sentence = make()
    this.taken.add(sentence.text)
    return sentence
  }

  private scene(): Sentence | null {
    const text = this.scenes.pop()
    if (text === undefined) return null
    return this.fresh(() => ({ text: sceneVaried(text, this.chance), tells: null, words: {}, quotes: false }))
  }

  private scopeOf({ counted, speaker }: Statement, headline: boolean): Scope {
    return { groups: counted?.groups != null, unnamed: speaker.kind === 'unnamed', headline }
  }

  private sentencesOf(statement: Statement, telling: Telling, setting: Setting): Sentence[] {
    const quote = this.chance.happens(0.5) ? quotationOf(statement, telling, { ...setting, known: true }) : null
    return [this.fresh(() => sentenceOf(statement, telling, setting)), ...(quote ? [quote] : [])]
  }

  /** A headline of an article's first report, which may have changed what the text says. */
  private headline(report: Report, lens: Lens, style: Setting['style']): Pick<Draft, 'headline' | 'headlineTelling'> {
    const { statement, telling } = report
    const said = telling.attributed ? { ...telling, stretched: false } : telling
    const changed = this.chance.happens(this.level.headlineDrift)
    const headlineTelling = changed ? drifted(said, this.scopeOf(statement, true), this.chance) : said
    const setting: Setting = {
      world: this.world,
      lens,
      style,
      credit: null,
      own: false,
      known: true,
      chance: this.chance,
    }
    return { headline: this.fresh(() => headlineOf(statement, headlineTelling, setting)), headlineTelling }
  }

  /** Reports set into paragraphs, with scenes between. */
  private paragraphs(reports: readonly Report[]): (readonly Sentence[])[] {
    return reports.flatMap(({ sentences }) => {
      const scene = this.chance.happens(0.6) ? this.scene() : null
      if (scene === null) return [sentences]
      return this.chance.happens(0.4) ? [[...sentences, scene]] : [sentences, [scene]]
    })
  }

  private lensOf(parent: Lens | null, style: Setting['style']): { lens: Lens; oddities: string[]; respelt: string[] } {
    const right: Lens = parent ?? { town: this.world.town, names: {} }
    let { town, names } = right
    const oddities: string[] = []
    const respellings: string[] = []
    const surnames = [...new Set(this.world.statements.map(({ speaker }) => speaker.surname).filter(Boolean))]
    if (style === 'translated' && this.chance.happens(0.6)) {
      const name = this.chance.pick(surnames)
      if (names[name] === undefined) {
        names = { ...names, [name]: respelt(name) }
        respellings.push(respelt(name))
      }
    }
    if (this.chance.happens(this.level.slips)) {
      if (this.chance.happens(0.5) && town === this.world.town) {
        town = misspelt(town, this.chance)
        oddities.push(town)
      } else {
        const name = this.chance.pick(surnames)
        if (names[name] === undefined) {
          const slip = misspelt(name, this.chance)
          names = { ...names, [name]: slip }
          oddities.push(slip)
        }
      }
    }
    return { lens: { town, names }, oddities, respelt: respellings }
  }

  /** An article of an outlet that heard the statements itself. */
  root(statements: readonly Statement[], agency: boolean, time: number): Draft {
    const outlet = this.outlet(agency)
    const { lens, oddities, respelt: spelt } = this.lensOf(null, 'plain')
    // Said to one outlet alone, or to all: the first names itself as the one that was told.
    const alone = this.chance.happens(0.4)
    const known = new Set<string>()
    const reports = statements.map((statement): Report => {
      const credit = alone && statement.speaker.kind !== 'organisation' ? outlet : null
      const setting: Setting = {
        world: this.world,
        lens,
        style: 'plain',
        credit,
        own: credit !== null,
        known: known.has(statement.speaker.name),
        chance: this.chance,
      }
      known.add(statement.speaker.name)
      return {
        statement,
        telling: statement.telling,
        sentences: this.sentencesOf(statement, statement.telling, setting),
        parent: null,
      }
    })
    const draft: Draft = {
      id: `a${this.drafts.length + 1}`,
      outlet,
      agency,
      time,
      lens,
      oddities,
      respelt: spelt,
      reports,
      paragraphs: this.paragraphs(reports),
      ...this.headline(reports[0] as Report, lens, 'plain'),
      dateline: agency ? `${this.world.town.toUpperCase()} (${outlet}) - ` : null,
      imprint: null,
      own: alone || agency,
    }
    this.drafts.push(draft)
    return draft
  }

  /** An article that takes its reports from another, and perhaps one from a second. */
  retelling(parent: Draft, second: Draft | null, time: number): Draft {
    const { chance, level } = this
    const way = chance.next()
    const mode = way < level.verbatim ? 'verbatim' : way < level.verbatim + level.edited ? 'edited' : 'anew'
    const style = mode === 'anew' && chance.happens(level.translated) ? 'translated' : 'plain'
    const outlet = this.outlet(false)

    const grand = parent.reports.find((report) => report.parent)?.parent ?? null
    const draw = chance.next()
    let credit: string | null = null
    if (draw < level.credited) credit = parent.outlet
    else if (draw < level.credited + level.skipped && grand) credit = grand.outlet
    else if (draw < level.credited + level.skipped + level.media && mode !== 'verbatim') credit = 'media'
    const own = credit === null && mode === 'anew' && chance.happens(level.feigned)
    if (own) credit = outlet

    // Word for word: the slips are the parent's.
    const {
      lens,
      oddities,
      respelt: spelt,
    } = mode === 'verbatim' ? { lens: parent.lens, oddities: [], respelt: [] } : this.lensOf(parent.lens, style)
    const known = new Set<string>()
    const kept = parent.reports.slice(
      0,
      Math.max(1, chance.whole(Math.ceil(parent.reports.length / 2), parent.reports.length)),
    )
    const taken = kept.map((report) => ({ report, from: parent }))
    const known2 = new Set(kept.map(({ statement }) => statement.id))
    const extra = second?.reports.find(({ statement }) => !known2.has(statement.id))
    if (second && extra) taken.push({ report: extra, from: second })

    const reports = taken.map(({ report, from }, i): Report => {
      const { statement, sentences } = report
      const asIs = from === parent && (mode === 'verbatim' || (mode === 'edited' && chance.happens(0.6)))
      if (asIs && !(mode === 'edited' && i === 0 && credit)) {
        known.add(statement.speaker.name)
        return { statement, telling: report.telling, sentences, parent: from }
      }
      const telling = chance.happens(level.drift)
        ? drifted(report.telling, this.scopeOf(statement, false), chance)
        : report.telling
      // Named once or twice, in front: later paragraphs say no more where they come from.
      const here = from === second ? (chance.happens(level.credited) ? from.outlet : null) : credit
      const names = telling.attributed && (i === 0 || from === second || chance.happens(0.4)) ? here : null
      const setting: Setting = {
        world: this.world,
        lens,
        style,
        credit: names,
        own: names === outlet,
        known: known.has(statement.speaker.name),
        chance,
      }
      if (telling.attributed) known.add(statement.speaker.name)
      return { statement, telling, sentences: this.sentencesOf(statement, telling, setting), parent: from }
    })

    let paragraphs: (readonly Sentence[])[]
    if (mode === 'verbatim') {
      const own = new Set(reports.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
      const kinds = parent.paragraphs.filter((paragraph) =>
        paragraph.some(({ text, tells }) => own.has(text) || tells === null),
      )
      paragraphs = kinds.map((paragraph) => paragraph.filter(({ text, tells }) => own.has(text) || tells === null))
      if (extra) paragraphs.push(reports.at(-1)?.sentences ?? [])
    } else paragraphs = this.paragraphs(reports)

    let dateline: string | null = null
    let imprint: string | null = null
    const inText = reports.some(({ sentences }) => sentences.some(({ text }) => text.includes(credit ?? '')))
    const named = credit !== null && credit !== 'media' && !own && !(inText && mode !== 'verbatim')
    if (named && mode === 'verbatim') {
      const form = chance.whole(0, 3)
      if (form === 0 && parent.dateline) dateline = parent.dateline
      else if (form <= 1) imprint = `Source: ${credit}`
      else if (form === 2) imprint = `This article was first published by ${credit}.`
      else imprint = `(${credit})`
    } else if (named) imprint = chance.pick([`Source: ${credit}`, `With material from ${credit}.`])

    const draft: Draft = {
      id: `a${this.drafts.length + 1}`,
      outlet,
      agency: false,
      time,
      lens,
      oddities: [...parent.oddities, ...oddities],
      respelt: [...parent.respelt, ...spelt],
      reports,
      paragraphs,
      ...this.headline(reports[0] as Report, lens, style),
      dateline,
      imprint,
      own,
    }
    this.drafts.push(draft)
    return draft
  }
}

interface Printed {
  readonly draft: Draft
  readonly line: InputLine
  /** Runs of words of what is not quoted: a quotation may have been heard by both. */
  readonly runs: ReadonlySet<string>
  /** Each sentence with where it starts. */
  readonly placed: readonly { readonly sentence: Sentence; readonly start: number }[]
}

/** The text of an article, with the places of its sentences. */
function printed(draft: Draft, family: string): Printed {
  const placed: { sentence: Sentence; start: number }[] = []
  let text = draft.dateline ?? ''
  for (const [i, paragraph] of draft.paragraphs.entries()) {
    if (i > 0) text += '\n\n'
    for (const [j, sentence] of paragraph.entries()) {
      if (j > 0) text += ' '
      placed.push({ sentence, start: text.length })
      text += sentence.text
    }
  }
  if (draft.imprint) text += `\n\n${draft.imprint}`
  const id = `${family}/${draft.id}`
  const host = draft.outlet.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const slug = draft.headline.text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const line: InputLine = {
    id,
    text,
    plain: true,
    url: `https://${host}.example/${slug}`,
    outlet: draft.outlet,
    published: `${new Date(draft.time).toISOString().slice(0, 19)}Z`,
    headline: draft.headline.text,
  }
  const runs = runsOf(placed.flatMap(({ sentence }) => (sentence.quotes ? [] : sentence.text)))
  return { draft, line, runs, placed }
}

/** By what a report's article shows that it has it from the parent's. */
function evidenceOf(child: Printed, parent: Printed): Evidence[] {
  const evidence: Evidence[] = []
  if (child.line.text.includes(parent.draft.outlet)) evidence.push('printed credit')
  if (share(child.runs, parent.runs)) evidence.push('shared text')
  const odd = parent.draft.oddities.some((word) => child.line.text.includes(word) && parent.line.text.includes(word))
  if (odd) evidence.push('shared peculiarity')
  return evidence
}

/**
 * Makes one family.
 * @param level 1 (plain copies, credited) to 4 (told anew in other words, uncredited, rivals with the same figures)
 */
export function familyOf(seed: string, level: number, index: number): Family {
  const family = `f${index + 1}`
  const settings = LEVELS[level - 1]
  if (!settings) throw new Error(`there is no level ${level}; there are 1 to ${LEVELS.length}`)
  const topic = TOPICS[index % TOPICS.length] as (typeof TOPICS)[number]
  const own = `${seed}/${level}/${index}`
  const world = worldOf(topic, level, own)
  const press = new Press(world, settings, own)
  const { chance } = press
  const [s1, s2, s3, s4, ...rest] = world.statements as [Statement, Statement, Statement, Statement, ...Statement[]]
  const hour = 3_600_000
  const noon = world.from + 12 * hour

  // Those who heard it: an agency and one or two papers. Both may have been at the same news conference.
  const agency = press.root([s1, s2], true, noon)
  press.root(chance.happens(0.5) ? [s3, s4, s1] : [s3, s4], false, noon + chance.whole(1, 3) * hour)
  const later = rest.filter(({ day }) => day > 0)
  const early = rest.filter(({ day }) => day === 0)
  if (early.length > 0) press.root(chance.happens(0.5) ? [...early, s2] : early, false, noon + 4 * hour)
  const count = chance.whole(...settings.retellings)
  let time = noon + 4 * hour
  const tellOn = (from: readonly Draft[]): void => {
    time += chance.whole(1, 90) * 60_000
    // The agency is copied most; else the later the article, the longer the chain.
    const parent = chance.happens(0.35) && from.includes(agency) ? agency : chance.pick(from)
    const second = chance.happens(settings.merged) ? chance.pick(from) : null
    press.retelling(parent, second === parent ? null : second, time)
  }
  const before = Math.ceil(count * (later.length > 0 ? 0.6 : 1))
  for (let i = 0; i < before; i++) tellOn(press.drafts)
  if (later.length > 0) {
    const day = Math.max(...later.map((statement) => statement.day))
    time = Math.max(time + hour, world.from + day * DAY + 13 * hour)
    const update = press.root(later, chance.happens(0.3), time)
    for (let i = before; i < count; i++) tellOn([update, update, ...press.drafts])
  }

  const absent = chance.happens(settings.absent) ? agency : null
  const all = press.drafts.map((draft) => printed(draft, family))
  const there = all.filter(({ draft }) => draft !== absent)
  const nameOf = (draft: Draft): string => (draft === absent ? `outlet:${draft.outlet}` : `${family}/${draft.id}`)
  const printedOf = (draft: Draft): Printed => all.find((one) => one.draft === draft) as Printed

  const origins = world.statements.flatMap((statement): GoldOrigin[] => {
    const claims = there.flatMap(({ line, placed }): GoldClaim[] =>
      placed.flatMap(({ sentence, start }, i) => {
        const { tells } = sentence
        if (tells?.statement !== statement) return []
        const from = start + tells.start
        const end = start + tells.end
        return {
          id: `${line.id}#g${i + 1}`,
          article: line.id,
          start: from,
          end,
          text: line.text.slice(from, end),
          sentence: sentence.text,
        }
      }),
    )
    if (claims.length === 0) return []
    const said = new Date(world.from + statement.day * DAY).toISOString().slice(0, 10)
    return [{ origin: `${family}/${statement.id}`, speaker: filled(statement.speaker.name, world), said, claims }]
  })

  const edges: GoldEdge[] = []
  const unknown: string[] = []
  const feigned: string[] = []
  const drift: GoldDrift[] = []
  for (const child of there) {
    const { draft, line } = child
    const parents = new Set(draft.reports.flatMap(({ parent }) => parent ?? []))
    const shown = new Set<Evidence>()
    for (const parent of parents) {
      const evidence = evidenceOf(child, printedOf(parent))
      for (const one of evidence) shown.add(one)
      edges.push({ from: line.id, to: nameOf(parent), evidence, direct: true })
    }
    const outlets = new Set([...parents].map(({ outlet }) => outlet))
    for (const named of press.drafts) {
      if (named === draft || outlets.has(named.outlet) || !line.text.includes(named.outlet)) continue
      edges.push({ from: line.id, to: nameOf(named), evidence: ['printed credit'], direct: false })
      shown.add('printed credit')
    }
    if (draft.own && parents.size > 0) feigned.push(line.id)
    else if (!draft.own && shown.size === 0) unknown.push(line.id)
    for (const { statement, telling, sentences, parent } of draft.reports) {
      const report = parent?.reports.find((one) => one.statement === statement)
      if (!parent || !report) continue
      for (const { type, aspect } of differencesOf(report.telling, telling)) {
        const words = (from: readonly Sentence[]): string =>
          from.find((sentence) => sentence.words[aspect])?.words[aspect] ?? ''
        drift.push({
          article: line.id,
          against: nameOf(parent),
          in: 'text',
          origin: `${family}/${statement.id}`,
          type,
          before: words(report.sentences),
          after: words(sentences),
        })
      }
    }
    const lead = draft.reports[0] as Report
    for (const { type, aspect } of differencesOf(
      { ...lead.telling, stretched: false },
      { ...draft.headlineTelling, stretched: false },
    )) {
      const before = lead.sentences[0]?.words[aspect] ?? ''
      drift.push({
        article: line.id,
        against: line.id,
        in: 'headline',
        origin: `${family}/${lead.statement.id}`,
        type,
        before,
        after: draft.headline.words[aspect] ?? '',
      })
    }
  }

  return {
    articles: there.map(({ line }) => line),
    gold: {
      family,
      level,
      topic: topic.name,
      articles: there.map(({ line }) => line.id),
      outlets: Object.fromEntries(there.map(({ line }) => [line.id, line.outlet])),
      origins,
      edges,
      unknown,
      feigned,
      drift,
      differences: differencesAmong(there),
      alike: alikeAmong(there, edges),
    },
  }
}

/** Every difference that a reader may rightly find between two reports of one statement, or a headline and any report. */
function differencesAmong(all: readonly Printed[]): GoldDifference[] {
  const found = new Map<string, GoldDifference>()
  const add = (article: string, where: GoldDifference['in'], one: Telling, other: Telling): void => {
    for (const { type } of differencesOf(one, other))
      found.set(`${article} ${where} ${type}`, { article, in: where, type })
  }
  for (const { draft, line } of all) {
    for (const { statement, telling } of draft.reports)
      for (const other of all)
        for (const report of other.draft.reports)
          if (report.statement === statement && other.draft !== draft) add(line.id, 'text', report.telling, telling)
    const lead = draft.reports[0] as Report
    const headline = { ...draft.headlineTelling, stretched: false }
    add(line.id, 'headline', { ...lead.telling, stretched: false }, headline)
    // Whoever the text has it from is dropped where the headline names the speaker alone.
    if (lead.parent) found.set(`${line.id} through`, { article: line.id, in: 'headline', type: 'attribution dropped' })
  }
  return [...found.values()]
}

/** Families of every level in turn, or of one. */
export function familiesOf(seed: string, count: number, level: number | null): Family[] {
  return Array.from({ length: count }, (_, i) => {
    const own = level ?? (Math.floor(i / TOPICS.length) % LEVELS.length) + 1
    return familyOf(seed, own, i)
  })
}

/** Pairs that have words or spellings in common, and no chain of copies that would show by them. */
function alikeAmong(all: readonly Printed[], edges: readonly GoldEdge[]): Likeness[] {
  const apart = (evidence: Evidence): ((a: string, b: string) => boolean) => {
    const group = new Map<string, Set<string>>()
    for (const { from, to } of edges.filter((edge) => edge.evidence.includes(evidence))) {
      const joined = new Set([from, to, ...(group.get(from) ?? []), ...(group.get(to) ?? [])])
      for (const id of joined) group.set(id, joined)
    }
    return (a, b) => group.get(a)?.has(b) !== true
  }
  const [noText, noSlip] = [apart('shared text'), apart('shared peculiarity')]
  const names = new Set(all.flatMap(({ draft }) => [...draft.respelt, ...draft.oddities]))
  return all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other): Likeness[] => {
      const [a, b] = [one.line.id, other.line.id]
      const spelt = [...names].some((name) => one.line.text.includes(name) && other.line.text.includes(name))
      return [
        ...(share(one.runs, other.runs) && noText(a, b)
          ? [{ one: a, other: b, evidence: 'shared text' } as const]
          : []),
        ...(spelt && noSlip(a, b) ? [{ one: a, other: b, evidence: 'shared peculiarity' } as const] : []),
      ]
    }),
  )
}
