/** The generators made something that they must not make, or can't make what was asked: our bug, or the contract author's. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}
