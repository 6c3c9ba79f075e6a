import { type Call, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { changeSettings } from '../actions/save-programme.ts'
import { getProgramme } from '../data/programmes.ts'
import { settingsLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { settingsSchema, typedSettings } from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'
import { programmeWords } from './words.ts'

const keepers = ['coordinator', 'admin'] as const

const settingsPage = (
  call: Call,
  shown: { form: FormState; version: number; theirs?: FormState['values']; status?: number },
): Reply =>
  page(
    programmeWords[call.reader.locale].settingsTitle,
    <SettingsPage
      locale={call.reader.locale}
      form={shown.form}
      token={call.formToken()}
      version={shown.version}
      theirs={shown.theirs ?? null}
    />,
    { status: shown.status ?? 200 },
  )

export const programmeRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: programmePaths.settings,
    who: keepers,
    reach: 'the programme',
    handle: async (call) => {
      const programme = await getProgramme(call.tx, call.programme.id)
      return settingsPage(call, {
        form: blankForm(call.reader.locale, typedSettings(programme)),
        version: programme.version,
      })
    },
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.settings,
    who: keepers,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const version = Number(call.form.text('_version')) || 0
      const parsed = settingsSchema(locale).safeParse(call.form.values)
      if (!parsed.success) {
        const errors = formErrors(parsed.error, settingsLabels(locale), locale)
        return settingsPage(call, { form: refusedForm(locale, call.form.values, errors), version, status: 422 })
      }
      const saved = await changeSettings(call, version, parsed.data)
      if (saved.ok) return redirect(programmePaths.settings, programmeWords[locale].saved)
      return settingsPage(call, {
        form: blankForm(locale, call.form.values),
        version: saved.error.version,
        theirs: typedSettings(saved.error),
        status: 409,
      })
    },
  }),
]
