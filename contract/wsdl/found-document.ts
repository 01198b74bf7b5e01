/** A document as it was found: by the name under which others refer to it. */
export interface FoundDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where the documents of a WSDL come from. */
export interface DocumentSource {
  /** The document at a location that another one names; throws `ContractError` for one that can't be had. */
  readonly at: (location: string, from: string) => Promise<FoundDocument>;
  /** The documents that were given beside the WSDL. */
  readonly given: readonly FoundDocument[];
}
