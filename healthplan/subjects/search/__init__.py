"""Find anything: places, indicators, values, findings, tasks, agencies and documents by the reader's words."""
