//! As files in a folder: writes, checks, shows differences. Knows nothing of what the files say.
