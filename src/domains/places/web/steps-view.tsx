import type { Locale } from '#platform/i18n/reader.ts'
import { Fold, Form, type FormState, Notice, PostButton, Section, TextField } from '#ui/index.ts'
import { nextStatuses, type PlaceBlocker } from '../core/place-status.ts'
import type { Place } from '../data/places.ts'
import { placePaths } from './paths.ts'
import { placeWords } from './words.ts'

interface Props {
  locale: Locale
  place: Place
  /** What stands in the way of confirming it. */
  blockers: readonly PlaceBlocker[]
  closeForm: FormState
  token: () => string
}

/** What a coordinator may do with the state of a place. */
export const PlaceSteps = ({ locale, place, blockers, closeForm, token }: Props) => {
  const t = placeWords[locale]
  const next = nextStatuses(place.status, 'coordinator')
  return (
    <Section title={t.statusLabel}>
      {next.includes('confirmed') && blockers.length > 0 && (
        <Notice>
          {blockers.map((blocker) => (
            <p>{t.blockers[blocker.kind]}</p>
          ))}
        </Notice>
      )}
      {next.includes('confirmed') && blockers.length === 0 && (
        <PostButton action={placePaths.confirm(place.id)} token={token()} kind="primary">
          {place.status === 'closed' ? t.reopen : t.confirm}
        </PostButton>
      )}
      {next.includes('listed') && (
        <PostButton action={placePaths.relist(place.id)} token={token()}>
          {t.relist}
        </PostButton>
      )}
      {next.includes('closed') && (
        <Fold summary={t.close} open={closeForm.errors.length > 0}>
          <Form
            action={placePaths.close(place.id)}
            token={token()}
            form={closeForm}
            submit={t.close}
            submitKind="careful"
          >
            <TextField
              form={closeForm}
              name="reason"
              label={t.closeReason}
              hint={t.closeHint}
              required
              maxlength={200}
            />
          </Form>
        </Fold>
      )}
    </Section>
  )
}
