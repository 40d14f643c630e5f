"""A WebKitGTK window that its driver may steer and that keeps what it was given; run by the system's own Python.

`python3 webkit_window.py FOLDER`
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

FOLDER = sys.argv[1]


def window(context: WebKit2.WebContext) -> WebKit2.WebView:
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    shown = Gtk.Window(default_width=360, default_height=740)
    shown.add(view)
    shown.show_all()
    return view


def steered(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    about = WebKit2.ApplicationInfo()
    about.set_name("Viktig")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: window(context))


kept = WebKit2.WebsiteDataManager(base_data_directory=FOLDER, base_cache_directory=f"{FOLDER}/cache")
kept.set_tls_errors_policy(WebKit2.TLSErrorsPolicy.IGNORE)
kept.get_cookie_manager().set_persistent_storage(f"{FOLDER}/cookies", WebKit2.CookiePersistentStorage.SQLITE)
context = WebKit2.WebContext(website_data_manager=kept)
context.set_automation_allowed(True)
context.connect("automation-started", steered)
Gtk.main()
