"""Two to six places, all the indicators that they share."""

from pages.shared.show import show_screen

show_screen("compare")
