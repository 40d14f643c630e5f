/** All that the first question does not need, in one file that is fetched when it stands on the screen. */
import { bringContent } from "./sync/modules.ts";
import { startFeedback } from "./sync/moduleFeedback.ts";
import { startSync } from "./sync/sync.ts";
import { Stop } from "./view/patient/reminders/Stop.tsx";
import { startLocking } from "./view/patient/lock/lock.ts";
import { bring } from "./view/patient/Rest.tsx";
import { watchRoom } from "./view/patient/room.ts";
import { install } from "./worker.ts";

export { bring, bringContent, install, startLocking, startFeedback, startSync, Stop, watchRoom };
