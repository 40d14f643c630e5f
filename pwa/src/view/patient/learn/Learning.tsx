import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NotHere } from "../NotHere.tsx";

const pages = signal<typeof import("./pages.tsx") | "away" | null>(null);

/** The pages to learn from: a file of its own, kept with the modules. */
export function Learning(where: { id: string; screen: string }) {
  const bring = (): void =>
    void import("./pages.tsx").then(
      (found) => (pages.value = found),
      () => (pages.value = "away"),
    );
  useEffect(bring, []);
  const found = pages.value;
  if (found === "away") return <NotHere again={bring} />;
  return found && <found.LearnPages {...where} />;
}
