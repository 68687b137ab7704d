// As much of the peers' types as is used here, so that the types check in a clone that has not installed them. Not
// peers.d.ts: the compiler would take that for what peers.ts emits, and pass over it.
declare module '@microsoft/recognizers-text-suite' {
  interface Answer {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly typeName: string
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
    readonly recognizeDateTime: Recognize
  }
  export default suite
}

declare module 'chrono-node' {
  interface Components {
    date(): Date
    isCertain(component: 'day' | 'weekday' | 'month' | 'year'): boolean
  }
  interface Result {
    readonly index: number
    readonly text: string
    readonly start: Components
    readonly end?: Components
  }
  export function parse(text: string, reference: Date, options?: { readonly forwardDate?: boolean }): Result[]
}
