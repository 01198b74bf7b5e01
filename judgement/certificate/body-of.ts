import type { Contract } from '#contract/contract';
import { boundTo } from '#contract/roles/bindings';
import type { Authority } from '../finding.ts';
import { folded } from '../manners/folded.ts';

/** Whether an organisation is a body by its name, with its kind before it or without. */
export const namesBody = (organisation: string | undefined, { kind, name }: Authority): boolean =>
  [name, `${kind} ${name}`].some((one) => folded(one) === folded(organisation ?? ''));

/** The body that an organisation is by the lists of the contract, one for each kind; undefined where it is none of them or one of several. */
export const bodyOf = (contract: Pick<Contract, 'uses' | 'codeLists'>, organisation: string): Authority | undefined => {
  const lists = boundTo(contract, 'publisher')?.roles.at(-1)?.lists ?? {};
  const found = Object.entries(lists).flatMap(([kind, id]) =>
    (contract.codeLists.get(id) ?? []).map((name) => ({ kind, name })).filter((body) => namesBody(organisation, body)),
  );
  return found.length === 1 ? found[0] : undefined;
};
