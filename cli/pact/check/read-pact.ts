import * as v from 'valibot';
import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import { UsageError } from '../../usage-error.ts';
import { type PactBody, readBody } from './read-body.ts';
import { httpShape, interactionShape, metadataShape, pactShape } from './pact-shape.ts';
import { parseJson } from './parse-json.ts';

type Headers = readonly (readonly [name: string, value: string])[];

/** One request of a pact, and the answer that its client expects. */
export interface PactExchange {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Headers;
    readonly body: PactBody;
    /** Places in the body whose values are made anew for each request. */
    readonly generated: readonly string[];
  };
  readonly response: { readonly status: number; readonly headers: Headers; readonly body: PactBody };
}

/** An interaction that is none over HTTP. */
export interface OtherInteraction {
  readonly name: string;
  readonly why: Bilingual;
}

/** The interactions of a pact of specification 1 to 4; throws `UsageError` with line or key for what is none. */
export const readPact = (file: string, bytes: Uint8Array): readonly (PactExchange | OtherInteraction)[] => {
  const { interactions, messages, metadata } = shaped({ file, at: [] }, pactShape, parseJson(file, bytes));
  const version = versionIn(file, metadata);
  if (interactions === undefined && messages === undefined) throw noPact(file);
  const named = namer();
  const all = [
    ...(interactions ?? []).map((one, index) =>
      readInteraction({ file, at: ['interactions', index], version, named }, one),
    ),
    ...(messages ?? []).map((one, index) => {
      const { description } = shaped({ file, at: ['messages', index] }, interactionShape, one);
      return { name: named(description), why: noHttp };
    }),
  ];
  if (all.length > 0) return all;
  throw new UsageError({
    nl: `${file} bevat geen interactie (interactions is leeg); geef een pact met verzoeken`,
    en: `${file} holds no interaction (interactions is empty); give a pact with requests`,
  });
};

/** A key in a file. */
interface Spot {
  readonly file: string;
  readonly at: readonly (string | number)[];
}

interface Reading extends Spot {
  readonly version: number | undefined;
  readonly named: (description: string) => string;
}

const readInteraction = ({ file, at, version, named }: Reading, value: unknown): PactExchange | OtherInteraction => {
  const { description, type } = shaped({ file, at }, interactionShape, value);
  const name = named(description);
  if ((type ?? http) !== http) return { name, why: noHttp };
  const { request, response } = shaped({ file, at }, httpShape, value);
  return {
    name,
    request: {
      method: request.method,
      path: request.path,
      headers: headersIn(request.headers),
      body: readBody(request.body, version),
      generated: Object.keys(request.generators.body),
    },
    response: {
      status: response.status,
      headers: headersIn(response.headers),
      body: readBody(response.body, version),
    },
  };
};

const http = 'Synchronous/HTTP';

const noHttp: Bilingual = {
  nl: 'dit is een bericht van Pact en gaat niet over HTTP',
  en: 'this is a message of Pact, and does not go over HTTP',
};

/** A header stands on one line. */
const headersIn = (headers: Readonly<Record<string, string | readonly string[]>> | null): Headers =>
  Object.entries(headers ?? {}).map(([name, value]) => [
    name.replace(/[\r\n:]+/g, ' ').trim(),
    (typeof value === 'string' ? value : value.join(', ')).replace(/[\r\n]+/g, ' '),
  ]);

/** Characters of a description that name an interaction. */
const longestName = 200;

/** Two interactions may have one description under different states. */
const namer = (): ((description: string) => string) => {
  const count = new Map<string, number>();
  return (said) => {
    const description = said.slice(0, longestName);
    const times = (count.get(description) ?? 0) + 1;
    count.set(description, times);
    return times === 1 ? description : `${description} (${String(times)})`;
  };
};

const newest = 4;

/** The main number of the specification; undefined where a pact names none. */
const versionIn = (file: string, metadata: unknown): number | undefined => {
  const read = v.safeParse(metadataShape, metadata);
  if (!read.success) return undefined;
  const { pactSpecification, 'pact-specification': older, pactSpecificationVersion } = read.output;
  const said = (pactSpecification ?? older)?.version ?? pactSpecificationVersion;
  if (said === undefined) return undefined;
  const version = Number(/^\d+/.exec(said)?.[0]);
  if (version >= 1 && version <= newest) return version;
  throw new UsageError({
    nl: `${file}: metadata.pactSpecification.version is ${quoted(said)}; geef een pact van specificatie 1 tot en met ${String(newest)}`,
    en: `${file}: metadata.pactSpecification.version is ${quoted(said)}; give a pact of specification 1 to ${String(newest)}`,
  });
};

const shaped = <Entries>({ file, at }: Spot, shape: v.GenericSchema<unknown, Entries>, value: unknown): Entries => {
  // A list is an object to valibot.
  const read = v.safeParse(shape, Array.isArray(value) ? null : value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  if (at.length === 0 && issue.path === undefined) throw noPact(file);
  const path = [...at, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const key = path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${String(step)}]` : `${text}${text === '' ? '' : '.'}${step}`),
    '',
  );
  const { nl, en } = saidOf(issue.input === undefined ? '' : issue.message);
  throw new UsageError({ nl: `${file}: ${key} ${nl}`, en: `${file}: ${key} ${en}` });
};

const noPact = (file: string): UsageError =>
  new UsageError({
    nl: `${file} is geen pact: de sleutel interactions ontbreekt; geef het bestand dat Pact schrijft`,
    en: `${file} is no pact: the key interactions is missing; give the file that Pact writes`,
  });

/** Sentences of the shape, in Dutch too; any other is about a key that is missing. */
const saidOf = (message: string): Bilingual => ({
  nl: dutch[message] ?? 'ontbreekt of is ongeldig; geef het bestand zoals Pact het schrijft',
  en:
    dutch[message] === undefined ? 'is missing or invalid; give the file as Pact writes it' : `${message}; correct it`,
});

const dutch: Readonly<Record<string, string>> = {
  'must be a text': 'moet een tekst zijn; verbeter dat',
  'must be a list': 'moet een lijst zijn; verbeter dat',
  'must be a number': 'moet een getal zijn; verbeter dat',
  'must be a whole number': 'moet een geheel getal zijn; verbeter dat',
  'must hold headers': 'moet headers bevatten; verbeter dat',
  'must be a text, or a list of texts': 'moet een tekst of een lijst van teksten zijn; verbeter dat',
  'must be a request, with a method and a path': 'moet een verzoek zijn, met method en path; verbeter dat',
  'must be a response': 'moet een antwoord zijn; verbeter dat',
  'must be an interaction, with a request and a response':
    'moet een interactie zijn, met request en response; verbeter dat',
  'must be an interaction with a description': 'moet een interactie met een description zijn; verbeter dat',
};
