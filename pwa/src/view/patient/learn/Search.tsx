import { computed, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { find, type Hit, type Shelf, shelve } from "../../../domain/finding.ts";
import type { ModuleEntry } from "../../../domain/module.ts";
import { _, language } from "../../../i18n/index.ts";
import { onLeave } from "../../../store/here.ts";
import { readsEasily } from "../../../store/reading.ts";
import { texts } from "../../../sync/modules.ts";
import { Field } from "../../parts/Field.tsx";

/** What is searched for: it stands there when one comes back from reading, and goes with the person. */
export const query = signal("");
onLeave(() => void (query.value = ""));

/** The texts on the phone, made ready when somebody begins to search. */
const shelf = signal<Shelf | null>(null);
const hits = computed(() => (shelf.value ? find(shelf.value, query.value) : null));

export function Search() {
  return (
    <div role="search">
      <Field label={_("Search")} type="search" autocomplete="off" value={query.value} onValue={(words) => (query.value = words)} />
    </div>
  );
}

export function Found({ modules }: { modules: readonly ModuleEntry[] }) {
  const easy = readsEasily.value;
  useEffect(() => {
    void texts(modules, easy).then((found) => (shelf.value = shelve(found)));
  }, [modules.length, language.value, easy]);
  const found = hits.value;
  return (
    <>
      <div role="status">{found?.length === 0 && <p>{_("Nothing fits that. Try another word, or ask us.")}</p>}</div>
      {found && found.length > 0 && (
        <ul class="plain stack">
          {found.map((hit) => (
            <HitCard key={hit.module} hit={hit} />
          ))}
        </ul>
      )}
    </>
  );
}

function HitCard({ hit: { module, title, step, heading, line } }: { hit: Hit }) {
  const [before, found, after] = line;
  return (
    <li class="card hit">
      <a href={`/p/learn/${module}/${step + 1}`}>{heading}</a>
      <p class="quiet">{title}</p>
      <p>
        {before}
        {found && <mark>{found}</mark>}
        {after}
      </p>
    </li>
  );
}
