import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Mail, MailError, smtpTransport } from './transport.ts'

const mail: Mail = {
  id: '0197b1c2-0000-7000-8000-000000000001',
  to: 'hana@example.jp',
  senderName: 'ひとば',
  subject: '新しいお知らせがあります',
  body: 'https://hitoba.example/m/1\n',
  programmeId: 1,
}

interface Sink {
  url: string
  /** What clients said, line by line. */
  said: string[]
  close(): void
}

let open: (() => void)[] = []
afterEach(() => {
  for (const close of open) close()
  open = []
})

/** A mail server of a few lines. `answer` may replace the answer to a command, or cut the line. */
const sink = async (answer: (command: string) => string | 'cut' | null = () => null): Promise<Sink> => {
  const said: string[] = []
  const server: Server = createServer((socket) => converse(socket, said, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const close = () => void server.close()
  open.push(close)
  return { url: `smtp://127.0.0.1:${address.port}`, said, close }
}

const converse = (socket: Socket, said: string[], answer: (command: string) => string | 'cut' | null): void => {
  let inData = false
  let rest = ''
  socket.on('error', () => undefined)
  socket.write('220 sink\r\n')
  socket.on('data', (bytes) => {
    const lines = (rest + bytes.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      said.push(line)
      const command = inData ? (line === '.' ? 'END' : null) : (line.split(/[ :]/)[0] ?? '').toUpperCase()
      if (command === null) continue
      const reply = answer(command) ?? usual(command)
      if (reply === 'cut') return void socket.destroy()
      if (command === 'DATA' && reply.startsWith('354')) inData = true
      if (command === 'END') inData = false
      socket.write(`${reply}\r\n`)
    }
  })
}

const usual = (command: string): string =>
  ({ EHLO: '250 sink', DATA: '354 go on', QUIT: '221 bye' })[command] ?? '250 ok'

const send = async (url: string): Promise<unknown> => {
  const transport = smtpTransport({ url, from: 'notice@hitoba.example' })
  open.push(() => transport.close())
  return transport.send(mail).catch((error: unknown) => error)
}

test('a mail goes to one address, under the neutral name, with the identifier of its message', async () => {
  const { url, said } = await sink()
  expect(await send(url)).toBeUndefined()
  expect(said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<hana@example.jp>'])
  const headers = said.join('\n')
  expect(headers).toContain(`Message-ID: <${mail.id}@hitoba.example>`)
  expect(headers.toLowerCase()).toContain(`x-outbox-id: ${mail.id}`)
  expect(headers).toContain('<notice@hitoba.example>')
})

test('the second try after a lost answer carries the same identifier', async () => {
  let first = true
  const { url, said } = await sink((command) => {
    if (command !== 'END' || !first) return null
    first = false
    return 'cut'
  })
  expect(await send(url)).toBeInstanceOf(MailError)
  expect(await send(url)).toBeUndefined()
  expect(said.filter((line) => line.startsWith('Message-ID'))).toEqual(
    Array<string>(2).fill(`Message-ID: <${mail.id}@hitoba.example>`),
  )
})

const kindOf = async (url: string): Promise<unknown> => {
  const error = await send(url)
  return error instanceof MailError ? [error.kind, error.final] : error
}

test('what is refused for good is told apart from what may work later, and no error keeps the address', async () => {
  const gone = await sink((command) => (command === 'RCPT' ? '550 no hana@example.jp here' : null))
  expect(await kindOf(gone.url)).toEqual(['refused 550', true])
  const busy = await sink((command) => (command === 'RCPT' ? '451 hana@example.jp later' : null))
  expect(await kindOf(busy.url)).toEqual(['later 451', false])
})

test('a server that is away is worth another try', async () => {
  const { url, close } = await sink()
  close()
  expect(await kindOf(url)).toEqual(['unreachable', false])
})
