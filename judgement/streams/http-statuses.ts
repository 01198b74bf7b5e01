import type { Sent } from '../case.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
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

/** A status that demands a header comes with it. */
export const statusesComplete = eachExchange(complete, noSuchStatus);
