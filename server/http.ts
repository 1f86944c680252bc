import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { resolver, validator } from "hono-openapi";
import { z } from "zod";
import { maskedQuotes } from "../domain/pii/personalData.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Where what went wrong inside is told, when there is a log. */
    tell: (error: Error) => void;
  }
}

/** RFC 9457 problem+json. */
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
});

/** What a problem is called; with a `type` where the page must know which one it is, in its own words; with headers. */
type Kind = {
  title: string;
  type?: `urn:sguardo:${string}`;
  headers?: Readonly<Record<string, string>>;
};

/** A question that cannot be answered: thrown anywhere, answered once as problem+json. */
export function problem(status: ContentfulStatusCode, what: string | Kind, detail: string): HTTPException {
  return new HTTPException(status, { message: detail, cause: what });
}

/** Which problem an error is, where the page must know. */
export const problemType = (error: Error | undefined): string | undefined =>
  (error?.cause as Partial<Kind> | undefined)?.type;

/** A question in words that this network cannot make sense of. */
export const notUnderstood = (detail: string) => problem(400, "Question not understood", detail);

/** The one place where an error becomes an answer. What went wrong inside is logged, never told. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof HTTPException)
    return problemJson(c, error.status, (error.cause ?? "Refused") as string | Kind, error.message);
  const tell = c.get("tell") ?? (({ stack }: Error) => process.stderr.write(`${c.req.method}: ${stack}\n`));
  tell(error);
  return problemJson(c, 500, "Internal error", "The server could not answer. The error is in its log.");
}

/** Validates the query string; what it refuses names the parameter and what was expected. */
export const query = <S extends z.ZodType>(schema: S) => validator("query", schema, refuseFaults("query"));

/** Validates a JSON body likewise. */
export const body = <S extends z.ZodType>(schema: S) => validator("json", schema, refuseFaults("body"));

type Faults = readonly { message: string; path?: readonly unknown[] | undefined }[];

const refuseFaults =
  (whole: string) =>
  (result: { success: true } | { success: false; error: Faults }): void => {
    if (result.success) return;
    throw notUnderstood(
      result.error
        .map(({ path, message }) => `${path?.map(String).join(".") || whole}: ${message}`)
        .join("; "),
    );
  };

export function problemJson(
  c: Context,
  ...[status, what, detail]: [ContentfulStatusCode, string | Partial<Kind>, string]
): Response {
  const {
    title = "Refused",
    type = "about:blank",
    headers,
  } = typeof what === "string" ? { title: what } : what;
  return c.body(JSON.stringify({ type, title, status, detail: maskedQuotes(detail) }), status, {
    ...headers,
    "content-type": "application/problem+json; charset=utf-8",
  });
}

/** What a question may answer, for the API's description of itself. */
export function answers(schema: z.ZodType, description = "The answer") {
  const refused = (why: string) => ({
    description: why,
    content: { "application/problem+json": { schema: resolver(Problem) } },
  });
  return {
    200: { description, content: { "application/json": { schema: resolver(schema) } } },
    400: refused("Question not understood, or of what is not published"),
    403: refused("Not allowed"),
  };
}
