import type { Locale } from '#platform/i18n/reader.ts'
import { documentPageWords } from './document-words.ts'
import type { TemplateFault } from './typst-process.ts'

/** What is wrong with a template. The compiler says it in English; the few things that nearly everybody meets are said in the reader's language. */
export const problemText = ({ file, line, message }: TemplateFault, locale: Locale): string => {
  const t = documentPageWords[locale]
  const known = Object.entries(t.problems).find(([part]) => message.includes(part))
  return t.fault(file ?? '', line, known?.[1] ?? message)
}
