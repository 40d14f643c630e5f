import type { ComponentChildren } from "preact";
import { _ } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";
import { download } from "./csv.ts";

interface Shown {
  title: string;
  /** Below the title: what the figures are, and the way back. */
  children: ComponentChildren;
  /** What is chosen for the page as a whole. */
  choose?: ComponentChildren;
  /** The same figures as a file. */
  file?: { readonly name: string; readonly rows: () => string };
}

/** What stands on top of a page of figures: what they are, and how they are taken along. */
export function Head({ title, children, choose, file }: Shown) {
  return (
    <header class="row apart">
      <div class="stack tight">
        <h1>{title}</h1>
        {children}
      </div>
      <div class="row no-print">
        {choose}
        <Button kind="second" icon="print" onClick={() => window.print()}>
          {_("Print")}
        </Button>
        {file && (
          <Button kind="second" icon="download" onClick={() => download(`viktig-${file.name}.csv`, file.rows())}>
            {_("Download as CSV")}
          </Button>
        )}
      </div>
    </header>
  );
}
