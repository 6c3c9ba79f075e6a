import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const home = resolve('.cache/browser')

// The browser draws boxes for Japanese unless it is told of a font; this one comes from npm.
const writeFontsConf = (): string => {
  const fonts = resolve('node_modules/@expo-google-fonts/biz-udpgothic')
  const conf = join(home, 'fonts.conf')
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(home, 'font-cache')}</cachedir>
<match target="pattern"><edit name="family" mode="append_last"><string>BIZ UDPGothic</string></edit></match></fontconfig>`
  // Another browser may be reading it.
  if (!existsSync(conf) || readFileSync(conf, 'utf8') !== text) writeFileSync(conf, text)
  return conf
}

const unpack = async () => {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'))
  const unpacked = join(home, String(version))
  mkdirSync(unpacked, { recursive: true })
  // It unpacks into TMPDIR and takes whatever version it finds there already: give it a place of its own.
  process.env['TMPDIR'] = unpacked
  const { default: packed } = await import('@sparticuz/chromium')
  return { executablePath: await packed.executablePath(), args: packed.args }
}

/** Unpacks the browser where that was not done before: once, before several are opened at a time. */
export const unpackBrowser = async (): Promise<void> => {
  await unpack()
}

/** A Chromium that comes from npm: nothing else has to be on the machine. */
export const openBrowser = async (): Promise<Browser> => {
  const { executablePath, args: all } = await unpack()
  // With these two, closing one context ends the whole browser.
  const args = [...all.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)), '--lang=ja-JP']
  return chromium.launch({ executablePath, args, env: { ...process.env, FONTCONFIG_FILE: writeFontsConf() } })
}

export interface Visitor {
  javaScript?: boolean
  width?: 375 | 1280
  /** Settings of the reader, as the settings page stores them. */
  reader?: { locale: 'ja' | 'en' | 'easy'; furigana?: boolean }
}

/** One person's browser window: nothing is shared with another's. */
export const openWindow = async (browser: Browser, baseURL: string, visitor: Visitor = {}): Promise<BrowserContext> => {
  const width = visitor.width ?? 1280
  const window = await browser.newContext({
    baseURL,
    javaScriptEnabled: visitor.javaScript ?? true,
    viewport: { width, height: width === 375 ? 812 : 900 },
    locale: visitor.reader?.locale === 'en' ? 'en-GB' : 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  // Two cores, a browser and a database on them: patience, but not without end.
  window.setDefaultTimeout(30_000)
  return window
}
