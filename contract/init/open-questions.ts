import type { PortOperation } from '../wsdl/wsdl.ts';
import type { AnswerDraft, FaultDraft } from './answer-drafts.ts';
import type { Plan } from './blueprint.ts';
import { isSurelyAlive, type Offer } from './choose-operation.ts';
import type { DocumentTypeDrafts } from './document-type-drafts.ts';
import type { CodeDraft } from './error-codes.ts';
import { duplicateQuestions } from './duplicate-draft.ts';
import { type Finding, questionAt, type Question } from './finding.ts';
import type { RolePlan } from './plan-roles.ts';
import { elsewhere } from '../wsdl/policies.ts';
import type { OwnOperation } from './told-by-operation.ts';

interface FoundService {
  readonly offer: Offer;
  readonly alive: PortOperation | undefined;
  readonly answer: AnswerDraft;
  readonly fault: FaultDraft | undefined;
  /** Those that take deliveries. */
  readonly ownOperations: readonly OwnOperation[];
}

/** Where the parts of the service were found, each with how sure that is. */
export const serviceFindings = ({ offer, alive, answer, fault, ownOperations }: FoundService): readonly Finding[] => {
  const isOwn = (name: string): boolean =>
    ownOperations.some(({ operation }) => name === `${operation.name} (${offer.port.service || offer.port.portType})`);
  const others = offer.choice.others.filter((name) => !isOwn(name));
  const isGuess = offer.choice.confidence === 'guess' && others.length > 0;
  const confidence = offer.choice.confidence === 'guess' && !isGuess ? 'likely' : offer.choice.confidence;
  return [
    { about: 'service.deliver', at: offer.operation.name, confidence, others },
    ...(alive === undefined
      ? []
      : [
          {
            ...{ about: 'service.alive', at: alive.name, others: [] },
            confidence: isSurelyAlive(alive) ? ('likely' as const) : ('guess' as const),
          },
        ]),
    ...answer.findings,
    ...(fault?.findings ?? []),
  ];
};

interface Opened extends Pick<Plan, 'headers' | 'duplicate' | 'answer'> {
  readonly offer: Offer;
  /** What was found of the service. */
  readonly service: readonly Finding[];
  readonly types: DocumentTypeDrafts;
  readonly roles: RolePlan;
  /** Of codes of errors. */
  readonly codes: CodeDraft;
  readonly ownOperations: readonly OwnOperation[];
}

/** All that a person has to look at, since it was guessed. */
export const openQuestions = (opened: Opened): readonly Question[] => {
  const { headers, types, offer, ownOperations, service, answer, roles, duplicate, codes } = opened;
  const isOne = ownOperations.length === 1;
  return [
    ...service
      .filter(({ about, confidence }) => confidence === 'guess' && about !== 'service.answer.failure.flag')
      .map(serviceQuestion),
    ...failureQuestions(answer),
    ...headers.flatMap(headerQuestions),
    ...policyQuestions(offer),
    ...types.questions,
    ...(isOne || offer.isSaid ? [] : [ownOperationsQuestion(ownOperations)]),
    ...roles.questions.filter(({ about }) => isOne || about !== 'uses.documentType'),
    ...duplicateQuestions(duplicate),
    ...codes.questions,
  ];
};

const serviceQuestion = (finding: Finding): Question => {
  const { about, at, others } = finding;
  const elsewhere = others.length === 0 ? '' : `, or at ${others.join(', ')}`;
  switch (about) {
    case 'service.deliver':
      return { about, question: `do deliveries go to ${at}, or to ${others.join(', ')}?` };
    case 'service.alive':
      return { about, question: `is ${at} a connection test, which does nothing? Production gets it` };
    case 'service.answer.dossierNumber':
      return { about, question: `is the number of the dossier at ${at}${elsewhere}?` };
    case 'service.answer.status':
      return { about, question: `are statuses what ${at} says of the three outcomes?` };
    default:
      return questionAt(finding);
  }
};

/** No WSDL says whether a response with an error in it refuses. */
const failureQuestions = ({ failure, unread }: AnswerDraft): readonly Question[] => {
  const about = 'service.answer.failure';
  if (failure === undefined) return unread.length === 0 ? [] : [{ about, question: unreadQuestion(unread) }];
  const { flag, code } = failure;
  const failed = failure.failed === undefined ? undefined : joined(failure.failed);
  const succeeded = joined(failure.succeeded ?? '');
  if (flag !== undefined && failed === undefined)
    return [
      {
        about,
        question: `does a response refuse by anything but "${succeeded}" at ${flag}? Name under succeeded all that accept, and leave failure out where only a Fault refuses`,
      },
    ];
  const how = flag === undefined ? `a code at ${code}` : `"${failed ?? ''}" at ${flag}`;
  return [
    {
      about,
      question: `does a response refuse by ${how}? No WSDL says it; leave failure out where only a Fault refuses`,
    },
  ];
};

const joined = (said: string | readonly string[]): string => [said].flat().join('", "');

const unreadQuestion = (unread: readonly string[]): string => {
  const elsewhere = unread.length > mostTold ? ' or elsewhere' : '';
  return `does a response refuse by what stands at ${unread.slice(0, mostTold).join(', ')}${elsewhere}? Until failure says it, each with a dossier number accepts`;
};

const mostTold = 5;

const headerQuestions = ({ element, fill, others }: Plan['headers'][number]): readonly Question[] => [
  ...fill
    .filter(({ isGuess }) => isGuess)
    .map(({ at, from }) => ({
      about: 'service.headers',
      question: `does ${at === '.' ? 'the text' : at} of ${element.name} bear the ${from}?`,
    })),
  ...(others.length === 0
    ? []
    : [
        {
          about: 'service.headers',
          question: `what stands at ${others.map((at) => (at === '.' ? 'the text' : at)).join(', ')} of ${element.name}? Until fill says it, any value that the schema takes`,
        },
      ]),
];

/** A policy that nobody gave may demand what no contract can say. */
const policyQuestions = ({ operation }: Offer): readonly Question[] =>
  [...new Set(operation.policies.flatMap((policy) => elsewhere(policy) ?? []))].map((address) => ({
    about: 'service.deliver',
    question: `what does the policy at ${address} demand of ${operation.name}? It is not in the WSDL and was not read; WS-Security, WS-Addressing and MTOM are not supported`,
  }));

const ownOperationsQuestion = (all: readonly OwnOperation[]): Question => {
  const names = all.map(({ operation }) => operation.name);
  return {
    about: 'uses.documentType',
    question: `does each operation take a document type of its own (${names.join(', ')})? If one takes them all, make the folder again with --operation`,
  };
};
