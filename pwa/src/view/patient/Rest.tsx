import { quiet } from "../../store/documents.ts";
import { shares } from "../../store/sharing.ts";
import { Rare } from "../parts/form/Rare.tsx";
import { rare } from "../parts/form/rare.ts";
import { AnswerPage } from "./answers/AnswerPage.tsx";
import { Answers } from "./answers/Answers.tsx";
import { Change } from "./answers/Change.tsx";
import { History } from "./answers/History.tsx";
import { CarerCode } from "./carers/CarerCode.tsx";
import { CarerForm } from "./carers/CarerForm.tsx";
import { Carers } from "./carers/Carers.tsx";
import { more } from "./form/more.ts";
import { MORE } from "./form/RareParts.tsx";
import { Send } from "./form/Send.tsx";
import { Talk } from "./form/Talk.tsx";
import { Home } from "./home/Home.tsx";
import { Sent } from "./home/Sent.tsx";
import { Install } from "./install/Install.tsx";
import { Move } from "./install/Move.tsx";
import { Learning } from "./learn/Learning.tsx";
import { LockPage } from "./lock/LockPage.tsx";
import { ListPages } from "./list/pages.tsx";
import { Access } from "./me/Access.tsx";
import { Devices } from "./me/Devices.tsx";
import { Leave } from "./me/Leave.tsx";
import { Me } from "./me/Me.tsx";
import { Rescue } from "./me/Rescue.tsx";
import { Unsent } from "./me/Unsent.tsx";
import { People } from "./People.tsx";
import { RemindersPage } from "./reminders/Reminders.tsx";
import { parts } from "./route.ts";

/** Called when the words of all this have come: then questions may be drawn with the parts that few forms need. */
export function bring(): typeof Rest {
  rare.value = Rare;
  more.value = MORE;
  return Rest;
}

/** Every page that is not on the way from an invitation to the last question: a file of its own, so that the first question comes soon. */
function Rest({ someone }: { someone: boolean }) {
  if (!someone) return <People />;
  const [first = "", second = "", third = "", fourth = ""] = parts();
  switch (first) {
    case "talk":
      return quiet.value ? <Home /> : <Talk name={second} />;
    case "send":
      return quiet.value ? <Home /> : <Send name={second} />;
    case "sent":
      return <Sent name={second} />;
    case "answers":
      return third ? <AnswerPage name={second} link={third} /> : <Answers />;
    case "change":
      return quiet.value ? <Home /> : <Change name={second} link={third} />;
    case "history":
      return <History name={second} link={third} />;
    case "learn":
      return <Learning id={second} screen={third} />;
    case "carers":
      return <Helped id={second} code={third === "code"} />;
    case "list":
      return shares(second === "doing" ? "plan" : "list") ? <ListPages part={second} entry={third} about={fourth} /> : <Home />;
    case "people":
      return <People />;
    case "me":
      return <Mine page={second} />;
    default:
      return <Home />;
  }
}

function Helped({ id, code }: { id: string; code: boolean }) {
  if (!id) return <Carers />;
  return code ? <CarerCode id={id} /> : <CarerForm key={id} id={id} />;
}

function Mine({ page }: { page: string }) {
  switch (page) {
    case "access":
      return <Access />;
    case "devices":
      return <Devices />;
    case "unsent":
      return <Unsent />;
    case "lock":
      return <LockPage />;
    case "rescue":
      return <Rescue />;
    case "leave":
      return <Leave />;
    case "reminders":
      return <RemindersPage />;
    case "install":
      return <Install />;
    case "move":
      return <Move />;
    default:
      return <Me />;
  }
}
