import { type ModuleEntry, spoken } from "../../../domain/module.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import { progress } from "../../../store/marks.ts";
import { Page } from "../Page.tsx";
import { offers } from "./offers.ts";
import { reason } from "./reason.ts";
import { useModules } from "./useIndex.ts";

/** What there is to learn: first what fits, then the rest. */
export function Learn() {
  const modules = useModules();
  return (
    <Page heading={_("Learn")} places>
      {modules === "away" && <p>{_("What there is to read comes when there is a network.")}</p>}
      {modules && modules !== "away" && <All modules={modules} />}
    </Page>
  );
}

function All({ modules }: { modules: readonly ModuleEntry[] }) {
  const offered = offers(modules);
  const chosen = new Set(offered.map(({ module }) => module));
  const rest = modules.filter(({ id }) => !chosen.has(id));
  return (
    <>
      {chosen.size > 0 && <p class="quiet">{_("For you")}</p>}
      {modules.flatMap((entry) => {
        const why = offered.find(({ module }) => module === entry.id);
        return why ? [<ModuleCard key={entry.id} entry={entry} why={reason(why)} />] : [];
      })}
      {rest.length > 0 && chosen.size > 0 && <p class="quiet">{_("More to read")}</p>}
      {rest.map((entry) => (
        <ModuleCard key={entry.id} entry={entry} why="" />
      ))}
    </>
  );
}

export function ModuleCard({ entry, why }: { entry: ModuleEntry; why: string }) {
  const text = spoken(entry, language.value);
  if (!text) return null;
  const been = progress(entry.id);
  return (
    <section class="card">
      <h2>
        <a href={`/p/learn/${entry.id}`}>{text.title}</a>
      </h2>
      <p class="quiet">
        {ngettext("Read in {n} minute.", "Read in {n} minutes.", text.minutes)} {been?.finished && _("You have read it.")}
        {been && !been.finished && _("You have begun.")}
      </p>
      {why && <small>{why}</small>}
    </section>
  );
}
