"""Every data source there is. Importing this package fills ``Source.members``."""
