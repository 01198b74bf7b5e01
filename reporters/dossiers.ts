import type { ExchangeRecorded } from '#evidence/event';

/** A dossier that a run made at an endpoint. */
export interface Dossier {
  readonly number: string;
  readonly documentType: string | undefined;
  /** Milliseconds since the epoch, of the last delivery that its number came back for. */
  readonly at: number;
}

/** Gathers the dossiers of a run, each once, also where a refusal hands out a number. */
export const dossierFold = () => {
  const dossiers = new Map<string, Dossier>();
  return {
    add: ({ dossierNumber: number, documentType, startedAt: at }: ExchangeRecorded): void => {
      if (number !== undefined) dossiers.set(number, { number, documentType, at });
    },
    result: (): readonly Dossier[] => [...dossiers.values()],
  };
};
