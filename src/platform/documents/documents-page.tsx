import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, Heading, Lead, LinkButton, Notice, Small, Table } from '#ui/index.ts'
import { documentPaths } from './document-paths.ts'
import { documentPageWords } from './document-words.ts'
import { problemText } from './problem-text.ts'
import type { TemplateCheck } from './pdf.ts'

interface Row {
  file: string
  own: boolean
  label: string
  name: string
}

export const DocumentsPage = (props: {
  locale: Locale
  programmeId: number
  rows: readonly Row[]
  mayReplace: boolean
}): VNode => {
  const t = documentPageWords[props.locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {props.mayReplace && <Small>{t.programme(props.programmeId)}</Small>}
      <Table
        caption={t.caption}
        captionHidden
        rows={props.rows}
        columns={[
          { head: t.document, cell: ({ label }) => label, rowHead: true },
          { head: t.today, cell: (row) => row.file },
          { head: t.state, cell: (row) => <State row={row} locale={props.locale} /> },
          { head: t.sample, cell: ({ name }) => <LinkButton href={documentPaths.sample(name)}>{t.open}</LinkButton> },
          ...(props.mayReplace
            ? [
                {
                  head: t.template,
                  cell: ({ name }: Row) => <LinkButton href={documentPaths.template(name)}>{t.replaceIt}</LinkButton>,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

// Ours can be printed: our own tests print them all.
const State = ({ row, locale }: { row: Row; locale: Locale }): VNode => {
  const t = documentPageWords[locale]
  if (!row.own) return <>{t.ours}</>
  return (
    <>
      {t.own} <LinkButton href={documentPaths.check(row.name)}>{t.checkIt}</LinkButton>
    </>
  )
}

/** What came of printing the sample with the template of today. */
export const CheckedPage = (props: { locale: Locale; name: string; label: string; check: TemplateCheck }): VNode => {
  const { locale, check } = props
  const t = documentPageWords[locale]
  return (
    <>
      <BackLink href={documentPaths.list}>{t.title}</BackLink>
      <Heading above={props.label}>{t.checked}</Heading>
      {check.problem ? (
        <Notice tone="attention">
          {problemText(check.problem, locale)} {t.meanwhile}
        </Notice>
      ) : (
        <Notice tone="good">{t.works(check.file)}</Notice>
      )}
      <LinkButton href={documentPaths.sample(props.name)}>{t.open}</LinkButton>
    </>
  )
}
