import { readFileSync } from 'node:fs';
import type { Contract } from '#contract/contract';
import { passwordNamesOf } from '#contract/wire/password-names';
import { jsonText } from '#contract/texts/json-text';
import { createClient, type Client } from '#endpoint/client';
import { ForbiddenRequest } from '#endpoint/only-message';
import { withoutCredentials } from '#endpoint/server/soap/without-credentials';
import { journalVersion, type RecordingStarted } from '#evidence/event';
import { type Journal, openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { recordExchange } from '#evidence/record-exchange';
import { clientOptions } from '#harness/client/client-options';
import { deliversElsewhere, vendorMannersFor } from '#harness/client/manners';
import { secretsIn } from '#harness/client/secrets';
import { judgeRecording } from '#harness/judge-recording';
import type { RunConfig } from '#harness/run-config';
import { type Answer, refusals } from '#judgement/answer';
import { deliveredType } from '#judgement/delivered-type';
import { guardedAnswers, type GuardedAnswers } from '#judgement/guarded-answers';
import { guardedOracle } from '#judgement/guarded-oracle';
import { withRoles } from '#judgement/manners/role-values';
import { scrubFor } from '#suites/scrub';
import { type AsMessage, asMessage } from '../check/as-message.ts';
import { fileText } from '../check/finding-text.ts';
import { type JudgedFile, judgeFile } from '../check/judged-file.ts';
import type { Input } from '../check/inputs.ts';
import { type FileKind, kindsOf } from '../check/kind.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { demandDestination } from '../run/destination.ts';
import { type PlannedRun, planRun } from '../run/plan-run.ts';
import type { RunOptions } from '../run/options.ts';
import { openTarget } from '../run/target.ts';
import { tell, tellAside, tellInColour } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { answerText } from './answer-text.ts';
import { outgoingFile } from './outgoing-file.ts';

/** The options of `3pas deliver` as they are given. */
export interface DeliverOptions extends Pick<
  RunOptions,
  'profile' | 'url' | 'contract' | 'out' | 'clock' | 'json' | 'lang'
> {
  readonly anyway?: boolean;
}

/** Milliseconds that judging a file or an answer may take. */
const deadlineMs = 15_000;

/** Checks a file, sends it, tells what the answer means, records and judges it; returns the exit code: 0 accepted, 1 not, 2 wrong usage, 3 no answer that tells. */
export const deliver = async (path: string, options: DeliverOptions): Promise<number> => {
  const planned = planRun({ ...options, runs: 1, reporter: [], rules: false });
  const { config } = planned;
  const { file, input } = fileAt(path, planned);
  const judged = await checked(input, planned);
  if (judged.findings.length > 0 && options.json !== true) tellInColour(`${fileText(judged, config.language)}\n\n`);
  if (judged.findings.some(({ isError }) => isError) && !mayGo(planned, options)) {
    say(options, config, { outcome: 'not-sent', text: notSent[config.language] });
    return 1;
  }
  const remark = planned.profile.endpoint.kind === 'mock' ? undefined : await demandDestination(planned.profile);
  if (remark !== undefined) tellAside(`3pas: ${remark[config.language]}\n`);
  tellUnmarked(planned, file);
  return send(planned, file, options);
};

/** What can be delivered of a file, and the file. */
interface Deliverable {
  readonly file: AsMessage;
  readonly input: Input & { readonly kind: FileKind };
}

const fileAt = (path: string, { contract, profile }: PlannedRun): Deliverable => {
  if (profile.phase === 4)
    throw new UsageError({
      nl: `profiel ${profile.name} is van fase 4: productie krijgt alleen IsAlive en nooit een aanlevering; kies een profiel van fase 1, 2 of 3`,
      en: `profile ${profile.name} is of phase 4: production gets IsAlive only and never a delivery; choose a profile of phase 1, 2 or 3`,
    });
  const bytes = bytesAt(path);
  const kind = kindsOf(contract)(bytes);
  const isSent = kind === 'envelope' || kind === 'request' || kind === 'part';
  const file = isSent ? asMessage(contract, kind, bytes) : undefined;
  if (isSent && file !== undefined) return { file, input: { name: path, bytes, kind } };
  throw new UsageError({
    nl: `${path} is geen bericht of dossier, en alleen dat is aan te leveren; geef een SOAP-bericht, het verzoek of het dossier`,
    en: `${path} is no message or dossier, and only those can be delivered; give a SOAP message, the request or the dossier`,
  });
};

const bytesAt = (path: string): Uint8Array => {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw new UsageError(
      {
        nl: `${path} is niet te lezen; geef het pad van een bericht`,
        en: `${path} can't be read; give the path of a message`,
      },
      { cause: error },
    );
  }
};

const checked = async (input: Deliverable['input'], { contract, config }: PlannedRun): Promise<JudgedFile> => {
  const oracle = guardedOracle(contract, deadlineMs);
  const { today, oin, mandates, phase } = config;
  try {
    const judging = { contract, judge: oracle.judge, context: { today, oin, mandates }, phase };
    return (await judgeFile(input, judging)) ?? { ...input, findings: [] };
  } finally {
    await oracle.close();
  }
};

/** What does not pass the check is a violation, which another machine gets under a permission of KOOP's only. */
const mayGo = ({ config }: PlannedRun, { anyway }: DeliverOptions): boolean => {
  if (anyway !== true) return false;
  if (!deliversElsewhere(config) || config.permitted?.includes('violations') === true) return true;
  throw new UsageError({
    nl: '--anyway: een foutief bericht gaat alleen naar een andere machine met een toestemming van KOOP voor violations (toestemming in het profiel); verbeter het, of lever aan bij de mock',
    en: '--anyway: a wrong message leaves for another machine only under a permission of KOOP for violations (toestemming in the profile); correct it, or deliver to the mock',
  });
};

const notSent = {
  nl: 'Niet verstuurd: het bericht voldoet niet. Verbeter het, of stuur het met --anyway toch naar de mock.',
  en: 'Not sent: the message does not conform. Correct it, or send it to the mock all the same with --anyway.',
} as const;

/** Test data elsewhere is to say that it is. */
const tellUnmarked = ({ contract, config }: PlannedRun, { message }: AsMessage): void => {
  if (!deliversElsewhere(config)) return;
  const titles = withRoles(contract, message, (roles) => roles?.texts('title')) ?? [];
  if (titles.length === 0 || titles.some((title) => /test/i.test(title))) return;
  const said = {
    nl: 'de titel zegt niet dat dit een test is; zet er TEST in, dan houdt niemand het dossier voor echt',
    en: 'the title does not say that this is a test; put TEST in it, so that nobody takes the dossier for a real one',
  };
  tellAside(`3pas: ${said[config.language]}\n`);
};

interface Said {
  readonly outcome: string;
  readonly text: string;
  readonly dossierNumber?: string;
  readonly out?: string;
}

const say = ({ json }: DeliverOptions, { language }: RunConfig, said: Said): void => {
  if (json === true) tell(`${jsonText(said)}\n`);
  else
    tell(
      `${said.text}\n${said.out === undefined ? '' : `${language === 'nl' ? 'Opname' : 'Recording'}: ${said.out}\n`}`,
    );
};

const send = async (planned: PlannedRun, file: AsMessage, options: DeliverOptions): Promise<number> => {
  const lock = takeEmptyFolder(planned.config.out, 'deliver');
  const target = await openTarget(planned);
  const { contract } = planned;
  const answers = guardedAnswers(contract, deadlineMs);
  const forbids = vendorMannersFor(contract, target.config);
  const client = createClient({ ...clientOptions(contract, target.config), forbids, budget: 1 });
  try {
    const answer = await recorded({ planned, file, client, answers, config: target.config });
    const text = answerText(answer)[target.config.language];
    const dossier = answer.kind === 'accepted' ? { dossierNumber: answer.dossierNumber } : {};
    say(options, target.config, { outcome: answer.kind, text, ...dossier, out: planned.config.out });
    return answer.kind === 'accepted' ? 0 : refusals.has(answer.kind) ? 1 : 3;
  } catch (error) {
    if (error instanceof ForbiddenRequest) throw new UsageError(error.text, { cause: error });
    throw error;
  } finally {
    await Promise.all([client.close(), answers.close(), target.stop()]);
    lock.release();
  }
};

interface Sending {
  readonly planned: PlannedRun;
  readonly file: AsMessage;
  readonly client: Client;
  readonly answers: GuardedAnswers;
  readonly config: RunConfig;
}

/** Sends the message, and keeps it as a recording of one exchange that is judged as those of a receiver are. */
const recorded = async ({ planned, file, client, answers, config }: Sending): Promise<Answer> => {
  const { contract } = planned;
  const own = config.mockControl === undefined ? {} : { headers: { 'accept-language': config.language } };
  const exchange = await client.send({ ...outgoingFile(contract, file, client.securityHeaders), ...own });
  const answer = await answers.read(exchange);
  const journal = openJournal(config.out, { scrub: scrubFor(secretsIn(config)) });
  journal.append(started(contract, config));
  const { request } = exchange;
  const kept = {
    ...exchange,
    request: { ...request, body: withoutCredentials(request.body, passwordNamesOf(contract.service.headers)) },
  };
  const documentType = deliveredType(contract, file.message);
  recordExchange(
    journal,
    { key: 'recording', documentType },
    { case: 1, one: { purpose: 'received', exchange: kept, answer } },
  );
  await judged(contract, config, { journal, answers });
  return answer;
};

const started = (contract: Contract, { runId, phase, clock, url }: RunConfig): RecordingStarted => ({
  ...{ type: 'recording-started', version: journalVersion, at: clock, recording: runId, suite: suiteVersion },
  contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
  ...{ phase, target: url, recordedBy: 'delivery' },
});

const judged = async (
  contract: Contract,
  { out, clock }: RunConfig,
  { journal, answers }: { readonly journal: Journal; readonly answers: GuardedAnswers },
): Promise<void> => {
  await judgeRecording([...readJournal(out)], { ...answers, contract, bytes: openExchanges(out), journal });
  journal.append({ type: 'run-ended', at: clock, complete: true, reason: undefined });
  journal.close();
};
