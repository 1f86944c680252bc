import { createHmac } from "node:crypto";

/** Where a row came from, as 64 bits nobody without the network's secret can recompute. */
export class SourceDigest {
  private readonly secret: Buffer;
  private readonly file: string;

  /** @param file SHA-256 of the file's text */
  constructor(secret: Buffer, file: string) {
    this.secret = secret;
    this.file = file;
  }

  /** By the row's own id within its service when it has one, else by file and line. */
  of(row: { line: number; id: string; service: string }): bigint {
    const source = row.id === "" ? ["line", this.file, row.line] : ["id", row.service, row.id];
    return createHmac("sha256", this.secret).update(JSON.stringify(source)).digest().readBigUInt64BE();
  }
}
