"""Any rows of the data: find, look, take away, cite."""

from pages.shared.show import show_screen

show_screen("data")
