import { cause } from './causes.ts';
import type { Heard } from './answer-causes.ts';
import type { Look } from './look.ts';
import { type StepResult, warning, well } from './steps.ts';

/** Milliseconds: WS-Security and Kerberos take five minutes; a Date header has whole seconds. */
const most = { well: 60_000, warned: 300_000 };

/** Holds our clock against the Date header of the endpoint (RFC 9110, section 6.6.1). */
export const clockStep = async ({ eyes }: Pick<Look, 'eyes'>): Promise<StepResult> => {
  const heard = await eyes.alive();
  const behind = heard === undefined ? undefined : millisecondsBehind(heard);
  if (behind === undefined) return noDate;
  const by = Math.abs(behind);
  if (by > most.warned)
    return { kind: 'cause', cause: cause(behind > 0 ? 'clock-behind' : 'clock-ahead', durationText(by)) };
  const seconds = String(Math.round(by / 1000));
  const said = [`${seconds} s verschil met het endpoint`, `${seconds} s from that of the endpoint`] as const;
  return by > most.well ? warning(...said) : well(...said);
};

const noDate: StepResult = {
  kind: 'unseen',
  said: { nl: 'het endpoint noemt geen tijd', en: 'the endpoint tells no time' },
};

const millisecondsBehind = ({ exchange }: Heard): number | undefined => {
  const { outcome, startedAt, durationMs } = exchange;
  const response = 'response' in outcome ? outcome.response : outcome.failure.received;
  const date = Date.parse(response?.headers['date'] ?? '');
  return Number.isNaN(date) ? undefined : date - (startedAt + durationMs);
};

/** As in `2 d 3 h 4 min`. */
const durationText = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${String(amount)} ${unit}`)
    .join(' ');
};
