/**
 * Stories: articles and origins of one developing matter. An index that grows by an article at a time: an article joins
 * the story whose leading words and origins it shares, while that story is being told. Plain data.
 */
import type { Mention, Reading } from './reading.ts'
import { dayOf } from './said.ts'
import { wordKeys } from './wording/words.ts'

export interface Story {
  readonly id: number
  readonly articles: string[]
  /** In how many of its articles' openings a word stands. */
  readonly words: Map<string, number>
  /** In how many a word stands as a name. */
  readonly names: Map<string, number>
  /** The words that most of its articles open with, and in how many. */
  core: readonly (readonly [word: string, articles: number])[]
  first: number | null
  last: number | null
}

export interface StoryIndex {
  readonly stories: Map<number, Story>
  readonly storyOf: Map<string, number>
  readonly openings: Map<string, readonly string[]>
  readonly frequencies: Map<string, number>
  readonly postings: Map<string, number[]>
  next: number
}

export const newStoryIndex = (): StoryIndex => ({
  stories: new Map(),
  storyOf: new Map(),
  openings: new Map(),
  frequencies: new Map(),
  postings: new Map(),
  next: 1,
})

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
  const known = index.storyOf.get(reading.id)
  if (known !== undefined) return known
  const words = openingOf(reading)
  const day = dayOf(reading.article.published)
  const names = namesOf(reading)
  const all = index.openings.size + KNOWN
  const weigh = remembered((word) =>
    Math.max(0.02, 1 - Math.log((index.frequencies.get(word) ?? 0) + 1) / Math.log(all)),
  )
  const hits = new Map<number, number>([...sharing.keys()].map((id) => [id, 1]))
  const telling = [...words]
    .map((word) => [word, weigh(word)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, FOUND_BY)
    .map(([word]) => word)
  for (const word of telling) {
    const posted = index.postings.get(word)
    if (posted === undefined) continue
    for (const id of posted) hits.set(id, (hits.get(id) ?? 0) + weigh(word) / (1 + posted.length / 16))
  }
  const looked = [...hits].sort(([a, x], [b, y]) => y - x || a - b).slice(0, CANDIDATES)
  let best: { id: number; over: number } | null = null
  const bridged: number[] = []
  for (const [id] of looked) {
    const story = index.stories.get(id)
    if (story === undefined || !isOpen(story, day)) continue
    const over = likeness(words, names, story, weigh) - (sharing.has(id) ? WITH_ORIGIN : ALONE)
    if (over < 0) continue
    if (sharing.has(id)) bridged.push(id)
    if (best === null || over > best.over) best = { id, over }
  }
  const id = mergeStories(index, best?.id ?? index.next++, best !== null && bridged.includes(best.id) ? bridged : [])
  const story: Story = index.stories.get(id) ?? {
    id,
    articles: [],
    words: new Map(),
    names: new Map(),
    core: [],
    first: null,
    last: null,
  }
  index.stories.set(id, story)
  index.storyOf.set(reading.id, id)
  index.openings.set(reading.id, words)
  story.articles.push(reading.id)
  if (day !== null) {
    story.first = Math.min(story.first ?? day, day)
    story.last = Math.max(story.last ?? day, day)
  }
  for (const word of words) {
    story.words.set(word, (story.words.get(word) ?? 0) + 1)
    index.frequencies.set(word, (index.frequencies.get(word) ?? 0) + 1)
  }
  for (const name of names) story.names.set(name, (story.names.get(name) ?? 0) + 1)
  story.core = coreOf(story)
  for (const word of new Set([...telling, ...story.core.slice(0, FOUND_BY).map(([name]) => name)])) {
    const posted = index.postings.get(word)
    if (posted === undefined) index.postings.set(word, [id])
    else if (!posted.includes(id)) {
      if (posted.length >= POSTED) posted.shift()
      posted.push(id)
    }
  }
  const core = vectorOf(story, weigh)
  const size = story.articles.length
  const alike = looked.slice(0, NEAREST).flatMap(([other]) => {
    const its = index.stories.get(other)
    if (
      other === id ||
      its === undefined ||
      Math.max(size, its.articles.length) < SEVERAL ||
      !isMeeting(story, its) ||
      isOther(new Set(story.names.keys()), its)
    )
      return []
    return cosineOf(core, vectorOf(its, weigh)) >= MEETING ? [other] : []
  })
  return mergeStories(index, id, alike.length > 0 ? [id, ...alike] : [])
}

/** A weight that is worked out once for each word. */
function remembered(weigh: (word: string) => number): (word: string) => number {
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
function mergeStories({ stories, storyOf, postings }: StoryIndex, id: number, bridged: readonly number[]): number {
  if (bridged.length < 2) return id
  const all = bridged
    .map((other) => stories.get(other) as Story)
    .sort((one, other) => other.articles.length - one.articles.length || one.id - other.id)
  const [into, ...others] = all as [Story, ...Story[]]
  for (const from of others) {
    for (const article of from.articles) storyOf.set(article, into.id)
    into.articles.push(...from.articles)
    for (const [word, times] of from.words) into.words.set(word, (into.words.get(word) ?? 0) + times)
    for (const [word, times] of from.names) into.names.set(word, (into.names.get(word) ?? 0) + times)
    if (from.first !== null) into.first = Math.min(into.first ?? from.first, from.first)
    if (from.last !== null) into.last = Math.max(into.last ?? from.last, from.last)
    for (const [word] of from.core)
      postings.set(word, [
        ...new Set((postings.get(word) ?? []).map((posted) => (posted === from.id ? into.id : posted))),
      ])
    stories.delete(from.id)
  }
  return into.id
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
function likeness(
  words: readonly string[],
  names: ReadonlySet<string>,
  story: Story,
  weigh: (word: string) => number,
): number {
  const { core } = story
  const size = story.articles.length
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
const vectorOf = (story: Story, weigh: (word: string) => number): Vector =>
  new Map(
    story.core.map(([word, times]) => [
      word,
      (weigh(word) * (isName(story, word) ? NAMED : 1) * times) / story.articles.length,
    ]),
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
function coreOf({ words }: Story): [string, number][] {
  return [...words].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, CORE)
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
  readings: ReadonlyMap<string, Reading>,
  firstSentence: (reading: Reading) => string | null,
): Called | null {
  const core = new Map(story.core)
  const ranked = story.articles
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
    const stories = new Set(others.map((mention) => index.storyOf.get(mention.slice(0, mention.lastIndexOf('#')))))
    for (const id of stories) if (id !== undefined) sharing.set(id, (sharing.get(id) ?? 0) + 1)
  }
  return sharing
}
