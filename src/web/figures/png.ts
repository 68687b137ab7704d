/** A picture as PNG, drawn by resvg in the site's own letters; what is in other scripts than theirs in those of the machine. */
import { renderAsync } from '@resvg/resvg-js'
import { letterFiles } from './letters.ts'

/** Pixels of the file for each of the picture's: sharp on screens and in print. */
const ZOOM = 2

/** Scripts that the letters are of. */
const OWN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u

/** @param svg that stands alone: no styles, no variables */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    font: {
      fontFiles: [...letterFiles()],
      loadSystemFonts: !OWN.test(svg),
      defaultFontFamily: 'Libre Franklin',
      sansSerifFamily: 'Libre Franklin',
    },
    fitTo: { mode: 'zoom', value: ZOOM },
    logLevel: 'off',
  })
  return new Uint8Array(image.asPng())
}
