import { csv } from './csv.ts';
import type { RunResult } from './run-result.ts';

/**
 * The dossiers that a run made at an endpoint, or may have made, as CSV for who cleans up there, since no delete operation is known.
 * Where no number came the reference tells which they are.
 */
export const cleanUpList = ({
  started,
  recording,
  dossiers,
}: Pick<RunResult, 'started' | 'recording' | 'dossiers'>): string => {
  const endpoint = recording?.forwardedTo?.url ?? started.target;
  const rows = dossiers.map(({ number, reference, documentType, at }) => [
    number ?? '',
    documentType ?? '',
    new Date(at).toISOString(),
    endpoint,
    reference ?? '',
    number === undefined ? 'misschien' : 'ja',
  ]);
  return csv([['dossiernummer', 'documenttype', 'aangeleverd', 'endpoint', 'referentienummer', 'gemaakt'], ...rows]);
};
