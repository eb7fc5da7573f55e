"""The whole front door with the API behind it, and something that stands for Streamlit."""

from starlette.applications import Starlette
from starlette.routing import Mount

from healthplan.api.routes import ROUTES
from healthplan.web.headers import HEADERS
from healthplan.web.middleware import steps
from tests.web.asgi import streamlit_instead

LOCAL = [(b"host", b"localhost:8501")]
HTML = (b"accept", b"text/html,application/xhtml+xml,*/*;q=0.8")


def front(prefix: str = "") -> Starlette:
    """The app as app.py puts it together, below a path or at the root."""
    return Starlette(routes=[*ROUTES, Mount("/", streamlit_instead)], middleware=steps(prefix))


FRONT = front()


def is_guarded(got: dict) -> bool:
    """Whether an answer carries the security headers; the hall's page has a stricter policy of its own."""
    return all(name.lower() in got["headers"] for name in HEADERS)
