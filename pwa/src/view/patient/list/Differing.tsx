import type { Entry, Statement } from "../../../domain/entry.ts";
import { _ } from "../../../i18n/index.ts";
import { headsOf } from "../../../store/documents.ts";
import { uuid7 } from "../../../domain/ids.ts";
import { type Listed, put } from "../../../store/entries.ts";
import { Button } from "../../parts/Button.tsx";
import { Words } from "../../parts/Words.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { useTry } from "./useTry.ts";
import { fieldWords, valueWords } from "./words.ts";
import { writtenBy } from "./writtenBy.ts";

/** What was written differently in two places: both stand, and a person chooses when they like. */
export function Differing({ listed }: { listed: Listed }) {
  const { differing, cameBack } = listed;
  const fields = [...new Set(differing.map(({ field }) => field))];
  return (
    <>
      {cameBack && <p class="notice">{_("This was removed in one place and changed in another. It stands here, so that nothing is lost.")}</p>}
      {fields.map((field) => (
        <Choice key={field} listed={listed} statements={differing.filter((one) => one.field === field)} />
      ))}
    </>
  );
}

function Choice({ listed: { document, entry }, statements }: { listed: Listed; statements: readonly Statement[] }) {
  const trying = useTry();
  const [first] = statements;
  if (!first) return null;
  const use = (change: object) => () =>
    trying.run(() => put(uuid7(), { document, base: headsOf(document), content: { ...entry, ...change } as Entry }));
  const both = first.field !== "mark" && first.field !== "source";
  return (
    <div class="notice" role="group" aria-label={fieldWords(first.field)}>
      <p>{_("This was written differently in two places.")}</p>
      {statements.map((one) => (
        <div class="stack tight" key={one.version}>
          <Words small by={writtenBy(document, one.version)}>
            {valueWords(one)}
          </Words>
          <Button
            kind="second"
            wide
            aria-label={_("Use only this one: {words}", { words: valueWords(one) })}
            onClick={use({ [one.field]: one.words })}
          >
            {_("Use only this one")}
          </Button>
        </div>
      ))}
      {both && (
        <Button kind="plain" wide onClick={use({})}>
          {_("Keep both")}
        </Button>
      )}
      {trying.state === "failed" && <NotSaved state="failed" />}
    </div>
  );
}
