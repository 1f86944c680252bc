import { useSyncExternalStore } from "react";
import { formatView, parseView, type View } from "./address.ts";

type Reading = { view: View; refused: string[] };

let read: Reading & { search: string } = { search: location.search, ...parseView(location.search) };
let preview: Partial<View> | null = null;
let shown: Reading = read;
const listeners = new Set<() => void>();

/** The choices on the screen: what the address says, or what a finger still on the strip is showing. */
export function useView(): Reading {
  return useSyncExternalStore(subscribe, () => shown);
}

/** The choices as the address has them, to come back to. */
/** Why an identity provider's sign-in led nowhere: the server says it in the fragment. */
export function readOidcTrouble(): (typeof TROUBLES)[number] | null {
  const said = /^#oidc=(.+)$/.exec(location.hash)?.[1];
  return said === undefined ? null : (TROUBLES.find((one) => one === said) ?? "failed");
}
const TROUBLES = ["no-role", "no-service", "disabled", "late", "unreachable", "failed"] as const;

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

/** Puts the address on the clipboard; false where the browser does not allow it. */
export async function copyAddress(): Promise<boolean> {
  return navigator.clipboard.writeText(location.href).then(
    () => true,
    () => false,
  );
}

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

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("popstate", back);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("popstate", back);
  };
}
