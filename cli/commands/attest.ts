import { resolve } from 'node:path';
import { Command } from 'commander';
import { jsonText } from '#contract/texts/json-text';
import type { Language } from '#reporters/texts';
import { type Claim, attestationOf, runIn } from '../attest/attest.ts';
import { addAttestation, attestationFile, readAttestations } from '../attest/attestation-file.ts';
import { listText, madeText } from '../attest/attestation-text.ts';
import { languageOf } from '../language.ts';
import { contractOption, languageOption } from '../options.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';

interface Options extends Claim {
  readonly out?: string;
  readonly run?: string;
  readonly list?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** `3pas attest`: records that a first real notice was seen published, which is what proves phase 4. */
export const attestCommand = (): Command =>
  new Command('attest')
    .description(
      'Records that a notice of the own system was seen published: the proof of phase 4, as a line in attestations.ndjson.',
    )
    .option('--publication <id>', 'identifier of the publication, for example gmb-2026-12345')
    .option('--seen-by <name>', 'who saw it')
    .option('--seen-at <moment>', 'when, for example 2026-11-23T09:00:00+01:00')
    .option('--document-type <name>', 'its document type')
    .option('--reference <number>', 'its referentienummer')
    .option('--note <text>', 'anything else that was seen')
    .option('--run <folder>', 'folder of the run of phase 4 that it goes with')
    .option('-o, --out <folder>', 'another folder for attestations.ndjson')
    .option('--list', 'tells what was recorded in the folder')
    .addOption(contractOption())
    .option('--json', 'as JSON')
    .addOption(languageOption())
    .action(attest);

const attest = (options: Options): void => {
  const folder = folderOf(options);
  const text = options.list === true ? listed(folder, options) : made(folder, options);
  tell(text);
};

const folderOf = ({ run, out }: Options): string => {
  if (run !== undefined && out !== undefined)
    throw new UsageError({
      nl: '--run en --out noemen allebei een map; geef een van beide',
      en: '--run and --out both name a folder; give one of them',
    });
  const folder = run ?? out;
  if (folder === undefined || folder.trim() === '')
    throw new UsageError({
      nl: 'er is geen map gegeven; geef die van een run van fase 4 (--run), of een andere (--out)',
      en: 'no folder is given; give that of a run of phase 4 (--run), or any other (--out)',
    });
  return resolve(folder);
};

const listed = (folder: string, { json, lang }: Options): string => {
  const all = readAttestations(folder);
  return json === true ? `${jsonText(all)}\n` : listText(all, attestationFile(folder), languageOf(lang));
};

const made = (folder: string, options: Options): string => {
  const run = options.run === undefined ? undefined : runIn(folder);
  const attestation = attestationOf(options, run, new Date());
  addAttestation(folder, attestation);
  const file = attestationFile(folder);
  if (options.json === true) return `${jsonText({ file, attestation })}\n`;
  return madeText(attestation, file, languageOf(options.lang));
};
