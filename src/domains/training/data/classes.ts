import { applicationClasses } from './application-classes.ts'
import { credentialClasses } from './credential-classes.ts'
import { feeClasses } from './fee-classes.ts'
import { runClasses } from './run-classes.ts'
import { takingClasses } from './taking-classes.ts'

export const classes = { ...runClasses, ...applicationClasses, ...takingClasses, ...credentialClasses, ...feeClasses }
