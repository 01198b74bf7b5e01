import { daysBetween, dutchDay } from '#judgement/certificate/days';
import { type CertificateFacts, titleOf, valueIn } from '#judgement/certificate/facts';
import { purposeNames } from '#judgement/certificate/judge-key';
import { splitOin } from '#judgement/certificate/oin';
import type { Language } from '#reporters/texts';
import type { Inspection } from './inspect.ts';
import { words } from './words.ts';

/** Who a certificate is of, what it is for, and how long: a line each. */
export const summaryLines = (inspection: Inspection, language: Language): readonly string[] => {
  const { chain, now } = inspection;
  const { leaf } = chain;
  const word = words[language];
  const rows: readonly (readonly [string, string])[] = [
    [word.oin, oinText(leaf, language)],
    ...chainRows(inspection, language),
    ...chain.unused.map(({ subject }) => [word.unused, titleOf(subject)] as const),
    [word.hierarchy, word.hierarchies[chain.hierarchy] + (chain.recognised ? `: ${chain.recognised.subject}` : '')],
    [word.valid, word.from(dutchDay(leaf.notBefore), dutchDay(leaf.notAfter), daysBetween(now, leaf.notAfter))],
    [word.key, keyText(inspection, language)],
    [word.usage, usageText(leaf) || word.none],
    [word.policy, leaf.extensions.policies.join(', ') || word.none],
    ['SHA-256', leaf.sha256],
  ];
  return [holderText(leaf), ...rows.map(([name, value]) => `  ${name.padEnd(12)}${value}`)];
};

const holderText = ({ subject }: CertificateFacts): string => {
  const organisation = valueIn(subject, 'O');
  const title = titleOf(subject);
  return organisation === undefined || organisation === title ? title : `${title} (${organisation})`;
};

const oinText = ({ subject }: CertificateFacts, language: Language): string => {
  const text = valueIn(subject, 'serialNumber');
  const oin = splitOin(text ?? '');
  if (oin === undefined) return text ?? words[language].noOin;
  const parts = [oin.prefix, oin.number, oin.suffix].filter((part) => part !== '').join(' ');
  const { register } = oin;
  const from =
    register === undefined
      ? words[language].unknownPrefix
      : `${register.number[language]}, ${register.register[language]}`;
  return `${parts} (${from})`;
};

const chainRows = ({ chain }: Inspection, language: Language): readonly (readonly [string, string])[] => {
  const lines = [
    ...chain.issuers.map(({ subject }) => `← ${titleOf(subject)}`),
    ...(chain.end.kind === 'open' ? [`← ${titleOf(chain.end.issuer)}`] : []),
  ];
  const end = words[language].ends[chain.end.kind];
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''} (${end})`.trim()].map(
    (line, index) => [index === 0 ? words[language].issuers : '', line] as const,
  );
};

const keyText = ({ chain: { leaf }, hasKey }: Inspection, language: Language): string => {
  const { kind, bits } = leaf.key;
  const size = bits === undefined ? '' : `, ${String(bits)} ${words[language].bits}`;
  return `${kind.toUpperCase()}${size}${hasKey ? '' : ` (${words[language].withoutKey})`}`;
};

const usageText = ({ extensions: { keyUsage, purposes } }: CertificateFacts): string =>
  [(keyUsage?.uses ?? []).join(', '), (purposes ?? []).map((one) => purposeNames[one] ?? one).join(', ')]
    .filter((part) => part !== '')
    .join('; ');
