/** Disjoint sets: things joined two by two, and the one that stands for all that are joined (Galler and Fischer, 1964). */

/** Groups of names: those joined, directly or through others, are one. */
export interface DisjointSets {
  /** The one that stands for a thing's set; a thing that was never joined stands for itself. */
  readonly top: (thing: string) => string
  readonly join: (one: string, other: string) => void
}

/** Disjoint sets in which every name is alone until it is joined (union-find that cuts the path of what is asked). */
export function disjointSets(): DisjointSets {
  const parent = new Map<string, string>()
  const top = (thing: string): string => {
    let at = thing
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    if (at !== thing) parent.set(thing, at)
    return at
  }
  return { top, join: (one, other) => void parent.set(top(one), top(other)) }
}
