import { change, settings } from "./device.ts";

/** What somebody on this phone does not want to be shown again. */
export const isHidden = (hint: string): boolean => (settings.value.hidden ?? []).includes(hint);

/** It goes from the screen when the phone has kept that. */
export const hide = (hint: string): Promise<void> =>
  change(() => {
    const hidden = [...(settings.value.hidden ?? []).filter((other) => other !== hint), hint];
    return [{ room: "settings", key: "own", body: { ...settings.value, hidden } }];
  });
