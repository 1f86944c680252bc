import { useEffect, useState } from "react";

/** A value once it has stood still for some milliseconds: not every letter typed is a question. */
export function useSettled<T>(value: T, wait: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
