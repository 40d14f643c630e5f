"""What people read: forms, modules, prompts, and the demo's people. Data, with the code that reads it."""
