// What addresses are of one site.
import { describe, expect, test } from 'vitest'
import { isSameSite } from './imprint.ts'

describe('addresses of one site', () => {
  test.each([
    ['https://m.cnn.com/a', 'https://www.cnn.com/b'],
    ['https://amp.dw.com/a', 'https://dw.com/a'],
    ['https://www.bbc.co.uk/a', 'https://m.bbc.co.uk/a'],
    ['https://news.orf.at/a', 'https://orf.at/'],
    ['https://m.quay.example/a', 'https://quay.example/a'],
    ['http://10.0.0.7:8080/a', 'http://10.0.0.7/b'],
    ['http://localhost:8080/a', 'http://localhost/b'],
  ])('%s and %s', (one, other) => {
    expect(isSameSite(one, other)).toBe(true)
  })
})

describe('addresses of two sites', () => {
  test.each([
    ['https://copier.blogspot.com/a', 'https://writer.blogspot.com/a'],
    ['https://one.github.io/a', 'https://two.github.io/a'],
    ['https://bbc.co.uk/a', 'https://itv.co.uk/a'],
    ['https://bbc.com/a', 'https://bbc.co.uk/a'],
    ['http://10.0.0.7/a', 'http://10.9.0.7/a'],
    ['https://notcnn.com/a', 'https://cnn.com/a'],
  ])('%s and %s', (one, other) => {
    expect(isSameSite(one, other)).toBe(false)
  })
})
