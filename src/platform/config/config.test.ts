import { expect, test } from 'vitest'
import { readConfig, WrongConfig } from './config.ts'

test('nothing set is enough: the embedded database, on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 3000,
    trustedProxies: 0,
    origin: null,
    demo: false,
  })
})

test('an empty value is as if it were not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 3000 })
})

test('what is set is taken over', () => {
  expect(
    readConfig({
      DATABASE_URL: 'postgres://h/x',
      PORT: '80',
      HITOBA_URL: 'https://a.example.jp/',
      HITOBA_DATA: '/srv/d',
      HITOBA_TRUSTED_PROXIES: '1',
    }),
  ).toMatchObject({
    databaseUrl: 'postgres://h/x',
    port: 80,
    origin: 'https://a.example.jp',
    kekFile: '/srv/d/keys/kek',
    documentsDir: '/srv/d/documents',
    trustedProxies: 1,
  })
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://h/x'],
  ['HITOBA_URL', 'hitoba.example.jp'],
  ['SMTP_URL', 'https://mail'],
  ['MAIL_FROM', 'nobody'],
  ['HITOBA_TRUSTED_PROXIES', '-1'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is told by its name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(WrongConfig)
  expect(() => readConfig({ [name]: value })).toThrow(name)
})

test('mail that leaves needs a sender', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://localhost' })).toThrow('MAIL_FROM')
})
