/** Where the app is open: what can be said of keeping, installing and reminding depends on it. */
export type Place = "installed" | "in-app" | "iphone" | "android" | "computer";

const IN_APP = /FBAN|FBAV|FB_IAB|Instagram|Messenger|Snapchat|Line\/|LinkedInApp|TikTok|musical_ly|Pinterest|GSA\/|; wv\)/;

/** `agent`: the browser's name for itself; an iPad calls itself a Mac, but is touched. */
export function placeOf(agent: string, standalone: boolean, touches: number): Place {
  if (standalone) return "installed";
  const apple = /iPhone|iPad|iPod/.test(agent) || (agent.includes("Macintosh") && touches > 1);
  // Every browser on an iPhone says Safari; a page inside another app does not.
  if (IN_APP.test(agent) || (apple && !agent.includes("Safari/"))) return "in-app";
  if (apple) return "iphone";
  return agent.includes("Android") ? "android" : "computer";
}

const onHomeScreen = (): boolean =>
  matchMedia("(display-mode: standalone)").matches || (navigator as Navigator & { standalone?: boolean }).standalone === true;

export const place = (): Place => placeOf(navigator.userAgent, onHomeScreen(), navigator.maxTouchPoints);

/** Which phone an app is in: they call things differently. */
export const isAndroid = (): boolean => navigator.userAgent.includes("Android");
