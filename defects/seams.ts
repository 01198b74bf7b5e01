import type { Examination } from '#endpoint/mock/examine';
import type { HttpRequest, HttpResponse } from '#endpoint/server/http-message';
import type { Complaint } from '#endpoint/server/soap/complaint';
import type { Judgement } from '#endpoint/mock/judgement/judge';
import type { Defect, MockParts } from '#endpoint/mock/parts';
import { headerFault } from '#endpoint/server/soap/soap-fault';

/** Reads another text than the one that came. */
export const reading = (change: (text: string) => string): Defect => ({
  alter: (parts) => ({
    ...parts,
    decode: (body, contentType) => {
      const decoded = parts.decode(body, contentType);
      return 'text' in decoded ? { text: change(decoded.text) } : decoded;
    },
  }),
});

/** Answers a Fault to every message whose text is so. */
export const refusing = (isSo: (text: string) => boolean): Defect => ({
  alter: (parts) => ({ ...parts, markupFault: (text) => (isSo(text) ? outOfOrder : parts.markupFault(text)) }),
});

const outOfOrder = headerFault('Server', 'Er ging iets mis.', 'Something went wrong.');

/** Finds something else in a message than what is there. */
export const examining = (change: (examination: Examination, parts: MockParts) => Examination): Defect => ({
  alter: (parts) => ({ ...parts, examine: async (message) => change(await parts.examine(message), parts) }),
});

/** Judges deliveries in another way. */
export const judging = (change: (judgement: Judgement, parts: MockParts) => Judgement): Defect =>
  examining((examination, parts) =>
    examination.kind === 'delivery' ? { ...examination, judgement: change(examination.judgement, parts) } : examination,
  );

/** Does not see some of what is wrong with a delivery. */
export const overlooking = (isUnseen: (complaint: Complaint) => boolean): Defect =>
  judging((judgement) => ({ ...judgement, complaints: judgement.complaints.filter((one) => !isUnseen(one)) }));

/** Answers otherwise, except to whoever looks at what the mock keeps. */
export const answering = (change: (response: HttpResponse, request: HttpRequest) => HttpResponse): Defect => ({
  wrap: (handler) => async (request) => {
    const response = await handler(request);
    return request.target.startsWith('/_mock/') ? response : change(response, request);
  },
});

/** Writes the answers to deliveries otherwise. */
export const writing = (change: (text: string) => string): Defect =>
  answering((response) => ({ ...response, body: Buffer.from(change(textOf(response))) }));

/** Writes Faults otherwise. */
export const faulting = (change: (text: string) => string): Defect =>
  writing((text) => (text.includes('<soap:Fault>') ? change(text) : text));

/** The body of an answer as text. */
export const textOf = ({ body }: Pick<HttpRequest, 'body'>): string => Buffer.from(body).toString('utf8');

/** An answer of another kind than what a service gives. */
export const page = (status: number, type = 'text/html; charset=utf-8'): HttpResponse => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from('<!DOCTYPE html><html><body><h1>DossierService</h1></body></html>'),
});
