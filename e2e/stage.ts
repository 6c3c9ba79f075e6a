import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { startSample } from './sample-server.ts'
import type { DemoServer } from './server.ts'

/** A server with the sample, and a browser. */
export interface Stage {
  server: DemoServer
  browser: Browser
  close(): Promise<void>
}

export const openStage = async (): Promise<Stage> => {
  const [server, browser] = await Promise.all([startSample(), openBrowser()])
  const close = async (): Promise<void> => {
    await browser.close()
    await server.stop()
  }
  return { server, browser, close }
}
