import { type Reason, reason } from './decision.ts';
import { defaultAge } from '../policy/defaults.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

const missing = (nl: string, en: string, by: 'vendor' | 'koop' = 'vendor'): Reason =>
  reason('missing', { nl, en }, { by });

/** Whether evidence is about the right thing: phase, target, role, time, and that nothing was left out. */
export const circumstanceReasons = (judged: JudgedEvidence): readonly Reason[] => [
  ...phaseReasons(judged),
  ...roleReasons(judged),
  ...targetReasons(judged),
  ...timeReasons(judged),
  ...wholeReasons(judged),
];

const phaseReasons = ({ facts, phase }: JudgedEvidence): readonly Reason[] =>
  facts.phase === phase
    ? []
    : [
        missing(
          `dit is van fase ${String(facts.phase)}, en gevraagd is fase ${String(phase)}`,
          `this is of phase ${String(facts.phase)}, and phase ${String(phase)} is asked`,
        ),
      ];

const roleReasons = ({ facts, phase }: JudgedEvidence): readonly Reason[] => {
  if (facts.by === 'pact')
    return [
      missing(
        'dit is een verificatie van het endpoint met Pact (3pas pact verify), die over een systeem niets bewijst; geef een opname (3pas listen of 3pas import), of in fase 4 een run',
        'this is a verification of the endpoint by Pact (3pas pact verify), which proves nothing of a system; give a recording (3pas listen or 3pas import), or in phase 4 a run',
      ),
    ];
  if (facts.by === 'replay')
    return [
      missing(
        'dit is één geval dat opnieuw is verstuurd (3pas replay), en dat bewijst niets over een systeem; geef een opname (3pas listen of 3pas import), of in fase 4 een run',
        'this is one case that was sent again (3pas replay), which proves nothing of a system; give a recording (3pas listen or 3pas import), or in phase 4 a run',
      ),
    ];
  if (phase === 4) return [];
  if (facts.kind === 'run')
    return [
      missing(
        'een run beoordeelt het endpoint; neem op wat het systeem zelf verstuurt (3pas listen of 3pas import)',
        'a run judges the endpoint; record what the system itself sends (3pas listen or 3pas import)',
      ),
    ];
  if (facts.recordedBy !== 'delivery') return [];
  return [
    missing(
      'dit is een aanlevering van 3pas deliver, en niet van het systeem zelf',
      'this is a delivery of 3pas deliver, and not of the system itself',
    ),
  ];
};

const targetReasons = ({ facts, phase, policy }: JudgedEvidence): readonly Reason[] => {
  const known = targetsOf(policy, phase);
  if (facts.hosts.length === 0)
    return phase === 4
      ? []
      : [
          missing(
            'de berichten zijn door de ontvanger zelf beantwoord, en niet door het endpoint van deze fase',
            'the messages were answered by the receiver itself, and not by the endpoint of this phase',
          ),
        ];
  return facts.hosts
    .filter((host) => !known.includes(host.toLowerCase()))
    .map((host) =>
      missing(
        `${host} is volgens het beleid geen endpoint van fase ${String(phase)}`,
        `${host} is no endpoint of phase ${String(phase)} by the policy`,
        known.length === 0 ? 'koop' : 'vendor',
      ),
    );
};

/** Hosts of the endpoints of a phase. */
export const targetsOf = (policy: JudgedEvidence['policy'], phase: number): readonly string[] =>
  (policy?.read.targets ?? []).flatMap((one) => (one.phase === phase ? [one.host] : []));

const dayMs = 24 * 60 * 60_000;
const slack = 5 * 60_000;

const timeReasons = ({ facts, policy, now }: JudgedEvidence): readonly Reason[] => {
  const { first, last, isRealClock } = facts;
  const age = policy?.read.age ?? defaultAge;
  if (first === undefined || last === undefined)
    return [missing('er is geen enkel bericht', 'there is not one message')];
  return [
    ...(isRealClock
      ? []
      : [missing('de tijden zijn niet die van een gewone klok', 'the times are not those of a real clock')]),
    ...(last > now + slack
      ? [
          missing(
            'er zijn berichten van een dag die nog moet komen',
            'there are messages of a day that is still to come',
          ),
        ]
      : []),
    ...(now - first > age * dayMs
      ? [
          missing(
            `het oudste bericht is meer dan ${String(age)} dagen oud`,
            `the oldest message is more than ${String(age)} days old`,
          ),
        ]
      : []),
  ];
};

const wholeReasons = ({ facts }: JudgedEvidence): readonly Reason[] => {
  const { isEnded, isRedacted, isFiltered } = facts;
  return [
    ...(isEnded ? [] : [missing('de opname is niet tot haar einde gekomen', 'the recording did not come to its end')]),
    ...(isRedacted
      ? [missing('de inhoud van de berichten is verwijderd', 'the contents of the messages were taken out')]
      : []),
    ...(isFiltered
      ? [missing('een filter heeft een deel van de run weggelaten', 'a filter left a part of the run out')]
      : []),
  ];
};
