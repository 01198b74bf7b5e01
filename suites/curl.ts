import { createHash } from 'node:crypto';
import type { Exchange } from '#contract/exchange';
import type { RunConfig } from '#harness/run-config';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const ownHeaders: ReadonlySet<string> = new Set(['content-type', 'soapaction']);

/** A shell line, run in the output folder, that sends a recorded request again; credentials come from the environment. */
export const curlLine = ({ credentials, carrier }: RunConfig, { request }: Exchange): string => {
  const sha = createHash('sha256').update(request.body).digest('hex');
  const headers = Object.entries(request.headers)
    .filter(([name]) => ownHeaders.has(name))
    .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const user = credentials !== undefined && carrier === 'basic' ? ['-u "$GEBRUIKERSNAAM:$WACHTWOORD"'] : [];
  const send = ['curl -sS -i', `-X ${request.method}`, ...user, ...headers];
  if (request.body.length === 0) return [...send, quote(request.url)].join(' ');
  return `gunzip -c exchanges/${sha}.gz | ${[...send, '--data-binary @-', quote(request.url)].join(' ')}`;
};
