import { Parser } from 'htmlparser2'

/** A form as somebody sends it who has filled it in. */
export interface Sending {
  action: string
  fields: Record<string, string | string[]>
}

interface Control {
  name: string
  type: string
  value: string
  /** A box that is ticked, an option that is chosen. */
  taken: boolean
}

interface OpenForm {
  action: string
  controls: Control[]
}

/** Ways to fill in the forms of a page that are sent, simplest first: as they stand, what is empty filled, everything ticked. */
export const sendingsIn = (html: string, page: string): Sending[] =>
  postsIn(html, page).flatMap(({ action, controls }) => {
    const buttons = controls.filter(({ type }) => type === 'button')
    const pressed = buttons.length === 0 ? [null] : buttons
    return pressed.flatMap((button) =>
      ways.map((way) => {
        const fields = filled(controls, way)
        return { action, fields: button ? { ...fields, [button.name]: button.value } : fields }
      }),
    )
  })

interface Way {
  /** What is written where nothing stands, by the kind of field; null: left as it is. */
  fill: Readonly<Record<string, string>> | null
  /** Boxes that nobody ticked are ticked. */
  tick: boolean
  /** Of the choices that nobody has made yet. */
  choose: 'first' | 'last'
}

const ahead: Readonly<Record<string, string>> = {
  text: 'ことば',
  number: '1',
  date: '2026-12-08',
  month: '2026-12',
  time: '10:00',
  'datetime-local': '2026-12-08T10:00',
  email: 'somebody@sample.example',
  tel: '03-0000-0000',
  url: 'https://sample.example/',
}
const past = { ...ahead, text: '', number: '30', date: '2026-11-10', 'datetime-local': '2026-11-10T10:00' }

const ways: readonly Way[] = [
  { fill: null, tick: false, choose: 'first' },
  { fill: ahead, tick: false, choose: 'first' },
  { fill: ahead, tick: true, choose: 'first' },
  { fill: ahead, tick: true, choose: 'last' },
  { fill: past, tick: false, choose: 'first' },
  { fill: { ...past, text: 'ことば' }, tick: true, choose: 'last' },
  { fill: { ...ahead, text: '', number: '' }, tick: false, choose: 'first' },
]

const filled = (controls: readonly Control[], { fill, tick, choose }: Way): Record<string, string[]> => {
  const fields = new Map<string, string[]>()
  const add = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), value])
  for (const [name, group] of Map.groupBy(controls, (control) => control.name)) {
    for (const control of group) {
      const { type, value, taken } = control
      if (type === 'hidden') add(name, value)
      else if (type === 'checkbox' && (taken || tick)) add(name, value)
      else if (isWritten(type)) add(name, value === '' && fill ? exampleOf(control, fill) : value)
    }
    const choices = group.filter(({ type }) => type === 'radio' || type === 'option')
    const real = choices.filter(({ value }) => value !== '')
    const already = choices.find(({ taken, value }) => taken && (value !== '' || !fill))
    const chosen =
      already ?? (fill ? real.at(choose === 'first' ? 0 : -1) : choices.find(({ type }) => type === 'option'))
    if (chosen) add(name, chosen.value)
  }
  fields.delete('_token')
  return Object.fromEntries(fields)
}

const isWritten = (type: string): boolean => !['hidden', 'checkbox', 'radio', 'option', 'button'].includes(type)

// What ends, ends an hour after it began.
const exampleOf = ({ name, type }: Control, fill: Readonly<Record<string, string>>): string =>
  type === 'time' && /^(to|until|end)/.test(name) ? '11:00' : (fill[type] ?? fill['text'] ?? '')

const postsIn = (html: string, page: string): OpenForm[] => {
  const forms: OpenForm[] = []
  let open: OpenForm | null = null
  let select = ''
  let writing = false
  const parser = new Parser({
    onopentag: (tag, at) => {
      if (tag === 'form') {
        open = { action: at['action'] ?? page, controls: [] }
        if (at['method'] === 'post') forms.push(open)
      }
      if (tag === 'select') select = at['name'] ?? ''
      const add = (type: string, name = at['name'] ?? '', taken = 'checked' in at || 'selected' in at) => {
        if (name !== '') open?.controls.push({ name, type, value: at['value'] ?? '', taken })
      }
      if (tag === 'input') add(at['type'] ?? 'text')
      if (tag === 'option') add('option', select)
      if (tag === 'button') add('button')
      if (tag === 'textarea') {
        add('textarea')
        writing = true
      }
    },
    ontext: (text) => {
      const last = open?.controls.at(-1)
      if (writing && last?.type === 'textarea') last.value += text
    },
    onclosetag: (tag) => {
      if (tag === 'form') open = null
      if (tag === 'textarea') writing = false
    },
  })
  parser.end(html)
  return forms
}
