import { createHash } from 'node:crypto';

/** The digest of an event as it stands in a journal, which the event after it carries: base64url of SHA-256. */
export const linkTo = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** An event as a line of JSON, with the digest of the one before it as its last member; the first event has none. */
export const linked = (line: string, before: string | undefined): string =>
  before === undefined ? line : `${line.slice(0, -1)},"before":"${before}"}`;

/** Writes events one after another, each linked to the one before. */
export const linking = (before?: string): ((line: string) => string) => {
  let link = before;
  return (line) => {
    const text = linked(line, link);
    link = linkTo(text);
    return text;
  };
};
