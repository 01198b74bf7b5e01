import type { Phase } from './requirement.ts';

/** What the requirements of a client certificate rest on, as sources cite it. */
export const sources = {
  koopSteps: 'koopoverheid.nl, DROP 3PAS: the four phases of connecting',
  overleg: 'Technisch Overleg Digikoppeling (Logius), slides of 2026-03-10 and 2026-06-18',
  oin: 'Logius OIN-Stelsel (Logius-standaarden/OIN-Stelsel@edafd7e2)',
  digikoppeling: 'Digikoppeling-Beveiligingsstandaarden (Logius-standaarden@48b29c43)',
  profile: 'PKIoverheid Private Services, the profile of a leaf as its TSPs publish it (cert.pkioverheid.nl)',
  trial: 'pkioverheid/g4-trial@3d8d72d7',
  roots: 'cert.pkioverheid.nl: the certificates of the authorities, by fingerprint',
} as const;

/** What the requirements of a client certificate have in common; runs are made with the vendor's certificate, and receivers are shown it. */
export const basics = {
  strength: 'MUST',
  ground: 'public',
  role: 'vendor',
  seenAt: ['mock', 'endpoint', 'receiver'],
  scope: 'run',
  sends: 'alive',
  needs: ['alive'],
} as const;

/** Every phase with a client certificate. */
export const certificatePhases: readonly Phase[] = [2, 3, 4];
/** The phases with a certificate of PKIoverheid, of the organisation that connects. */
export const pkioverheidPhases: readonly Phase[] = [3, 4];
