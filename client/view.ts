import { useSyncExternalStore } from "react";
import { formatView, parseView, type View } from "./address.ts";

type Reading = { view: View; refused: string[] };

let read: Reading & { search: string } = { search: location.search, ...parseView(location.search) };
let preview: Partial<View> | null = null;
let shown: Reading = read;
let invite: string | null = null;
let oidcFault: string | null = null;
const listeners = new Set<() => void>();
takeFragment();

/** The choices on the screen: what the address says, or what a finger still on the strip is showing. */
export function useView(): Reading {
  return useSyncExternalStore(subscribe, () => shown);
}

/** The choices as the address has them, to come back to. */
export const readSearch = (): string => location.search;

export const readView = (): View => shown.view;

/** Chooses: writes the address and lets the page follow it. A choice made while playing replaces, others can be gone back to. */
export function setView(patch: Partial<View>, how: "push" | "replace" = "push"): void {
  const search = formatView({ ...shown.view, ...patch });
  preview = null;
  if (search !== read.search) {
    const address = `${location.pathname}${search}${location.hash}`;
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  follow();
}

/** Shows a choice that is not made yet (a drag, a step of the play); `setView` makes it, `null` lets it go. */
export function previewView(patch: Partial<View> | null): void {
  preview = patch && { ...preview, ...patch };
  follow();
}

/** The token of an invite the page was opened with. */
export function useInvite(): string | null {
  return useSyncExternalStore(subscribe, () => invite);
}

/** Why coming back from an identity provider opened nothing. */
export function useOidcFault(): string | null {
  return useSyncExternalStore(subscribe, () => oidcFault);
}

export function dropInvite(): void {
  invite = null;
  follow();
}

export const copyAddress = (): Promise<boolean> => copyText(location.href);

/** Puts a text on the clipboard; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  return (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
    () => true,
    () => false,
  );
}

/** A path of this server as it can be sent to somebody. */
export const wholeAddress = (path: string): string => new URL(path, location.origin).href;

/** Goes to another server's page. */
export const leaveTo = (address: string): void => location.assign(address);

export const reloadPage = (): void => location.reload();

function follow(): void {
  if (location.search !== read.search) read = { search: location.search, ...parseView(location.search) };
  shown = preview ? { refused: read.refused, view: { ...read.view, ...preview } } : read;
  for (const listener of listeners) listener();
}

function back(): void {
  preview = null;
  follow();
}

/** An invite's token, or why an identity provider opened nothing: taken out of the address as it is read. */
function takeFragment(): void {
  const [, kind, told = null] = /^#(invite|oidc)=(.+)$/.exec(location.hash) ?? [];
  if (kind === undefined) return;
  if (kind === "invite") invite = told;
  else oidcFault = told;
  history.replaceState(null, "", `${location.pathname}${location.search}`);
}

function followHash(): void {
  takeFragment();
  follow();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener("popstate", back);
    addEventListener("hashchange", followHash);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener("popstate", back);
    removeEventListener("hashchange", followHash);
  };
}
