"""E-mail by SMTP. It is always under TLS, but for a server on this very machine that offers none."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import msgspec

from viktig.domain.reminder import Outcome

SECONDS = 20
HERE = ("127.0.0.1", "::1", "localhost")
NOBODY = (550, 551, 553)


class Mail(msgspec.Struct, frozen=True):
    """`server`: `smtp://user:password@host:587` (STARTTLS) or `smtps://...:465`. `sender`: an address."""

    server: str
    sender: str

    async def send(self, id: str, to: str, subject: str, text: str, stop: str) -> Outcome:
        return await asyncio.to_thread(self._deliver, id, to, subject, text, stop)

    def _letter(self, id: str, to: str, subject: str, text: str, stop: str) -> bytes:
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self.sender, to, subject
        letter["Message-ID"] = f"<{id}@{self.sender.rpartition('@')[2].strip('>')}>"
        letter["List-Unsubscribe"] = f"<{stop}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(text)
        return letter.as_bytes()

    def _deliver(self, id: str, to: str, subject: str, text: str, stop: str) -> Outcome:
        outcome: Outcome = "failed"
        try:
            with self._opened() as smtp:
                smtp.mail(self.sender.rpartition("<")[2].strip(">"))
                code, _ = smtp.rcpt(to)
                if code >= 400:
                    return "gone" if code in NOBODY else "failed"
                outcome = "unknown"  # from here on it may arrive although we never hear so
                code, _ = smtp.data(self._letter(id, to, subject, text, stop))
                outcome = "sent" if code == 250 else "failed"
        except smtplib.SMTPResponseException:
            return "failed"
        except (OSError, smtplib.SMTPException):
            return outcome
        return outcome

    def _opened(self) -> smtplib.SMTP:
        where = urlsplit(self.server)
        host, safe = where.hostname or "", ssl.create_default_context()
        smtp: smtplib.SMTP
        if where.scheme == "smtps":
            smtp = smtplib.SMTP_SSL(host, where.port or 465, timeout=SECONDS, context=safe)
        else:
            smtp = smtplib.SMTP(host, where.port or 587, timeout=SECONDS)
            smtp.ehlo()
            if host not in HERE or smtp.has_extn("starttls"):
                smtp.starttls(context=safe)  # raises where there is none
        if where.username:
            smtp.login(unquote(where.username), unquote(where.password or ""))
        return smtp
