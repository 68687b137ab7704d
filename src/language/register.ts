/**
 * The register of an article's people, organisations, outlets and places: which names are one's, by surname, forename,
 * acronym, and the parts that are left out.
 */
import { agencyNamed } from '../page/agencies.ts'
import { countryNamed } from './gazetteer/countries.ts'
import { genderOfForename } from './gazetteer/forenames.ts'
import { GROUP_NOUNS } from './gazetteer/groups.ts'
import { isMetonym, organisationNamed } from './gazetteer/organisations.ts'
import { EDITIONS, OUTLET_FORMS } from './gazetteer/outlets.ts'
import { genderOfNoun } from './gazetteer/titles.ts'
import { organisationKey, partsOfName, personKey, surnameKey } from './keys.ts'
import type { Entity } from './mentions.ts'
import { type Marked, nameOf, type Phrase, singularOf } from './phrases.ts'

/** An entity while the article is read. */
export type Draft = { -readonly [K in keyof Entity]: Entity[K] } & { roles: Set<string> }

/** Joins the words that a description keeps: no line ends, `US` for `U.S.`. */
export function plainly(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\bU\.S\./g, 'US')
    .replace(/\bU\.K\./g, 'UK')
    .replace(/’/g, "'")
    .trim()
}

const INSTITUTION =
  /\b(?:academy|administration|agency|army|assembly|authority|bank|bureau|cabinet|chiefs|command|commission|committee|congress|council|court|department|directorate|federation|fleet|forces?|government|guards?|intelligence|institute|ministry|navy|office|parliament|party|police|presidency|secretariat|senate|service|staff)\b/i

/** A person's name has no more words, titles and all. */
const LONGEST_NAME = 8

/** Builds the entities as passages are read. */
export class Register {
  private readonly bySurname = new Map<string, Draft[]>()
  private readonly byKey = new Map<string, Draft>()
  /** People by any of their forenames, and by the first word of their names; the latest of each. */
  private readonly byForename = new Map<string, Draft>()
  private readonly byFirst = new Map<string, Draft>()
  private readonly acronyms = new Map<string, Draft>()
  private readonly initials = new Map<string, Draft>()
  /** Organisations by the first two words of their names, the country left out. */
  private readonly byStem = new Map<string, Draft[]>()
  private readonly outletsByLast = new Map<string, Draft>()
  /** How often each person was named in full. */
  private readonly times = new Map<Draft, number>()
  /** People's names as they are written anywhere in the article. */
  private readonly written = new Set<string>()
  private readonly surnames = new Set<string>()
  private readonly forenames = new Set<string>()

  private add(draft: Draft): Draft {
    if (draft.key && !this.byKey.has(draft.key)) this.byKey.set(draft.key, draft)
    return draft
  }

  private timesOf(draft: Draft): number {
    return this.times.get(draft) ?? 0
  }

  /** Hears of a name before any person is made. */
  hear(text: string): void {
    const name = plainly(text)
    this.written.add(name)
    if (!name.includes(' ')) return
    this.surnames.add(name.slice(name.lastIndexOf(' ') + 1))
    this.forenames.add(name.slice(0, name.indexOf(' ')))
  }

  /** Is this the last word of a person's full name, or what the article calls a person whose full name it gives? */
  isSurname(word: string): boolean {
    return this.surnames.has(word) || (this.written.has(word) && this.forenames.has(word))
  }

  /** The full name within a longer piece, where the article also writes it alone: Libertarian Jane Roe. */
  private alone(name: string): string {
    const words = name.split(' ')
    // a list that is set without commas is no name
    if (words.length > LONGEST_NAME) return name
    for (let to = words.length - 1; to >= 2; to--) {
      const rest = words.slice(0, to).join(' ')
      const surname = words[to - 1] ?? ''
      if (this.written.has(rest) || (this.written.has(surname) && !this.written.has(words.at(-1) ?? ''))) return rest
    }
    for (let from = 1; from <= words.length - 2; from++) {
      const rest = words.slice(from).join(' ')
      const [begins = '', goes = ''] = [words[0], words[from]]
      if (this.written.has(rest) && genderOfForename(begins) === null && genderOfForename(goes) !== null) return rest
    }
    return name
  }

  /** A person by name; a new one unless the name fits one already met. */
  person(text: string, address: 'he' | 'she' | null): Draft {
    const name = this.alone(plainly(text))
    const { surname, forenames, generation } = partsOfName(name)
    const key = personKey(name)
    const met = this.byKey.get(key)
    if (met?.kind === 'person') {
      this.times.set(met, this.timesOf(met) + 1)
      if (name.length > met.name.length && forenames.length > 0 && met.name.split(' ').length < 2) met.name = name
      return met
    }
    if (forenames.length === 0) {
      const namesakes = this.bySurname.get(surnameKey(surname)) ?? []
      const fitting = namesakes.filter(
        ({ gender, key }) =>
          (!address || !gender || gender === address) && (generation === null || key?.endsWith(`:${generation}`)),
      )
      const namesake = fitting.reduce<Draft | null>((a, b) => (a && this.timesOf(a) >= this.timesOf(b) ? a : b), null)
      if (namesake) return namesake
      const other = this.byForename.get(surnameKey(surname)) ?? this.byFirst.get(surnameKey(surname))
      if (other) return other
    }
    const told = forenames[0] ? genderOfForename(forenames[0].split('-')[0] as string) : genderOfForename(surname)
    const gender = address ?? (told === 'either' ? null : told)
    const draft = this.add({ kind: 'person', name, key, plural: false, gender, roles: new Set(), country: null })
    const surnames = this.bySurname.get(surnameKey(surname)) ?? []
    surnames.push(draft)
    this.bySurname.set(surnameKey(surname), surnames)
    for (const forename of forenames) this.byForename.set(surnameKey(forename), draft)
    this.byFirst.set(surnameKey(name.split(' ')[0] ?? ''), draft)
    return draft
  }

  /** The person that a phrase names before its head: the Roe campaign. */
  ownerWithin(marked: Marked, { first, head }: Phrase): string | null {
    for (let i = head - 1; i >= first; i--) {
      const name = nameOf(marked, i)
      if (name?.kind === 'person') return this.person(name.text, null).name
    }
    return null
  }

  /** An outlet by name, with the country it is said to be of: some names are those of outlets in several. */
  outlet(text: string, country: string | null): Draft {
    const printed = plainly(text)
    const name = (country && EDITIONS[printed]?.[country]) ?? printed
    const canonical = name === printed ? (agencyNamed(name) ?? OUTLET_FORMS[name] ?? name) : name
    const key = organisationKey(canonical)
    const met = this.byKey.get(key)
    if (met) return met
    const shown = name.length > 5 && name === name.toUpperCase() ? canonical : name
    const draft = this.add({
      kind: 'outlet',
      name: shown,
      key,
      plural: false,
      gender: null,
      roles: new Set(),
      country: null,
    })
    // by its bare name from now on
    if (name !== printed && !this.byKey.has(organisationKey(printed))) this.byKey.set(organisationKey(printed), draft)
    const words = name.split(' ')
    if (words.length > 1) this.outletsByLast.set(words.at(-1) as string, draft)
    return draft
  }

  /** `The Post` after the Washington Post. */
  outletEnding(word: string): Draft | null {
    return this.outletsByLast.get(word) ?? null
  }

  /** An organisation by name, with the country whose institution it is said to be. */
  organisation(text: string, country: string | null): Draft {
    const name = plainly(text).replace(/^the /i, '')
    const acronym = this.acronyms.get(name)
    if (acronym) return acronym
    const known = organisationNamed(name)
    const own = known && isMetonym(name) ? known : name
    const whose = known || !INSTITUTION.test(own) || (country && own.includes(country)) ? null : country
    const full = whose ? `${own} (${whose})` : own
    const key = organisationKey(known ?? full)
    const met = this.byKey.get(key) ?? this.institution(own, whose)
    if (met) {
      if (whose && met.key !== key && !met.name.includes('(')) {
        met.name = full
        met.key = key
        met.country = whose
        this.byKey.set(key, met)
      }
      return met
    }
    const roles = new Set(
      own
        .toLowerCase()
        .split(/[\s-]+/)
        .map(singularOf)
        .filter((word) => GROUP_NOUNS.has(word)),
    )
    const draft = this.add({
      kind: 'organisation',
      name: full,
      key,
      plural: false,
      gender: null,
      roles,
      country: whose,
    })
    const words = wordsOf(own)
    const stem = stemOf(words)
    this.byStem.set(stem, [...(this.byStem.get(stem) ?? []), draft])
    for (const letters of initialsOf(own)) if (!this.initials.has(letters)) this.initials.set(letters, draft)
    return draft
  }

  /** One already met whose name is the same without the country, or goes on: Joint Chiefs (of Staff). */
  private institution(name: string, country: string | null): Draft | null {
    const words = wordsOf(name)
    for (const entity of this.byStem.get(stemOf(words)) ?? []) {
      if (country && entity.country && entity.country !== country) continue
      const own = wordsOf(entity.name)
      const [short, long] = words.length < own.length ? [words, own] : [own, words]
      if (short.length === long.length && short.every((word, i) => word === long[i])) return entity
      if (short.length >= 2 && INSTITUTION.test(name) && short.every((word, i) => word === long[i])) return entity
    }
    return null
  }

  /** The acronym stands for the entity from now on. */
  abbreviate(acronym: string, entity: Draft): void {
    this.acronyms.set(acronym, entity)
  }

  /** An organisation met whose initials these are. */
  spelledOut(acronym: string): Draft | null {
    if (!/^[A-Z]{2,6}$/.test(acronym)) return null
    return this.acronyms.get(acronym) ?? this.initials.get(acronym) ?? null
  }

  place(text: string): Draft {
    const name = plainly(text)
    const country = countryNamed(text)?.name ?? countryNamed(name)?.name ?? null
    const key = `place:${organisationKey(country ?? name).slice(13)}`
    const met = this.byKey.get(key)
    return met ?? this.add({ kind: 'place', name, key, plural: false, gender: null, roles: new Set(), country })
  }

  described(
    kind: 'unnamed' | 'organisation',
    name: string,
    plural: boolean,
    roles: readonly string[],
    country: string | null,
  ): Draft {
    const key = kind === 'organisation' ? organisationKey(name) : null
    const met = key ? this.byKey.get(key) : undefined
    if (met) return met
    const gender = roles.map(genderOfNoun).find((told) => told !== null) ?? null
    return this.add({ kind, name, key, plural, gender, roles: new Set(roles), country })
  }
}

/** An organisation's words as its key has them, its country left out. */
const wordsOf = (name: string): string[] =>
  organisationKey(name.replace(/ \([^()]*\)$/, ''))
    .slice('organisation:'.length)
    .split(' ')

const stemOf = (words: readonly string[]): string => words.slice(0, 2).join(' ')

/** What may abbreviate a name of several words: all initials, or those of its capitalised words. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/)
  if (words.length < 2) return []
  const all = words.map((word) => word[0] ?? '').join('')
  const capitals = words.flatMap((word) => (/^[A-Z]/.test(word) ? [word[0]] : [])).join('')
  return [all.toUpperCase(), capitals]
}
