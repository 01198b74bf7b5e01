export type { Exchange, WireFailure, WireRequest, WireResponse, WireTls } from '#contract/wire/exchange';
