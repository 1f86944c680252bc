import { useEffect, useSyncExternalStore } from "react";

/** What is typed and not saved, by form: it stays while other screens are looked at. */
const typed = new Map<string, unknown>();
const listeners = new Set<() => void>();
let forms: readonly string[] = [];

function tell(): void {
  forms = [...new Set([...typed.keys()].map((form) => form.replace("~turns", "~new")))];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The forms that hold something not saved: "services/night"; the turns of a new service are in its form. */
export const useUnsaved = (): readonly string[] => useSyncExternalStore(subscribe, () => forms);

export type Typed<T> = {
  value: T;
  dirty: boolean;
  change: (patch: Partial<T>) => void;
  forget: () => void;
};

/** A form's fields: as they were typed, or as they start. */
export function useTyped<T extends object>(form: string, start: T): Typed<T> {
  const held = useSyncExternalStore(subscribe, () => typed.get(form)) as T | undefined;
  return {
    value: held ?? start,
    dirty: held !== undefined,
    change: (patch) => {
      typed.set(form, { ...((typed.get(form) as T | undefined) ?? start), ...patch });
      tell();
    },
    forget: () => {
      typed.delete(form);
      tell();
    },
  };
}

/** Lets go of all that was typed: it is somebody else's turn. */
export function forgetTyped(): void {
  typed.clear();
  tell();
}

/** The browser asks before a page with something unsaved is left. */
export function useLeaveWarning(): void {
  const unsaved = useUnsaved().length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
