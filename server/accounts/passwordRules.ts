import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { dictionary as italian } from "@zxcvbn-ts/language-it";
import { problem } from "../http.ts";

/** Letters, not bytes. */
const SHORTEST = 12;
const LONGEST = 128;
/** Of 4: what is found in a few hundred million guesses is refused. */
const LEAST_SCORE = 3;

const SAID = {
  "password-short": `The password is shorter than ${SHORTEST} characters.`,
  "password-long": `The password is longer than ${LONGEST} characters.`,
  "password-common":
    "The password is among those that were stolen or are tried first, or is made of them. Three or four words that have nothing to do with each other are a good one.",
  "password-told": "The password holds the login, the name of the network or that of this program.",
} as const;

/** @throws 422 `urn:sguardo:password-…`, saying which rule, never the password */
export function refuseWeak(password: string, about: { login: string; network: string }): void {
  const fault = faultOf(password.normalize("NFKC"), about);
  if (fault) throw problem(422, { title: "Password refused", type: `urn:sguardo:${fault}` }, SAID[fault]);
}

function faultOf(
  password: string,
  { login, network }: { login: string; network: string },
): keyof typeof SAID | null {
  const letters = [...password].length;
  if (letters < SHORTEST) return "password-short";
  if (letters > LONGEST) return "password-long";
  const plain = password.toLowerCase();
  const told = [login, login.split("@")[0] ?? "", network, "sguardo"].map((word) => word.toLowerCase());
  if (told.some((word) => word.length >= 4 && plain.includes(word))) return "password-told";
  if (known().has(plain) || guesser().check(password).score < LEAST_SCORE) return "password-common";
  return null;
}

let words: ReadonlySet<string> | undefined;
const stolen = dictionary["passwords-common"];
const known = () => {
  words ??= new Set(stolen.map((word) => String(word).toLowerCase()));
  return words;
};

let factory: ZxcvbnFactory | undefined;
const guesser = () => {
  factory ??= new ZxcvbnFactory({ dictionary: { ...dictionary, ...italian }, graphs: adjacencyGraphs });
  return factory;
};
