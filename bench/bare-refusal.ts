/** What the bare server does not do, as an HTTP status. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused: ${status}`);
    this.status = status;
  }
}
