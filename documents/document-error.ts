/** Documents can't be made as asked: one sentence that says why, and what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

/** The engine made something that an independent validator disputes, and no known mistake of that validator explains it. */
export class EngineBug extends Error {
  override readonly name = 'EngineBug';
  /** The disputed document. */
  readonly document: Uint8Array;

  constructor(sentence: string, document: Uint8Array) {
    super(sentence);
    this.document = document;
  }
}
