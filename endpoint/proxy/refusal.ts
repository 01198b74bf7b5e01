import type { IncomingMessage } from 'node:http';

/** What the answer of a proxy says of a refusal, on one line: for a 407 the schemes it asks for, else its reason. */
export const refusalIn = ({ statusCode, statusMessage = '', headers }: IncomingMessage): string =>
  (statusCode === 407 && schemesIn(headers['proxy-authenticate'] ?? '')) || oneLine(statusMessage);

const oneLine = (text: string): string => text.replace(/[\p{C}\s]+/gu, ' ').trim();

/** Names of schemes in challenges (RFC 9110 section 11.6.1); a comma separates both these and their parameters. */
const schemesIn = (challenges: string | readonly string[]): string => {
  const parts = [challenges]
    .flat()
    .join(',')
    .replace(/"[^"]*"/g, '')
    .split(',');
  return parts.flatMap((part) => /^\s*([a-z][\w-]*)(?:\s+[^\s=]|\s*$)/i.exec(part)?.[1] ?? []).join(', ');
};
