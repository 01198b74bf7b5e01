import type { Spare } from '#harness/spare';
import type { Lab } from '../lab.ts';

/** A lab whose requests are counted against the share of the cases where they are sent again, because the endpoint asked to wait; and whether that share is spent. */
export const withinShare = <Sending extends Pick<Lab, 'client'>>(lab: Sending, spare: Spare) => {
  let isSpent = false;
  const send: Lab['client']['send'] = async (request) => {
    const exchange = await lab.client.send(request);
    const again = exchange.earlier?.length ?? 0;
    if (again > 0 && !spare.take(again)) isSpent = true;
    return exchange;
  };
  return { lab: { ...lab, client: { ...lab.client, send } }, isSpent: (): boolean => isSpent };
};
