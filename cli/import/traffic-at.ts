import { statSync } from 'node:fs';
import type { Bilingual } from '#contract/texts/bilingual';
import { fileWithin } from '../check/file-within.ts';
import { sourceText } from '../check/source-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Read } from './pair.ts';
import { readHar } from './read-har.ts';
import { readPairs } from './read-pairs.ts';
import { readSvclog } from './read-svclog.ts';

/** The traffic in a HAR, a message log of WCF or a folder of pairs; throws `UsageError` for anything else. */
export const trafficAt = (path: string): Read => {
  if (isFolder(path)) return readPairs(path);
  const bytes = wholeAt(path);
  const read = readHar(path, bytes) ?? readSvclog(path, bytes);
  if (read !== undefined) return read;
  const json = jsonText(path, sourceText(bytes).text);
  if (json !== undefined) throw new UsageError(json);
  throw new UsageError({
    nl: `${path} is geen HAR en geen .svclog van WCF; geef een van die twee, of een map met paren als 1-request.xml en 1-response.xml`,
    en: `${path} is no HAR and no .svclog of WCF; give one of those, or a folder with pairs such as 1-request.xml and 1-response.xml`,
  });
};

/** Why JSON is no HAR, and what to do; undefined for what does not begin as JSON. */
const jsonText = (path: string, text: string): Bilingual | undefined => {
  if (!/^\s*[{[]/.test(text)) return undefined;
  if (!isJson(text))
    return {
      nl: `${path} is JSON die niet heel is, zoals een HAR die bij het opslaan is afgekapt; sla het verkeer opnieuw op als HAR, en geef dat bestand`,
      en: `${path} is JSON that is not whole, such as a HAR that was cut off when it was saved; save the traffic as a HAR again, and give that file`,
    };
  return {
    nl: `${path} is JSON, en geen HAR: log.entries ontbreekt; sla het verkeer op als HAR met inhoud (Save all as HAR with content), en geef dat bestand`,
    en: `${path} is JSON, and no HAR: log.entries is missing; save the traffic as a HAR with content (Save all as HAR with content), and give that file`,
  };
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** JSON and text of more than this do not fit in a string. */
const mostRead = 512 * 1024 ** 2 - 1024;

const wholeAt = (path: string): Uint8Array => {
  try {
    return fileWithin(path, mostRead, {
      nl: `${path} is groter dan 512 MiB; laat de tool het verkeer in delen opslaan, en geef die samen`,
      en: `${path} is larger than 512 MiB; have the tool save the traffic in parts, and give those together`,
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(path, error);
  }
};

const unreadable = (path: string, cause: unknown): UsageError =>
  new UsageError(
    {
      nl: `${path} is er niet, of is niet te lezen; geef een ander pad`,
      en: `${path} is not there, or can't be read; give another path`,
    },
    { cause },
  );

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
};
