import type { ShownEvent } from '#evidence/shown-event';
import type { Declaration } from '#judgement/showing/declaration';
import type { Showing } from '#judgement/showing/showing';

/** What a recording shows of what a vendor declared, as it is journaled. */
export const shownOf = ({ vendor, product, version }: Declaration, { result }: Showing): ShownEvent => ({
  type: 'shown',
  ...{ vendor, product, productVersion: version, items: result() },
});
