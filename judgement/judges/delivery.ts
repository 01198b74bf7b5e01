import type { Contract } from '#contract/contract';
import { compileSchema } from '#xml/validator';
import { OpenElement, withDocument } from '#xml/document';
import { XmlError } from '#xml/xml-error';
import { soapNamespace } from '../answer.ts';
import type { Case, Sent } from '../case.ts';
import type { delivery } from '../requirements/delivery.ts';
import { type Judgement, conforms, deviates } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import { type Judges, firstDeviation, mustAccept, sentAs } from './outcome.ts';

const prepared = (sent: Sent): Judgement => {
  const accepted = mustAccept(sent);
  if (accepted.kind !== 'conforms') return accepted;
  if (sent.answer.kind === 'accepted' && sent.answer.status === 'prepared') return conforms;
  return deviates(
    { nl: 'aangenomen en alleen klaargezet', en: 'accepted and only prepared (klaargezet)' },
    describeAnswer(sent.answer),
  );
};

const uniqueNumbers = (one: Case): Judgement => {
  const seen = new Set<string>();
  for (const { answer } of one.sent) {
    if (answer.kind !== 'accepted') continue;
    if (seen.has(answer.dossierNumber)) {
      const said = `dossier ${answer.dossierNumber}`;
      return deviates(
        { nl: 'voor elke aanlevering een nieuw dossiernummer', en: 'a new dossier number for each delivery' },
        { nl: `twee keer ${said}`, en: `${said} twice` },
      );
    }
    seen.add(answer.dossierNumber);
  }
  return conforms;
};

const bySchema = (sent: Sent, contract: Contract): Judgement => {
  const accepted = mustAccept(sent);
  if (accepted.kind !== 'conforms' || !('response' in sent.exchange.outcome)) return accepted;
  const problems = schemaProblems(contract, sent.exchange.outcome.response.body);
  if (problems.length === 0) return conforms;
  const said = problems.join('; ');
  return deviates(
    { nl: 'een antwoord dat aan het schema voldoet', en: 'an answer that is valid by the schema' },
    { nl: said, en: said },
  );
};

const schemaProblems = (contract: Contract, body: Uint8Array): readonly string[] => {
  const validator = compileSchema(contract.files, contract.schemas.message);
  try {
    return withDocument(body, (document) => {
      const content = document.get('/s:Envelope/s:Body/*', { s: soapNamespace });
      if (!(content instanceof OpenElement)) return ['no SOAP body'];
      return validator.validateElement(content).map(({ message }) => message);
    });
  } catch (error) {
    if (error instanceof XmlError) return [error.message];
    throw error;
  } finally {
    validator.dispose();
  }
};

/** Judges of the deliveries that must be accepted. */
export const deliveryJudges: Judges<typeof delivery> = {
  'delivery.accepts-valid': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.accepts-each-medium': (one) => mustAccept(sentAs(one, 'valid')),
  'delivery.prepares-without-medium': (one) => prepared(sentAs(one, 'without-medium')),
  'delivery.numbers-dossiers-uniquely': (one) => firstDeviation(...one.sent.map(mustAccept), uniqueNumbers(one)),
  'delivery.answers-by-schema': (one, contract) => bySchema(sentAs(one, 'valid'), contract),
  'delivery.accepts-with-warning': (one) => mustAccept(sentAs(one, 'warning')),
};
