import { expect, test } from "vitest";
import { configure } from "../../../server/config.ts";
import { refuseExposed } from "../../../server/edge/edgeOptions.ts";

test("by itself the server is this machine's own and believes nobody", () => {
  const { publicUrl, host, demoAnywhere, proxies } = configure({}, {});
  expect({ publicUrl, host, demoAnywhere, believed: proxies.rules }).toEqual({
    publicUrl: null,
    host: "127.0.0.1",
    demoAnywhere: false,
    believed: [],
  });
});

test("options win over the environment", () => {
  const env = { SGUARDO_PUBLIC_URL: "https://a.example.org", SGUARDO_HOST: "0.0.0.0" };
  const chosen = configure({ "public-url": "https://b.example.org", host: "127.0.0.1" }, env);
  expect(chosen.publicUrl?.hostname).toBe("b.example.org");
  expect(chosen.host).toBe("127.0.0.1");
  expect(configure({}, env).publicUrl?.hostname).toBe("a.example.org");
});

test.each([
  [{ SGUARDO_PUBLIC_URL: "sguardo.example.org" }, "public-url"],
  [{ SGUARDO_PUBLIC_URL: "ftp://sguardo.example.org" }, "public-url"],
  [{ SGUARDO_PUBLIC_URL: "https://sguardo.example.org/below" }, "public-url"],
  [{ SGUARDO_PUBLIC_URL: "https://someone:secret@sguardo.example.org" }, "public-url"],
  [{ SGUARDO_HOST: "example.org" }, "host"],
  [{ SGUARDO_HOST: "0.0.0.0" }, "--public-url"],
  [{ SGUARDO_PROXY: "everybody" }, "SGUARDO_PROXY"],
  [{ SGUARDO_PROXY: "10.0.0.0/33" }, "SGUARDO_PROXY"],
  [{ SGUARDO_PROXY: "127.0.0.1, ::1/x" }, "SGUARDO_PROXY"],
])("%j is refused by name", (env, name) => {
  expect(() => configure({}, env)).toThrow(name);
});

test("demo accounts are this machine's only, unless asked otherwise", () => {
  const elsewhere = { SGUARDO_HOST: "0.0.0.0", SGUARDO_PUBLIC_URL: "http://192.168.1.5:8080" };
  const named = { SGUARDO_PUBLIC_URL: "https://sguardo.example.org" };
  for (const env of [elsewhere, named]) {
    expect(() => refuseExposed(configure({}, env), true)).toThrow("--demo-anywhere");
    expect(() => refuseExposed(configure({ "demo-anywhere": true }, env), true)).not.toThrow();
  }
  expect(() => refuseExposed(configure({}, {}), true)).not.toThrow();
});

test("real passwords never travel readable to another machine", () => {
  const readable = configure({}, { SGUARDO_PUBLIC_URL: "http://sguardo.example.org" });
  expect(() => refuseExposed(readable, false)).toThrow("passwords would travel readable");
  const sealed = configure({}, { SGUARDO_PUBLIC_URL: "https://sguardo.example.org", SGUARDO_HOST: "::" });
  expect(() => refuseExposed(sealed, false)).not.toThrow();
});
