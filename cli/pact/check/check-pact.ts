import { statSync } from 'node:fs';
import { readContract } from '#contract/reader';
import { createDescription } from '#endpoint/server/wsdl';
import { guardedAnswers } from '#judgement/guarded-answers';
import { guardedOracle } from '#judgement/guarded-oracle';
import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { type CheckOptions, strictly } from '../../check/check.ts';
import { conclude } from '../../check/conclude.ts';
import { fileText } from '../../check/finding-text.ts';
import type { Strange } from '../../check/inputs.ts';
import type { FileFinding, JudgedFile } from '../../check/judged-file.ts';
import { type KindOf, kindsOf } from '../../check/kind.ts';
import { fileWithin } from '../../check/file-within.ts';
import { standardInput } from '../../check/standard-input.ts';
import { contractFolder } from '../../contract-folder.ts';
import { languageOf } from '../../language.ts';
import { momentOf } from '../../run/clock.ts';
import { tellAside, tellInColour } from '../../tell.ts';
import { createTicker } from '../../ticker.ts';
import { UsageError } from '../../usage-error.ts';
import { answerFindings, type JudgingAnswers } from './answer-findings.ts';
import { askedBy } from './asked-by.ts';
import { type OtherInteraction, type PactExchange, readPact } from './read-pact.ts';
import { type JudgingRequests, requestFindings } from './request-findings.ts';

/** Milliseconds that one message may take. */
const deadlineMs = 15_000;

/** Largest pact that is read. */
const mostBytes = 256 * 1024 * 1024;

/** Judges each request of a pact, and each answer that it expects; returns the exit code of `check`. */
export const checkPact = async (files: readonly string[], options: CheckOptions): Promise<number> => {
  const contract = readContract(contractFolder(options.contract));
  const language = languageOf(options.lang);
  const { today } = momentOf(options.clock);
  const read = files.flatMap((file) => readPact(file, bytesOf(file)).map((one) => ({ file, one })));
  const oracle = guardedOracle(contract, { deadlineMs });
  const answers = guardedAnswers(contract, deadlineMs);
  try {
    const context = { today, oin: undefined, mandates: undefined };
    const judging = {
      contract,
      judge: oracle.judge,
      context,
      phase: options.phase,
      answers,
      today,
      path: createDescription(contract).path,
    };
    const checked = { files: [] as JudgedFile[], strange: [] as Strange[] };
    const [ticker, kindOf] = [createTicker(), kindsOf(contract)];
    for (const { file, one } of read) {
      ticker.tick(() => progress(checked.files.length, read.length, language));
      const judged = await judgeOne({ file, one, kindOf }, judging);
      ticker.stop();
      if ('why' in judged) {
        checked.strange.push(judged);
        tellAside(`3pas: ${visible(judged.name)}: ${judged.why[language]}\n`);
        continue;
      }
      const told = options.strict === true ? strictly(judged) : judged;
      checked.files.push(told);
      if (told.findings.length > 0 && options.json !== true) tellInColour(`${fileText(told, language)}\n\n`);
    }
    return conclude(checked, options, language);
  } finally {
    await Promise.all([oracle.close(), answers.close()]);
  }
};

const progress = (count: number, all: number, language: Language): string =>
  language === 'nl' ? `${String(count)} van ${String(all)} beoordeeld` : `${String(count)} of ${String(all)} judged`;

interface One {
  readonly file: string;
  readonly one: PactExchange | OtherInteraction;
  readonly kindOf: KindOf;
}

const judgeOne = async (
  { file, one, kindOf }: One,
  judging: JudgingRequests & JudgingAnswers,
): Promise<JudgedFile | Strange> => {
  const name = `${file}!${one.name}`;
  if ('why' in one) return { name, why: one.why };
  const { body } = one.request;
  if (body.kind !== 'bytes') return { name, why: withoutMessage };
  if (kindOf(body.bytes) === undefined) return { name, why: noMessage };
  const request = await requestFindings(one, body.bytes, judging);
  const asked = askedBy(judging.contract, body.bytes, request);
  const { findings, isRefusal } = await answerFindings(one, asked, judging);
  return {
    name,
    kind: 'http',
    findings: [...request.map((found) => (isRefusal ? onPurpose(found) : found)), ...findings],
  };
};

/** What is wrong with a request that is to be refused is what it is for. */
const onPurpose = (finding: FileFinding): FileFinding => ({ ...finding, isError: false });

const withoutMessage = {
  nl: 'het verzoek heeft geen body met XML, dus dit is geen verzoek aan de SOAP-dienst',
  en: 'the request has no body in XML, so this is no request to the SOAP service',
} as const;

const noMessage = {
  nl: 'de body van het verzoek is geen SOAP-bericht of dossier van dit contract',
  en: 'the body of the request is no SOAP message or dossier of this contract',
} as const;

const tooLarge = (file: string): Bilingual => ({
  nl: `${file} is groter dan 256 MiB; geef een kleiner pact`,
  en: `${file} is larger than 256 MiB; give a smaller pact`,
});

const bytesOf = (file: string): Uint8Array => {
  try {
    if (file === '-') return standardInput(mostBytes, tooLarge(file));
    if (statSync(file).isDirectory())
      throw new UsageError({
        nl: `${file} is een map; geef het pactbestand erin`,
        en: `${file} is a folder; give the pact file in it`,
      });
    return fileWithin(file, mostBytes, tooLarge(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      {
        nl: `${file} is niet te lezen; geef een pactbestand, of - voor wat binnenkomt`,
        en: `${file} can't be read; give a pact file, or - for what comes in`,
      },
      { cause: error },
    );
  }
};
