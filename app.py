"""The front door: `streamlit run app.py`. The screens behind one ASGI app; the first start builds the
database."""

import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from multiprocessing.pool import ThreadPool

import streamlit as st
from starlette.middleware import Middleware

from etl.run import NotPublished, run
from healthplan import published
from healthplan.api.routes import ROUTES
from healthplan.model.complaint import InputRefused
from healthplan.web import compress
from healthplan.web.first_page import FirstPage
from healthplan.web.headers import SecurityHeaders
from healthplan.web.slow import cut_slow_connections
from healthplan.web.static import StaticFiles
from healthplan.work.queue import QUEUE


def first_release() -> None:
    """Builds a release when there is none, or the current one is damaged. What stops it is remembered; the
    screens say what and where."""
    if published.health()[1]:
        try:
            with suppress(InputRefused):
                run()
        except NotPublished as stopped:
            published.remember_stop(stopped.sentence, stopped.facts)


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Before the first reader: a release, the compressed files, the imports out of the garbage collector's
    way, and the workers. After the last: no worker is left."""
    first_release()
    if compress.missing():
        threading.Thread(target=compress.main, args=(ThreadPool,), name="compress", daemon=True).start()
    import healthplan.ui.imports  # noqa: F401  everything a screen will import, before the freeze

    gc.collect()
    gc.freeze()  # Streamlit collects after every run; without this it walks plotly and pandas each time
    cut_slow_connections()
    QUEUE.start()
    yield
    QUEUE.close()


app = st.App(
    "pages/frame.py",
    lifespan=ready,
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(StaticFiles), Middleware(FirstPage)],
)
