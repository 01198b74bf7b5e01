import type { Generation } from '#generators/generation';
import type { XmlElement } from '#xml/tree';

/** What interactions are made from. */
export interface Making {
  readonly generation: Generation;
  /** Entries of the SOAP header besides those of the contract. */
  readonly headers: readonly XmlElement[];
}
