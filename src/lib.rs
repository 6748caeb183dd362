//! What a command did on a fleet of ECS instances.
