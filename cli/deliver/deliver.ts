import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import { asBlock, inLines } from '#contract/texts/visible';
import { createClient } from '#endpoint/client';
import { ForbiddenRequest } from '#endpoint/only-message';
import { clientOptions } from '#harness/client/client-options';
import { deliversElsewhere, vendorMannersFor } from '#harness/client/manners';
import type { RunConfig } from '#harness/run-config';
import { refusals } from '#judgement/answer';
import { guardedAnswers } from '#judgement/guarded-answers';
import { guardedOracle } from '#judgement/guarded-oracle';
import { type AsMessage, asMessage } from '../check/as-message.ts';
import { fileText } from '../check/finding-text.ts';
import { type JudgedFile, judgeFile } from '../check/judged-file.ts';
import { fileWithin } from '../check/file-within.ts';
import { type Input, mostOfFile, tooLarge } from '../check/inputs.ts';
import { type FileKind, kindsOf } from '../check/kind.ts';
import { standardInput } from '../check/standard-input.ts';
import { type TakenDay, takeFew } from '../nights/take-day.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { demandDestination } from '../run/destination.ts';
import { type PlannedRun, planRun } from '../run/plan-run.ts';
import type { RunOptions } from '../run/options.ts';
import { listenToSignals, type Signals } from '../signals.ts';
import { openTarget } from '../run/target.ts';
import { demandTestPhase } from '../run/test-phase.ts';
import { tell, tellAside, tellInColour } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { answerText } from './answer-text.ts';
import { recordedDelivery } from './recorded-delivery.ts';
import { isUnmarked } from './unmarked.ts';

/** The options of `3pas deliver` as they are given. */
export interface DeliverOptions extends Pick<
  RunOptions,
  'profile' | 'url' | 'contract' | 'out' | 'state' | 'clock' | 'json' | 'lang'
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
  return send(planned, { file, input }, options);
};

/** What can be delivered of a file, and the file. */
interface Deliverable {
  readonly file: AsMessage;
  readonly input: Input & { readonly kind: FileKind };
}

const fileAt = (path: string, { contract, profile }: PlannedRun): Deliverable => {
  demandTestPhase(profile);
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
    return path === '-' ? standardInput(mostOfFile, tooLarge(path)) : fileWithin(path, mostOfFile, tooLarge(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
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
  const oracle = guardedOracle(contract, { deadlineMs });
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
  if (!deliversElsewhere(config) || !isUnmarked(contract, message)) return;
  const said = {
    nl: 'de titel zegt niet dat dit een test is; zet er TEST in, dan houdt niemand het dossier voor echt',
    en: 'the title does not say that this is a test; put TEST in it, so that nobody takes the dossier for a real one',
  };
  tellAside(`3pas: ${said[config.language]}\n`);
};

const compressed = (coding: string): Bilingual => ({
  nl: `het antwoord is gecomprimeerd (Content-Encoding ${coding}), terwijl Accept-Encoding daar niet om vraagt: een client die niet uitpakt leest het niet; kijk of een proxy onderweg comprimeert, en meld het anders aan de beheerder`,
  en: `the answer is compressed (Content-Encoding ${coding}), which Accept-Encoding does not ask for: a client that does not unpack can't read it; see whether a proxy on the way compresses, else report it to the operator`,
});

interface Said {
  readonly outcome: string;
  readonly text: string;
  readonly dossierNumber?: string;
  readonly out?: string;
}

const say = ({ json }: DeliverOptions, { language }: RunConfig, said: Said): void => {
  if (json === true) tell(`${jsonText(said)}\n`);
  else {
    const out = said.out === undefined ? [] : [`${language === 'nl' ? 'Opname' : 'Recording'}: ${said.out}`];
    tell(`${inLines([said.text, ...out])}\n`);
  }
};

const send = async (planned: PlannedRun, of: Deliverable, options: DeliverOptions): Promise<number> => {
  const lock = takeEmptyFolder(planned.config.out, 'deliver');
  const signals = listenToSignals();
  try {
    const day = await takeFew(planned, options.state, 1);
    const target = await openTarget(planned);
    try {
      return await sendTo(target.config, { planned, file: of.file, signals, day }, options);
    } finally {
      await target.stop();
    }
  } catch (error) {
    if (error instanceof ForbiddenRequest)
      throw new UsageError(mustStay(of.input.name, planned, error), { cause: error });
    throw error;
  } finally {
    signals.forget();
    lock.release();
  }
};

const mustStay = (path: string, { profile }: PlannedRun, { reason }: ForbiddenRequest): Bilingual => ({
  nl: `${path} mag niet weg met profiel ${profile.name}: ${reason.nl}; er is niets verstuurd, verbeter het bericht, of vul het profiel aan waar KOOP dat goedvindt`,
  en: `${path} must not leave by profile ${profile.name}: ${reason.en}; nothing was sent, correct the message, or add to the profile where KOOP agrees`,
});

interface Sending {
  readonly planned: PlannedRun;
  readonly file: AsMessage;
  readonly signals: Signals;
  readonly day: TakenDay;
}

const sendTo = async (
  config: RunConfig,
  { planned: { contract }, file, signals, day }: Sending,
  options: DeliverOptions,
): Promise<number> => {
  const forbids = vendorMannersFor(contract, config);
  const client = createClient({ ...clientOptions(contract, config), forbids, budget: 1 });
  const answers = guardedAnswers(contract, deadlineMs);
  const stop = new AbortController();
  signals.to(() => {
    stop.abort();
  });
  try {
    const { answer, unasked, waitMs } = await recordedDelivery({
      contract,
      file,
      client,
      answers,
      config,
      signal: stop.signal,
    });
    if (unasked !== undefined) tellAside(`3pas: ${asBlock(compressed(unasked)[config.language])}\n`);
    const text = answerText(answer, { patienceMs: config.limits.timeoutMs, waitMs })[config.language];
    const dossier = answer.kind === 'accepted' ? { dossierNumber: answer.dossierNumber } : {};
    say(options, config, { outcome: answer.kind, text, ...dossier, out: config.out });
    return answer.kind === 'accepted' ? 0 : refusals.has(answer.kind) ? 1 : 3;
  } finally {
    await Promise.all([client.close(), answers.close(), day.settle(client.counts.sent)]);
  }
};
