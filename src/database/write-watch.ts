/** Remembers whether a piece of work saved anything, for whoever has to say so when it fails. */
export class WriteWatch {
  private isTouched = false;

  /** A transaction was committed, or was about to be when its connection broke. */
  get mayHaveSaved(): boolean {
    return this.isTouched;
  }

  note(): void {
    this.isTouched = true;
  }
}
