import { createHash } from 'node:crypto';
import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import { OpenElement, withBody } from '#xml/document';
import { soapNamespace } from '../answer.ts';
import { deviates, conforms, untested } from '../verdict.ts';
import { type Mark, type StreamJudge, sealed } from './stream-judge.ts';

interface Numbered {
  readonly number: string;
  /** How many numbers the answer gives. */
  readonly count: number;
  /** SHA-256 of the message: the same message twice may be answered with the number that it got before. */
  readonly message: string;
}

const judge: StreamJudge<Numbered> = {
  look: ({ answer, exchange }, { contract }) =>
    answer.kind === 'accepted'
      ? {
          number: answer.dossierNumber,
          count: countIn(contract, exchange),
          message: createHash('sha256').update(exchange.request.body).digest('hex'),
        }
      : undefined,
  decide: (marks) => {
    const several = marks.filter(({ value }) => value.count > 1).sort(byExchange);
    if (several[0] !== undefined) return { judgement: moreThanOne(several[0].value), shown: [several[0].exchange] };
    const messages = new Set(marks.map(({ value }) => value.message)).size;
    const [twice] = [...Map.groupBy(marks, ({ value }) => value.number)]
      .filter(([, own]) => new Set(own.map(({ value }) => value.message)).size > 1)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    if (twice !== undefined) return { judgement: repeated(...twice), shown: idsOf(twice[1]) };
    return { judgement: messages > 1 ? conforms : tooFew, shown: [] };
  },
};

const byExchange = (one: Mark<Numbered>, other: Mark<Numbered>): number => (one.exchange < other.exchange ? -1 : 1);

const moreThanOne = ({ count }: Numbered) =>
  deviates(
    { nl: 'één dossiernummer in het antwoord', en: 'one dossier number in the answer' },
    { nl: `${String(count)} dossiernummers in één antwoord`, en: `${String(count)} dossier numbers in one answer` },
  );

const countIn = (contract: Contract, { outcome }: Exchange): number => {
  if (!('response' in outcome)) return 1;
  return withBody(outcome.response.body, (document) => {
    const content = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
    if (!(content instanceof OpenElement)) return 1;
    const found = content.eval(contract.service.answer.dossierNumber, { ...contract.namespaces });
    return Array.isArray(found) ? found.length : 1;
  });
};

const idsOf = (marks: readonly Mark<Numbered>[]): readonly string[] => marks.map(({ exchange }) => exchange).sort();

const repeated = (number: string, marks: readonly Mark<Numbered>[]) => {
  const times = String(new Set(marks.map(({ value }) => value.message)).size);
  return deviates(
    { nl: 'voor elke aanlevering een nieuw dossiernummer', en: 'a new dossier number for each delivery' },
    {
      nl: `dossier ${number} voor ${times} verschillende aanleveringen`,
      en: `dossier ${number} for ${times} different deliveries`,
    },
  );
};

const tooFew = untested({
  nl: 'er zijn geen twee aanleveringen aangenomen om te vergelijken',
  en: 'no two deliveries were accepted that could be compared',
});

/** Numbers of dossiers are unique over all deliveries that were accepted. */
export const uniqueNumbers = sealed(judge);
