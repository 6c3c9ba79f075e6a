import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionTokenOf, setSessionCookie } from './cookie.ts'
import { deviceName } from './device.ts'
import { maskedEmail, normalEmail } from './email.ts'
import { deviceTokenOf } from './known-devices.ts'
import { checkPassword, hashPassword } from './password-hash.ts'
import { authPaths, localPath } from './paths.ts'
import { hashToken, isToken, newToken } from './token.ts'

describe('The session cookie', () => {
  test('over https is bound to this host, and closed to scripts and other sites', () => {
    const text = setSessionCookie(newToken(), new Date(), true)
    expect(text).toMatch(/^__Host-hitoba=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax; Secure$/)
    expect(setSessionCookie(newToken(), new Date(), false)).not.toContain('__Host-')
  })

  test('is read back from among others; two of the same name count as none', () => {
    const token = newToken()
    expect(sessionTokenOf(`a=b; hitoba=${token}; c=d`, false)).toBe(token)
    expect(sessionTokenOf(`hitoba=${token}`, true)).toBeNull()
    expect(sessionTokenOf(`hitoba=${token}; hitoba=${newToken()}`, false)).toBeNull()
    expect(sessionTokenOf(`hitoba-known=${token}`, false)).toBeNull()
    expect(deviceTokenOf(`hitoba=${newToken()}; hitoba-known=${token}`, false)).toBe(token)
  })

  test('no header breaks it', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const found = sessionTokenOf(header, false)
        expect(found === null || isToken(found)).toBe(true)
      }),
    )
  })
})

describe('Tokens', () => {
  test('are 256 bits, and their hash is all that is kept', () => {
    const token = newToken()
    expect(Buffer.from(token, 'base64url').length).toBe(32)
    expect(hashToken(token)).not.toContain(token)
  })
})

describe('Where to go next', () => {
  test('is a path of our own or nothing', () => {
    for (const good of ['/today', '/visits/1?x=%E3%81%82#a', '/']) expect(localPath(good)).toBe(good)
    for (const bad of [
      '//e.example',
      '/\\e.example',
      'https://e.example',
      '/a\\b',
      '/a b',
      '/sign-in',
      '/sign-out',
      '/role',
      '',
      'x',
      '/\n/e',
      '/set-up/x',
    ])
      expect([bad, localPath(bad)]).toEqual([bad, null])
    expect(localPath('/roles')).toBe('/roles')
    expect(authPaths.signIn('//e.example')).toBe('/sign-in')
  })

  test('whatever is typed, a browser stays on this host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc
            .tuple(fc.constantFrom('https://', 'http:', '//', '/\\\\', '\\t//', 'javascript:'), fc.string())
            .map((parts) => parts.join('')),
          fc.string().map((text) => `/${text}`),
          fc.string(),
        ),
        (text) => {
          const path = localPath(text)
          expect(new URL(path ?? '/', 'http://hitoba.test').host).toBe('hitoba.test')
        },
      ),
    )
  })
})

describe('A mail address', () => {
  test('is the same account in capitals and full-width letters', () => {
    expect(normalEmail('  Hanako@Example.JP ')).toBe('hanako@example.jp')
    expect(normalEmail('ｈａｎａｋｏ＠example.jp')).toBe('hanako@example.jp')
    for (const bad of [
      '',
      'hanako',
      'a@b',
      '@example.jp',
      'a b@example.jp',
      'a@example.jp, b@example.jp',
      'a<b>@example.jp',
      'a@exa mple.jp',
      'あ@example.jp\nBcc: x@y.z',
    ])
      expect([bad, normalEmail(bad)]).toEqual([bad, null])
  })

  test('is shown only as far as its owner needs', () => {
    expect(maskedEmail('hanako@example.jp')).toBe('h•••@example.jp')
  })
})

describe('A stored password', () => {
  test('is argon2id, opens with the same letters from another keyboard, and with nothing else', async () => {
    const stored = await hashPassword('ｍｉｄｏｒｉ の かばん 九つ')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await checkPassword(stored, 'midori の かばん 九つ')).toEqual({ right: true, outdated: false })
    expect((await checkPassword(stored, 'midori の かばん 十つ')).right).toBe(false)
  })

  test('where there is none, nothing opens: not even what it is compared with', async () => {
    expect((await checkPassword(null, 'nobody comes in with this')).right).toBe(false)
  })

  test('made with an older cost asks to be made anew', async () => {
    const { hash } = await import('@node-rs/argon2')
    const old = await hash('midori の かばん 九つ', { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    expect(await checkPassword(old, 'midori の かばん 九つ')).toEqual({ right: true, outdated: true })
  })
})

describe('The name of a device', () => {
  test('is two words, and nothing of an unknown agent is kept', () => {
    expect(deviceName('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36')).toBe(
      'Chrome · Android',
    )
    expect(
      deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit Version/19.0 Safari/604.1'),
    ).toBe('Safari · iPhone')
    expect(deviceName('<script>alert(1)</script>')).toBe('')
  })
})
