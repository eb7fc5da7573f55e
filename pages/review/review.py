"""What must be known before plans are compared: every contradiction and gap, with its evidence."""

from pages.shared.show import show_screen

show_screen("review")
