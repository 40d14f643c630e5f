import { signal, useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { PatientPage, StoredVersion, VisitQuestion } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { announce } from "../../parts/announce.ts";
import { Button } from "../../parts/Button.tsx";
import { WordsField } from "../../parts/Field.tsx";
import { Words } from "../../parts/Words.tsx";
import { fieldWords } from "../../patient/list/words.ts";
import { ModuleTitle } from "./ModuleTitle.tsx";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { isNurse } from "../session.ts";
import { at } from "../words.ts";
import { type OnPage, say } from "./entries.ts";

/** What is typed as an answer stays while the window is open, also when another patient is looked at meanwhile. */
export const typed = signal<ReadonlyMap<string, string>>(new Map());

function type(document: string, words: string | undefined): void {
  const next = new Map(typed.value);
  if (words === undefined) next.delete(document);
  else next.set(document, words);
  typed.value = next;
}

/** One question in the patient's own words; ticked off with what was answered, which the patient then reads. */
export function Question({ one, page }: { one: OnPage<VisitQuestion>; page: PatientPage }) {
  const { document, entry, differing } = one;
  const { encounter } = page;
  const saving = useSaving();
  const room = useRef<HTMLLIElement>(null);
  const words = useComputed(() => typed.value.get(document));
  const texts = differing.filter(({ field }) => field === "text");
  const save = () =>
    saving.save(async () => {
      await say(one, { answered: true, answer: words.value?.trim() || undefined });
      type(document, undefined);
      globalThis.document.getElementById("round")?.focus();
      announce(_("Ticked off. The patient sees it."));
    });
  const openAgain = () =>
    saving.save(async () => {
      await say(one, { answered: undefined });
      announce(_("It waits for an answer again."));
    });
  const begin = (): void => {
    type(document, entry.answer ?? "");
    requestAnimationFrame(() => room.current?.querySelector("textarea")?.focus());
  };
  return (
    <li class="entry stack tight" ref={room}>
      {texts.length === 0 && (
        <Words small of={encounter.patient.given} by={asked(one, page)}>
          {entry.text}
        </Words>
      )}
      {texts.length > 0 && <p class="notice">{_("Written differently in two places. Both stand here.")}</p>}
      {texts.map(({ version, words: text }) => (
        <Words key={version} small of={encounter.patient.given} by={writtenBy(one.versions.find((each) => each.version === version), page)}>
          {text}
        </Words>
      ))}
      <ModuleTitle id={entry.module ?? ""} organization={encounter.unit.organization} />
      {entry.passage && <p class="quiet">“{entry.passage}”</p>}
      {entry.answer && words.value === undefined && (
        <p>
          <span class="quiet">{_("Answered:")}</span> {entry.answer}
        </p>
      )}
      {isNurse.value && (
        <div class="no-print stack tight">
          {words.value !== undefined && (
            <WordsField
              label={fieldWords("answer")}
              hint={_("The patient reads it. It may stay empty.")}
              rows={2}
              maxLength={2000}
              value={words.value}
              onValue={(value) => type(document, value)}
            />
          )}
          <NotSaved fault={saving.fault.value} />
          <div class="row">
            {words.value !== undefined ? (
              <>
                <Button onClick={() => void save()} aria-disabled={saving.busy.value}>
                  {saving.busy.value ? _("Saving …") : _("Tick off")}
                </Button>
                <Button kind="plain" onClick={() => type(document, undefined)}>
                  {_("Not now")}
                </Button>
              </>
            ) : entry.answered ? (
              <Button kind="plain" onClick={() => void openAgain()} aria-disabled={saving.busy.value}>
                {_("Not answered after all")}
              </Button>
            ) : (
              <Button kind="second" icon="check" onClick={begin}>
                {_("Answered …")}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  );
}

function writtenBy(version: StoredVersion | undefined, { encounter }: PatientPage): string {
  if (!version) return "";
  const when = at(version.received, encounter.unit.timezone);
  return _("Written by {name} {when}", { name: version.authorName || encounter.patient.given, when });
}

function asked({ versions, entry }: OnPage<VisitQuestion>, page: PatientPage): string {
  const [first, last] = [versions[0], versions.at(-1)];
  if (!entry.answered || !last) return writtenBy(first, page);
  const { patient, unit } = page.encounter;
  return _("Ticked off by {name} {when}", { name: last.authorName || patient.given, when: at(last.received, unit.timezone) });
}
