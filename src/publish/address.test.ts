// Links are of the web only, and land on the words.
import { expect, test } from 'vitest'
import { addressOf, webAddress } from './address.ts'

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  ['HTTP://A.example', 'http://a.example/'],
  ['javascript:alert(1)', null],
  [' \u0001javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//a.example/x', null],
  ['', null],
  [null, null],
])('%s', (url, address) => {
  expect(webAddress(url)).toBe(address)
})

test.each([
  ['https://a.example/x', 'up to 40', 'https://a.example/x#:~:text=up%20to%2040'],
  ['https://a.example/x#top', 'well-known', 'https://a.example/x#top:~:text=well%2Dknown'],
  [
    'https://a.example/x',
    'one two three four five six seven eight nine ten eleven',
    'https://a.example/x#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
  ],
  ['https://a.example/x', '\ud800 &,', 'https://a.example/x#:~:text=%EF%BF%BD%20%26%2C'],
  ['https://a.example/x', '  ', 'https://a.example/x'],
  ['file:///etc/passwd', 'words', null],
])('%s on %s', (url, words, address) => {
  expect(addressOf(url, words)).toBe(address)
})
