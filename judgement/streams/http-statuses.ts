import type { Sent } from '../case.ts';
import { describeAnswer } from '../judges/describe.ts';
import type { Purpose } from '../purpose.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { isZipFlaw } from '../zip-flaws.ts';
import { eachExchange } from './each-exchange.ts';

/** The headers that RFC 9110 requires with a status. */
const demanded: Readonly<Record<number, string>> = {
  401: 'www-authenticate',
  405: 'allow',
  407: 'proxy-authenticate',
  426: 'upgrade',
};

const complete = ({ exchange: { outcome } }: Sent): Judgement => {
  if (!('response' in outcome)) return noSuchStatus;
  const { status, headers } = outcome.response;
  const header = demanded[status];
  if (header === undefined) return noSuchStatus;
  if (headers[header] !== undefined) return conforms;
  const http = `HTTP ${String(status)}`;
  return deviates(
    { nl: `${http} met ${header}`, en: `${http} with ${header}` },
    { nl: `${http} zonder ${header}`, en: `${http} without ${header}` },
  );
};

const noSuchStatus = notApplicable({
  nl: 'er kwam geen antwoord waarbij een header hoort',
  en: 'no answer came that goes with a header',
});

/** Messages of SOAP 1.1 in all respects, whatever is wrong inside. */
const plain: ReadonlySet<Purpose> = new Set<Purpose>([
  ...(['control', 'valid', 'variant', 'violation', 'warning', 'without-medium', 'mended', 'again'] as const),
  ...(['last', 'later', 'filler', 'sibling', 'afterwards', 'header', 'header-behind'] as const),
  ...(['optional-header', 'other-actor', 'unknown-operation'] as const),
]);

const withFault = ({ purpose, answer }: Sent): Judgement => {
  if (!plain.has(purpose) && !isZipFlaw(purpose)) return noError;
  if (answer.kind === 'fault') return conforms;
  if (answer.kind !== 'http-error' || answer.http !== 500) return noError;
  return deviates(
    { nl: 'een Fault van SOAP 1.1 bij HTTP 500', en: 'a Fault of SOAP 1.1 with HTTP 500' },
    describeAnswer(answer),
  );
};

const noError = notApplicable({
  nl: 'er is niets met HTTP 500 geweigerd',
  en: 'nothing was refused with HTTP 500',
});

/** A status that demands a header comes with it. */
export const statusesComplete = eachExchange(complete, noSuchStatus);

/** An error of 500 has a Fault. */
export const errorsWithFault = eachExchange(withFault, noError);
