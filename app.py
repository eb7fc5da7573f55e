"""The front door: `streamlit run app.py`. The screens behind one ASGI app; the first start builds the
database."""

import gc
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from multiprocessing.pool import ThreadPool

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from etl.run import NotPublished, run
from healthplan.api.routes import ROUTES
from healthplan.desk.publish import recover
from healthplan.model.complaint import InputRefused
from healthplan.release import publication
from healthplan.text import Lang
from healthplan.web import compress, settings
from healthplan.web.connections import tend_connections
from healthplan.web.middleware import steps
from healthplan.web.protocol import refuse_in_our_words
from healthplan.work.queue import QUEUE

SWITCH = 0.0005  # seconds until a thread that draws a screen lets the others on; Python's 0.005 starves first pages


def first_release() -> None:
    """Ends a publication that a stop left in the middle; builds a release when there is none, or the current one is
    damaged. What stops it is remembered; the screens say what and where."""
    try:
        recover()
        if publication.health()[1]:
            with suppress(InputRefused):
                run()
    except NotPublished as stopped:
        publication.remember_stop(stopped.sentence, stopped.facts)


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Before the first reader: a release, the compressed files, the imports out of the garbage collector's
    way, and the workers. After the last: no worker is left."""
    first_release()
    if compress.missing():
        threading.Thread(target=compress.main, args=(ThreadPool,), name="compress", daemon=True).start()
    import pages.preload  # noqa: F401  everything a screen will import, before the freeze

    gc.collect()
    gc.freeze()  # else each collection walks plotly and pandas
    sys.setswitchinterval(SWITCH)
    tend_connections()
    QUEUE.start()
    yield
    QUEUE.close()


def front_door() -> list[Middleware]:
    """The steps in front of Streamlit. It stands at the root itself: below a path it would expect that path
    in every request, and a proxy may have taken it away."""
    prefix, tls = config.get_option("server.baseUrlPath") or "", bool(config.get_option("server.sslCertFile"))
    config.set_option("server.baseUrlPath", "")
    return steps(prefix, tls, config.get_option("server.address") or "")


if misread := settings.faults(Lang.VI) + settings.faults(Lang.EN):
    raise SystemExit("\n".join(misread))
refuse_in_our_words()
app = st.App("pages/frame.py", lifespan=ready, routes=ROUTES, middleware=front_door())
