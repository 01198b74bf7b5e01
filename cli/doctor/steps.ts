import type { Bilingual } from '#contract/texts/bilingual';
import type { Cause } from './causes.ts';
import { both } from './explained.ts';

/** What the doctor looks at, in this order. */
export const stepTitles = {
  configuration: both('Configuratie', 'Configuration'),
  variables: both('Omgevingsvariabelen', 'Environment variables'),
  files: both('Bestanden', 'Files'),
  dns: both('DNS', 'DNS'),
  tcp: both('TCP', 'TCP'),
  proxy: both('Proxy', 'Proxy'),
  tls: both('TLS', 'TLS'),
  'server-chain': both('Servercertificaat', 'Server certificate'),
  'host-name': both('Hostnaam', 'Host name'),
  clock: both('Klok', 'Clock'),
  'client-certificate': both('Clientcertificaat', 'Client certificate'),
  credentials: both('Gebruikersnaam', 'Credentials'),
  wsdl: both('WSDL en SOAPAction', 'WSDL and SOAPAction'),
  alive: both('IsAlive', 'IsAlive'),
  delivery: both('Proefaanlevering', 'Trial delivery'),
} as const satisfies Readonly<Record<string, Bilingual>>;

export type StepName = keyof typeof stepTitles;

export const stepNames = Object.keys(stepTitles) as readonly StepName[];

/** What a step came to. `unseen`: what it goes by did not come, so nothing can be said. */
export type StepResult =
  | { readonly kind: 'well'; readonly said?: Bilingual }
  | { readonly kind: 'warning' | 'not-applicable' | 'unseen'; readonly said: Bilingual }
  | { readonly kind: 'cause'; readonly cause: Cause };

/** A step as it is told: `not-done` for those after the first cause. */
export interface StepTaken {
  readonly step: StepName;
  readonly outcome: Exclude<StepResult['kind'], 'unseen'> | 'not-done';
  readonly said: Bilingual | undefined;
}

/** All steps with what they came to, and the first cause. */
export interface Diagnosis {
  readonly steps: readonly StepTaken[];
  readonly cause: Cause | undefined;
}

/** Nothing wrong was seen; with what was seen where that is worth telling. */
export const well = (nl?: string, en?: string): StepResult =>
  nl === undefined || en === undefined ? { kind: 'well' } : { kind: 'well', said: both(nl, en) };

/** Well enough to go on, with a remark. */
export const warning = (nl: string, en: string): StepResult => ({ kind: 'warning', said: both(nl, en) });

/** A step that says nothing here, and why. */
export const notApplicable = (nl: string, en: string): StepResult => ({ kind: 'not-applicable', said: both(nl, en) });

/** A cause where there is one, else another result. */
export const causeOr = (found: Cause | undefined, otherwise: StepResult): StepResult =>
  found === undefined ? otherwise : { kind: 'cause', cause: found };

/** How each step is done. */
export type Steps = Readonly<Partial<Record<StepName, () => Promise<StepResult> | StepResult>>>;

/** Does the steps in order, and stops at the first cause: what comes after it is not done. */
export const takeSteps = async (steps: Steps): Promise<Diagnosis> => {
  const taken: StepTaken[] = [];
  let found: Cause | undefined;
  for (const step of stepNames) {
    const take = steps[step];
    if (take === undefined) continue;
    const result = found === undefined ? await take() : notDone;
    if (result.kind === 'cause') found = result.cause;
    taken.push(takenOf(step, result));
  }
  return { steps: taken, cause: found };
};

const notDone: StepResult = { kind: 'unseen', said: both('niet gedaan', 'not done') };

const takenOf = (step: StepName, result: StepResult): StepTaken => ({
  step,
  outcome: result.kind === 'unseen' ? 'not-done' : result.kind,
  said: result.kind === 'cause' ? undefined : result.said,
});
