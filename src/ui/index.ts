export {
  Actions,
  BackLink,
  Button,
  LinkButton,
  Pagination,
  PostButton,
  Tabs,
} from './actions.tsx'
export { BarChart } from './bar-chart.tsx'
export {
  Bullets,
  Card,
  Cards,
  type Definition,
  DefinitionList,
  EmptyState,
  Fold,
  List,
  type ListItem,
  Notice,
  StatusTag,
  Steps,
  type Tone,
} from './blocks.tsx'
export { MonthCalendar } from './calendar.tsx'
export { Checkbox, Checkboxes, Faces, Radios } from './choices.tsx'
export { isColour, mixed, readableOnWhite, textColourOn } from './contrast.ts'
export { CourseChart } from './course-chart.tsx'
export { CrisisCard, PhoneLine } from './crisis-card.tsx'
export { type FaceKind } from './face.tsx'
export { DateField, FileField, NumberField, Select, TextArea, TextField, TimeField } from './fields.tsx'
export { ErrorSummary, FieldGroup, FieldRow, FilterForm, Form, Hidden } from './form.tsx'
export { blankForm, errorOf, type FieldError, type FormState, listOf, refusedForm, valueOf } from './form-state.ts'
export { Document } from './layout.tsx'
export type { NavEntry, NavItem } from './layout-props.ts'
export { PrintSheet, PrintSheets, WriteHere } from './print-sheet.tsx'
export { safePath, safeUrl } from './safe-url.ts'
export { StaleEdit, type StaleField } from './stale-edit.tsx'
export { type Column, Table } from './table.tsx'
export { Day, Heading, Lead, Name, OwnWords, Section, Small, Span, SubHeading, Time } from './text.tsx'
