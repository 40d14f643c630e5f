import type { Share } from "../../../domain/wire.ts";
import { _, decimal } from "../../../i18n/index.ts";

/** A count as it may be shown. */
export const countWords = (count: number | null | undefined): string => (count == null ? _("hidden") : decimal(count));

export const shareWords = ({ share, hidden }: Share): string =>
  hidden ? _("hidden") : share == null ? "–" : _("{n} %", { n: decimal(share * 100) });

export const ofWords = ({ numerator, denominator }: Share): string =>
  numerator == null || !denominator ? "" : _("{n} of {all}", { n: decimal(numerator), all: decimal(denominator) });

/** A share as figure, as a bar, and as what it is a share of. `all`: how many, where the share itself is hidden. */
export function ShareCell({ share = {}, all }: { share?: Share | undefined; all?: number | null | undefined }) {
  return (
    <>
      <span class={share.hidden || share.share == null ? "quiet" : ""}>
        {shareWords(share)}
        {share.uncertain && FEW}
      </span>
      {share.share != null && <Bar share={share.share} />}
      {share.denominator ? <small>{ofWords(share)}</small> : share.hidden && all ? <small>{_("of {all}", { all: decimal(all) })}</small> : null}
    </>
  );
}

/** Marks a share of fewer than thirty. */
export const FEW = "*";

/** The figure beside it says the same. */
export function Bar({ share }: { share: number }) {
  return (
    <svg class="part" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="6" />
      <rect class="some" width={share * 100} height="6" />
    </svg>
  );
}
