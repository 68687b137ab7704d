/** All topics, in the order in which families take them. */
import { budgets } from './budgets.ts'
import { conflict } from './conflict.ts'
import { courts } from './courts.ts'
import { floods } from './floods.ts'
import { layoffs } from './layoffs.ts'
import { outbreaks } from './outbreaks.ts'
import { protests } from './protests.ts'
import type { Topic } from './topic.ts'
import { transport } from './transport.ts'

export const TOPICS: readonly Topic[] = [conflict, floods, layoffs, outbreaks, courts, protests, budgets, transport]
