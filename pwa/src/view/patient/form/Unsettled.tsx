import type { ResponseItem } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";
import { Said } from "../Said.tsx";
import { saidBy } from "./saidBy.ts";
import { words } from "./statement.ts";

/** Two differing statements about one question: a person chooses; nothing is thrown away before. */
export function Unsettled({ items, onSettled }: { items: readonly ResponseItem[]; onSettled: (items: readonly ResponseItem[]) => void }) {
  const open = items.some((item) => item.unsettled);
  return (
    <section class="notice" aria-label={_("Two answers")}>
      <p>
        {open
          ? _("This was written differently in two places. Which one is right now?")
          : _("Here are two answers, and both count.")}
      </p>
      {items.map((item) => (
        <div class="stack tight" key={item.authored + words(item)}>
          <Said small item={item} by={saidBy(item)} />
          <Button kind="second" onClick={() => onSettled([settled(item)])}>
            {_("Use only this one")}
          </Button>
        </div>
      ))}
      {open && (
        <Button kind="plain" onClick={() => onSettled(items.map(settled))}>
          {_("Keep both")}
        </Button>
      )}
    </section>
  );
}

const settled = ({ unsettled: _open, ...item }: ResponseItem): ResponseItem => item;
