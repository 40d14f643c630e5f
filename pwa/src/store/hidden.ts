import { set, settings } from "./device.ts";

/** What somebody on this phone does not want to be shown again. */
export const isHidden = (hint: string): boolean => (settings.value.hidden ?? []).includes(hint);

export const hide = (hint: string): Promise<void> =>
  set({ hidden: [...(settings.value.hidden ?? []).filter((other) => other !== hint), hint] });
