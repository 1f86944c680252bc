import type { InferResponseType } from "hono/client";
import { useSyncExternalStore } from "react";
import { START } from "./address.ts";
import { act, type Done, hearing, type Problem } from "./answered.ts";
import { api, forget } from "./api.ts";
import { forgetTyped } from "./manage/typed.ts";
import { dropInvite, leaveTo, readView, setView } from "./view.ts";

export type Session = InferResponseType<typeof api.session.$get, 200>;
export type SignedIn = Extract<Session, { signed_in: true }>;
export type SignedOut = Extract<Session, { signed_in: false }>;
export type AccountRole = SignedIn["role"];

type Reading = {
  /** Who is signed in, or how to; null until the server has said it. */
  session: Session | null;
  problem: Problem | null;
  /** It ended while the page was open, not by signing out here. */
  ended: boolean;
};

let reading: Reading = { session: null, problem: null, ended: false };
let asked: Promise<void> | null = null;
/** Whose it is what was typed and not saved: it outlives a session that ended, for the same person. */
let typing: string | null = null;
const listeners = new Set<() => void>();

hearing.refused = () => {
  if (reading.session?.signed_in) askSession();
};

export function useSession(): Reading {
  return useSyncExternalStore(subscribe, () => reading);
}

/** Who is signed in, for what stands only on screens of those who are. */
export function useSignedIn(): SignedIn | null {
  const { session } = useSession();
  return session?.signed_in ? session : null;
}

/** Asks who is signed in; several who ask at once ask once. */
export function askSession(): Promise<void> {
  asked ??= act((init) => api.session.$get({}, { init })).then(({ data, problem }) => {
    asked = null;
    if (data) tell(data);
    else if (!reading.session) follow({ ...reading, problem });
  });
  return asked;
}

type Credentials = { login: string; password: string; code?: string };

export const signIn = (credentials: Credentials) =>
  entered(act((init) => api.session.$post({ json: credentials }, { init })));

export const signInDemo = (role: AccountRole) =>
  entered(act((init) => api.session.demo.$post({ json: { role } }, { init })));

/** Takes up an invite, or a new link, by choosing a password; the page then says which login it goes with. */
export async function takeUpInvite(token: string, password: string): Promise<Problem | null> {
  const problem = await entered(act((init) => api.invite.$post({ json: { token, password } }, { init })));
  if (problem) return problem;
  setView({ screen: "account" }, "replace");
  dropInvite();
  return null;
}

/** Signs out; nothing of what was on the screen is left to whoever comes next, its address included. */
export const signOut = () => left(act((init) => api.session.$delete({}, { init })));

/** Ends every session of this account, on whatever device. */
export async function signOutEverywhere(): Promise<Problem | null> {
  const { data, problem } = await act((init) => api.sessions.$delete({}, { init }));
  if (!data) return problem;
  const failed = await signOut();
  if (!failed && data.leave) leaveTo(data.leave);
  return failed;
}

async function entered(asking: Promise<Done<Session>>): Promise<Problem | null> {
  const { data, problem } = await asking;
  if (data) tell(data);
  return problem;
}

async function left(asking: Promise<Done<Session>>): Promise<Problem | null> {
  const { data, problem } = await asking;
  if (!data) return problem;
  const { lang, theme } = readView();
  setView({ ...START, lang, theme }, "replace");
  forget();
  forgetTyped();
  typing = null;
  follow({ session: data, problem: null, ended: false });
  if (!data.signed_in && data.leave) leaveTo(data.leave);
  return null;
}

function tell(session: Session): void {
  const ended = !session.signed_in && (reading.ended || reading.session?.signed_in === true);
  follow({ session, problem: null, ended });
}

function follow(next: Reading): void {
  const { session } = next;
  if (session?.signed_in) {
    if (session.login !== typing) forgetTyped();
    typing = session.login;
  }
  reading = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
