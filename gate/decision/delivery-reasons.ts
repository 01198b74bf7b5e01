import type { Bilingual } from '#contract/texts/bilingual';
import type { AcceptedThere } from '../facts/gate-facts.ts';
import { isCode } from '../policy/is-code.ts';
import { weigh } from '../policy/weigh.ts';
import { type Reason, reason } from './decision.ts';
import { targetsOf } from './circumstance-reasons.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** Deliveries of a document type that the endpoint of the phase accepted. */
export const acceptedOf = (
  { facts, policy, phase }: JudgedEvidence,
  documentType: string,
): readonly AcceptedThere[] => {
  const targets = targetsOf(policy, phase);
  return facts.acceptedThere.filter(
    (one) => one.documentType === documentType && targets.includes(one.host.toLowerCase()),
  );
};

/** The least of them: as the policy says, else as the phase demands. */
export const leastOf = ({ policy, required }: JudgedEvidence, documentType: string): number =>
  policy?.read.accepted[documentType] ??
  required.documentTypes.find(({ name }) => name === documentType)?.accepted ??
  1;

/** Whether each declared document type was delivered, accepted, and shown as declared. */
export const deliveryReasons = (judged: JudgedEvidence): readonly Reason[] =>
  judged.phase === 4
    ? []
    : judged.required.documentTypes.flatMap(({ name }) => reasonsOf(name, judged)).concat(toShow(judged));

const reasonsOf = (documentType: string, judged: JudgedEvidence): readonly Reason[] => {
  const accepted = acceptedOf(judged, documentType);
  const least = leastOf(judged, documentType);
  const about = { documentType };
  return [
    ...(accepted.length < least ? [reason('missing', tooFew(accepted.length, least), about)] : []),
    ...unboundReasons(documentType, judged).map((text) => reason('missing', text, { ...about, by: 'koop' })),
    ...codeReasons(accepted, judged.code).map((text) => reason('missing', text, about)),
  ];
};

const codeReasons = (accepted: readonly AcceptedThere[], code: string | undefined): readonly Bilingual[] => {
  if (code === undefined) return [];
  if (!isCode(code)) return [noCode];
  return accepted.some(({ marks }) => marks.some((mark) => mark.includes(code))) ? [] : [withoutCode(code)];
};

/** Where nothing of a type counts, nothing is proven. */
const unboundReasons = (documentType: string, { required, policy, now }: JudgedEvidence): readonly Bilingual[] => {
  const day = new Date(now).toISOString().slice(0, 10);
  const binding = required.pairs.filter((pair) => pair.documentType === documentType && pair.level === 'MUST');
  if (binding.length === 0) return [onAssumption];
  const isCounted = binding.some((pair) => {
    const { weight, deliveries } = weigh(pair, policy?.read, day);
    return weight === 'counts' && deliveries > 0;
  });
  return isCounted ? [] : [byPolicy];
};

const toShow = ({ facts, required }: JudgedEvidence): readonly Reason[] =>
  facts.toShow.flatMap(({ documentType, kind, name }) => {
    const isDeclared = documentType === undefined || required.documentTypes.some((one) => one.name === documentType);
    const what = name === undefined ? kind : `${kind} ${name}`;
    if (!isDeclared || kind === 'delivery') return [];
    return [
      reason(
        'missing',
        { nl: `aangemeld en niet getoond: ${what}`, en: `declared and not shown: ${what}` },
        { documentType },
      ),
    ];
  });

const tooFew = (came: number, least: number): Bilingual => ({
  nl: `het endpoint van deze fase nam ${String(came)} van de ${String(least)} aanleveringen aan die nodig zijn`,
  en: `the endpoint of this phase accepted ${String(came)} of the ${String(least)} deliveries that are needed`,
});

const onAssumption: Bilingual = {
  nl: 'dit documenttype rust op een aanname, zodat niets ervan meetelt',
  en: 'this document type rests on an assumption, so that nothing of it counts',
};

const noCode: Bilingual = {
  nl: 'de gegeven code is er geen van 3pas gate --new: zes letters en cijfers',
  en: 'the code that was given is none of 3pas gate --new: six letters and digits',
};

const byPolicy: Bilingual = {
  nl: 'volgens het beleid telt geen enkele eis van dit documenttype mee: zet er ten minste één op “telt mee”, met een aantal van 1 of meer',
  en: 'by the policy no requirement of this document type counts: set one at least to “telt mee”, with an aantal of 1 or more',
};

const withoutCode = (code: string): Bilingual => ({
  nl: `geen aangenomen aanlevering draagt de code ${code}`,
  en: `no accepted delivery bears the code ${code}`,
});
