import type { robustness } from '#judgement/requirements/robustness';
import { variants } from '#judgement/requirements/variants';
import { answering, caseOf, http, none } from '../replies.ts';
import { accepting, type JudgedCases, type Replies } from './judged-cases.ts';

/** Cases for the judges of odd, long and hostile messages. */
export const robustnessCases = (replies: Replies): Readonly<Record<keyof typeof robustness, JudgedCases>> => {
  const { accepted, fault } = replies;
  const after = { control: accepted(), afterwards: accepted('D2') };
  const withstands: JudgedCases = {
    conforms: [caseOf({ ...after, attack: fault() }), caseOf({ ...after, attack: none('reset') })],
    deviates: [
      caseOf({ ...after, attack: accepted('D3') }),
      caseOf({ ...after, attack: none('timeout') }),
      caseOf({ ...after, attack: none('reset'), afterwards: none('refused') }),
    ],
    undecided: [
      caseOf({ control: none('refused'), attack: none('refused'), afterwards: none('refused') }),
      caseOf({ ...after, attack: none('reset'), afterwards: http(429) }),
    ],
  };
  const disclosing = answering(fault(), 'text/xml', Buffer.from('<fault>root:x:0:0</fault>'));
  const saying = (text: string) => answering(fault(), 'text/xml', Buffer.from(`<fault>${text}</fault>`));
  return {
    'robustness.takes-odd-text': accepting(replies, 'valid'),
    'robustness.takes-every-letter': accepting(replies, 'valid', true),
    'robustness.takes-longest-texts': accepting(replies, 'valid', true),
    'robustness.takes-long-content': accepting(replies, 'valid'),
    'robustness.refuses-deep-nesting': withstands,
    'robustness.refuses-document-type-declaration': withstands,
    'robustness.refuses-entity-expansion': withstands,
    'robustness.refuses-external-entity': {
      ...withstands,
      deviates: [caseOf({ ...after, attack: disclosing }), ...withstands.deviates],
    },
    'robustness.refuses-zip-bomb': withstands,
    'robustness.shows-no-internals': {
      conforms: [
        caseOf({
          control: accepted(),
          violation: saying('Het veld Titel in /VoegDossierToeEnPubliceer/Dossier is te lang.'),
        }),
      ],
      deviates: [
        caseOf({
          control: accepted(),
          violation: saying('at nl.koop.drop.DossierService.voegToe(DossierService.java:120)'),
        }),
        caseOf({ alive: saying('ORA-00001: unique constraint (DROP.PK_DOSSIER) violated') }),
      ],
      undecided: [caseOf({ valid: none('timeout') })],
    },
  };
};

/** Cases for the judges of the same message in other bytes. */
export const variantCases = (replies: Replies): Readonly<Record<keyof typeof variants, JudgedCases>> =>
  Object.fromEntries(Object.keys(variants).map((id) => [id, accepting(replies, 'variant', true)])) as Record<
    keyof typeof variants,
    JudgedCases
  >;
