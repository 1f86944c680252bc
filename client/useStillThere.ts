import { useEffect } from "react";
import { hearing } from "./answered.ts";
import { askSession, type Session } from "./session.ts";

const SECOND = 1000;
const OFTEN = 30 * SECOND;
/** Who moves about on the page without asking anything of the server is there all the same. */
const ACTIVE = 5 * 60 * SECOND;

/**
 * A session that ended is noticed though nothing is asked: when the time it may be idle is over, and when the page is
 * looked at again. What was on the screen then goes.
 */
export function useStillThere(session: Session | null): void {
  const idle = session?.signed_in ? session.idle_minutes * 60 * SECOND : null;
  const end = session?.signed_in ? Date.parse(session.expires_at) : null;
  useEffect(() => {
    if (idle === null || end === null) return;
    const since = () => Date.now() - hearing.last;
    const check = () => {
      const over = since() > idle || Date.now() > end;
      if (over && document.visibilityState === "visible") askSession();
    };
    const look = () => {
      if (document.visibilityState === "visible" && since() > OFTEN) askSession();
    };
    const touch = () => {
      if (since() > ACTIVE) askSession();
    };
    const timer = setInterval(check, OFTEN);
    document.addEventListener("visibilitychange", look);
    document.addEventListener("pointerdown", touch);
    document.addEventListener("keydown", touch);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      document.removeEventListener("pointerdown", touch);
      document.removeEventListener("keydown", touch);
    };
  }, [idle, end]);
}
