"""Debian's Chromium, and the rooms it is looked at in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
ROOMS = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


@contextmanager
def chromium() -> Iterator[Browser]:
    """One running browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        yield browser
        browser.close()


def room(browser: Browser, size: str = "desk", scheme: str = "light") -> BrowserContext:
    """A fresh profile with one window size and one colour scheme."""
    context = browser.new_context(viewport=ROOMS[size], color_scheme=scheme, locale="en-US")
    context.set_default_timeout(45_000)  # a busy machine may keep a cold server waiting
    return context


def unhurried(page: Page) -> Page:
    """The page of somebody who looks before each act: nothing is touched or read while the screen is being drawn anew,
    as what is touched then may be replaced under the hand."""
    drawing = page.locator('[data-testid="stApp"]:not([data-test-script-state="notRunning"])')
    page.add_locator_handler(drawing, lambda: None)  # its own wait is for the locator to go
    return page
