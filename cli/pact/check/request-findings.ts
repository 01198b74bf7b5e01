import { quoted } from '#contract/texts/quoted';
import type { Finding } from '#judgement/finding';
import { type FileFinding, type Judging, judgeFile } from '../../check/judged-file.ts';
import { placeless } from './placeless.ts';
import type { PactExchange } from './read-pact.ts';

/** What requests are judged with. */
export interface JudgingRequests extends Judging {
  /** Of the service, as the contract has it. */
  readonly path: string;
}

/** Judges the request of an interaction as one that a client sends, and whether it is one over HTTP that the service takes. */
export const requestFindings = async (
  { name, request }: PactExchange,
  body: Uint8Array,
  judging: JudgingRequests,
): Promise<readonly FileFinding[]> => {
  const head = headOf(request);
  const judged = await judgeFile({ name, bytes: Buffer.concat([Buffer.from(head), body]), kind: 'http' }, judging);
  const lines = head.split('\n').length - 1;
  const places = new Set(request.generated.map(placeIn));
  const found = (judged?.findings ?? []).map((one) => inBody(one, lines));
  return [
    ...httpFindings(request, judging).map((finding) => placeless(finding)),
    ...found.map((one) => (isGenerated(one, places) ? { ...one, isError: false } : one)),
  ];
};

/** As POST, so that it is judged as a message; another method is told of by itself. */
const headOf = ({ path, headers }: PactExchange['request']): string =>
  [
    `POST ${path.replace(/\s+/g, '%20') || '/'} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');

/** Lines are those of the body; of the head none is in the file. A header that a pact does not name may be sent all the same. */
const inBody = (one: FileFinding, lines: number): FileFinding => {
  const isOfHead = one.constraint.startsWith('http#');
  if (one.document !== '' || one.line === 0) return isOfHead && one.line === 0 ? { ...one, isError: false } : one;
  return one.line <= lines ? { ...one, line: 0, column: 0, source: undefined } : { ...one, line: one.line - lines };
};

/** The local names to a place: `$['soap:Envelope']['soap:Body']['a:b']['#text']` is `/b`. */
const placeIn = (generated: string): string => {
  const steps = [...generated.matchAll(/\['([^']+)'\]|\.([^.[]+)/g)].map(
    ([, quotedName, bare]) => quotedName ?? bare ?? '',
  );
  const names = steps.filter((step) => step !== '#text').map((step) => step.replace(/^(@?).*:/, '$1'));
  return `/${names.slice(2).join('/')}`;
};

const isGenerated = ({ path, document }: FileFinding, places: ReadonlySet<string>): boolean =>
  document === '' && places.has(path.replace(/\[\d+\]/g, ''));

const httpFindings = (
  { method, path }: PactExchange['request'],
  { path: expected }: JudgingRequests,
): readonly Finding[] => {
  const said = pathOf(path);
  return [
    ...(method.toUpperCase() === 'POST'
      ? []
      : [
          finding('http#method', 'error', {
            nl: `Het verzoek gaat met ${quoted(method)}; SOAP 1.1 over HTTP gaat met POST.`,
            en: `The request goes by ${quoted(method)}; SOAP 1.1 over HTTP goes by POST.`,
          }),
        ]),
    ...(said === expected
      ? []
      : [
          finding('http#path', 'warning', {
            nl: `Het pad is ${quoted(said)}; in de WSDL van het contract is het ${quoted(expected)}. Controleer of het verzoek voor deze dienst is.`,
            en: `The path is ${quoted(said)}; in the WSDL of the contract it is ${quoted(expected)}. Check that the request is for this service.`,
          }),
        ]),
  ];
};

const pathOf = (path: string): string => path.split(/[?#]/, 1)[0] ?? '';

const finding = (constraint: string, severity: Finding['severity'], text: Finding['text']): Finding => ({
  ...{ constraint, severity, ground: 'public', path: '/', line: 0 },
  text,
});
