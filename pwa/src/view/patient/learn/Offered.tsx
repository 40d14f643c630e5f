import { progress } from "../../../store/marks.ts";
import { ModuleCard } from "./ModuleCard.tsx";
import { offers } from "./offers.ts";
import { reason } from "./reason.ts";
import { useModules } from "./useIndex.ts";

/** On the first page: what was chosen for this person and is not read yet. */
export function Offered() {
  const modules = useModules();
  if (!modules || modules === "away") return null;
  const unread = offers(modules).filter(({ module }) => !progress(module)?.finished);
  return (
    <>
      {unread.map((why) => {
        const entry = modules.find(({ id }) => id === why.module);
        return entry && <ModuleCard key={entry.id} entry={entry} why={reason(why)} />;
      })}
    </>
  );
}
