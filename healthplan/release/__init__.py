"""What keeps releases whole: their files, the record of what each was made of, the check, the archive."""
