"""One indicator, many places: plan paths, the nation and what has been reported."""

from pages.shared.show import show_screen

show_screen("trajectories")
