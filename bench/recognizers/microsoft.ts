// @microsoft/recognizers-text-suite as a reader: its answers end at the last character, ours after it.
import type { Reader } from './kind.ts'

type Recognizer =
  | 'recognizeNumber'
  | 'recognizeOrdinal'
  | 'recognizePercentage'
  | 'recognizeCurrency'
  | 'recognizeDimension'

/** @param valueIn the value of one answer's resolution, written as the cases' is */
export async function microsoft(
  name: Recognizer,
  valueIn: (resolution: Readonly<Record<string, unknown>>) => string,
): Promise<Reader> {
  const { default: suite } = await import('@microsoft/recognizers-text-suite')
  return (input) =>
    suite[name](input, suite.Culture.English).map(({ start, end, resolution }) => ({
      start,
      end: end + 1,
      value: valueIn(resolution ?? {}),
    }))
}
