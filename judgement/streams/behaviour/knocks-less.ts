import { type AnyStreamJudge, sealed } from '../stream-judge.ts';
import { byTime, decided } from './over-deliveries.ts';
import type { Sent } from '../../case.ts';

/** One request at the door: whether its credentials gave access. */
interface Knock {
  readonly peer: string;
  readonly from: number;
  readonly isOut: boolean;
}

const knockOf = ({ exchange, answer }: Sent): Knock | undefined => {
  if (exchange.request.method !== 'POST' || !('http' in answer)) return undefined;
  const isOut = answer.kind !== 'fault' && (answer.http === 401 || answer.http === 403);
  return { peer: exchange.inbound?.peer ?? '', from: exchange.startedAt, isOut };
};

/** Tries in a row after which many endpoints lock an account. */
const most = 3;

/** The same credentials are not tried again and again. */
export const stopsAfterRefusedCredentials: AnyStreamJudge = sealed<Knock>({
  isOfRow: true,
  look: knockOf,
  decide: (marks) => {
    const rows: string[][] = [];
    for (const own of Map.groupBy(byTime(marks), ({ value }) => value.peer).values()) {
      let isOpen = false;
      for (const { exchange, value } of own) {
        if (value.isOut && isOpen) rows.at(-1)?.push(exchange);
        else if (value.isOut) rows.push([exchange]);
        isOpen = value.isOut;
      }
    }
    const shown = rows.map((exchanges) => ({
      exchanges: exchanges.slice(0, most + 1),
      ...(exchanges.length > most ? { deviation: timesOf(exchanges.length) } : {}),
    }));
    return decided(shown, {
      expected: {
        nl: `na ${String(most)} geweigerde aanmeldingen op rij eerst een mens`,
        en: `a person first after ${String(most)} refused logins in a row`,
      },
      nothing: { nl: 'er is geen aanmelding geweigerd', en: 'no login was refused' },
    });
  },
});

const timesOf = (count: number) => ({
  nl: `${String(count)} geweigerde aanmeldingen op rij`,
  en: `${String(count)} refused logins in a row`,
});
