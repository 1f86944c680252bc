import { z } from "zod";
import { firstDayOf } from "../domain/period.ts";
import { rows, sql } from "./db.ts";
import type { Then } from "./editions/networkInForce.ts";
import type { Sources } from "./sources.ts";

type Bound<E> = (request: Request, env?: E) => Response | Promise<Response>;

/**
 * An app that answers what is asked of a closed period, or of a close, by the network it was counted in: its zones, slots
 * and needs are those of then. Whatever else is asked is answered by today's.
 */
export function ofTheirTime<E>(make: (sources: Sources) => Bound<E>, sources: Sources): Bound<E> {
  const today = make(sources);
  const { latticeOn } = sources;
  if (!latticeOn) return today;
  const made = new Map<number, Bound<E>>();
  const answerOf = ({ number, network }: Then): Bound<E> => {
    const answer = made.get(number) ?? make({ ...sources, network });
    made.set(number, answer);
    return answer;
  };
  return async (request, env) => {
    const day = await dayAsked(request, sources);
    const then = day === null ? null : latticeOn(day);
    return (then ? answerOf(then) : today)(request, env);
  };
}

/** The first day of what a question is of; `null` when it is of no period. */
async function dayAsked({ method, url }: Request, { published }: Sources): Promise<string | null> {
  if (method !== "GET") return null;
  const { pathname, searchParams } = new URL(url);
  const id = searchParams.get("period") ?? searchParams.get("epoch");
  const read = id ?? (pathname === "/api/emerging" ? await newestRead(published) : null);
  return read === null ? null : firstDayOf(read);
}

async function newestRead(published: Sources["published"]): Promise<string | null> {
  const [found] = await rows(
    published,
    z.object({ epoch: z.string().nullable() }),
    sql`SELECT max(epoch) AS epoch FROM emerging`,
  );
  return found?.epoch ?? null;
}
