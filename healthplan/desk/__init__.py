"""The desk: what communes and departments bring, checked before it is published. Knows no screen."""
