import { csv } from './csv.ts';
import type { RunResult } from './run-result.ts';

/** The dossiers that a run made at an endpoint, also where a refusal hands out a number; as CSV for who cleans up there, since no delete operation is known. */
export const cleanUpList = ({ started, exchanges }: RunResult): string => {
  const made = exchanges.filter(({ dossierNumber }) => dossierNumber !== undefined);
  const unique = new Map(made.map((exchange) => [exchange.dossierNumber, exchange]));
  const rows = [...unique.values()].map(({ dossierNumber, documentType, startedAt }) => [
    dossierNumber ?? '',
    documentType ?? '',
    new Date(startedAt).toISOString(),
    started.target,
  ]);
  return csv([['dossiernummer', 'documenttype', 'aangeleverd', 'eindpunt'], ...rows]);
};
