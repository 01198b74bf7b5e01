import { bareHost, isLoopback } from '#contract/wire/host';

/** Whether a host may lead to this machine in any way; `isLoopback` is about those that surely do. */
export const isThisMachine = (host: string): boolean =>
  isLoopback(host) || /^(?:.+\.localhost|0\.0\.0\.0|::)$/.test(bareHost(host));
