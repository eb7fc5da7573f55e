"""What an attentive reader should be told: one SQL file a rule, in the folder of its family."""
