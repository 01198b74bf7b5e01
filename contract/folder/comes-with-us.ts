import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contract } from '../contract.ts';

/** Whether a contract is one of those in this room, which were tried when the suite was made. */
export const comesWithUs = ({ directory }: Pick<Contract, 'directory'>): boolean => dirname(directory) === room;

const room = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
