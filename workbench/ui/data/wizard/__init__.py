"""From a file or folder to a project: a page that shows what was recognised and guessed, to be corrected in place."""
