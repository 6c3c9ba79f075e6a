import type { StepName } from '../../core/sheet-steps.ts'
import { avoidStep } from './avoid.tsx'
import { companyStep } from './company.tsx'
import { daysStep } from './days.tsx'
import { helpStep } from './help.tsx'
import { hoursStep } from './hours.tsx'
import { limitsStep } from './limits.tsx'
import type { SheetStep } from './step.ts'
import { themesStep } from './themes.tsx'
import { travelStep } from './travel.tsx'
import { wishesStep } from './wishes.tsx'

export const sheetSteps: Readonly<Record<StepName, SheetStep>> = {
  wishes: wishesStep,
  themes: themesStep,
  hours: hoursStep,
  days: daysStep,
  limits: limitsStep,
  travel: travelStep,
  company: companyStep,
  avoid: avoidStep,
  help: helpStep,
}
