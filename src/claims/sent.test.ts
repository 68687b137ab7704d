import { expect, test } from 'vitest'
import { sentLength } from './sent.ts'

test.each<[string, string]>([
  ['OSLO (Reuters) - The ferry sank.', 'The ferry sank.'],
  ['(LAMP - Norwire) On Monday the ferry sank.', 'On Monday the ferry sank.'],
  ['(Reuters) The ferry sank.', 'The ferry sank.'],
  ['[Tarn News Agency] The ferry sank.', 'The ferry sank.'],
  ['Oct 5 (Norwire) - The ferry sank.', 'The ferry sank.'],
  // what an editor adds to a quotation, an aside, a list
  ['[The mayor] said the ferry sank.', '[The mayor] said the ferry sank.'],
  ['(It was late.) The ferry sank.', '(It was late.) The ferry sank.'],
  ['(1) The ferry sank.', '(1) The ferry sank.'],
  ['(Tarn) The ferry sank.', '(Tarn) The ferry sank.'],
])('%s', (paragraph, rest) => {
  expect(paragraph.slice(sentLength(paragraph))).toBe(rest)
})
