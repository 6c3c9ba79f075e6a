import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  NumberField,
  OwnWords,
  PostButton,
  Span,
  StatusTag,
} from '#ui/index.ts'
import type { Taster } from '../data/tasters.ts'
import { ownPaths } from './paths.ts'
import { tasterWords } from './taster-words.ts'

interface ListProps {
  locale: Locale
  zone: string
  tasters: readonly Taster[]
  href: (id: string) => string
}

/** What there is before applying. */
export const TasterList = ({ locale, zone, tasters, href }: ListProps): VNode => {
  const t = tasterWords[locale]
  if (tasters.length === 0) return <EmptyState>{t.none}</EmptyState>
  return (
    <List
      items={tasters.map((taster) => ({
        title: taster.title,
        href: href(taster.id),
        tag: taster.cancelled ? <StatusTag tone="ended">{t.cancelled}</StatusTag> : null,
        lines: [
          <Span from={taster.startsAt} to={taster.endsAt} zone={zone} locale={locale} />,
          [t.kinds[taster.kind], t.left(taster.capacity - taster.heads)].join(locale === 'en' ? ', ' : '、'),
        ],
      }))}
    />
  )
}

export const TasterFacts = ({ locale, zone, taster }: { locale: Locale; zone: string; taster: Taster }): VNode => {
  const t = tasterWords[locale]
  return (
    <>
      {taster.plain && <OwnWords text={taster.plain} />}
      <DefinitionList
        items={[
          { term: t.when, value: <Span from={taster.startsAt} to={taster.endsAt} zone={zone} locale={locale} /> },
          { term: t.place, value: taster.place },
          { term: t.seats, value: t.left(taster.capacity - taster.heads) },
        ]}
      />
    </>
  )
}

export const OwnTastersPage = ({ locale, zone, tasters, href }: ListProps): VNode => {
  const t = tasterWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <TasterList locale={locale} zone={zone} tasters={tasters} href={href} />
    </>
  )
}

interface Props {
  locale: Locale
  zone: string
  taster: Taster
  signedUp: boolean
  isPlace: boolean
  ahead: boolean
  form: FormState
  token: () => string
}

export const OwnTasterPage = (props: Props): VNode => {
  const { locale, zone, taster, signedUp, isPlace, ahead, form, token } = props
  const t = tasterWords[locale]
  return (
    <>
      <BackLink href={ownPaths.tasters}>{t.back}</BackLink>
      <Heading
        above={t.kinds[taster.kind]}
        tag={taster.cancelled ? <StatusTag tone="ended">{t.cancelled}</StatusTag> : null}
      >
        {taster.title}
      </Heading>
      <TasterFacts locale={locale} zone={zone} taster={taster} />
      {signedUp && <p>{t.mine}</p>}
      {ahead && signedUp && (
        <PostButton action={ownPaths.leaveTaster(taster.id)} token={token()}>
          {t.leave}
        </PostButton>
      )}
      {ahead && !signedUp ? (
        <Form action={ownPaths.taster(taster.id)} token={token()} form={form} submit={t.signUp}>
          {isPlace && <NumberField form={form} name="heads" label={t.heads} required min={1} max={20} />}
        </Form>
      ) : (
        <ErrorSummary form={form} />
      )}
    </>
  )
}
