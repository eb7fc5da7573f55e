"""The nation at a glance: headline cards, the tile map, the rug."""

from pages.shared.show import show_screen

show_screen("overview")
