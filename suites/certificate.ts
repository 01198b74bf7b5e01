import { certificate } from '#judgement/requirements/certificate';
import { sharedAlive } from './alive.ts';
import type { Check, Checks } from './lab.ts';

/** One connection test shows the certificate to all of its requirements. */
const shows: Check = (lab, stage) => stage.once((actor) => sharedAlive(lab, actor));

/** Checks of the client certificate. */
export const certificateChecks = Object.fromEntries(Object.keys(certificate).map((id) => [id, shows])) as Checks<
  typeof certificate
>;
