/** What the engine refuses to work with. The edges check first, so reaching this is a mistake in code. */
export type SlotFaultCode = 'unknown-zone' | 'impossible-range' | 'impossible-rules';

/** Thrown by the engine: a code to look for and a message for the log. */
export class SlotFault extends Error {
  readonly code: SlotFaultCode;

  constructor(code: SlotFaultCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'SlotFault';
    this.code = code;
  }
}
