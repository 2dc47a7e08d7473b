/** Something that should not have happened: a code to look for, a message for the log, the cause. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Fault';
  }
}
