// As much of the peers' types as is used here, so that the types check in a clone that has not installed them.
declare module '@microsoft/recognizers-text-suite' {
  interface Answer {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly resolution: Readonly<Record<string, unknown>> | null
  }
  type Recognize = (input: string, culture: string, options?: number, reference?: Date) => readonly Answer[]
  const suite: {
    readonly Culture: { readonly English: string }
    readonly recognizeNumber: Recognize
    readonly recognizeOrdinal: Recognize
    readonly recognizePercentage: Recognize
    readonly recognizeCurrency: Recognize
    readonly recognizeDimension: Recognize
  }
  export default suite
}
