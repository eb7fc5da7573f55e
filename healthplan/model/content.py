"""The tables whose rows a release counts: what the facts hold, without what is computed from them."""

CONTENT = (
    "themes",
    "indicators",
    "places",
    "documents",
    "agencies",
    "goals",
    "observations",
    "benchmarks",
    "tasks",
    "national_tasks",
    "duties",
    "task_status",
    "remarks",
    "citations",
)
