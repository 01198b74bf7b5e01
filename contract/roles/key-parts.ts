import type { Contract, KeyPart } from '../contract.ts';
import type { Use } from '../use.ts';
import { boundTo } from './bindings.ts';

/** Whether a place of a key is that of a use, by its name or by its role. */
export const isSameRole = (contract: Pick<Contract, 'uses'>, { name, binding }: KeyPart, use: Use): boolean =>
  name === use || (binding !== undefined && binding.path === boundTo(contract, use)?.path);

/** Whether it is the content as a whole: its files as unpacked, or the message where there are none. */
export const isContent = ({ name }: KeyPart): boolean => name === 'content';
