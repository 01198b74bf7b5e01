import type { Contract } from '#contract/contract';
import type { ClientOptions } from '#endpoint/client';
import type { RunConfig } from '#harness/run-config';

/** The client of a run, as its profile wants it. */
export const clientOptions = (contract: Contract, config: RunConfig): ClientOptions => ({
  url: config.url,
  action: contract.service.deliver.action,
  credentials: config.credentials,
  carrier: config.carrier,
  ...(config.headerNames === undefined ? {} : { headerNames: config.headerNames }),
  timeouts: {
    headersMs: config.limits.timeoutMs,
    bodyMs: config.limits.timeoutMs,
    totalMs: 2 * config.limits.timeoutMs,
  },
  connections: config.limits.connections,
  ratePerSecond: config.limits.requestsPerSecond,
  budget: config.limits.requests,
});
