"""The rules of the plan review: what each finds, and what makes it find nothing."""
