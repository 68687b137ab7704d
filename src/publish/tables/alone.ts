/** One file of several: what else is written beside it is made and forgotten. */
import type { Container, Out } from './container.ts'

const FORGOTTEN: Out = { write: () => {}, end: () => {} }

/** @param path of the file that is wanted */
export const alone = (path: string, out: Out): Container => ({
  file: (name) => (name === path ? out : FORGOTTEN),
  end: () => {},
})
