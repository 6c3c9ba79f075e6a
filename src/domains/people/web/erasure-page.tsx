import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  ErrorSummary,
  Fold,
  Form,
  type FormState,
  Heading,
  List,
  Name,
  Notice,
  Radios,
  Section,
  TextField,
} from '#ui/index.ts'
import { erasureGrounds } from '../core/erasure.ts'
import type { InTheWay } from '../actions/erase-person.ts'
import type { Wish } from '../data/erasure.ts'
import type { Person } from '../data/persons.ts'
import { ErasureLists } from './erasure-lists.tsx'
import { erasureWords } from './erasure-words.ts'
import { peoplePaths } from './paths.ts'
import { peopleWords } from './people-words.ts'
import { ToldFields } from './told-form.tsx'

interface Props {
  locale: Locale
  zone: string
  person: Person
  wish: Wish | null
  stands: InTheWay
  eraseForm: FormState
  toldForm: FormState
  token: () => string
}

/** Before a record is erased: who asked, what is left to end, what goes and stays, and the name typed once more. */
export const ErasurePage = (props: Props): VNode => {
  const { locale, zone, person, wish, stands } = props
  const t = erasureWords[locale]
  return (
    <>
      <BackLink href={peoplePaths.person(person.id)}>{peopleWords[locale].backToPerson}</BackLink>
      <Heading above={t.title}>
        <Name name={person.name} kana={person.kana} />
      </Heading>
      {wish ? <Notice>{t.wished(formatDayLong(dayIn(wish.at, zone), locale))}</Notice> : <p>{t.notWished}</p>}
      {isFree(stands) ? null : <ToEnd page={props} />}
      <WishAsTold page={props} />
      <ErasureLists locale={locale} />
      {isFree(stands) ? <Confirm page={props} /> : null}
    </>
  )
}

const isFree = ({ own, others }: InTheWay): boolean => own.length + others.length === 0

const WishAsTold = ({ page }: { page: Props }): VNode => {
  const { locale, person, wish, toldForm: form } = page
  const t = erasureWords[locale]
  return (
    <Fold summary={wish ? t.takeBack : t.record} open={form.errors.length > 0}>
      <Form
        action={wish ? peoplePaths.endErasureWish(person.id) : peoplePaths.erasureWish(person.id)}
        token={page.token()}
        form={form}
        submit={wish ? t.takeBack : t.record}
        submitKind="secondary"
      >
        <ToldFields locale={locale} form={form} />
      </Form>
    </Fold>
  )
}

const ToEnd = ({ page }: { page: Props }): VNode => {
  const { locale, person, stands } = page
  const t = erasureWords[locale]
  return (
    <Section title={t.inTheWay}>
      <ErrorSummary form={page.eraseForm} />
      <p>{t.inTheWayLead}</p>
      <List
        items={[
          ...stands.own.map(({ kind }) => ({ title: t.blockers[kind], href: peoplePaths.person(person.id) })),
          ...stands.others.map((one) => ({ title: one.text(locale), href: one.href })),
        ]}
      />
    </Section>
  )
}

const Confirm = ({ page }: { page: Props }): VNode => {
  const { locale, person, eraseForm: form } = page
  const t = erasureWords[locale]
  return (
    <Section title={t.confirmTitle}>
      <p>{t.careful}</p>
      <Form
        action={peoplePaths.erasure(person.id)}
        token={page.token()}
        form={form}
        submit={t.submit}
        submitKind="careful"
      >
        <Radios
          form={form}
          name="ground"
          label={t.ground}
          hint={t.groundHint}
          required
          choices={erasureGrounds.map((value) => ({ value, label: t.grounds[value] }))}
        />
        <TextField form={form} name="name" label={t.confirm} autocomplete="off" required maxlength={60} />
      </Form>
    </Section>
  )
}

/** What is left of a record that was erased. */
export const ErasedPage = ({ locale, zone, at }: { locale: Locale; zone: string; at: Date }): VNode => {
  const t = erasureWords[locale]
  return (
    <>
      <BackLink href={peoplePaths.list}>{t.back}</BackLink>
      <Heading>{t.erased}</Heading>
      <p>{t.erasedOn(formatDayLong(dayIn(at, zone), locale))}</p>
    </>
  )
}
