export {
  Actions,
  BackLink,
  Button,
  type ButtonKind,
  LinkButton,
  Pagination,
  PostButton,
  type Tab,
  Tabs,
} from './actions.tsx'
export { type Bar, BarChart } from './bar-chart.tsx'
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
export { type CalendarEvent, MonthCalendar } from './calendar.tsx'
export { Checkbox, Checkboxes, type Choice, type FaceChoice, Faces, Radios } from './choices.tsx'
export { contrastRatio, isColour, mixed, readableOnWhite, textColourOn } from './contrast.ts'
export { CourseChart, type CoursePoint } from './course-chart.tsx'
export { CrisisCard, PhoneLine } from './crisis-card.tsx'
export { Face, type FaceKind } from './face.tsx'
export type { FieldProps } from './field.tsx'
export { DateField, FileField, NumberField, type Option, Select, TextArea, TextField, TimeField } from './fields.tsx'
export { ErrorSummary, FieldGroup, FieldRow, FilterForm, Form, Hidden } from './form.tsx'
export { formNames } from './form-names.ts'
export { blankForm, errorOf, type FieldError, type FormState, refusedForm, valueOf } from './form-state.ts'
export { Document } from './layout.tsx'
export type { LayoutProps, NavItem } from './layout-props.ts'
export { Mark } from './mark.tsx'
export { PrintSheet, WriteHere } from './print-sheet.tsx'
export { safePath, safeUrl } from './safe-url.ts'
export { StaleEdit, type StaleField } from './stale-edit.tsx'
export { type Column, Table } from './table.tsx'
export { Day, Heading, Lead, Name, OwnWords, Section, Small, Span, SubHeading, Time } from './text.tsx'
