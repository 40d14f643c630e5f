import { type ModuleEntry, spoken } from "../../../domain/module.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import { progress } from "../../../store/marks.ts";

/** A module to choose; `why`: the true reason why it stands here. */
export function ModuleCard({ entry, why = "", level: Heading = "h2" }: { entry: ModuleEntry; why?: string; level?: "h2" | "h3" }) {
  const text = spoken(entry, language.value);
  if (!text) return null;
  const been = progress(entry.id);
  return (
    <section class="card">
      <Heading>
        <a href={`/p/learn/${entry.id}`}>{text.title}</a>
      </Heading>
      <p class="quiet">
        {ngettext("Read in {n} minute.", "Read in {n} minutes.", text.minutes)} {been?.finished && _("You have read it.")}
        {been && !been.finished && _("You have begun.")}
      </p>
      {why && <small>{why}</small>}
    </section>
  );
}
