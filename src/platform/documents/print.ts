import { type Call, file, type Later, later } from '#platform/http/call.ts'
import { pdfType, type Pressing, type Printed } from './pdf.ts'

/** Answers with a document, pressed when the transaction has ended. `note` puts down that it was printed, once it was. */
export const print = (name: string, paper: Pressing<Printed>, note: (call: Call) => void = () => {}): Later =>
  later(paper, async (call, { bytes }) => {
    note(call)
    return file(name, pdfType, bytes, true)
  })
