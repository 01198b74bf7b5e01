import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Observations, readObservations } from '#gate/sample/observations';
import { UsageError } from '../usage-error.ts';
import { optionText } from './read-file.ts';

/** Gives what was seen of the dossiers of a package, by the SHA-256 of its journal; undefined where nothing was. */
export type ObservationsOf = (journal: string) => Observations | undefined;

/** Reads observations of one package from a file, or those of several from a folder; throws `UsageError` for what holds none. */
export const observationsAt = (at: string | undefined): ObservationsOf => {
  if (at === undefined) return () => undefined;
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const only = observationsIn(at);
    return () => only;
  }
  const all = readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .map((name) => observationsIn(join(at, name)))
    .sort((one, other) => other.sample.at.localeCompare(one.sample.at));
  return (journal) => all.find(({ sample }) => sample.evidence === journal);
};

const observationsIn = (file: string): Observations => {
  const found = readObservations(optionText('--observations', file));
  if ('observations' in found) return found.observations;
  throw new UsageError({
    nl: `--observations ${file} bevat geen waarnemingen (${found.problem.nl}); geef het bestand dat de pagina van de steekproef bewaarde, of een map met alleen zulke bestanden`,
    en: `--observations ${file} holds no observations (${found.problem.en}); give the file that the page of the sample saved, or a folder with such files alone`,
  });
};
