import type { ExchangeRecorded } from '#evidence/event';

/** What the bytes of an exchange say. */
export interface ReadExchange {
  readonly answer: string;
  readonly dossierNumber: string | undefined;
  readonly documentType: string | undefined;
  /** Reference and title of what was delivered. */
  readonly marks: readonly string[];
}

/** Reads an exchange once more. */
export type ReadAgain = (exchange: ExchangeRecorded) => ReadExchange;

/** An exchange as it was read when it was recorded. */
export const asRecorded: ReadAgain = ({ answer, dossierNumber, documentType, reference }) => ({
  ...{ answer, dossierNumber, documentType },
  marks: reference === undefined ? [] : [reference],
});
