// Settings of mail: what is understood, and what is said of what is not.
import { expect, test } from 'vitest'
import { mailSettings } from './settings.ts'

const FROM = { HEARSAY_MAIL_FROM: 'Hearsay <letters@site.example>' }
const of = (more: Record<string, string>) => mailSettings({ ...FROM, ...more })

test.each([
  ['smtps://me:p%25w@mail.example', { port: 465, encryption: 'always', user: 'me', password: 'p%w' }],
  ['smtp://mail.example', { port: 587, encryption: 'asked', user: null, password: null }],
  ['smtp://me:pw@localhost:25', { port: 25, encryption: 'never', user: 'me', password: 'pw' }],
  ['smtp://[::1]:25', { host: '::1', encryption: 'never' }],
  ['smtp://relay.example:25?encryption=never', { encryption: 'never', user: null }],
])('%s is a server', (HEARSAY_SMTP, server) => {
  expect(of({ HEARSAY_SMTP })?.server).toMatchObject(server)
})

test.each([
  [{ HEARSAY_SMTP: 'mail.example' }, /such as smtps:/],
  [{ HEARSAY_SMTP: 'smtps://me:p%w@mail.example' }, /written %25/],
  [{ HEARSAY_SMTP: 'smtp://me:pw@mail.example?encryption=never' }, /unencrypted/],
  [{ HEARSAY_SMTP: 'smtps://mail.example', HEARSAY_MAIL_FROM: 'nobody' }, /HEARSAY_MAIL_FROM is nobody/],
  [{ HEARSAY_SMTP: 'smtps://mail.example', HEARSAY_MAIL_RETURNS: 'x' }, /HEARSAY_MAIL_RETURNS is x/],
  [{ HEARSAY_SMTP: 'smtps://mail.example', HEARSAY_MAIL_PACE: '0' }, /HEARSAY_MAIL_PACE is 0/],
  [{ HEARSAY_SMTP: '' }, /HEARSAY_SMTP is not set/],
])('%j is said to be wrong, and no password is repeated', (given, said) => {
  expect(() => of(given)).toThrow(said)
  expect(() => of(given)).not.toThrow(/me:p/)
})

test('nothing set is no mail; a part of a connection is one', () => {
  expect(mailSettings({})).toBeNull()
  expect(of({ HEARSAY_SMTP: 'smtps://mail.example', HEARSAY_MAIL_CONNECTIONS: '0.3' })?.connections).toBe(1)
})
