import { type Context, Hono } from "hono";
import { describeRoute, validator } from "hono-openapi";
import { z } from "zod";
import { visitorOf } from "../access.ts";
import { answers, body, notUnderstood } from "../http.ts";
import { refusePersonal } from "../refusePersonal.ts";
import type { Sources } from "../sources.ts";
import { DraftPart, DraftSaved } from "./Desk.ts";
import { deskOf, nameOf } from "./editionsRoute.ts";
import { publishedNote, type Written } from "./noteEditions.ts";
import { PARTS, Part } from "./parts.ts";

const Named = z.object({ part: Part });
const revision = z.number().int().nonnegative();
const Rows = z.object({ revision, rows: z.array(z.unknown()) });
const Note = z.object({
  revision,
  note: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .refine((text) => !/\p{Cc}/u.test(text), "one line"),
});
const Seen = z.object({ revision });
const Dropped = z.object({ revision: z.number() });
const Edition = z.object({ edition: z.number(), takes_effect: z.string() });

/** /api/draft: the next network while it is being written, part by part, and its publication. */
export const draftRoute = (sources: Sources) =>
  new Hono()
    .get(
      "/:part",
      describeRoute({
        summary: "one part of the draft, or of the network in force when there is no draft",
        responses: answers(DraftPart),
      }),
      named(),
      async (c) => c.json(await deskOf(sources).part(c.req.valid("param").part)),
    )
    .put(
      "/:part",
      describeRoute({
        summary:
          "writes one part of the draft; what speaks against publishing it is told, and does not hinder",
        responses: answers(DraftSaved),
      }),
      named(),
      body(Rows),
      async (c) => {
        const { part } = c.req.valid("param");
        const saved = await deskOf(sources).put(part, { ...c.req.valid("json"), by: nameOf(c) });
        const detail = { revision: saved.revision };
        await sources.trail?.note({
          who: visitorOf(c),
          action: "draft.saved",
          object: `draft/${part}`,
          detail,
        });
        return c.json(saved);
      },
    )
    .delete(
      "/",
      describeRoute({
        summary: "throws the draft away; 409 when somebody has saved since the revision that was looked at",
        responses: answers(Dropped),
      }),
      body(Seen),
      async (c) => {
        const dropped = await deskOf(sources).discard(c.req.valid("json").revision);
        await sources.trail?.note({ who: visitorOf(c), action: "draft.discarded", object: "draft" });
        return c.json(dropped);
      },
    )
    .post(
      "/publish",
      describeRoute({
        summary: "publishes the draft as the next edition; 422 with its problems when it has any",
        responses: answers(Edition),
      }),
      body(Note),
      async (c) => {
        const { revision, note } = c.req.valid("json");
        refusePersonal("note", note);
        const noted = async (edition: Written) =>
          sources.trail?.note({ who: visitorOf(c), ...publishedNote(edition) });
        const published = await deskOf(sources).publish({ revision, note, by: nameOf(c), noted });
        return published.problems ? refused(c, published.problems) : c.json(published);
      },
    );

const refused = (c: Context, problems: z.infer<typeof DraftSaved>["problems"]) =>
  c.json(
    {
      type: "urn:sguardo:draft-refused",
      title: "The draft cannot be published",
      status: 422,
      detail: `The draft has problems (${problems.length}): correct them first. Nothing was published.`,
      problems,
    },
    422,
    { "content-type": "application/problem+json; charset=utf-8" },
  );

function named() {
  return validator("param", Named, (result) => {
    if (!result.success) throw notUnderstood(`part: expected one of ${PARTS.join(", ")}`);
  });
}
