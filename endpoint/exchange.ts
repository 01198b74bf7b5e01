export type { Exchange, WireFailure, WireRequest, WireResponse } from '#contract/exchange';
