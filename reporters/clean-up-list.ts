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
  return [['dossiernummer', 'documenttype', 'aangeleverd', 'eindpunt'], ...rows]
    .map((row) => row.map(quoted).join(';'))
    .join('\r\n')
    .concat('\r\n');
};

/** A CSV field; a leading sign that spreadsheets take for a formula is defused. */
const quoted = (text: string): string => {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
