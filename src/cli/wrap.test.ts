// Text in columns: wide characters, breaks, cuts.
import { expect, test } from 'vitest'
import { clip, widthOf, wrap } from './wrap.ts'

test('breaks at spaces and keeps to the width', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
})

test('indents the first line and the others', () => {
  expect(wrap('one two three four', 12, { first: '- ', rest: '  ' })).toEqual(['- one two', '  three four'])
})

test('Chinese and Japanese break between characters, counted as two columns, not before a full stop', () => {
  const lines = wrap('北京市人民政府今天宣布新的规定。明天开始实行。', 16)
  expect(lines.every((line) => widthOf(line) <= 16 || /。$/.test(line))).toBe(true)
  expect(lines.join('')).toBe('北京市人民政府今天宣布新的规定。明天开始实行。')
  expect(lines.filter((line) => line.startsWith('。'))).toEqual([])
})

test('Korean breaks at spaces', () => {
  expect(wrap('해양경찰은 선원을 구조했다', 12)).toEqual(['해양경찰은', '선원을', '구조했다'])
})

test('a word wider than the line is cut between graphemes; an address is not', () => {
  expect(wrap('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)])
  expect(wrap('👩‍👩‍👧'.repeat(6), 10).join('|')).toBe(['👩‍👩‍👧'.repeat(5), '👩‍👩‍👧'].join('|'))
  const address = 'https://news.example/a/very/long/address'
  expect(wrap(`see ${address}`, 10)).toEqual(['see', address])
})

test('line feeds end lines; escape sequences only show', () => {
  expect(wrap('one\ntwo \u001b[31mred', 20)).toEqual(['one', 'two ␛[31mred'])
})

test('clips to a line', () => {
  expect(clip('one\ntwo  three', 20)).toBe('one two three')
  expect(clip('one two three', 8)).toBe('one two…')
  expect(widthOf(clip('北京市人民政府', 8))).toBeLessThanOrEqual(8)
})
