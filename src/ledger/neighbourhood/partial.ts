/**
 * A Map of which a part is at hand: what is read of it and is not there is noted, what is written to it is kept aside.
 * With it a pure function over Maps runs on the few rows it touches of tables that hold millions.
 */

/** Something that fills what was found missing, and forgets what was tried. */
export interface Filling {
  /** Whether something was read that is not at hand. */
  readonly lacks: boolean
  /** Forgets what was written since it was last kept, and what was lacking. */
  begin(): void
  /** Keeps what was written, to be stored in the end. */
  keep(): void
  /** Loads what is lacking. */
  fill(): Promise<void>
  /** Stores what was kept. */
  store(): Promise<void>
}

/** How entries are loaded and stored: the rows behind a PartialMap. Values read from it must not be changed in place. */
export interface Rows<Key, Value> {
  load(keys: readonly Key[]): Promise<Iterable<readonly [Key, Value]>>
  store(entries: readonly (readonly [Key, Value])[], gone: readonly Key[]): Promise<void>
}

/** What is known not to be there. */
const NONE = Symbol('none')

export class PartialMap<Key, Value> extends Map<Key, Value> implements Filling {
  readonly #rows: Rows<Key, Value>
  /** What is at hand: loaded, or written and kept. */
  readonly #known = new Map<Key, Value | typeof NONE>()
  readonly #kept = new Map<Key, Value | undefined>()
  readonly #written = new Map<Key, Value | typeof NONE>()
  readonly #missing = new Set<Key>()

  constructor(rows: Rows<Key, Value>) {
    super()
    this.#rows = rows
  }

  get lacks(): boolean {
    return this.#missing.size > 0
  }

  override get(key: Key): Value | undefined {
    const value = (this.#written.size > 0 ? this.#written.get(key) : undefined) ?? this.#known.get(key)
    if (value === undefined) this.#missing.add(key)
    return value === NONE ? undefined : value
  }

  override has(key: Key): boolean {
    return this.get(key) !== undefined
  }

  override set(key: Key, value: Value): this {
    this.#written?.set(key, value)
    return this
  }

  override delete(key: Key): boolean {
    this.#written.set(key, NONE)
    return true
  }

  /** What was kept and is not stored yet; undefined for what is gone. */
  get kept(): ReadonlyMap<Key, Value | undefined> {
    return this.#kept
  }

  begin(): void {
    this.#written.clear()
    this.#missing.clear()
  }

  async fill(): Promise<void> {
    const keys = [...this.#missing]
    for (const key of keys) this.#known.set(key, NONE)
    for (const [key, value] of await this.#rows.load(keys)) this.#known.set(key, value)
    this.#missing.clear()
  }

  keep(): void {
    for (const [key, value] of this.#written) {
      this.#kept.set(key, value === NONE ? undefined : value)
      this.#known.set(key, value)
    }
    this.#written.clear()
  }

  async store(): Promise<void> {
    const all = [...this.#kept]
    const entries = all.filter((entry): entry is [Key, Value] => entry[1] !== undefined)
    const gone = all.flatMap(([key, value]) => (value === undefined ? [key] : []))
    if (all.length > 0) await this.#rows.store(entries, gone)
    this.#kept.clear()
  }

  override get size(): number {
    throw whole('size')
  }
  override entries(): MapIterator<[Key, Value]> {
    throw whole('entries')
  }
  override keys(): MapIterator<Key> {
    throw whole('keys')
  }
  override values(): MapIterator<Value> {
    throw whole('values')
  }
  override forEach(): void {
    throw whole('forEach')
  }
  override clear(): void {
    throw whole('clear')
  }
  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    throw whole('iteration')
  }
}

const whole = (what: string): Error => new Error(`${what} of a Map of which a part is at hand`)
