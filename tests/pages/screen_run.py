"""One screen after its run at an address, without a browser."""

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from tests.browser.server import ROOT


def screen_run(screen: str, **address: str) -> AppTest:
    app = AppTest.from_file(ROOT / "pages" / "frame.py", default_timeout=30)
    for name, value in address.items():
        app.query_params[name] = value
    app._page_hash = calc_hash(screen)  # switch_page() knows pages by their file only
    return app.run()
