import type { VNode } from 'preact'
import { againstText, asSentences, type WhyOpen, whySentence } from '#domains/matching/index.ts'
import type { Called } from '#domains/people/index.ts'
import { formatSpan } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  Bullets,
  Button,
  Checkboxes,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  Name,
  Notice,
  PostButton,
  listOf,
  Radios,
  Section,
  StaleEdit,
  type StaleField,
  valueOf,
} from '#ui/index.ts'
import type { ChangeBlocker } from '../actions/change-draft.ts'
import type { ChangeView } from '../actions/read-change.ts'
import { requestLabel } from './board-labels.ts'
import { WhyStaysOpen } from './board-open.tsx'
import { boardPaths } from './board-paths.ts'
import { namingIn } from './naming.ts'
import { requestPaths } from './paths.ts'
import { boardWords } from './words-board.ts'

interface Props {
  locale: Locale
  zone: string
  view: ChangeView
  form: FormState
  /** What the planner says to what is chosen; null: it has not been asked. */
  judged: readonly ChangeBlocker[] | null
  /** The visit was changed since the form was opened: both stand beside each other. */
  stale: boolean
  token: () => string
}

/** One visit of a draft by hand, with the planner saying at once what that does. */
export const BoardVisitPage = (props: Props): VNode => {
  const { locale, view } = props
  const t = boardWords[locale]
  const { draftId, requestId } = view
  return (
    <>
      <BackLink href={boardPaths.draft(draftId)}>{t.backToDraft}</BackLink>
      <Heading above={requestLabel(view, requestId, locale)}>{t.changeTitle}</Heading>
      <Lead>{t.changeLead}</Lead>
      {props.stale && <StaleEdit locale={locale} fields={staleFields(props)} />}
      {view.open && <Stays why={view.open} locale={locale} />}
      <Choose page={props} />
      <Actions>
        <LinkButton href={requestPaths.request(requestId)}>{t.toRequest}</LinkButton>
        {view.inDraft && (
          <PostButton action={boardPaths.out(draftId, requestId)} token={props.token()} kind="careful">
            {t.takeOut}
          </PostButton>
        )}
      </Actions>
    </>
  )
}

const Stays = ({ why, locale }: { why: WhyOpen; locale: Locale }): VNode => (
  <Section title={boardWords[locale].open}>
    <WhyStaysOpen why={why} locale={locale} />
  </Section>
)

/** What the planner says: also the part of the page that the script asks for when something else is chosen. */
export const Judged = ({
  judged,
  names,
  locale,
}: Pick<Props, 'locale' | 'judged'> & Pick<ChangeView, 'names'>): VNode => {
  const t = boardWords[locale]
  return (
    <div data-answer aria-live="polite" tabindex={-1} autofocus={judged !== null}>
      {judged?.length === 0 && <Notice tone="good">{t.fits}</Notice>}
      {judged && judged.length > 0 && (
        <Notice tone="attention" title={t.fitsNot}>
          <Bullets items={judged.map((one) => changeRefusal(one, { names }, locale))} />
        </Notice>
      )}
    </div>
  )
}

const staleFields = ({ locale, zone, view, form }: Props): StaleField[] => {
  const t = boardWords[locale]
  const time = (id: string): string => {
    const slot = view.slots.find((one) => one.id === id)
    return slot ? formatSpan(slot.startsAt, slot.endsAt, zone, locale) : ''
  }
  const called = (ids: readonly string[]): string =>
    listed(
      ids
        .map((id) => view.names.get(id)?.name ?? '')
        .filter(Boolean)
        .toSorted(),
      locale,
    )
  const { slotId, supporterIds, companionId } = view.chosen
  return [
    { label: t.time, mine: time(valueOf(form, 'slot')), theirs: view.inDraft ? time(slotId) : '' },
    { label: t.people(view.seats), mine: called(listOf(form, 'people')), theirs: called(supporterIds) },
    {
      label: t.companion,
      mine: called([valueOf(form, 'companion')]),
      theirs: called(companionId === null ? [] : [companionId]),
    },
  ]
}

export const changeRefusal = (blocker: ChangeBlocker, { names }: Pick<ChangeView, 'names'>, locale: Locale): string => {
  const t = boardWords[locale]
  if (blocker.what === 'sent') return t.refusals.sent
  if (blocker.what === 'invited') return leftBehindText(names.get(blocker.personId), locale)
  const why = againstText({ personId: blocker.personId, what: blocker.what }, locale)
  const called = names.get(blocker.personId ?? '')
  return called ? t.against(spoken(called), why) : why
}

/** Whoever is invited stays in the visit, until their invitation is taken back. */
export const leftBehindText = (called: Called | undefined, locale: Locale): string =>
  boardWords[locale].refusals.leftBehind(spoken(called ?? { name: '', kana: '' }))

const Choose = ({ page }: { page: Props }): VNode => {
  const { locale, zone, view, form, judged, token } = page
  const t = boardWords[locale]
  const naming = namingIn(locale, view.names)
  const agreed = view.agreed.map((id) => naming.person(id))
  return (
    <Form
      action={boardPaths.visit(view.draftId, view.requestId)}
      token={token()}
      form={form}
      version={view.version}
      ask={boardPaths.judged(view.draftId, view.requestId)}
      submit={t.save}
      more={
        <Button kind="secondary" name="check" value="yes">
          {t.check}
        </Button>
      }
    >
      {agreed.length > 0 && <Notice>{t.saidYes(agreed)}</Notice>}
      {view.standIn && <p>{t.standIn(spoken(view.standIn))}</p>}
      <Radios
        form={form}
        name="slot"
        label={t.time}
        required
        choices={view.slots.map((slot) => ({
          value: slot.id,
          label: formatSpan(slot.startsAt, slot.endsAt, zone, locale),
        }))}
      />
      <Whom page={page} />
      {view.more && <LinkButton href={boardPaths.everybody(view.draftId, view.requestId)}>{t.everybody}</LinkButton>}
      <Along page={page} />
      <Judged judged={judged} names={view.names} locale={locale} />
    </Form>
  )
}

const Whom = ({ page: { locale, view, form } }: { page: Props }): VNode => {
  const t = boardWords[locale]
  const naming = namingIn(locale, view.names)
  return view.people.length === 0 ? (
    <Notice>{t.nobodyListed}</Notice>
  ) : (
    <Checkboxes
      form={form}
      name="people"
      label={t.people(view.seats)}
      required
      choices={view.people.map(({ called, reasons, inTheWay }) => ({
        value: called.id,
        label: <Name name={called.name} kana={called.kana} />,
        hint: asSentences(
          [whySentence(reasons, naming), ...inTheWay.map((what) => againstText({ personId: null, what }, locale))],
          locale,
        ),
      }))}
    />
  )
}

const Along = ({ page: { locale, view, form } }: { page: Props }): VNode | null => {
  const t = boardWords[locale]
  if (!view.companionNeeded) return null
  return (
    <Radios
      form={form}
      name="companion"
      label={t.companion}
      required
      choices={view.companions.map((called) => ({
        value: called.id,
        label: <Name name={called.name} kana={called.kana} />,
      }))}
    />
  )
}
