"""One place: plain words, its indicators on a spine, its tasks and its paper."""

from pages.shared.show import show_screen

show_screen("place")
