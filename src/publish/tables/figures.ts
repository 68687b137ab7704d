/** The table of figures: how many, of whom, of what. */
import type { Figure } from '../../claims/claim.ts'
import { refers, tableOf } from './table.ts'
import type { ArticleTold } from './told.ts'

interface Row {
  readonly claim: number
  readonly at: number
  readonly figure: Figure
}

export const FIGURES = tableOf<ArticleTold, Row>({
  name: 'figures',
  title: 'Figures',
  description:
    'Each figure of each claim, as a range. Words that are no number (dozens, a battalion) are words here: their bounds are empty.',
  primaryKey: ['claim', 'figure'],
  foreignKeys: [refers('claim', 'claims')],
  rows: ({ claims }) =>
    claims.flatMap(({ number, claim }) => claim.figures.map((figure, at) => ({ claim: number, at, figure }))),
  fields: [
    {
      name: 'claim',
      type: 'integer',
      description: 'The claim that gives it.',
      constraints: { required: true },
      value: ({ claim }) => claim,
    },
    {
      name: 'figure',
      type: 'integer',
      description: "Which of the claim's figures, from 1.",
      constraints: { required: true, minimum: 1 },
      value: ({ at }) => at + 1,
    },
    { name: 'text', type: 'string', description: 'Its words in the article.', value: ({ figure }) => figure.text },
    {
      name: 'low',
      type: 'number',
      description: 'The least that the words mean; empty where they leave it open.',
      value: ({ figure }) => figure.low,
    },
    {
      name: 'high',
      type: 'number',
      description: 'The most that they mean; empty where they leave it open.',
      value: ({ figure }) => figure.high,
    },
    {
      name: 'approximate',
      type: 'boolean',
      description: 'About so many.',
      constraints: { required: true },
      value: ({ figure }) => figure.approximate === true,
    },
    {
      name: 'qualifier',
      type: 'string',
      description: 'The words that bound it: up to, at least, some.',
      value: ({ figure }) => figure.qualifier,
    },
    { name: 'unit', type: 'string', description: 'What is counted by.', value: ({ figure }) => figure.unit },
    {
      name: 'measure',
      type: 'string',
      description: 'What it measures: killed, wounded, killed or wounded, sent, cost ...',
      value: ({ figure }) => figure.measure,
    },
    { name: 'of', type: 'string', description: 'Of whom or what, the population.', value: ({ figure }) => figure.of },
    {
      name: 'start',
      type: 'integer',
      description: 'Where its words begin, in the string that the claim stands in.',
      value: ({ figure }) => figure.start,
    },
    {
      name: 'end',
      type: 'integer',
      description: 'Where they end, before this one.',
      value: ({ figure }) => figure.end,
    },
  ],
})
