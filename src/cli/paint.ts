/**
 * Weight and colour of words on a terminal; none where colours are not wanted.
 */
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]
type Paint = (text: string) => string

/** What the parts of a reading look like. */
export interface Paints {
  readonly headline: Paint
  readonly heading: Paint
  readonly label: Paint
  readonly dim: Paint
  readonly warning: Paint
  /** The number of a claim. */
  readonly mark: Paint
}

/** How a view is drawn: columns and colours. */
export interface Look {
  readonly width: number
  readonly paint: Paints
}

/** The paints, or ones that leave the text as it is. */
export function paints(colour: boolean): Paints {
  const paint =
    (style: Style): Paint =>
    (text) =>
      colour && text !== '' ? styleText(style, text, { validateStream: false }) : text
  return {
    headline: paint(['bold', 'underline']),
    heading: paint('bold'),
    label: paint('cyan'),
    dim: paint('dim'),
    warning: paint(['bold', 'yellow']),
    mark: paint('green'),
  }
}
