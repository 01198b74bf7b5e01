import { statSync } from 'node:fs';
import type { Bilingual } from '#contract/texts/bilingual';
import { FileTooLarge, readWithin } from '#xml/read-within';
import { within } from '../check/file-within.ts';
import { sourceText } from '../check/source-text.ts';
import { UsageError } from '../usage-error.ts';
import { type Bytes, fileBytes } from './bytes.ts';
import { harOutline, jsonBytes, jsonIn, mostOfText } from './har-outline.ts';
import type { Read } from './pair.ts';
import { readHar } from './read-har.ts';
import { readPairs } from './read-pairs.ts';
import { readSvclog } from './read-svclog.ts';

/** The traffic in a HAR, a message log of WCF or a folder of pairs; throws `UsageError` for anything else. */
export const trafficAt = (path: string): Read => {
  if (isFolder(path)) return readPairs(path);
  const bytes = bytesAt(path);
  return within(() => (beginsAsJson(bytes) ? harIn(path, bytes) : svclogIn(path, bytes)), tooLarge(path));
};

/** The bytes of a file where they lie; what comes through a pipe is read whole. */
const bytesAt = (path: string): Bytes => {
  try {
    return fileBytes(path) ?? readWithin(path, mostOfText);
  } catch (error) {
    if (error instanceof FileTooLarge) throw new UsageError(tooLarge(path), { cause: error });
    throw unreadable(path, error);
  }
};

const beginsAsJson = (bytes: Bytes): boolean => /^\s*[{[]/.test(sourceText(bytes.subarray(0, mostOfStart)).text);

/** Bytes among which the first that is no white space is looked for. */
const mostOfStart = 65_536;

const harIn = (path: string, bytes: Bytes): Read => {
  const read = readHar(path, bytes);
  if (read === undefined) throw new UsageError(noHar(path, isJson(jsonBytes(bytes))));
  return read;
};

const svclogIn = (path: string, bytes: Bytes): Read => {
  if (bytes.length > mostOfText) throw new FileTooLarge(mostOfText);
  const read = readSvclog(path, bytes.subarray(0, bytes.length));
  if (read !== undefined) return read;
  throw new UsageError({
    nl: `${path} is geen HAR en geen .svclog van WCF; geef een van die twee, of een map met paren als 1-request.xml en 1-response.xml`,
    en: `${path} is no HAR and no .svclog of WCF; give one of those, or a folder with pairs such as 1-request.xml and 1-response.xml`,
  });
};

/** Why JSON is no HAR, and what to do. */
const noHar = (path: string, isWhole: boolean): Bilingual => {
  if (!isWhole)
    return {
      nl: `${path} is JSON die niet heel is, zoals een HAR die bij het opslaan is afgekapt; sla het verkeer opnieuw op als HAR, en geef dat bestand`,
      en: `${path} is JSON that is not whole, such as a HAR that was cut off when it was saved; save the traffic as a HAR again, and give that file`,
    };
  return {
    nl: `${path} is JSON, en geen HAR: log.entries ontbreekt; sla het verkeer op als HAR met inhoud (Save all as HAR with content), en geef dat bestand`,
    en: `${path} is JSON, and no HAR: log.entries is missing; save the traffic as a HAR with content (Save all as HAR with content), and give that file`,
  };
};

const isJson = (bytes: Bytes): boolean => {
  const outline = harOutline(bytes);
  return outline?.entries.every(({ start, end }) => jsonIn(bytes.subarray(start, end)) !== undefined) === true;
};

/** What is said where a text, or an entry of a HAR, does not fit in a string. */
const tooLarge = (path: string): Bilingual => ({
  nl: `${path} is groter dan 512 MiB; laat de tool het verkeer in delen opslaan, en geef die samen`,
  en: `${path} is larger than 512 MiB; have the tool save the traffic in parts, and give those together`,
});

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
