import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Card, EmptyState, Heading, Lead, LinkButton, OwnWords, Small, safePath, Time } from '#ui/index.ts'
import { demoMailWords } from './words.ts'

export interface DemoMail {
  to: string
  subject: string
  body: string
  at: Date
}

export const DemoMailsPage = (props: { locale: Locale; mails: readonly DemoMail[] }): VNode => {
  const t = demoMailWords[props.locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {props.mails.length === 0 ? <EmptyState>{t.empty}</EmptyState> : null}
      {props.mails.map((mail) => (
        <Card title={mail.subject} level={2}>
          <Small>
            {t.to}：{mail.to}　{t.at}：
            <Time at={mail.at} zone="Asia/Tokyo" locale={props.locale} />
          </Small>
          <OwnWords text={mail.body} />
          {linkOf(mail.body, t.openLink)}
        </Card>
      ))}
    </>
  )
}

// Only the path: the demo opens it wherever it was reached.
const linkOf = (body: string, label: string): VNode | null => {
  const link = /https?:\/\/\S+/.exec(body)?.[0]
  if (!link || !URL.canParse(link)) return null
  const { pathname, search } = new URL(link)
  const path = safePath(`${pathname}${search}`)
  return path ? <LinkButton href={path}>{label}</LinkButton> : null
}
