/**
 * Stories: articles and origins of one developing matter. An index that grows by an article at a time: an article joins
 * the story whose leading words and origins it shares, while that story is being told. Plain data.
 */
import { current } from './merged.ts'
import { articleOf, type Mention, type Reading } from './reading.ts'
import { dayOf } from './said.ts'
import { wordKeys } from './wording/words.ts'

export interface Story {
  readonly id: number
  /** How many articles tell it. */
  readonly size: number
  /** In how many of its articles' openings a word stands: those that most have. */
  readonly words: ReadonlyMap<string, number>
  /** In how many a word stands as a name. */
  readonly names: ReadonlyMap<string, number>
  /** The words that most of its articles open with, and in how many. */
  readonly core: readonly (readonly [word: string, articles: number])[]
  readonly first: number | null
  readonly last: number | null
}

/** What is known so far. Values are never changed in place: what changes is set anew. */
export interface StoryIndex {
  readonly stories: Map<number, Story>
  /** The story that an article was put to, which may have become another since: see `storyOf`. */
  readonly placed: Map<string, number>
  /** Stories that turned out to be another, and which. */
  readonly merged: Map<number, number>
  /** In how many openings a word stands. */
  readonly frequencies: Map<string, number>
  /** Stories by words that they can be found by, the latest last. */
  readonly postings: Map<string, readonly number[]>
  /** `articles`, whose words are counted; `stories`, the number given last. */
  readonly tallies: Map<'articles' | 'stories', number>
}

export const newStoryIndex = (): StoryIndex => ({
  stories: new Map(),
  placed: new Map(),
  merged: new Map(),
  frequencies: new Map(),
  postings: new Map(),
  tallies: new Map(),
})

/** The story that an article tells; undefined for one that was not added. */
export function storyOf({ placed, merged }: StoryIndex, article: string): number | undefined {
  const id = placed.get(article)
  return id === undefined ? undefined : current(merged, id)
}

/** The articles of every story, in the order in which they came. */
export function articlesByStory({ placed, merged }: StoryIndex): Map<number, readonly string[]> {
  const grouped = Map.groupBy(placed, ([, id]) => current(merged, id))
  return new Map([...grouped].map(([id, entries]) => [id, entries.map(([article]) => article)]))
}

/** An article's matter stands in its headline and opening. */
const OPENING = 700
/** Days after which a story that nobody told is another. */
const SILENCE = 60
/** Stories under one word; more, and the word tells nothing. */
const POSTED = 48
const CANDIDATES = 16
/** The likeness of an opening to a story from which it belongs, with an origin in common and without. */
const WITH_ORIGIN = 0.2
const ALONE = 0.36
/** Articles of which what they open with alike is a core: of fewer, a name that comes in both would be one. */
const SEVERAL = 3
/** Stories that an article's own is held against as a whole. */
const NEAREST = 6
/** The likeness of two stories' cores from which they are one. */
const MEETING = 0.35
/** Openings taken as known beforehand, with none of the words: in a small collection a word of all is not yet common. */
const KNOWN = 1000
/** Words of an opening that it is found by, the rarest. */
const FOUND_BY = 12
/** Words of a story that an opening is held against: those most of its articles have. */
const CORE = 24

/** A capital within a sentence, and those that follow it. */
const NAME = /(?<=[\p{Ll}\p{N},;:] )\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*)*/gu

/** The names that an article opens with, as words; not those of its headline, where all may have capitals. */
const namesOf = ({ article }: Reading): Set<string> =>
  new Set([...article.text.slice(0, OPENING).matchAll(NAME)].flatMap(([name]) => wordKeys(name)))

/** The words that an article opens with. */
const openingOf = ({ article }: Reading): string[] =>
  wordKeys(`${article.headline ?? ''}. ${article.deck ?? ''} ${article.text.slice(0, OPENING)}`)

/**
 * Adds an article to the story it belongs to, or to a new one.
 * @param sharing stories of articles whose origins it shares, each with how many of them
 */
export function addToStory(
  index: StoryIndex,
  reading: Reading,
  sharing: ReadonlyMap<number, number> = new Map(),
): number {
  const known = storyOf(index, reading.id)
  if (known !== undefined) return known
  const opening: Opening = {
    words: openingOf(reading),
    names: namesOf(reading),
    day: dayOf(reading.article.published),
  }
  const { words } = opening
  const weigh = weightIn(index)
  const telling = tellingOf(words, weigh)
  const looked = candidates(index, telling, sharing.keys(), weigh)
  const { best, bridged } = nearest(index, opening, looked, sharing, weigh)
  const found = mergeStories(index, best ?? newNumber(index), best !== null && bridged.includes(best) ? bridged : [])
  const story = grown(index.stories.get(found) ?? { ...NOTHING, id: found }, opening)
  index.stories.set(found, story)
  index.placed.set(reading.id, found)
  index.tallies.set('articles', (index.tallies.get('articles') ?? 0) + 1)
  for (const word of words) index.frequencies.set(word, (index.frequencies.get(word) ?? 0) + 1)
  for (const word of new Set([...telling, ...story.core.slice(0, FOUND_BY).map(([name]) => name)])) {
    const posted = index.postings.get(word) ?? []
    if (!posted.includes(found)) index.postings.set(word, [...posted.slice(1 - POSTED), found])
  }
  const alike = alikeAmong(index, story, looked.slice(0, NEAREST), weigh)
  return mergeStories(index, found, alike.length > 0 ? [found, ...alike] : [])
}

/** The stories that an article's opening is held against, by its words and by the stories of articles that share origins. */
export function storiesNear(index: StoryIndex, reading: Reading, sharing: Iterable<number>): number[] {
  const weigh = weightIn(index)
  return candidates(index, tellingOf(openingOf(reading), weigh), sharing, weigh)
}

/** How much a word of an opening tells. */
function weightIn({ tallies, frequencies }: StoryIndex): Weigh {
  const all = (tallies.get('articles') ?? 0) + KNOWN
  return remembered((word) => Math.max(0.02, 1 - Math.log((frequencies.get(word) ?? 0) + 1) / Math.log(all)))
}

/** The words that an opening is found by. */
const tellingOf = (words: readonly string[], weigh: Weigh): string[] =>
  words
    .map((word) => [word, weigh(word)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, FOUND_BY)
    .map(([word]) => word)

/** What an article opens with, and when it came out. */
interface Opening {
  readonly words: readonly string[]
  readonly names: ReadonlySet<string>
  readonly day: number | null
}

type Weigh = (word: string) => number

const NOTHING: Omit<Story, 'id'> = { size: 0, words: new Map(), names: new Map(), core: [], first: null, last: null }

function newNumber({ tallies }: StoryIndex): number {
  const id = (tallies.get('stories') ?? 0) + 1
  tallies.set('stories', id)
  return id
}

/** The stories that share most of the words an opening is found by, or origins with it. */
function candidates(index: StoryIndex, telling: readonly string[], sharing: Iterable<number>, weigh: Weigh): number[] {
  const hits = new Map<number, number>([...sharing].map((id) => [id, 1]))
  for (const word of telling) {
    const posted = index.postings.get(word) ?? []
    for (const found of posted) {
      const id = current(index.merged, found)
      hits.set(id, (hits.get(id) ?? 0) + weigh(word) / (1 + posted.length / 16))
    }
  }
  return [...hits]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, CANDIDATES)
    .map(([id]) => id)
}

/** The story that an opening belongs to most, and those that it shares origins with and belongs to too. */
function nearest(
  index: StoryIndex,
  opening: Opening,
  looked: readonly number[],
  sharing: ReadonlyMap<number, number>,
  weigh: Weigh,
): { readonly best: number | null; readonly bridged: readonly number[] } {
  let [best, most]: [number | null, number] = [null, 0]
  const bridged: number[] = []
  for (const id of looked) {
    const story = index.stories.get(id)
    if (story === undefined || !isOpen(story, opening.day)) continue
    const over = likeness(opening, story, weigh) - (sharing.has(id) ? WITH_ORIGIN : ALONE)
    if (over < 0) continue
    if (sharing.has(id)) bridged.push(id)
    if (best === null || over > most) [best, most] = [id, over]
  }
  return { best, bridged }
}

/** A story with an article more. */
function grown(story: Story, { words, names, day }: Opening): Story {
  const all = plus(story.words, new Map(words.map((word) => [word, 1])))
  return {
    id: story.id,
    size: story.size + 1,
    words: all,
    names: plus(story.names, new Map([...names].map((word) => [word, 1]))),
    core: coreOf(all),
    first: day === null ? story.first : Math.min(story.first ?? day, day),
    last: day === null ? story.last : Math.max(story.last ?? day, day),
  }
}

/** Words kept of a story: those that most of its openings have. A word of one opening in thousands tells nothing. */
const KEPT = 2000

const byTimes = ([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number =>
  y - x || (a < b ? -1 : 1)

/** Words with how often, of two taken together. */
function plus(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = new Map(some)
  for (const [word, times] of others) sum.set(word, (sum.get(word) ?? 0) + times)
  return sum.size <= KEPT ? sum : new Map([...sum].sort(byTimes).slice(0, KEPT - KEPT / 10))
}

/** The stories among some that are one with a story, by their cores. */
function alikeAmong(index: StoryIndex, story: Story, looked: readonly number[], weigh: Weigh): number[] {
  const core = vectorOf(story, weigh)
  const names = new Set(story.names.keys())
  return looked.filter((id) => {
    const other = index.stories.get(id)
    return (
      id !== story.id &&
      other !== undefined &&
      Math.max(story.size, other.size) >= SEVERAL &&
      isMeeting(story, other) &&
      !isOther(names, other) &&
      cosineOf(core, vectorOf(other, weigh)) >= MEETING
    )
  })
}

/** Takes an article out of its story. A story without any is gone. */
export function removeFromStory(index: StoryIndex, reading: Reading): void {
  const id = storyOf(index, reading.id)
  const story = id === undefined ? undefined : index.stories.get(id)
  if (story === undefined) return
  const words = openingOf(reading)
  index.tallies.set('articles', (index.tallies.get('articles') ?? 1) - 1)
  for (const word of words) index.frequencies.set(word, (index.frequencies.get(word) ?? 1) - 1)
  index.placed.delete(reading.id)
  if (story.size === 1) {
    index.stories.delete(story.id)
    return
  }
  const left = minus(story.words, words)
  const names = minus(story.names, namesOf(reading))
  index.stories.set(story.id, { ...story, size: story.size - 1, words: left, names, core: coreOf(left) })
}

/** Words with how often, some of them once less. */
function minus(all: ReadonlyMap<string, number>, some: Iterable<string>): ReadonlyMap<string, number> {
  const left = new Map(all)
  for (const word of some) {
    const times = (left.get(word) ?? 0) - 1
    if (times > 0) left.set(word, times)
    else left.delete(word)
  }
  return left
}

/** A weight that is worked out once for each word. */
function remembered(weigh: Weigh): Weigh {
  const known = new Map<string, number>()
  return (word) => {
    const weight = known.get(word) ?? weigh(word)
    known.set(word, weight)
    return weight
  }
}

/** Are two stories told at one time? */
function isMeeting(one: Story, other: Story): boolean {
  return (
    one.first !== null &&
    other.first !== null &&
    one.first <= (other.last as number) + SILENCE &&
    other.first <= (one.last as number) + SILENCE
  )
}

/** Stories that one article shares origins with are one story: they go into the largest. */
function mergeStories({ stories, merged }: StoryIndex, id: number, bridged: readonly number[]): number {
  if (bridged.length < 2) return id
  const [into, ...others] = bridged
    .map((other) => stories.get(other) as Story)
    .sort((one, other) => other.size - one.size || one.id - other.id) as [Story, ...Story[]]
  stories.set(into.id, others.reduce(together, into))
  for (const from of others) {
    merged.set(from.id, into.id)
    stories.delete(from.id)
  }
  return into.id
}

/** A story with another that is one with it. */
function together(into: Story, from: Story): Story {
  const words = plus(into.words, from.words)
  const days = [into.first, into.last, from.first, from.last].filter((day) => day !== null)
  return {
    id: into.id,
    size: into.size + from.size,
    words,
    names: plus(into.names, from.names),
    core: coreOf(words),
    first: days.length === 0 ? null : Math.min(...days),
    last: days.length === 0 ? null : Math.max(...days),
  }
}

/** Is a story still told on a day? An article without a date may belong to any. */
function isOpen({ first, last }: Story, day: number | null): boolean {
  if (day === null || first === null || last === null) return true
  return day >= first - SILENCE && day <= last + SILENCE
}

/** Names tell more than other words. */
const NAMED = 2

/** Is a word a name in a story: in a third at least of the openings that have it. */
const isName = ({ names, words }: Story, word: string): boolean => 3 * (names.get(word) ?? 0) >= (words.get(word) ?? 1)

/** How much of a story's core an opening has, and of its own words the story's. */
function likeness({ words, names }: Opening, story: Story, weigh: Weigh): number {
  const { core, size } = story
  let [both, own, its] = [0, 0, 0]
  const inCore = new Map(core)
  for (const word of words) {
    const weight = weigh(word) * (names.has(word) || isName(story, word) ? NAMED : 1)
    own += weight
    both += weight * ((inCore.get(word) ?? 0) / size)
  }
  for (const [word, times] of core) its += weigh(word) * (isName(story, word) ? NAMED : 1) * (times / size)
  return (both / (Math.sqrt(its * Math.min(own, its * 2)) || 1)) * (isOther(names, story) ? OTHER : 1)
}

/** What is left of a likeness where both have names and share none. */
const OTHER = 0.4
/** Names that a place or two and a person or two come to. */
const FEW = 2

/** Whether an article's names are all others than a story's. */
const isOther = (names: ReadonlySet<string>, story: Story): boolean =>
  names.size >= FEW && story.names.size >= FEW && ![...names].some((name) => story.names.has(name))

type Vector = ReadonlyMap<string, number>

/** The words of a story's core, each with what it tells and how many of its articles have it. */
const vectorOf = (story: Story, weigh: Weigh): Vector =>
  new Map(
    story.core.map(([word, times]) => [word, (weigh(word) * (isName(story, word) ? NAMED : 1) * times) / story.size]),
  )

function cosineOf(one: Vector, other: Vector): number {
  let [both, own, its] = [0, 0, 0]
  for (const [word, weight] of one) {
    own += weight * weight
    both += weight * (other.get(word) ?? 0)
  }
  for (const weight of other.values()) its += weight * weight
  return both / (Math.sqrt(own * its) || 1)
}

/** The words that most of a story's articles open with, and in how many. */
function coreOf(words: ReadonlyMap<string, number>): [string, number][] {
  return [...words].sort(byTimes).slice(0, CORE)
}

/** What a story is called: taken from its own words. */
export interface Called {
  /** The headline of the article that has most of what all open with; null where none has a headline. */
  readonly title: string | null
  /** The first sentence of that article. */
  readonly summary: string | null
  readonly from: string
}

/** The title and the line that sum a story up, from its most central article. */
export function calledBy(
  story: Story,
  articles: readonly string[],
  readings: ReadonlyMap<string, Reading>,
  firstSentence: (reading: Reading) => string | null,
): Called | null {
  const core = new Map(story.core)
  const ranked = articles
    .flatMap((id) => readings.get(id) ?? [])
    .map((reading) => {
      const headline = wordKeys(reading.article.headline ?? '')
      const worth = headline.reduce((sum, word) => sum + (core.get(word) ?? 0), 0) / Math.sqrt(headline.length + 3)
      return { reading, worth: reading.article.headline === null ? -1 : worth }
    })
    .sort((one, other) => other.worth - one.worth)
  const central = ranked[0]?.reading
  if (central === undefined) return null
  return { title: central.article.headline, summary: firstSentence(central), from: central.id }
}

/** Which stories an article's origins are told in already, and how many of its origins each tells. */
export function storiesSharing(index: StoryIndex, mentions: readonly (readonly Mention[])[]): Map<number, number> {
  const sharing = new Map<number, number>()
  for (const others of mentions) {
    const stories = new Set(others.map((mention) => storyOf(index, articleOf(mention))))
    for (const id of stories) if (id !== undefined) sharing.set(id, (sharing.get(id) ?? 0) + 1)
  }
  return sharing
}
