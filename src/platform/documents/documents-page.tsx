import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Heading, Lead, LinkButton, Small, Table } from '#ui/index.ts'
import { documentPaths } from './document-paths.ts'
import { documentPageWords } from './document-words.ts'
import { problemText } from './problem-text.ts'
import type { TemplateCheck } from './pdf.ts'

interface Row extends TemplateCheck {
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
          { head: t.state, cell: (row) => stateOf(row, props.locale) },
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

const stateOf = ({ own, problem }: TemplateCheck, locale: Locale): string => {
  const t = documentPageWords[locale]
  if (!problem) return own ? t.own : t.ours
  return `${problemText(problem, locale)} ${t.meanwhile}`
}
