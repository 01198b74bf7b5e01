/** A call that was not done in time; its worker is stopped. */
export class GuardTimeout extends Error {
  override readonly name = 'GuardTimeout';
}

/** A worker that stopped by itself, or whose WebAssembly trapped and can't be trusted any more. */
export class GuardCrash extends Error {
  override readonly name = 'GuardCrash';
}

/** What a guarded function threw, by its name and message. */
export class GuardFailure extends Error {
  override readonly name = 'GuardFailure';
  readonly thrown: string;

  constructor(thrown: string, message: string) {
    super(message);
    this.thrown = thrown;
  }
}
