import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readContract } from '#contract/reader';
import type { RunStarted } from '#evidence/event';
import { readJournal } from '#evidence/read-journal';
import { contractFolder } from '../contract-folder.ts';
import { demandKnown } from '../known.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { type Attestation, attestationVersion, isMoment, publicationId } from './attestation.ts';

/** What a person says, as it was typed. */
export interface Claim {
  readonly publication?: string | undefined;
  readonly seenBy?: string | undefined;
  readonly seenAt?: string | undefined;
  readonly documentType?: string | undefined;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
  readonly contract?: string | undefined;
}

/** The attestation of a claim, made now; throws `UsageError` for one that can't be true. */
export const attestationOf = (claim: Claim, run: RunStarted | undefined, now: Date): Attestation => {
  const publication = demanded('--publication', claim.publication);
  const seenAt = seenAtOf(demanded('--seen-at', claim.seenAt), now);
  demandPublication(publication, seenAt);
  return {
    type: 'attestation',
    version: attestationVersion,
    at: now.toISOString(),
    suite: suiteVersion,
    publication,
    seenBy: demanded('--seen-by', claim.seenBy),
    seenAt,
    ...optional('documentType', knownType(claim)),
    ...optional('reference', claim.reference?.trim()),
    ...optional('note', claim.note?.trim()),
    ...optional('run', run?.runId),
    ...optional('profile', run?.profile),
  };
};

const demanded = (option: string, said: string | undefined): string => {
  const value = said?.trim() ?? '';
  if (value !== '') return value;
  if (said !== undefined)
    throw new UsageError({
      nl: `${option} is leeg; geef een waarde`,
      en: `${option} is empty; give it a value`,
    });
  throw new UsageError({
    nl: `${option} ontbreekt; een vastlegging zegt welke publicatie gezien is (--publication), door wie (--seen-by) en wanneer (--seen-at)`,
    en: `${option} is missing; an attestation tells which publication was seen (--publication), by whom (--seen-by) and when (--seen-at)`,
  });
};

const optional = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined || value === '' ? {} : { [key]: value }) as Readonly<Partial<Record<Key, string>>>;

/** A moment without an offset is one of this machine's time zone; a day is kept as a day. */
const seenAtOf = (said: string, now: Date): string => {
  if (!isMoment(said))
    throw new UsageError({
      nl: `--seen-at "${said}" is geen moment; geef er een als 2026-11-23 of 2026-11-23T09:00:00+01:00`,
      en: `--seen-at "${said}" is not a moment; give one such as 2026-11-23 or 2026-11-23T09:00:00+01:00`,
    });
  const moment = new Date(said);
  if (moment.getTime() > now.getTime())
    throw new UsageError({
      nl: `--seen-at "${said}" moet nog komen; geef het moment waarop de publicatie gezien is`,
      en: `--seen-at "${said}" is still to come; give the moment at which the publication was seen`,
    });
  return said.length === 10 ? said : moment.toISOString();
};

/** Milliseconds: it may be New Year here and not yet in UTC. */
const day = 24 * 60 * 60 * 1000;

const demandPublication = (publication: string, seenAt: string): void => {
  if (!publicationId.test(publication))
    throw new UsageError({
      nl: `--publication "${publication}" is geen identificatie van een publicatie; geef er een als gmb-2026-12345 (gmb, prb, wsb, bgr of stcrt, het jaar, het nummer)`,
      en: `--publication "${publication}" is not the identifier of a publication; give one such as gmb-2026-12345 (gmb, prb, wsb, bgr or stcrt, the year, the number)`,
    });
  const year = Number(publication.split('-')[1]);
  if (year > new Date(Date.parse(seenAt) + day).getUTCFullYear())
    throw new UsageError({
      nl: `--publication "${publication}" is van een jaar na --seen-at "${seenAt}"; verbeter een van beide`,
      en: `--publication "${publication}" is of a year after --seen-at "${seenAt}"; correct one of them`,
    });
};

const knownType = ({ documentType, contract }: Claim): string | undefined => {
  if (documentType === undefined) return undefined;
  const all = readContract(contractFolder(contract)).documentTypes.map(({ name }) => name);
  demandKnown('--document-type', [documentType], all);
  return documentType;
};

/** What a run of phase 4 was, from its folder; throws `UsageError` for any other folder. */
export const runIn = (folder: string): RunStarted => {
  const started = startOf(folder);
  if (started === undefined)
    throw new UsageError({
      nl: `--run ${folder} is niet de map van een run; geef die van een run van fase 4, of gebruik --out`,
      en: `--run ${folder} is not the folder of a run; give that of a run of phase 4, or use --out`,
    });
  if (started.asked.by === 'pact')
    throw new UsageError({
      nl: `--run ${folder} is een verificatie met Pact (3pas pact verify); geef een run van fase 4 (3pas run), of gebruik --out`,
      en: `--run ${folder} is a verification by Pact (3pas pact verify); give a run of phase 4 (3pas run), or use --out`,
    });
  if (started.asked.by === 'replay')
    throw new UsageError({
      nl: `--run ${folder} is één geval dat opnieuw is verstuurd (3pas replay); geef een run van fase 4 (3pas run), of gebruik --out`,
      en: `--run ${folder} is one case that was sent again (3pas replay); give a run of phase 4 (3pas run), or use --out`,
    });
  if (started.phase === 4) return started;
  throw new UsageError({
    nl: `--run ${folder} is een run van fase ${String(started.phase)}, en een vastlegging bewijst fase 4; geef die run, of gebruik --out`,
    en: `--run ${folder} is a run of phase ${String(started.phase)}, and an attestation proves phase 4; give that run, or use --out`,
  });
};

const startOf = (folder: string): RunStarted | undefined => {
  if (!existsSync(join(folder, 'journal.ndjson'))) return undefined;
  try {
    for (const event of readJournal(folder)) if (event.type === 'run-started') return event;
    return undefined;
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `het journaal in ${folder} is niet te lezen (${why.nl}); geef een andere run, of gebruik --out`,
      en: `the journal in ${folder} can't be read (${why.en}); give another run, or use --out`,
    });
  }
};
