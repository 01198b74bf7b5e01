import type { Contract } from '#contract/contract';
import { comesWithUs } from '#contract/folder/comes-with-us';
import { ContractError } from '#contract/folder/contract-error';
import type { Bilingual } from '#contract/texts/bilingual';
import type { Finding } from '#judgement/finding';

/** The generators made something that they must not make, or can't make what was asked: our bug, or the contract author's. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}

/** A constraint that no edit of a delivery breaks by itself, such as a maxOccurs inside a group that may repeat. */
export class Unbreakable extends DeliveryError {
  readonly constraint: string;
  /** Why what broke it must not leave, where that is the reason. */
  readonly forbidden: Bilingual | undefined;
  /** Other constraints that the last edit broke with it. */
  readonly besides: readonly string[];

  constructor(
    constraint: string,
    sentence: string,
    { forbidden, besides }: Pick<Unbreakable, 'forbidden' | 'besides'>,
  ) {
    super(sentence);
    this.constraint = constraint;
    this.forbidden = forbidden;
    this.besides = besides;
  }
}

/** What to say where a row of a description demands at times what a rule demands too; undefined where that is not the reason. */
export const demandedTwice = (contract: Contract, { constraint, besides }: Unbreakable): ContractError | undefined => {
  const row = contract.needed.find(({ rule }) => constraint.endsWith(`#${rule}`));
  const other = contract.constraints.find(({ id }) => besides.includes(id));
  if (row === undefined || other === undefined) return undefined;
  const at = `${other.place.file}:${String(other.place.line)}`;
  return new ContractError(row.place, {
    nl: `deze rij verplicht ${row.path} onder een voorwaarde, en ${other.id} (${at}) wordt altijd mee geschonden; haal de rij weg, of die bepaling`,
    en: `this row demands ${row.path} under a condition, and ${other.id} (${at}) is always broken with it; take out the row, or that constraint`,
  });
};

/** What to throw for a delivery that was to be valid: what a contract of others demands may not be possible together. */
export const generatedWrong = (contract: Contract, documentType: string, findings: readonly Finding[]): Error => {
  const [first] = findings;
  const broken = contract.constraints.find(({ id }) => id === first?.constraint);
  if (first === undefined || broken === undefined || contract.faces !== undefined || comesWithUs(contract))
    return new DeliveryError(`a valid ${documentType} was generated wrong: ${describe(findings)}`);
  const source = broken.source === '' ? '' : ` (${broken.source})`;
  return new ContractError(broken.place, {
    nl: `3pas kan geen geldige ${documentType} maken die zich hieraan houdt${source}, bij ${first.path}: ${first.text.nl} Verruim wat het contract hier eist`,
    en: `3pas can make no valid ${documentType} that keeps this${source}, at ${first.path}: ${first.text.en} Make what the contract demands here wider`,
  });
};

/** Findings as one line for an error. */
export const describe = (findings: readonly Finding[]): string =>
  findings.map(({ constraint, path, text }) => `${constraint} at ${path} (${text.en})`).join('; ');
