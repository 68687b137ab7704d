/** A picture as PNG, drawn by resvg in the site's own letters; what is in other scripts than theirs in those of the machine. */
import { renderAsync } from '@resvg/resvg-js'
import { letterFiles } from './letters.ts'

/** Pixels of the file for each of the picture's: sharp on screens and in print. */
const ZOOM = 2

/** Scripts that the letters are of. */
const OWN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u

/** What the letters are called in their files, each weight by itself. */
const NAMES = { plain: 'Libre Franklin Medium', strong: 'Libre Franklin SemiBold' } as const

/** @param svg that stands alone: no styles, no variables */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(
    svg.replaceAll('font-weight="600"', `font-family="${NAMES.strong}" font-weight="600"`),
    {
      font: {
        fontFiles: [...letterFiles()],
        loadSystemFonts: !OWN.test(svg),
        defaultFontFamily: NAMES.plain,
        sansSerifFamily: NAMES.plain,
      },
      fitTo: { mode: 'zoom', value: ZOOM },
      logLevel: 'off',
    },
  )
  return new Uint8Array(image.asPng())
}
