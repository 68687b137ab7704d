/** The addresses of the site: what each thing of the ledger is called by, for ever. */

const path = (...parts: readonly (string | number)[]): string =>
  `/${parts.map((part) => encodeURIComponent(String(part).toWellFormed())).join('/')}`

/** An article as it stands now. @param id its number in the ledger */
export const articleAt = (id: number): string => path('article', id)

/** An article as it stood. @param number of the version, from 1 */
export const versionAt = (id: number, number: number): string => path('article', id, number)

/**
 * A claim by its number, which stays for ever.
 * @param at the ledger's version that it is pinned to; without one, as it is known now
 */
export const claimAt = (id: number, at?: number): string => `${path('claim', id)}${at === undefined ? '' : `?at=${at}`}`

/** A story. @param id its number, without the `s` */
export const storyAt = (id: number): string => path('story', id)

/** The rival figures of a story. @param panel which of them, from 1 */
export const figuresAt = (story: number, panel?: number): string =>
  panel === undefined ? path('story', story, 'figures') : `${path('story', story, 'figures')}#panel-${panel}`

/** A speaker. @param key what all articles have for them, whatever the spelling */
export const speakerAt = (key: string): string => path('speaker', key)

/** An outlet, by its name. */
export const outletAt = (name: string): string => path('outlet', name)

/** What a query finds. */
export const searchAt = (query: string): string => `/search?${new URLSearchParams({ q: query })}`
