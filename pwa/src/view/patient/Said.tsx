import type { ComponentChildren } from "preact";
import type { ResponseItem } from "../../domain/wire.ts";
import { language } from "../../i18n/index.ts";
import { valueWords } from "../parts/answerWords.ts";
import { Words } from "../parts/Words.tsx";
import { called, own as isOwn } from "./form/saidBy.ts";
import { words } from "./form/words.ts";

/** One statement: the person's own sentence in the look of own words; what was ticked off as plain text, a line each. */
export function Said({ item, by, small = false }: { item: ResponseItem; by?: ComponentChildren; small?: boolean }) {
  const answers = item.answer ?? [];
  const own = answers.filter(({ valueString }) => valueString);
  const ticked = answers.filter((one) => !own.includes(one));
  return (
    <div>
      {ticked.length > 1 ? (
        <ul class={small ? "" : "chosen"}>
          {ticked.map((one, n) => (
            <li key={n}>{valueWords(one, undefined, language.value)}</li>
          ))}
        </ul>
      ) : (
        own.length < Math.max(answers.length, 1) && <p class={small ? "" : "chosen"}>{words({ ...item, answer: ticked })}</p>
      )}
      {own.length > 0 ? (
        <Words small={small} by={by} of={isOwn(item.saidBy) ? undefined : called(item.saidBy)}>
          {words({ ...item, answer: own })}
        </Words>
      ) : (
        by && <p class="quiet">{by}</p>
      )}
    </div>
  );
}
