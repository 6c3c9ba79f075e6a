import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  blankForm,
  Button,
  Checkbox,
  Checkboxes,
  DateField,
  Faces,
  FieldGroup,
  FieldRow,
  FileField,
  FilterForm,
  Form,
  type FormState,
  Hidden,
  NumberField,
  Radios,
  refusedForm,
  Select,
  StaleEdit,
  TextArea,
  TextField,
  TimeField,
} from '../index.ts'

const typed = { name: '', phone: 'なし', way: 'mail', days: ['tue'], area: 'kinuta', story: 'はじめまして。' }

export const FormSamples = (props: { locale: Locale }): VNode => {
  const { locale } = props
  return (
    <>
      <Everything form={blankForm(locale, { way: 'phone', feeling: 'calm' }, 'blank')} />
      <Everything
        form={refusedForm(
          locale,
          typed,
          [
            { field: 'name', message: 'お名前を入力してください' },
            { field: 'phone', message: '電話番号は数字で入力してください（例：03-1234-5678）' },
            { field: 'days', message: '来られる曜日を選んでください' },
            { field: 'agree', message: 'よければ、印をつけてください' },
            { field: '', message: '開いているあいだに席が埋まりました。空いたらお声がけしてもよいですか' },
          ],
          'refused',
        )}
      />
      <StaleEdit
        locale={locale}
        fields={[
          { label: 'ひとこと', mine: '午後からなら行けます。', theirs: '午前からでも行けます。' },
          { label: '変わっていない項目', mine: '同じ', theirs: '同じ' },
          { label: '交通', mine: '', theirs: 'バス' },
        ]}
      />
      <FilterForm action="/gallery" submit="さがす">
        <TextField form={blankForm(locale, {}, 'filter')} name="q" label="ことば" type="search" unmarked />
        <Select form={blankForm(locale, {}, 'filter')} name="kind" label="種類" options={areas} unmarked />
      </FilterForm>
    </>
  )
}

const areas = [
  { value: 'kita', label: '北の地域' },
  { value: 'kinuta', label: 'きぬたの地域' },
]

const Everything = (props: { form: FormState }): VNode => {
  const { form } = props
  return (
    <Form
      action="/gallery"
      token="sample"
      form={form}
      submit="確認へ進む"
      multipart
      more={
        <Button kind="quiet" name="draft" value="yes" skipChecks>
          下書きに保存する
        </Button>
      }
    >
      <Hidden name="version" value={1} />
      <TextField form={form} name="name" label="お名前" required autocomplete="name" />
      <TextField form={form} name="phone" label="電話番号" hint="日中に連絡がとれる番号" type="tel" required />
      <TextField form={form} name="station" label="最寄り駅" suggestions={['用賀', '砧', '三軒茶屋']} />
      <Radios
        form={form}
        name="way"
        label="連絡してほしい方法"
        inline
        required
        choices={[
          { value: 'phone', label: '電話' },
          { value: 'mail', label: 'メール' },
          { value: 'letter', label: '手紙' },
        ]}
      />
      <Checkboxes
        form={form}
        name="days"
        label="来られる曜日"
        choices={[
          { value: 'tue', label: '火曜日', hint: '午後だけ' },
          { value: 'sat', label: '土曜日' },
        ]}
      />
      <Dates form={form} />
      <NumberField form={form} name="people" label="人数" min={1} max={3} />
      <Select form={form} name="area" label="お住まいの地域" options={areas} />
      <Feeling form={form} />
      <TextArea form={form} name="story" label="ひとこと" hint="思ったことを、そのまま書いてください。" />
      <FileField form={form} name="file" label="一覧のファイル" accept=".csv,text/csv" />
      <Checkbox form={form} name="agree" label="場に名前を伝えてもよいです" hint="いつでも変えられます。" />
    </Form>
  )
}

const Dates = ({ form }: { form: FormState }): VNode => (
  <FieldGroup legend="希望の日時" hint="決まっていなければ、そのままでかまいません。">
    <FieldRow>
      <DateField form={form} name="day" label="日にち" />
      <TimeField form={form} name="from" label="始まり" />
      <TimeField form={form} name="to" label="終わり" />
    </FieldRow>
  </FieldGroup>
)

const Feeling = ({ form }: { form: FormState }): VNode => (
  <Faces
    form={form}
    name="feeling"
    label="いまの気持ち"
    hint="答えなくてもかまいません。"
    faces={[
      { value: 'bright', face: 'bright', label: 'いい感じ' },
      { value: 'calm', face: 'calm', label: 'おだやか' },
      { value: 'even', face: 'even', label: 'ふつう' },
      { value: 'low', face: 'low', label: '少しつらい' },
      { value: 'heavy', face: 'heavy', label: 'とてもつらい' },
    ]}
  />
)
