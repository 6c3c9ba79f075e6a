import type { VNode } from 'preact'
import { type PublicCall, page, type Reply } from '#platform/http/call.ts'
import { publicRoute } from '#platform/http/routes.ts'
import { blankForm, Button, Checkboxes, Heading, Hidden, Lead, Radios, safePath } from '#ui/index.ts'
import type { Reader } from './reader.ts'
import { isLocale, readerCookie, readingPath } from './reader-cookie.ts'
import { readerWords } from './reader-words.ts'

const show = async (call: PublicCall): Promise<Reply> =>
  page(readerWords[call.reader.locale].title, settingsPage(call.reader, backOf(call.query.get('back'))))

/** One press of a quick switch sends one field; the page of settings sends all, marked by `all`. */
const change = async (call: PublicCall): Promise<Reply> => ({
  kind: 'redirect',
  to: backOf(call.form.text('back')),
  flash: null,
  cookies: [readerCookie(changed(call.reader, call.form.text, call.form.list))],
})

export const readerRoutes = [
  publicRoute({
    method: 'GET',
    path: readingPath,
    reach: 'own browser',
    who: 'anyone',
    readersFrame: true,
    handle: show,
  }),
  publicRoute({ method: 'POST', path: readingPath, reach: 'own browser', who: 'anyone', handle: change }),
]

const changed = (reader: Reader, text: (name: string) => string, list: (name: string) => string[]): Reader => {
  const locale = text('locale')
  const known = { ...reader, locale: isLocale(locale) ? locale : reader.locale }
  if (text('all') === 'yes') {
    const marks = list('marks')
    return {
      ...known,
      furigana: marks.includes('furigana'),
      large: marks.includes('large'),
      calm: marks.includes('calm'),
    }
  }
  const furigana = text('furigana')
  return { ...known, furigana: furigana === '' ? reader.furigana : furigana === 'on' }
}

const backOf = (path: string | null): string => {
  const safe = safePath(path ?? '')
  return safe && !safe.startsWith(readingPath) ? safe : '/'
}

const settingsPage = (reader: Reader, back: string): VNode => {
  const t = readerWords[reader.locale]
  const marks = (['furigana', 'large', 'calm'] as const).filter((mark) => reader[mark])
  const form = blankForm(reader.locale, { locale: reader.locale, marks })
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <form class="form" method="post" action={readingPath}>
        <Hidden name="back" value={back} />
        <Hidden name="all" value="yes" />
        <Radios
          form={form}
          name="locale"
          label={t.locale}
          unmarked
          choices={[
            { value: 'ja', label: t.japanese },
            { value: 'easy', label: t.easy, hint: t.easyHint },
            { value: 'en', label: t.english },
          ]}
        />
        <Checkboxes
          form={form}
          name="marks"
          label={t.more}
          unmarked
          choices={[
            { value: 'furigana', label: t.furigana, hint: t.furiganaHint },
            { value: 'large', label: t.large },
            { value: 'calm', label: t.calm, hint: t.calmHint },
          ]}
        />
        <div class="actions">
          <Button>{t.save}</Button>
        </div>
      </form>
    </>
  )
}
