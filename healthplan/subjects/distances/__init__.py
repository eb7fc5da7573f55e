"""How far a place is from its plan's goal and from the nation's."""
