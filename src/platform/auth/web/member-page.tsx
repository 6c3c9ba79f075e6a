import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  DefinitionList,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  List,
  Name,
  Pagination,
  PostButton,
  Section,
  Select,
  StatusTag,
  Tabs,
  TextField,
  Time,
} from '#ui/index.ts'
import type { MemberGroup } from '../member-rules.ts'
import type { Member } from '../members.ts'
import { authPaths } from '../paths.ts'
import type { RoleLabel } from '../auth-services.ts'
import type { MemberWords } from './member-words.ts'

export interface MemberLine {
  member: Member
  label: RoleLabel | null
  role: string
}

export const MembersPage = (props: {
  t: MemberWords
  locale: Locale
  groups: readonly MemberGroup[]
  group: MemberGroup
  lines: readonly MemberLine[]
  previous: string | null
  next: string | null
}): VNode => {
  const { t } = props
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <LinkButton href={authPaths.inviteMember} kind="primary">
        {t.add}
      </LinkButton>
      <Tabs
        label={t.title}
        tabs={props.groups.map((group) => ({
          href: authPaths.memberGroup(group),
          label: t.groups[group],
          current: group === props.group,
        }))}
      />
      {props.lines.length === 0 ? (
        <EmptyState>{t.nobody}</EmptyState>
      ) : (
        <List
          items={props.lines.map(({ member, label, role }) => ({
            title: <Name name={label?.person ?? '—'} kana={label?.kana ?? null} />,
            href: authPaths.member(member.membershipId),
            tag: <StatusTag>{role}</StatusTag>,
            lines: [label?.place ?? null, member.email ?? t.noAccount],
          }))}
        />
      )}
      <Pagination locale={props.locale} previous={props.previous} next={props.next} />
    </>
  )
}

export const MemberPage = (props: {
  t: MemberWords
  locale: Locale
  zone: string
  token: () => string
  line: MemberLine
  isStaff: boolean
  form: FormState
}): VNode => {
  const { t, line, form } = props
  const { member, label } = line
  return (
    <>
      <BackLink href={authPaths.members}>{t.title}</BackLink>
      <Heading tag={<StatusTag>{line.role}</StatusTag>}>
        <Name name={label?.person ?? '—'} kana={label?.kana ?? null} />
      </Heading>
      <DefinitionList
        items={[
          { term: t.role, value: line.role },
          label?.place ? { term: t.place, value: label.place } : null,
          { term: t.email, value: member.email ?? t.noAccount },
          { term: t.since, value: <Time at={member.startsAt} zone={props.zone} locale={props.locale} /> },
        ]}
      />
      {props.isStaff ? <p>{member.secondFactor ? t.factorOn : t.factorOff}</p> : null}
      <LinkButton href={authPaths.inviteFurther(member.membershipId)}>{t.addRole}</LinkButton>
      <Section title={member.email ? t.resend : t.changeAddress}>
        <Form
          action={authPaths.resendInvite(member.membershipId)}
          token={props.token()}
          form={form}
          submit={t.resend}
          submitKind="secondary"
        >
          <TextField form={form} name="email" type="email" label={t.emailNew} maxlength={254} required unmarked />
        </Form>
      </Section>
      {props.isStaff && member.secondFactor ? (
        <Section title={t.reset}>
          <p>{t.resetLead}</p>
          <PostButton action={authPaths.resetSecondFactor(member.membershipId)} token={props.token()}>
            {t.reset}
          </PostButton>
        </Section>
      ) : null}
      <Section title={t.end}>
        <p>{t.endLead}</p>
        <PostButton action={authPaths.endRole(member.membershipId)} token={props.token()} kind="careful">
          {t.end}
        </PostButton>
      </Section>
    </>
  )
}

export const InvitePage = (props: {
  t: MemberWords
  form: FormState
  token: string
  roles: readonly { value: Role; label: string }[]
  places: readonly { id: string; name: string }[]
  /** Somebody of the programme who gets a further role; null: somebody new. */
  further: { membershipId: string; person: string; kana: string } | null
}): VNode => {
  const { t, form, further } = props
  return (
    <>
      <BackLink href={authPaths.members}>{t.title}</BackLink>
      <Heading>{t.add}</Heading>
      <Lead>{t.submitHint}</Lead>
      <Form action={authPaths.inviteMember} token={props.token} form={form} submit={t.submit}>
        {further ? (
          <>
            <Hidden name="of" value={further.membershipId} />
            <DefinitionList items={[{ term: t.person, value: <Name name={further.person} kana={further.kana} /> }]} />
          </>
        ) : (
          <>
            <TextField form={form} name="name" label={t.name} maxlength={100} required unmarked />
            <TextField form={form} name="kana" label={t.kana} maxlength={100} required unmarked />
          </>
        )}
        <TextField
          form={form}
          name="email"
          type="email"
          label={t.emailNew}
          hint={t.emailHint}
          maxlength={254}
          required
          unmarked
        />
        <Select form={form} name="role" label={t.role} options={props.roles} required unmarked />
        {props.places.length > 0 ? (
          <Select
            form={form}
            name="place"
            label={t.place}
            hint={t.placeHint}
            options={props.places.map(({ id, name }) => ({ value: id, label: name }))}
            blank={t.noPlace}
            unmarked
          />
        ) : null}
      </Form>
    </>
  )
}
