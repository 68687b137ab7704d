/** A stream of bytes that can be looked ahead into and gone back in, by its offset in the file. */

export interface Window {
  /** The offset of the first byte that is still held. */
  readonly from: number
  /** The offset after the last byte that has come. */
  readonly to: number
  /** Waits until bytes up to `offset` have come; whether they have, or the stream has ended before. */
  reach(offset: number): Promise<boolean>
  /** Bytes that have come and are held, as one piece; `end` may lie beyond them. */
  slice(start: number, end: number): Uint8Array
  /** Lets go of what is before an offset. */
  drop(before: number): void
  /** Where three bytes stand first at or after `start`, among those that have come; -1 where nowhere. */
  find(bytes: readonly [number, number, number], start: number): number
}

/** @param base the offset in the file at which the stream begins */
export function windowOn(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, base: number): Window {
  const source = (async function* () {
    yield* chunks
  })()
  // Joined lazily: a chunk is copied when it is looked at beside its neighbours, and no others with it.
  let held: Uint8Array[] = []
  let from = base
  let to = base
  let ended = false

  const joined = (): Uint8Array => {
    if (held.length === 1) return held[0] as Uint8Array
    const whole = Buffer.concat(held)
    held = [whole]
    return whole
  }
  return {
    get from() {
      return from
    },
    get to() {
      return to
    },
    async reach(offset) {
      while (to < offset && !ended) {
        const { value, done } = await source.next()
        if (done) ended = true
        else if (value.length > 0) {
          held.push(value)
          to += value.length
        }
      }
      return to >= offset
    },
    slice: (start, end) => {
      let [first, at] = [0, from]
      while (first < held.length - 1 && at + (held[first] as Uint8Array).length <= start)
        at += (held[first++] as Uint8Array).length
      let [last, reached] = [first, at]
      while (last < held.length && reached < end) reached += (held[last++] as Uint8Array).length
      if (last - first > 1) held.splice(first, last - first, Buffer.concat(held.slice(first, last)))
      return (held[first] ?? new Uint8Array(0)).subarray(Math.max(0, start - at), Math.max(0, end - at))
    },
    drop(before) {
      while (held.length > 0 && before - from >= (held[0] as Uint8Array).length)
        from += (held.shift() as Uint8Array).length
      const first = held[0]
      if (first && before > from) {
        held[0] = first.subarray(before - from)
        from = before
      }
    },
    find([first, second, third], start) {
      const bytes = joined()
      for (let at = bytes.indexOf(first, start - from); at !== -1; at = bytes.indexOf(first, at + 1))
        if (bytes[at + 1] === second && bytes[at + 2] === third) return from + at
      return -1
    },
  }
}
