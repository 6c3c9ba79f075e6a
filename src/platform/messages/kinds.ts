import type { Locale } from '#platform/i18n/reader.ts'

export type MessageParams = Record<string, string | number>

/** What the inbox shows. Made when it is read, in the reader's language. */
export interface MessageText {
  title: string
  body: string
}

export interface MessageKind {
  text: Record<Locale, (params: MessageParams) => MessageText>
}

/** Every kind of message, composed in app.tsx from what the slices define. */
export type MessageKinds = Record<string, MessageKind>

/**
 * Defines a slice's messages: `defineMessages({ 'visits.proposal_sent': { ja: (p) => ({ title, body }), en: …, easy: … } })`.
 * The mail is never made from these words: it only says that there is a notice.
 */
export const defineMessages = (
  kinds: Record<string, Record<Locale, (params: MessageParams) => MessageText>>,
): MessageKinds => Object.fromEntries(Object.entries(kinds).map(([kind, text]) => [kind, { text }]))

/** Puts the kinds of all slices together; the same kind twice is a bug. */
export const joinMessages = (...all: MessageKinds[]): MessageKinds => {
  const joined: MessageKinds = {}
  for (const kinds of all) {
    for (const [kind, words] of Object.entries(kinds)) {
      if (kind in joined) throw new Error(`message kind defined twice: ${kind}`)
      joined[kind] = words
    }
  }
  return joined
}

const unknown: Record<Locale, MessageText> = {
  ja: { title: 'お知らせがあります', body: 'リンクからごらんください。' },
  en: { title: 'There is a notice', body: 'Please open the link.' },
  easy: { title: 'おしらせが あります', body: 'リンクを ひらいて みて ください。' },
}

/** A kind that is no longer known (an older version wrote it) still gets a sentence. */
export const messageText = (kinds: MessageKinds, kind: string, params: MessageParams, locale: Locale): MessageText =>
  kinds[kind]?.text[locale](params) ?? unknown[locale]
