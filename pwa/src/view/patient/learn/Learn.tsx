import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type ModuleEntry, spoken } from "../../../domain/module.ts";
import { _, language } from "../../../i18n/index.ts";
import { progress } from "../../../store/marks.ts";
import { bringModules, isDear, lacking } from "../../../sync/modules.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { ModuleCard } from "./ModuleCard.tsx";
import { offers } from "./offers.ts";
import { reason } from "./reason.ts";
import { Found, query, Search } from "./Search.tsx";
import { useModules } from "./useIndex.ts";

/** What there is to learn: searched for, or first what fits, then the rest. */
export function Learn() {
  const modules = useModules();
  return (
    <Page heading={_("Learn")} places>
      {modules === "away" && <p>{_("What there is to read comes when there is a network.")}</p>}
      {modules && modules !== "away" && (
        <>
          <Search />
          {query.value.trim() ? <Found modules={modules} /> : <Groups modules={modules} />}
          <NotYet key={language.value} modules={modules} />
        </>
      )}
    </Page>
  );
}

function Groups({ modules }: { modules: readonly ModuleEntry[] }) {
  const begun = modules.filter(({ id }) => isBegun(id));
  const why = new Map(offers(modules).map((offer) => [offer.module, reason(offer)]));
  const chosen = modules.filter(({ id }) => why.has(id) && !begun.some((each) => each.id === id));
  const rest = modules.filter((entry) => !begun.includes(entry) && !chosen.includes(entry)).sort(byTitle);
  return (
    <>
      <Group name={_("Go on where you were")} entries={begun} why={why} />
      <Group name={_("For you")} entries={chosen} why={why} />
      <Group name={rest.length < modules.length ? _("More to read") : ""} entries={rest} why={why} />
    </>
  );
}

function isBegun(id: string): boolean {
  const been = progress(id);
  return been !== undefined && !been.finished;
}

const byTitle = (one: ModuleEntry, other: ModuleEntry): number => titleOf(one).localeCompare(titleOf(other), language.value);
const titleOf = (entry: ModuleEntry): string => spoken(entry, language.value)?.title ?? "";

function Group({ name, entries, why }: { name: string; entries: readonly ModuleEntry[]; why: ReadonlyMap<string, string> }) {
  if (entries.length === 0) return null;
  return (
    <section class="stack">
      {name && <h2>{name}</h2>}
      {entries.map((entry) => (
        <ModuleCard key={entry.id} entry={entry} why={why.get(entry.id) ?? ""} level={name ? "h3" : "h2"} />
      ))}
    </section>
  );
}

/** On a line that is dear nothing comes unasked, but for what somebody chose for this person. */
function NotYet({ modules }: { modules: readonly ModuleEntry[] }) {
  const missing = useSignal(false);
  const look = (): Promise<unknown> => lacking(modules).then(({ length }) => (missing.value = length > 0));
  useEffect(() => void look(), [modules.length]);
  if (!missing.value || !isDear()) return null;
  return (
    <div class="notice">
      <p>{_("Not all of it is on the phone yet, to spare your data.")}</p>
      <Button kind="second" icon="download" onClick={() => void bringModules(true).catch(() => undefined).then(look)}>
        {_("Fetch it now")}
      </Button>
    </div>
  );
}
