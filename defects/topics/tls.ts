import type { RequirementId } from '#judgement/requirements/registry';
import { type Hierarchy, certificateFaults } from '#contract/wire/certificate-faults';
import type { StepName } from '#endpoint/mock/certificate/steps';
import type { Defect } from '#endpoint/mock/parts';
import { forgetfulness, forgetting, letsIn, speaking } from '../certificates.ts';
import { answering, page } from '../seams.ts';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['tls'], phase: 2 } as const;

const faultLetInBy = (step: StepName): RequirementId => {
  const found = Object.entries(letsIn).find(([, one]) => one === step)?.[0];
  return found === undefined ? 'tls.refuses-no-certificate' : `tls.refuses-${found as keyof typeof letsIn}`;
};

/** One for each thing that is asked of a certificate: an endpoint that forgets just that. */
const forgetful = Object.fromEntries(
  (Object.entries(forgetfulness) as [StepName, string][]).map(([step, does]): [string, SeededDefect] => [
    `forgets-${step}`,
    { does, foundBy: [faultLetInBy(step)], run, defect: forgetting(step) },
  ]),
);

const everyRefusal = [
  'tls.refuses-no-certificate',
  ...certificateFaults.map((fault) => `tls.refuses-${fault}` as const),
] as const;

/** Who has a root of such a name is not let in. */
const refusingIssuer = (name: RegExp): Defect => ({
  alter: (parts) => ({
    ...parts,
    certificateSteps: {
      ...parts.certificateSteps,
      root: (presented) => {
        const last = presented.path.certificates.at(-1)?.says.issuer ?? '';
        const other = { nl: 'Die stam kennen we niet.', en: 'We do not know that root.' };
        return name.test(last) ? other : parts.certificateSteps.root(presented);
      },
    },
  }),
});

const issuers = {
  koop: /KOOP/i,
  g1: /Private .*G1/i,
  g4: /G4/i,
} as const satisfies Readonly<Record<Hierarchy, RegExp>>;

const refusingAll = Object.fromEntries(
  (Object.keys(issuers) as Hierarchy[]).map((name): [string, SeededDefect] => [
    `refuses-${name}`,
    {
      does: `Does not let in the certificates of ${name}.`,
      foundBy: [`tls.accepts-${name}-certificate`],
      // Where the good certificate is of that issuer too, nothing else can be judged.
      run: { ...run, phase: name === 'koop' ? 3 : 2 },
      defect: refusingIssuer(issuers[name]),
    },
  ]),
);

const wcfLimit = 64 * 1024;

/** Defects of the TLS connection. */
export const tlsDefects: SeededDefects = {
  ...forgetful,
  ...refusingAll,
  'asks-for-no-certificate': {
    does: 'Does not ask for a certificate, so that nobody has to have the key of one.',
    foundBy: everyRefusal,
    run,
    defect: { ...forgetting('present'), tls: (settings) => ({ ...settings, asks: false }) },
  },
  'speaks-tls-1-1': {
    does: 'Still takes TLS 1.0 and 1.1.',
    foundBy: ['tls.refuses-older-versions'],
    run,
    defect: speaking('TLSv1', 'TLSv1.3'),
  },
  'speaks-tls-1-2-only': {
    does: 'Does not know TLS 1.3.',
    foundBy: ['tls.accepts-tls-1-3'],
    run,
    defect: speaking('TLSv1.2', 'TLSv1.2'),
  },
  'speaks-tls-1-3-only': {
    does: 'Has switched TLS 1.2 off.',
    foundBy: ['tls.accepts-tls-1-2'],
    run,
    defect: speaking('TLSv1.3', 'TLSv1.3'),
  },
  'answers-413-above-64-kb': {
    does: 'Answers 413 to more than 64 KB, as IIS does that asks for the certificate too late.',
    foundBy: ['tls.takes-large-bodies'],
    run,
    defect: answering((response, { body }) => (body.length > wcfLimit ? page(413) : response)),
  },
  'resets-above-64-kb': {
    does: 'Closes the connection without a word on more than 64 KB.',
    foundBy: ['tls.takes-large-bodies'],
    run,
    defect: answering((response, { body }) => (body.length > wcfLimit ? { ...response, broken: 'before' } : response)),
  },
};
