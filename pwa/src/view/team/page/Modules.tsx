import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { forPeople, readIn, spoken, type ModuleEntry } from "../../../domain/module.ts";
import type { ModuleOnPage, PatientPage } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Words } from "../../parts/Words.tsx";
import * as content from "../content.ts";
import { isNurse } from "../session.ts";
import { at } from "../words.ts";
import * as api from "../api.ts";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { OfferDialog } from "./OfferDialog.tsx";
import { goalBehind, onlyTicked } from "./offering.ts";
import { act } from "./page.ts";
import { HowFarRead } from "./HowFarRead.tsx";
import "./modules.css";

/** What the patient has been offered to read, how far it has come, and what must be explained better. */
export function Modules({ page }: { page: PatientPage }) {
  const entries = useSignal<readonly ModuleEntry[] | null>(null);
  const offering = useSignal(false);
  useEffect(
    () =>
      void content.index().then(
        ({ modules = [] }) => (entries.value = readIn(modules, page.encounter.unit.organization)),
        () => (entries.value = []),
      ),
    [],
  );
  const { modules = [], encounter } = page;
  const title = (id: string): string => {
    const entry = entries.value?.find((each) => each.id === id);
    return (entry && spoken(entry, language.value)?.title) || id;
  };
  const left = (entries.value ?? [])
    .filter(forPeople)
    .filter(({ id }) => !modules.some(({ module, offered }) => module === id && offered));
  return (
    <section class="card" aria-labelledby="modules">
      <h2 id="modules">{_("Something to read")}</h2>
      {modules.length === 0 ? <p class="quiet">{_("Nothing offered yet.")}</p> : <HowFarRead modules={modules} />}
      {/* Their titles come a moment after the page. */}
      <ul class="plain-list to-read">
        {(entries.value ? modules : []).map((module) => (
          // On paper the line above is enough of what nobody has opened or recommended.
          <li key={`${module.module} ${module.by ?? ""}`} class={onlyTicked(module) && !module.opened ? "no-print" : ""}>
            <p>{title(module.module)}</p>
            <p class="quiet">{progress(module, page)}</p>
            <Unsure module={module} of={module.by ?? encounter.patient.given} />
            {isNurse.value && !encounter.ended && onlyTicked(module) && (
              <Recommend encounter={encounter.id} module={module.module} title={title(module.module)} />
            )}
          </li>
        ))}
      </ul>
      {isNurse.value && !encounter.ended && left.length > 0 && (
        <div class="no-print">
          <Button kind="second" onClick={() => (offering.value = true)}>
            {_("Offer something to read")}
          </Button>
        </div>
      )}
      {offering.value && <OfferDialog page={page} entries={left} onClose={() => (offering.value = false)} />}
    </section>
  );
}

/** One click from what the patient ticked: the phone then says who chose it. */
function Recommend({ encounter, module, title }: { encounter: string; module: string; title: string }) {
  const saving = useSaving();
  const save = () => saving.save(() => act(() => api.offerModule(encounter, { module })));
  return (
    <div class="no-print recommend">
      <Button kind="plain" aria-disabled={saving.busy.value} onClick={save}>
        {_("Recommend it")}
        <span class="unseen">{title}</span>
      </Button>
      <NotSaved fault={saving.fault.value} />
    </div>
  );
}

function progress({ offered, opened, finished, by }: ModuleOnPage, page: PatientPage): string {
  const { unit } = page.encounter;
  const from = !offered
    ? ""
    : offered.by
      ? offered.reason
        ? _("Offered by {name}: {reason}.", { name: offered.by, reason: offered.reason.replace(/\.$/, "") })
        : _("Offered by {name}.", { name: offered.by })
      : ruleWords(offered.reason ?? "", page);
  const how = finished
    ? _("Read to the end {when}.", { when: at(finished, unit.timezone) })
    : opened
      ? _("Opened {when}, not finished.", { when: at(opened, unit.timezone) })
      : _("Not opened.");
  return [from, how, by && opened ? _("Read by {name}.", { name: by }) : ""].filter(Boolean).join(" ");
}

/** Why a rule offers it; never more than what was ticked, and the goal that it was ticked about. */
function ruleWords(rule: string, page: PatientPage): string {
  const goal = goalBehind(rule, page);
  if (goal) return _("Because of the goal “{words}”.", { words: goal });
  return `${rule.startsWith("learn-") ? _("Because the patient asked to know more") : _("Because of what the patient ticked off")}.`;
}

function Unsure({ module: { teachBack }, of }: { module: ModuleOnPage; of: string }) {
  if (!teachBack) return null;
  const { words = "", unsure = [] } = teachBack;
  return (
    <>
      {words && (
        <>
          <p class="quiet">{_("Told in own words:")}</p>
          <Words small of={of}>
            {words}
          </Words>
        </>
      )}
      {unsure.length > 0 && (
        <div class="notice">
          <p>
            <b>{_("Still unsure about. We must explain better:")}</b>
          </p>
          <ul>
            {unsure.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
