"""Files to database: read, check, build, publish. `python -m etl` does all four, `--check` the first
three."""
