/** Figures: how many, with both bounds as the words give them. */
import { z } from 'zod'
import type { Figure as Read } from '../../claims/claim.ts'

export const Figure = z
  .object({
    start: z.int().min(0),
    end: z.int().min(0),
    text: z.string().describe('The words of the figure.'),
    low: z.number().nullable().describe('The lower bound; null where the words give none.'),
    high: z.number().nullable().describe('The higher bound; null where the words give none.'),
    approximate: z.boolean().describe('Whether the words say about, some, nearly.'),
    qualifier: z.string().nullable().describe('The words that bound it: `up to`, `at least`, `more than`.'),
    unit: z.string().nullable().describe('What it is counted in: `people`, `percent`, `dollars`.'),
    measure: z.string().nullable().describe('What befell those who are counted: `killed`, `wounded`, `deployed`.'),
    population: z.string().nullable().describe('Of whom or what, in the words of the text.'),
  })
  .meta({
    id: 'Figure',
    description:
      'How many. Vague words (`dozens`, `a battalion`) have neither bound: they are kept as words. `start` and `end` index the string that the claim stands in.',
    examples: [
      {
        start: 212,
        end: 220,
        text: 'up to 40',
        low: null,
        high: 40,
        approximate: false,
        qualifier: 'up to',
        unit: 'people',
        measure: 'hurt',
        population: 'people',
      },
    ],
  })
export type Figure = z.infer<typeof Figure>

export const figureRecord = ({ of, ...figure }: Read): Figure => {
  const { start, end, text, low, high, approximate, qualifier, unit, measure } = figure
  return { start, end, text, low, high, approximate, qualifier, unit, measure, population: of }
}
