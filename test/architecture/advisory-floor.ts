// No advisory feed is asked while testing: these are the lowest versions without a known hole, read again before
// each release (docs/security.md says where). Checked against every entry of the lockfile, ours or of others.
export const floors = [
  { name: 'hono', floor: '4.13.7', why: 'GHSA-hxh3-vqpv-xpqv and those before' },
  { name: '@hono/node-server', floor: '2.0.0', why: 'GHSA-92pp-h63x-v22m, GHSA-frvp-7c67-39w9' },
  { name: 'kysely', floor: '0.28.17', why: 'CVE-2026-44635: JSON paths' },
  { name: 'nodemailer', floor: '9.1.0', why: 'GHSA-2x7j-588g-ccc2 and the CRLF series before it' },
  { name: 'sharp', floor: '0.35.0', why: 'GHSA-f88m-g3jw-g9cj' },
] as const

export const never = [
  { name: 'xlsx', why: 'CVE-2023-30533, fixed only outside the registry' },
  { name: 'exceljs', why: 'a 5 MB file takes more than a gigabyte' },
] as const
