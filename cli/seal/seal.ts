import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import { visible } from '#contract/texts/visible';
import { type OpenBundle, openBundle } from '#bundle/files/open-bundle';
import type { PackedExchanges } from '#bundle/files/pack-exchanges';
import { sealFolder } from '#bundle/files/seal';
import { problemText } from '#bundle/problem';
import { number } from '#reporters/number';
import type { RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { unkeptText } from '#reporters/unkept';
import { contractFolder } from '../contract-folder.ts';
import { toldWriting } from '../folder/told-writing.ts';
import { takeFolder } from '../folder/take-folder.ts';
import { languageOf } from '../language.ts';
import { demandOwnJudges } from '../report/demand-own-judges.ts';
import { isUnjudged, judgeRecordingIn } from '../report/judge-recording-in.ts';
import { readRun } from '../report/read-run.ts';
import { tell } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { collect } from './collect.ts';
import { systemIn } from './system-in.ts';
import { type SignerOptions, readSigner } from './signer.ts';

/** The options of `3pas seal` as they are given. */
export interface SealOptions extends SignerOptions {
  readonly out?: string;
  readonly contract?: string;
  readonly vendor?: string;
  readonly withoutPayloads?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Makes one signed file of a run or recording; throws `UsageError` for one that was changed, or that nothing can be proved with. */
export const seal = async (folder: string, options: SealOptions): Promise<void> => {
  const from = resolve(folder);
  const now = new Date();
  demandOwnJudges(from, readRun(from));
  const signing = await readSigner(options, now);
  const to = resolve(options.out ?? join(from, 'bundle.zip'));
  demandNew(to);
  const lock = takeFolder(from, 'seal');
  let scratch: string | undefined;
  try {
    const result = await wholeRun(from);
    const withoutPayloads = options.withoutPayloads === true;
    const contract = contractOf(result.started, options.contract);
    const vendor = options.vendor === undefined ? undefined : systemIn(options.vendor, contract);
    const at = now.toISOString();
    const withoutPayloadsAt = withoutPayloads ? at : undefined;
    const of = result.recording === undefined ? 'run' : 'recording';
    const facts = { suite: suiteVersion, of, withoutPayloads } as const;
    const { packed, digest } = await toldWriting(async () => {
      const folder = (scratch = mkdtempSync(join(tmpdir(), '3pas-seal-')));
      const packed = collect({ from, to: folder, contract, vendor, at, withoutPayloadsAt });
      if (packed.lost > 0) throw new UsageError(isLost(from, packed.lost));
      const more = { facts: { ...facts, recipes: packed.recipes }, at: now, ...signing };
      return { packed, digest: await sealFolder({ folder, to, ...more }) };
    });
    const subject = await demandUnaltered(to);
    tellOf({ to, digest, subject, packed, withoutPayloads }, options);
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
    lock.release();
  }
};

const contractOf = ({ contract: of, asked }: RunResult['started'], given: string | undefined): Contract => {
  const folder = contractFolder(given ?? asked.contract);
  const contract = statSync(folder, { throwIfNoEntry: false }) === undefined ? undefined : readContract(folder);
  if (contract?.digest === of.digest) return contract;
  throw new UsageError({
    nl: `de map ${folder} is niet het contract waarmee beoordeeld is (${of.id}, SHA-256 ${of.digest}); geef dat met --contract`,
    en: `the folder ${folder} is not the contract that was judged by (${of.id}, SHA-256 ${of.digest}); give that with --contract`,
  });
};

const demandNew = (to: string): void => {
  if (statSync(to, { throwIfNoEntry: false }) === undefined) return;
  throw new UsageError({
    nl: `${to} is er al; geef met --out een ander bestand`,
    en: `${to} is there already; give another file with --out`,
  });
};

/** A recording that was killed is judged first. */
const wholeRun = async (from: string): Promise<RunResult> => {
  const read = readRun(from);
  if (read.unkept !== undefined) throw new UsageError(unkeptText(read.unkept));
  if (isUnjudged(read)) await judgeRecordingIn(from, read);
  const result = readRun(from);
  const { changed, unfounded, lost } = result;
  if (changed.length + unfounded.length > 0) throw new UsageError(wasChanged(from));
  if (lost.exchanges > 0) throw new UsageError(isLost(from, lost.exchanges));
  return result;
};

const wasChanged = (from: string): Bilingual => ({
  nl: `het journaal in ${from} is na de run gewijzigd, en daar valt niets mee te bewijzen; onderteken een andere run (3pas report zegt om welke regels het gaat)`,
  en: `the journal in ${from} was changed after the run, and proves nothing; seal another run (3pas report tells which lines)`,
});

const isLost = (from: string, count: number): Bilingual => ({
  nl: `van ${String(count)} uitwisselingen in ${from} zijn de bytes weg of beschadigd; zet de map exchanges terug, of onderteken een andere run`,
  en: `the bytes of ${String(count)} exchanges in ${from} are gone or damaged; put the folder exchanges back, or seal another run`,
});

/** Reads a package once more as whoever gets it will; tells who signed. */
const demandUnaltered = async (to: string): Promise<string> => {
  const bundle = await reopened(to);
  bundle.close();
  const [problem] = bundle.problems;
  if (problem === undefined && bundle.signer !== undefined) return bundle.signer.subject;
  rmSync(to, { force: true });
  const why = problem === undefined ? { nl: 'geen ondertekenaar', en: 'no signer' } : problemText(problem);
  throw new UsageError({
    nl: `het pakket is niet te lezen zoals het geschreven is (${why.nl}); maak het opnieuw, zo nodig met een ander certificaat`,
    en: `the package can't be read as it was written (${why.en}); make it again, with another certificate if need be`,
  });
};

/** One that there is no room to read is no use to whoever sealed it. */
const reopened = async (to: string): Promise<OpenBundle> => {
  try {
    return await toldWriting(() => openBundle(to));
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
};

interface Sealed {
  readonly to: string;
  readonly digest: string;
  readonly subject: string;
  readonly packed: PackedExchanges;
  readonly withoutPayloads: boolean;
}

const tellOf = (sealed: Sealed, { json, lang }: SealOptions): void => {
  const { to, digest, subject, packed, withoutPayloads } = sealed;
  const { size: bytes } = statSync(to);
  if (json === true) {
    tell(`${jsonText({ file: to, bytes, digest, signer: subject, recipes: packed.recipes, withoutPayloads })}\n`);
    return;
  }
  const language = languageOf(lang);
  const say = words[language];
  const lines = [
    say.sealed(to, number(Math.ceil(bytes / 1024), language)),
    say.signer(subject),
    say.digest(digest),
    ...(packed.recipes > 0 ? [say.recipes(number(packed.recipes, language))] : []),
    ...(withoutPayloads ? [say.withoutPayloads] : []),
    say.proves,
  ];
  tell(lines.map((line) => `${visible(line)}\n`).join(''));
};

const words = {
  nl: {
    sealed: (file: string, size: string) => `Ondertekend pakket: ${file} (${size} KiB)`,
    signer: (subject: string) => `Ondertekenaar: ${subject}`,
    digest: (digest: string) => `SHA-256 van manifest.json: ${digest}`,
    recipes: (count: string) =>
      `Van ${count} aanvallen van de suite zelf bevat het pakket een recept (controle, geval, seed) en niet de bytes, zodat mailfilters het doorlaten.`,
    withoutPayloads: 'De berichten zelf zitten er niet in: oordelen zijn er daarom niet opnieuw mee te bewijzen.',
    proves:
      'De ondertekening bewijst wie het pakket maakte en dat het sindsdien niet gewijzigd is. Zij bewijst niet wanneer dat was, en niet dat de inhoud waar is.',
  },
  en: {
    sealed: (file: string, size: string) => `Signed package: ${file} (${size} KiB)`,
    signer: (subject: string) => `Signer: ${subject}`,
    digest: (digest: string) => `SHA-256 of manifest.json: ${digest}`,
    recipes: (count: string) =>
      `Of ${count} attacks of the suite itself the package holds a recipe (check, case, seed) and not the bytes, so that mail filters let it through.`,
    withoutPayloads: 'The messages themselves are not in it: no verdict can be proved again by it.',
    proves:
      'The signature proves who made the package and that it was not changed since. It does not prove when that was, nor that what it says is true.',
  },
} as const;
