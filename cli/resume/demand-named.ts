import { resolve } from 'node:path';
import type { Asked } from '#evidence/asked';
import { profileNames } from '#profiles/find';
import { isWithin } from './is-within.ts';
import type { OwnRefusal } from './refusals.ts';

/** What whoever goes on with a run says of it. */
export interface Named {
  readonly profile?: string | undefined;
  readonly url?: string | undefined;
  readonly contract?: string | undefined;
  readonly state?: string | undefined;
}

/** A run that others may have made. */
interface OfOthers {
  readonly asked: Named & Pick<Asked, 'profile'>;
  /** Its folder. */
  readonly out: string;
  readonly refuse: OwnRefusal;
}

/**
 * A journal of others can name a profile that sends secrets of this machine to an address of theirs, and folders of this machine to read
 * and write in: who goes on with it says again that these are right. What lies in the folder of the run is that of the run.
 */
export const demandNamed = (named: Named, { asked, out, refuse }: OfOthers): void => {
  const isSame =
    named.profile === undefined
      ? profileNames().includes(asked.profile)
      : resolve(named.profile) === resolve(asked.profile);
  if (!isSame) throw refuse.ownProfile(asked.profile);
  if (named.url !== asked.url) throw refuse.ownAddress(asked.url);
  for (const option of ['contract', 'state'] as const) {
    const folder = asked[option];
    if (folder !== undefined && named[option] === undefined && !isWithin(folder, out))
      throw refuse.ownFolder(`--${option}`, folder);
  }
};
