/** What has become another: origins and stories that turned out to be one keep their old numbers as ways to it. */

/** What a number stands for now. */
export function current(merged: ReadonlyMap<number, number>, id: number): number {
  let now = id
  for (let next = merged.get(now); next !== undefined; next = merged.get(now)) now = next
  return now
}
