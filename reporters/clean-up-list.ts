import { csv } from './csv.ts';
import type { RunResult } from './run-result.ts';

/** The dossiers that a run made at an endpoint, as CSV for who cleans up there, since no delete operation is known. */
export const cleanUpList = ({ started, dossiers }: Pick<RunResult, 'started' | 'dossiers'>): string => {
  const rows = dossiers.map(({ number, documentType, at }) => [
    number,
    documentType ?? '',
    new Date(at).toISOString(),
    started.target,
  ]);
  return csv([['dossiernummer', 'documenttype', 'aangeleverd', 'endpoint'], ...rows]);
};
