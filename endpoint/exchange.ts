export type {
  EarlierAttempt,
  Exchange,
  WireFailure,
  WireRequest,
  WireResponse,
  WireTls,
} from '#contract/wire/exchange';
