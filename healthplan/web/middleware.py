"""The steps of the front door, the outermost first."""

from starlette.middleware import Middleware

from healthplan.web.edge import Edge
from healthplan.web.files import RootFiles
from healthplan.web.first_page import FirstPage
from healthplan.web.headers import SecurityHeaders
from healthplan.web.not_found import NotFound
from healthplan.web.sign_in import ReturnFromSignIn
from healthplan.web.static import StaticFiles


def steps(prefix: str = "", tls: bool = False, listens: str = "") -> list[Middleware]:
    """`prefix` is the path that the server was started below, `tls` whether it speaks TLS itself,
    `listens` the address or name that it was told to listen at."""
    return [
        Middleware(SecurityHeaders),
        Middleware(Edge, prefix=prefix, tls=tls, listens=listens),
        Middleware(RootFiles),
        Middleware(StaticFiles),
        Middleware(FirstPage),
        Middleware(NotFound),
        Middleware(ReturnFromSignIn),
    ]
