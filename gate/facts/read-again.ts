import type { ExchangeRecorded } from '#evidence/event';
import type { ShownValue } from './gate-facts.ts';

/** What the bytes of an exchange say. */
export interface ReadExchange {
  readonly answer: string;
  readonly dossierNumber: string | undefined;
  readonly documentType: string | undefined;
  /** Reference and title of what was delivered. */
  readonly marks: readonly string[];
  /** Undefined where nobody asked for it. */
  readonly shown?: readonly ShownValue[] | undefined;
}

/** Reads an exchange once more. */
export type ReadAgain = (exchange: ExchangeRecorded) => ReadExchange;

/** An exchange as it was read when it was recorded. */
export const asRecorded: ReadAgain = ({ answer, dossierNumber, documentType, reference }) => ({
  ...{ answer, dossierNumber, documentType },
  marks: reference === undefined ? [] : [reference],
});
