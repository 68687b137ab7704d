// Text copied from a browser, where the last stop is missing.
import { describe, expect, test } from 'vitest'
import { readPage } from './index.ts'

const FIRST =
  'The harbour authority said on Monday that 12 people were injured when a crane fell onto the northern quay, and closed it.'
const CUT =
  'Police have closed the road to the port and asked residents to stay away from it until the evening, when the crane will be lifted'
const read = (text: string) => readPage(text, { as: 'text' })

describe('a paragraph without its last stop', () => {
  test('is the last of the text', () => {
    expect(read(`Crane falls at the port\n\n${FIRST}\n\n${CUT}`)).toMatchObject({
      headline: 'Crane falls at the port',
      text: `${FIRST}\n\n${CUT}`,
    })
  })

  test('is the text where it is all there is', () => {
    expect(read(CUT).text).toBe(CUT)
    expect(read(`Crane falls at the port\n\n${CUT}`)).toMatchObject({ headline: 'Crane falls at the port', text: CUT })
  })

  test.each([
    [
      'a menu',
      'Home News Sport Weather Culture Travel Food Science Money Opinion Jobs Cars Houses Games Video Audio '.repeat(2),
    ],
    ['a short line', 'The crane will be lifted in the evening'],
    ['a line with its copyright', `© 2025 ${CUT}`],
    ['a caption', `${CUT} (Photo: Harbour Post/Ann Lee)`],
  ])('is not %s', (_, line) => {
    expect(read(`Crane falls at the port\n\n${FIRST}\n\n${line.trim()}`).text).toBe(FIRST)
  })

  test('is not another article behind furniture', () => {
    expect(read(`Crane falls at the port\n\n${FIRST}\n\nMore from the harbour\n\n${CUT}`).text).toBe(FIRST)
  })
})
