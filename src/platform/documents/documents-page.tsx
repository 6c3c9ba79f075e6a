import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Heading, Lead, LinkButton, Small, Table } from '#ui/index.ts'
import { documentPageWords } from './document-words.ts'
import type { TemplateCheck } from './pdf.ts'

interface Row extends TemplateCheck {
  label: string
  href: string
}

export const DocumentsPage = (props: { locale: Locale; programmeId: number; rows: readonly Row[] }): VNode => {
  const t = documentPageWords[props.locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Small>{t.programme(props.programmeId)}</Small>
      <Table
        caption={t.caption}
        captionHidden
        rows={props.rows}
        columns={[
          { head: t.document, cell: ({ label }) => label, rowHead: true },
          { head: t.template, cell: (row) => row.file },
          { head: t.state, cell: (row) => stateOf(row, props.locale) },
          { head: t.sample, cell: ({ href }) => <LinkButton href={href}>{t.open}</LinkButton> },
        ]}
      />
    </>
  )
}

// What the compiler says is English; the few things that nearly everybody meets are said in the reader's language.
const stateOf = ({ own, problem }: TemplateCheck, locale: Locale): string => {
  const t = documentPageWords[locale]
  if (!problem) return own ? t.own : t.ours
  const known = Object.entries(t.problems).find(([part]) => problem.message.includes(part))
  return t.problem(problem.file, problem.line, known?.[1] ?? problem.message)
}
