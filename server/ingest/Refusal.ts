/** Why one row was not taken. `value` is what the file says, or null when the row as a whole is wrong. */
export class Refusal {
  readonly reason: string;
  readonly field: string;
  readonly value: string | null;
  /** Whether the value is a word the network does not have (listed with counts in the report). */
  readonly unknown: boolean;

  constructor(reason: string, field: string, { value = null, unknown = false }: Said = {}) {
    this.reason = reason;
    this.field = field;
    this.value = value;
    this.unknown = unknown;
  }
}

type Said = { value?: string | null; unknown?: boolean };
