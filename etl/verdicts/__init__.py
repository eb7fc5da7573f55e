"""Every judgement on a plan and how far a place has to go, computed once by the build."""
