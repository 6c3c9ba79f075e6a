import type { VNode } from 'preact'
import {
  Card,
  Checkbox,
  CrisisCard,
  Fold,
  Form,
  Hidden,
  OwnWords,
  PostButton,
  Small,
  Span,
  StatusTag,
  TextArea,
  TextField,
} from '#ui/index.ts'
import type { SeenDay } from '../actions/see-practicum.ts'
import { formOf, type PracticumPageProps } from './practicum-model.ts'
import { practicumPaths as paths } from './practicum-paths.ts'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { practicumWords } from './practicum-words.ts'

/** One day: whether it took place, the person's diary, the place's words. */
export const DayCard = ({ page, day }: DayProps): VNode => {
  const { locale, zone, now, as } = page
  const t = practicumWords[locale]
  const begun = day.startsAt <= now && day.status !== 'cancelled'
  return (
    <Card
      title={<Span from={day.startsAt} to={day.endsAt} zone={zone} locale={locale} />}
      tag={<StatusTag tone={day.status === 'held' ? 'good' : 'neutral'}>{t.dayStatus[day.status]}</StatusTag>}
    >
      {/* Why a day fell out may be the trainee's own matter: the place reads only that it did. */}
      {day.reason && as !== 'place' ? <p>{day.reason}</p> : null}
      <Said page={page} day={day} />
      {as === 'trainee' && begun ? <Diary page={page} day={day} /> : null}
      {(as === 'place' || as === 'coordinator') && begun ? <PlaceWords page={page} day={day} /> : null}
      {(as === 'coordinator' || as === 'staff') && day.status === 'planned' ? <EndDay page={page} day={day} /> : null}
    </Card>
  )
}

/** What others wrote, as far as it is theirs to read. */
const Said = ({ page: { locale, as }, day }: DayProps): VNode => {
  const t = practicumWords[locale]
  const said = [
    { title: t.diary, text: as === 'trainee' ? null : day.diary },
    { title: t.placeWords, text: as === 'place' ? null : day.placeWords },
  ]
  return (
    <>
      {said.map(({ title, text }) =>
        text ? (
          <>
            <Small>{title}</Small>
            <OwnWords text={text} />
          </>
        ) : null,
      )}
    </>
  )
}

const Diary = ({ page, day }: DayProps): VNode => {
  const { locale, practicum, token, crisis } = page
  const t = practicumWords[locale]
  const form = formOf(page, `diary-${day.id}`, { diary: day.diary ?? '', show: day.diaryShown ? 'yes' : '' })
  return (
    <>
      <Form
        action={paths.diary(practicum.id, day.id)}
        token={token()}
        form={form}
        submit={t.diarySave}
        submitKind="secondary"
        version={day.version}
      >
        <TextArea form={form} name="diary" label={t.diary} hint={t.diaryHint} unmarked maxlength={2000} />
        <Checkbox form={form} name="show" label={t.diaryShow} hint={t.diaryShowHint} />
      </Form>
      <CrisisCard locale={locale} text={crisis.text} phone={crisis.phone} hours={crisis.hours} />
    </>
  )
}

const PlaceWords = ({ page, day }: DayProps): VNode => {
  const { locale, practicum, token } = page
  const s = practicumStaffWords[locale]
  const form = formOf(page, `words-${day.id}`, { words: day.placeWords })
  return (
    <Fold summary={s.words} open={page.as === 'place'}>
      <Form
        action={paths.words(practicum.id, day.id)}
        token={token()}
        form={form}
        submit={s.wordsSave}
        submitKind="secondary"
        version={day.version}
      >
        <TextArea form={form} name="words" label={s.words} hint={s.wordsHint} unmarked maxlength={2000} />
      </Form>
    </Fold>
  )
}

const EndDay = ({ page, day }: DayProps): VNode => {
  const { locale, practicum, now, token } = page
  const s = practicumStaffWords[locale]
  const form = formOf(page, `end-${day.id}`)
  const action = paths.day(practicum.id, day.id)
  return (
    <>
      {day.startsAt <= now && practicum.status === 'agreed' ? (
        <PostButton action={action} token={token()} version={day.version} fields={{ to: 'held' }}>
          {s.held}
        </PostButton>
      ) : null}
      <Fold summary={s.cancelDay} open={form.errors.length > 0}>
        <Form
          action={action}
          token={token()}
          form={form}
          submit={s.cancelDay}
          submitKind="careful"
          version={day.version}
        >
          <Hidden name="to" value="cancelled" />
          <TextField form={form} name="reason" label={s.reason} required maxlength={200} />
        </Form>
      </Fold>
    </>
  )
}

interface DayProps {
  page: PracticumPageProps
  day: SeenDay
}
