import { Hono } from "hono";
import { expect, test } from "vitest";
import { answerError, problem } from "../../server/http.ts";

const answer = async (error: Error) => {
  const app = new Hono().get("/", () => {
    throw error;
  });
  app.onError(answerError);
  const response = await app.request("/");
  const { status, headers } = response;
  return { status, type: headers.get("content-type"), body: await response.json() };
};

test("a problem is told with its title alone, or with a type the page knows", async () => {
  const problems = "application/problem+json; charset=utf-8";
  expect(await answer(problem(404, "Not found", "There is nothing."))).toEqual({
    status: 404,
    type: problems,
    body: { type: "about:blank", title: "Not found", status: 404, detail: "There is nothing." },
  });
  const kind = { title: "Code needed", type: "urn:sguardo:code-needed" } as const;
  expect(await answer(problem(401, kind, "Give the code too."))).toEqual({
    status: 401,
    type: problems,
    body: {
      type: "urn:sguardo:code-needed",
      title: "Code needed",
      status: 401,
      detail: "Give the code too.",
    },
  });
});
