"""What falls due in ninety days, and the file for the reader's own calendar."""

from pages.shared.show import show_screen

show_screen("calendar")
