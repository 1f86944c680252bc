/**
 * What went wrong, in the server's words where it had any. `status` 0: it could not be reached. `type`: which problem it is,
 * where a page must know. `wait`: seconds until asking again makes sense.
 */
export type Problem = { status: number; detail: string; type?: string; wait?: number };

/** The type of what is asked and is no published view, or names what is not published. */
export const NOT_PUBLISHED = "urn:sguardo:vista_non_ammessa";

/** What a change came to. */
export type Done<T> = { data: T; problem: null } | { data: null; problem: Problem };

/** Asks for a change; what was refused is told, not thrown. */
export async function act<T>(asking: (init: RequestInit) => Promise<Replied<T>>): Promise<Done<T>> {
  try {
    return { data: await answer(asking, {}), problem: null };
  } catch (error) {
    return { data: null, problem: problemOf(error) };
  }
}

/** Told when the server no longer knows who asks, and when it last answered at all. */
export const hearing = { last: 0, refused: () => {} };

/** A reply as `hc` types it. */
type Replied<T> = {
  ok: boolean;
  status: number;
  headers: { get: (name: string) => string | null };
  json: () => Promise<T>;
};
export type Asking<T> = (init: RequestInit) => Promise<Replied<T>>;

/** The data of a good reply. @throws what is no good reply, for `problemOf` */
export async function answer<T>(asking: Asking<T>, init: RequestInit): Promise<T> {
  const response = await asking(init);
  hearing.last = Date.now();
  if (response.ok) return response.json();
  if (response.status === 401) hearing.refused();
  throw new Refused({
    status: response.status,
    detail: `HTTP ${response.status}`,
    ...told(await response.json().catch(() => null)),
    ...waitOf(response.headers.get("retry-after")),
  });
}

/** What went wrong, of what was thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Refused ? error.problem : { status: 0, detail: String(error) };

class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The words of problem+json. */
const told = (problem: unknown): Partial<Problem> => {
  if (problem === null || typeof problem !== "object") return {};
  return Object.fromEntries(
    Object.entries(problem).filter(
      ([key, value]) => /^(detail|type)$/.test(key) && typeof value === "string",
    ),
  );
};

const waitOf = (seconds: string | null) => (/^\d+$/.test(seconds ?? "") ? { wait: Number(seconds) } : {});
