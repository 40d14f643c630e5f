import { describe, expect, it } from "vitest";
import { placeOf } from "./place.ts";

const APPLE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const SAFARI = `${APPLE} Version/18.5 Mobile/15E148 Safari/604.1`;
const ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

describe("where the app is open", () => {
  it.each([
    ["Safari on an iPhone", SAFARI, "iphone"],
    ["Chrome on an iPhone", `${APPLE} CriOS/140.0 Mobile/15E148 Safari/604.1`, "iphone"],
    ["Facebook on an iPhone", `${APPLE} Mobile/15E148 [FBAN/FBIOS;FBAV/510.0;FBBV/1]`, "in-app"],
    ["Messenger on an iPhone", `${APPLE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/510.0]`, "in-app"],
    ["Instagram on an iPhone", `${APPLE} Mobile/15E148 Instagram 380.0`, "in-app"],
    ["an app that does not say its name", `${APPLE} Mobile/15E148`, "in-app"],
    ["Chrome on Android", ANDROID, "android"],
    ["Firefox on Android", "Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0", "android"],
    ["Facebook on Android", ANDROID.replace("Pixel 8", "Pixel 8; wv").concat(" [FB_IAB/FB4A;FBAV/510.0;]"), "in-app"],
    ["any app on Android", ANDROID.replace("Pixel 8", "Pixel 8; wv"), "in-app"],
    ["Chrome on a computer", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "computer"],
  ])("is %s", (_name, agent, place) => expect(placeOf(agent, false, 5)).toBe(place));

  it("tells an iPad from the Mac it says it is", () => {
    const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
    expect([placeOf(mac, false, 5), placeOf(mac, false, 0)]).toEqual(["iphone", "computer"]);
  });

  it("is the home screen whatever the browser says", () => expect(placeOf(SAFARI, true, 5)).toBe("installed"));
});
