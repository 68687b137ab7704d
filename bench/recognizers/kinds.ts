// Every kind that is measured, in the order of the table.
import type { Kind } from './kind.ts'
import { currency } from './kinds/currency.ts'
import { dimension } from './kinds/dimension.ts'
import { number } from './kinds/number.ts'
import { numberRange } from './kinds/number-range.ts'
import { ordinal } from './kinds/ordinal.ts'
import { percent } from './kinds/percent.ts'

export const kinds: readonly Kind[] = [number, numberRange, ordinal, percent, currency, dimension]
