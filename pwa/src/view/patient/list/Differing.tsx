import type { Statement } from "../../../domain/entry.ts";
import { _ } from "../../../i18n/index.ts";
import { choose, type Listed } from "../../../store/entries.ts";
import { Button } from "../../parts/Button.tsx";
import { Words } from "../../parts/Words.tsx";
import { NotSaved } from "../form/Saved.tsx";
import { LINE_MOST, WORDS_MOST } from "./limits.tsx";
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

const CHOICES: ReadonlySet<string> = new Set(["mark", "source"]);
const WORDS: ReadonlySet<string> = new Set(["text", "answer", "note"]);

function Choice({ listed: { document }, statements }: { listed: Listed; statements: readonly Statement[] }) {
  const trying = useTry();
  const [first] = statements;
  if (!first) return null;
  const use = (words: string) => () => trying.run(() => choose(document, first.field, words));
  const all = statements.map(({ words }) => words).join(" / ");
  const both = !CHOICES.has(first.field) && all.length <= (WORDS.has(first.field) ? WORDS_MOST : LINE_MOST);
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
            onClick={use(one.words)}
          >
            {_("Use only this one")}
          </Button>
        </div>
      ))}
      {both && (
        <Button kind="plain" wide onClick={use(all)}>
          {_("Keep both")}
        </Button>
      )}
      {trying.state === "failed" && <NotSaved state="failed" />}
    </div>
  );
}
