import type { ModuleOnPage } from "../../../domain/wire.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { standing } from "./offering.ts";

/** The whole in one line and one picture: what a nurse sees in passing. */
export function HowFarRead({ modules }: { modules: readonly ModuleOnPage[] }) {
  return (
    <>
      <p>{howFarWords(modules)}</p>
      <Picture modules={modules} />
    </>
  );
}

export function howFarWords(modules: readonly ModuleOnPage[]): string {
  const { offered, opened, finished, unsure } = standing(modules);
  const read = _("{offered} offered, {opened} opened, {finished} read to the end.", { offered, opened, finished });
  return unsure > 0 ? `${read} ${ngettext("Unsure about {n} thing.", "Unsure about {n} things.", unsure)}` : read;
}

const WIDE = 24;

/** A box for each text, in the order of the list: empty, half or filled, as far as it has been read. */
function Picture({ modules }: { modules: readonly ModuleOnPage[] }) {
  return (
    <svg class="read-boxes" width={modules.length * (WIDE + 6)} viewBox={`-1 -1 ${modules.length * (WIDE + 6)} 12`} aria-hidden="true">
      {modules.map(({ module, by, opened, finished }, place) => (
        <g key={`${module} ${by ?? ""}`} transform={`translate(${place * (WIDE + 6)})`}>
          {opened && <rect class="read" width={finished ? WIDE : WIDE / 2} height="10" />}
          <rect class="box" width={WIDE} height="10" rx="2" />
        </g>
      ))}
    </svg>
  );
}
