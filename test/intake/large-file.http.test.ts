import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

const megabyte = 1_000_000
const piece = Buffer.alloc(50_000, 'a')

describeEngines('a file of fifty megabytes', (db) => {
  let app: TestApp
  let staff: Client
  let server: ServerType
  let port: number

  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
    const member = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
    staff = await app.signedIn(member)
    port = await new Promise((resolve) => {
      server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' }, (at) => resolve(at.port))
    })
  })
  afterAll(() => server.close())

  interface Answer {
    status: number
    text: string
    sent: number
  }

  /** Sends a form with so many bytes of a file, piece by piece, as long as the server listens. */
  const send = (bytes: number, saysHowMuch: boolean): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const head = Buffer.from(
        `--x\r\nContent-Disposition: form-data; name="_token"\r\n\r\n${randomUUID()}\r\n` +
          '--x\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n',
      )
      const foot = Buffer.from('\r\n--x--\r\n')
      let sent = 0
      const asked = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/intake/new/people',
        headers: {
          cookie: staff.cookie,
          origin: testOrigin,
          'content-type': 'multipart/form-data; boundary=x',
          ...(saysHowMuch ? { 'content-length': head.length + bytes + foot.length } : {}),
        },
      })
      asked.on('response', async (response) => {
        response.setEncoding('utf8')
        let text = ''
        for await (const part of response) text += part
        resolve({ status: response.statusCode ?? 0, text, sent })
        asked.destroy()
      })
      // A server that has answered may hang up before it has heard it all.
      asked.on('error', (error) => (sent > 0 ? setTimeout(reject, 2_000, error) : reject(error)))
      const goOn = (): void => {
        while (sent < bytes) {
          sent += piece.length
          if (!asked.write(piece)) return void asked.once('drain', goOn)
        }
        asked.end(foot)
      }
      asked.write(head)
      goOn()
    })

  const watched = async <T>(work: Promise<T>) => {
    const before = process.memoryUsage.rss()
    let most = 0
    const waits: number[] = []
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() - before)
    }, 5)
    let goesOn = true
    const others = (async () => {
      while (goesOn) {
        const at = performance.now()
        const page = await fetch(`http://127.0.0.1:${port}/intake`, { headers: { cookie: staff.cookie } })
        waits.push(page.status === 200 ? performance.now() - at : Number.POSITIVE_INFINITY)
      }
    })()
    const result = await work
    goesOn = false
    await others
    clearInterval(watch)
    return { result, most: most / megabyte, longest: Math.max(...waits) }
  }

  describe.each([
    ['that says how large it is', true],
    ['that says nothing of its size', false],
  ])('%s', (_, saysHowMuch) => {
    test('is refused with a sentence, costs little memory, and other pages go on', async () => {
      await fetch(`http://127.0.0.1:${port}/intake`, { headers: { cookie: staff.cookie } })
      const { result, most, longest } = await watched(send(50 * megabyte, saysHowMuch))
      expect(result.status).toBe(413)
      expect(result.text).toContain('送られたものが大きすぎます')
      expect(result.text).toContain('ファイルや文章を小さくして、もう一度お試しください')
      expect(most).toBeLessThan(200)
      expect(longest).toBeLessThan(1_500)
      const kept = await db.asPlatform((tx) => tx.selectFrom('platform.intake').select('id').execute())
      expect(kept).toEqual([])
      // No page of ours failed on the way.
      expect(app.bugs).toEqual([])
    })
  })

  test('of eleven megabytes less a little is read, and refused beside its field', async () => {
    const { result } = await watched(send(10.5 * megabyte, true))
    expect(result.status).toBe(422)
    expect(result.text).toContain('ファイルが大きすぎます（10 MB まで）')
  })
})
