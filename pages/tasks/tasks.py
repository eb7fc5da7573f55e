"""Who does what by when: the tasks of every plan, their time, the bodies that lead them."""

from pages.shared.show import show_screen

show_screen("tasks")
