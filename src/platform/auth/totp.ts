import { timingSafeEqual } from 'node:crypto'
import { generateSecret, generateSync, generateURI } from 'otplib'
import type { PlatformVault } from '#platform/vault/vault.ts'

const period = 30

/** 160 bits in Base32, as authenticator apps expect. */
export const newTotpSecret = (): string => generateSecret({ length: 20 })

export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / period)

export const totpCode = (secret: string, step: number): string => generateSync({ secret, epoch: step * period, period })

/** What the QR code says. `issuer` and `label` are what the app shows on the telephone: keep them neutral. */
export const totpUri = (secret: string, issuer: string, label: string): string =>
  generateURI({ secret, issuer, label, period })

/** Spaces and full-width digits are as good as what the app shows. */
export const typedCode = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')

/**
 * The step that the code belongs to, or null. One step before and after is accepted (clocks differ), but none that is
 * not after `lastStep`: each code opens once. The caller writes the step by compare-and-set.
 */
export const matchingStep = (secret: string, text: string, lastStep: number | null, now: Date): number | null => {
  const typed = typedCode(text)
  if (!/^\d{6}$/.test(typed)) return null
  const current = totpStep(now)
  const open = [current, current - 1, current + 1].filter((step) => lastStep === null || step > lastStep)
  return open.find((step) => timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(typed))) ?? null
}

/** The secret in groups of four, for typing. */
export const secretInGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

export const totpField = 'platform.account.totp_sealed'

/** The secret as the account's row holds it. */
export const sealedTotp = (vault: Pick<PlatformVault, 'sealPlatform'>, accountId: string, secret: string): string =>
  vault.sealPlatform(totpField, accountId, secret)
