import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { isLoopback } from '#contract/wire/host';
import { recordExchange } from '#evidence/record-exchange';
import type { Journal } from '#evidence/journal';
import type { RunConfig } from '#harness/run-config';
import { type Cause, explain, isCertain } from '../doctor/causes.ts';
import type { Note } from '../doctor/eyes.ts';
import { type Examined, examine } from '../doctor/examine.ts';
import { diagnosisText } from '../doctor/report.ts';
import { tellAside } from '../tell.ts';

/** Lets the doctor look at the endpoint before the first check; what it finds for certain blocks the run, and its requests count. */
export const consult = async (journal: Journal, contract: Contract, config: RunConfig): Promise<RunConfig> => {
  const examined = await examine({ contract, config, note: noteIn(journal) });
  const { steps, cause, sent } = examined;
  const isOwn = isLoopback(new URL(config.url).hostname);
  journal.append({ type: 'diagnosed', steps, cause: cause && { id: cause.id, ...explain(cause, isOwn) } });
  tell({ ...examined, isOwn }, config);
  return {
    ...less(config, sent),
    blocked: cause !== undefined && isCertain(cause) ? reasonOf(cause, isOwn) : undefined,
  };
};

/** The cases of no check, in the order in which they went. */
const noteIn = (journal: Journal): Note => {
  let ordinal = 0;
  return (purpose, heard, documentType) => {
    ordinal += 1;
    const one = { purpose, ...heard };
    recordExchange(journal, { key: 'doctor', documentType }, { case: ordinal, one });
  };
};

const reasonOf = (cause: Cause, isOwn: boolean): Bilingual => {
  const { cause: said, remedy } = explain(cause, isOwn);
  return { nl: `${said.nl} ${remedy.nl}`, en: `${said.en} ${remedy.en}` };
};

/** What was found stands on the screen before the checks; that all is well need not. */
const tell = (examined: Examined & { readonly isOwn: boolean }, { language }: RunConfig): void => {
  if (examined.cause === undefined) return;
  const end = isCertain(examined.cause) ? '' : `${goesOn[language]}\n\n`;
  tellAside(`3pas doctor\n${diagnosisText(examined, language)}${end}`);
};

const goesOn = {
  nl: 'Of dat aan de omgeving ligt, is niet zeker; de run gaat door en oordeelt.',
  en: 'Whether the environment is to blame is not certain; the run goes on and judges.',
} as const;

const less = (config: RunConfig, sent: number): RunConfig => {
  const { requests } = config.limits;
  return requests === undefined
    ? config
    : { ...config, limits: { ...config.limits, requests: Math.max(0, requests - sent) } };
};
