import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Client, type TestApp, testOrigin } from '#test/client.ts'

/** A file as an office keeps it. */
export const sampleFile = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url))

/** Reads a file in as this kind of list; gives the address of its pages. */
export const readIn = async (staff: Client, kind: string, name: string, bytes: Uint8Array): Promise<string> => {
  const body = new FormData()
  body.set('_token', randomUUID())
  body.set('file', new File([Uint8Array.from(bytes)], name))
  const sent = await staff.request(`/intake/new/${kind}`, { method: 'POST', body, headers: { origin: testOrigin } })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

/** Takes over what is ready; gives the page of the work once it has ended. */
export const takeOver = async (app: TestApp, staff: Client, path: string): Promise<string> => {
  const ordered = await staff.post(`${path}/take`)
  await app.jobs.drainNow()
  return staff.read(ordered.headers.get('location') ?? '')
}
