"""Where every figure comes from, what was taken and how it is judged."""

from pages.shared.show import show_screen

show_screen("sources")
