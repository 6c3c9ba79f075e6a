import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { matchingStep, newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

const instant = fc.integer({ min: 1_600_000_000, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000))

describe('A code of the authenticator app', () => {
  test('is the one of RFC 6238', () => {
    // Appendix B: the secret '12345678901234567890', last six of the eight digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(totpCode(secret, totpStep(new Date(59_000)))).toBe('287082')
    expect(totpCode(secret, totpStep(new Date(1_111_111_109_000)))).toBe('081804')
    expect(totpCode(secret, totpStep(new Date(20_000_000_000_000)))).toBe('353130')
  })

  test('is taken in its own half minute and one before and after, and only after the last used one', () => {
    const secret = newTotpSecret()
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: -4, max: 4 }),
        fc.option(fc.integer({ min: -4, max: 4 })),
        (now, drift, last) => {
          const step = totpStep(now) + drift
          const lastStep = last === null ? null : totpStep(now) + last
          const found = matchingStep(secret, totpCode(secret, step), lastStep, now)
          const open = Math.abs(drift) <= 1 && (lastStep === null || step > lastStep)
          if (open) expect(found).not.toBeNull()
          else if (found !== null) expect(totpCode(secret, found)).toBe(totpCode(secret, step))
          if (found !== null && lastStep !== null) expect(found).toBeGreaterThan(lastStep)
        },
      ),
    )
  })

  test('may be typed with spaces or in full-width digits; anything else is no code', () => {
    const secret = newTotpSecret()
    const now = new Date('2026-11-22T01:00:00Z')
    const code = totpCode(secret, totpStep(now))
    const wide = [...code].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join('')
    for (const typed of [code, `${code.slice(0, 3)} ${code.slice(3)}`, wide, `${wide}　`])
      expect(matchingStep(secret, typed, null, now)).toBe(totpStep(now))
    for (const typed of ['', code.slice(1), `${code}0`, 'abcdef', '⑴⑵⑶⑷⑸⑹'])
      expect(matchingStep(secret, typed, null, now)).toBeNull()
  })

  test('the picture names the neutral sender and the address, and carries 160 bits', () => {
    const secret = newTotpSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(totpUri(secret, 'hitoba', 'a@example.jp')).toContain(`secret=${secret}`)
  })
})

describe('Recovery codes', () => {
  test('are ten different ones, and may be typed in capitals, without dashes or with spaces', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(looksLikeRecoveryCode(code)).toBe(true)
      for (const typed of [code.toUpperCase(), code.replaceAll('-', ''), code.replaceAll('-', ' ')])
        expect(hashRecoveryCode(typed)).toBe(hashRecoveryCode(code))
    }
    expect(looksLikeRecoveryCode('123456')).toBe(false)
  })
})
