"""The papers, and the words that each figure rests on."""
