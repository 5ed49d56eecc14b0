"""Tagged sequences: tokens in files with a tag for each, and how their tags become what a network is measured by."""
